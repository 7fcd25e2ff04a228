extension Audit {
  /// A house stays what it was founded as, and nobody sets anything by hand in a real one.
  func changedHouse() -> [String] {
    var faults: [String] = []
    for event in events where event.kind == .policySet {
      guard let kind = event.particulars?["house"], kind != house.kind.rawValue else { continue }
      faults.append("the house is a \(house.kind.rawValue) one, and event \(event.id) founded a \(kind) one")
    }
    guard house.kind == .real else { return faults }
    if house.anchor.rate != 1000 { faults.append("the clock runs at \(house.anchor.rate) thousandths of real time") }
    for event in events {
      switch event.kind {
      case .houseReset, .priceSet, .idleLimitMoved, .balanceSet:
        faults.append("event \(event.id) is a demonstration's (\(event.kind))")
      default: break
      }
    }
    for (index, entry) in ledger.enumerated() where entry.kind == .adjustment {
      faults.append("ledger entry \(index + 1) of user \(entry.user) was made by hand")
    }
    if policies.entries.count > 1 { faults.append("the policy was changed \(policies.entries.count - 1) times") }
    return faults
  }

  /// Policies, sessions and prices are what the record says that came into force.
  func changedProgramme() -> [String] { changedPolicies() + changedSessions() + prices.faults }

  private func changedPolicies() -> [String] {
    let entries = policies.entries
    var faults = zip(entries, entries.dropFirst()).enumerated().filter { $1.0.since > $1.1.since }
      .map { "policy \($0.offset + 2) took effect before policy \($0.offset + 1)" }
    // Where events have gone, they are those behind the first: the others are found from the end.
    var next = entries.count
    var told: Set<Int> = []
    for event in events.reversed() where event.kind == .policySet {
      let isFirst = event.id == events.first?.id
      guard let found = entries[..<(isFirst ? min(next, 1) : next)].lastIndex(where: { $0.since == event.at }) else {
        faults.append("event \(event.id) sets a policy that is not there")
        continue
      }
      told.insert(found)
      next = found
      let changed = event.particulars?.differences(from: entries[found].policy.particulars(of: house.kind)) ?? []
      if changed.contains(where: { $0 != "house" }) {
        faults.append("policy \(found + 1) is not as event \(event.id) set it: \(changed.joined(separator: ", "))")
      }
    }
    faults += entries.indices.filter { !told.contains($0) && mustTell(of: entries[$0].since) }
      .map { "policy \($0 + 1) took effect without an event" }
    if let last = entries.last, house.admissionEpoch != last.epoch {
      faults.append("admissions are counted from another instant than policy \(entries.count) says")
    }
    return faults
  }

  private func changedSessions() -> [String] {
    var faults: [String] = []
    let digests = hallDigests()
    var told: Set<SessionID> = []
    for event in events where event.kind == .programmeAdded {
      guard let id = event.session, let session = sessions[id] else {
        faults.append("event \(event.id) adds a session that is not there")
        continue
      }
      told.insert(id)
      guard let particulars = event.particulars else { continue }
      if mayOverlap.contains(id) {
        faults.append("session \(id) is let off overlaps, though none were let in when event \(event.id) added it")
      }
      let first = (currentPrices[id] ?? []).map { price in
        TierPrice(tier: price.tier, price: prices.first(for: price.tier, in: id) ?? price.price)
      }
      let now = session.particulars(prices: first, seats: digests[session.hall] ?? Digest())
      let changed = particulars.differences(from: now)
      if !changed.isEmpty {
        faults.append("session \(id) is not as event \(event.id) added it: \(changed.joined(separator: ", "))")
      }
    }
    // What came after one that is on record is on record too.
    let oldest = told.min()
    faults += sessions.keys.sorted().filter { !told.contains($0) && (recordStart == nil || $0 > oldest ?? $0) }
      .map { "session \($0) was added without an event" }
    return faults
  }

  private func hallDigests() -> [HallID: Digest] {
    var digests: [HallID: Digest] = [:]
    for seat in hallSeats { digests[seat.hall, default: Digest()].add(seat.label, tier: seat.tier) }
    return digests
  }
}
