/// What the presenter of a demonstration does to it. A real house refuses all of this: `notADemonstration`.
extension BookingEngine {
  /// The fastest that a demonstration's clock runs, in thousandths of real time: an hour a second.
  package static let fastestRate: Int64 = 3_600_000

  /// Lets booking time run at `rate` thousandths of real time from now on, within 0 and `fastestRate`; 0 stands still.
  package func setRate(_ rate: Int64) throws(BookingError) {
    try direct { context throws(BookingError) in
      try context.store.setClockAnchor(clock.anchor(at: context.now, rate: max(0, min(rate, Self.fastestRate))))
    }
  }

  /// Moves booking time forward, and does everything that falls due on the way, in one step: a jump that failed halfway
  /// and was tried again would be two jumps.
  /// - Parameter duration: not negative.
  package func advance(by duration: Duration) throws(BookingError) {
    try change { tx throws(BookingError) in
      let house = try tx.house()
      guard house.kind == .demonstration else { throw .notADemonstration }
      let instant = try clock.now(in: house) + max(.zero, duration)
      try tx.setClockAnchor(clock.anchor(at: instant, rate: house.anchor.rate))
      let context = WriteContext(store: tx, snapshot: try Snapshot(tx, at: instant), makeSecret: makeSecret)
      _ = try Settlement.run(at: context, limit: .max)
      try tx.setLatest(instant, admittedThrough: instant)
    }
  }

  /// Moves booking time to an instant and does nothing of what falls due on the way: that is left to whoever looks next.
  package func skip(to instant: Timestamp) throws(BookingError) {
    try change { tx throws(BookingError) in
      let house = try tx.house()
      guard house.kind == .demonstration else { throw .notADemonstration }
      try tx.setClockAnchor(clock.anchor(at: instant, rate: house.anchor.rate))
    }
  }

  /// Moves booking time to the next thing that falls due, and does it. Returns whether there was one.
  @discardableResult
  package func advanceToNextDue() throws(BookingError) -> Bool {
    guard let due = try nextDue() else {
      // A real house refuses whether or not there is something to wait for.
      try direct { _ throws(BookingError) in }
      return false
    }
    try advance(by: due - now())
    return true
  }

  /// Lets booking time run on from `instant`, or from the record where that lies later, when it has run further: a show
  /// whose crowd is too large for its speed waits for it. What was on record never lies ahead.
  package func holdBack(to instant: Timestamp) throws(BookingError) {
    try change { tx throws(BookingError) in
      let house = try tx.house()
      guard house.kind == .demonstration else { throw .notADemonstration }
      let target = max(house.latest, instant)
      guard try target < clock.now(in: house) else { return }
      try tx.setClockAnchor(clock.anchor(at: target, rate: house.anchor.rate))
    }
  }

  /// Puts another policy in force at once. It stops new work and moves no deadline; after a change of the period
  /// admissions are counted from now.
  package func setPolicy(_ policy: Policy) throws(BookingError) {
    precondition(policy.fault == nil, "a policy is checked where it is read")
    try direct { context throws(BookingError) in
      guard policy != context.policy else { return }
      try context.store.insertPolicy(policy, since: context.now)
      if policy.activationPeriod != context.policy.activationPeriod { try context.store.setAdmissionEpoch(context.now) }
      try context.store.append(
        Event(.policySet, at: context.now, rule: 0).with { $0.particulars = policy.particulars() })
    }
  }

  /// Sets the house back to its beginning, at the present instant: everything that happened is forgotten.
  package func reset(policy: Policy, season: Season?, people: [SeedUser]) throws(BookingError) {
    precondition(policy.fault == nil, "a policy is checked where it is read")
    try direct { context throws(BookingError) in
      let anchor = clock.anchor(at: context.now, rate: try context.store.house().anchor.rate)
      try context.store.append(Event(.houseReset, at: context.now, rule: 0))
      try context.store.erase()
      try create(.demonstration, anchor: anchor, policy: policy, season: season, people: people, in: context.store)
    }
  }

  func direct(_ body: (WriteContext) throws(BookingError) -> Void) throws(BookingError) {
    try write { context throws(BookingError) in
      guard try context.store.house().kind == .demonstration else { throw .notADemonstration }
      try body(context)
    }
  }
}
