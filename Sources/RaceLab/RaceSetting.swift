internal import Booking
internal import Wording

/// How a race comes to its beginning, and its clock on.
extension Race {
  /// Lets everybody in who comes, within a second, and keeps limits within a sale's time; the copy is nobody's house.
  func openDoors() throws(BookingError) {
    guard !isOpen else { return }
    isOpen = true
    housePolicy = try engine.policy()
    try setPolicy {
      $0.activationPeriod = .seconds(1)
      $0.batch = 1_000_000
      $0.maxActive = nil
      $0.maxHoldsPerUser = max(4, $0.maxHoldsPerUser)
      $0.tokenLifetime = min(max(.minutes(1), $0.tokenLifetime), .minutes(20))
      $0.idleLimit = min(max(.seconds(30), $0.idleLimit), .minutes(10))
      $0.tokenLifetime = max($0.tokenLifetime, $0.idleLimit + .seconds(1))
      $0.holdDuration = min(max(.seconds(10), $0.holdDuration), .minutes(10))
      $0.balanceCeiling = max(Won(2), $0.balanceCeiling)
    }
  }

  /// Tells which of the limits that people feel are others than in the house, unless that has been told.
  private func noteLimits() throws(BookingError) {
    let policy = try engine.policy()
    guard let housePolicy, policy != notedPolicy else { return }
    notedPolicy = policy
    let felt: [PolicyValue] = [.tokenLifetime, .idleLimit, .holdDuration, .maxHoldsPerUser, .balanceCeiling]
    func text(_ language: Language) -> String {
      felt.filter { policy.text(of: $0, language) != housePolicy.text(of: $0, language) }
        .map { "\($0.name(language)) \(policy.text(of: $0, language))" }.joined(separator: ", ")
    }
    guard !text(.english).isEmpty else { return }
    note("사본에서 바꾼 한도: \(text(.korean))", "limits in the copy: \(text(.english))")
  }

  func setPolicy(_ change: (inout Policy) -> Void) throws(BookingError) {
    var policy = try engine.policy()
    change(&policy)
    try engine.setPolicy(policy)
  }

  /// Waits until nobody stands in line, is inside or holds a seat.
  /// - Parameter change: to the policy, from then on.
  func emptyHouse(_ change: (inout Policy) -> Void = { _ in }) throws(BookingError) {
    try openDoors()
    var policy = try engine.policy()
    let step = max(policy.tokenLifetime, policy.holdDuration) + .seconds(2)
    // What was made under longer limits is waited for as well.
    while let due = try engine.nextDue() { try advance(by: max(step, due - (try engine.now()))) }
    tokens = [:]
    try setPolicy(change)
    defer { isEmpty = true }
    guard !isEmpty else { return }
    policy = try engine.policy()
    let cap = policy.maxActive.map { LocalizedText(", 활성 상한 \($0)명", ", a cap of \($0)") } ?? LocalizedText("", "")
    let batch = min(policy.batch, 1000)
    note(
      "모두 나간 뒤에 시작. 1초마다 \(batch)명까지 입장\(cap.korean)",
      "begins when all have left; up to \(batch) are let in every second\(cap.english)")
    try noteLimits()
  }

  /// Finds free seats, of one tier where there are enough, and lets people in with money for all of them and nothing
  /// held. The first seat is what it is about.
  /// - Parameters:
  ///   - guests: everybody, where nobody is named.
  ///   - takingTheRest: whether no other seat of the session stays free.
  /// - Throws: `saleClosed` where no session on sale has as many.
  func open(
    seats count: Int, for guests: [UserID]? = nil, takingTheRest: Bool = false
  ) throws(BookingError) -> [Seat] {
    try openDoors()
    let now = try engine.now()
    let found: (SessionID, [Seat])? = try engine.inspect { auditor throws(BookingError) in
      // Who released a seat would get its old deadline back.
      var released: Set<SeatID> = []
      for user in people {
        for past in try auditor.reservations(of: user) where past.deadline > now { released.insert(past.seat) }
      }
      for session in try auditor.sessions() where session.isOnSale(at: now + .minutes(30)) && session.isOnSale(at: now)
      {
        let free = try auditor.seats(of: session.id).filter {
          $0.status == .available && !released.contains($0.id)
        }
        if free.count >= count { return (session.id, free) }
      }
      return nil
    }
    guard let (session, free) = found else { throw .saleClosed(.over) }
    let sizes = Dictionary(grouping: free, by: \.tier).mapValues(\.count)
    let tier = free.first { sizes[$0.tier, default: 0] >= count }?.tier
    let seats = Array(free.filter { tier == nil || $0.tier == tier }.prefix(count))
    if takingTheRest {
      _ = try engine.takeSeats(Set(free.map(\.id)).subtracting(seats.map(\.id)).sorted(), of: session)
    }
    self.session = session
    contested = seats[0]
    let price = seats.map(\.price).sum()
    let dearest = Won(1_000_000_000_000)
    guard price <= dearest - Won(1000) else { throw .saleClosed(.over) }
    try setPolicy { $0.balanceCeiling = max(price + Won(1000), $0.balanceCeiling) }
    let guests = guests ?? people
    try admit(guests)
    for user in guests {
      let account = try engine.account(of: user)
      if !account.holds.isEmpty { try engine.release(caller: user, reservations: account.holds.map(\.reservation.id)) }
      if account.user.balance < price { try engine.setBalance(of: user, to: price) }
    }
    if !isEmpty {
      note("사본에서는 1초 안에 모두 입장", "in the copy everybody is let in within a second")
    }
    try noteLimits()
    return seats
  }

  /// Gives people new tokens that have just become active, so that no limit of theirs is near.
  private func admit(_ users: [UserID]) throws(BookingError) {
    for user in users {
      if let token = try engine.account(of: user).status?.token, token.isLive {
        try engine.leaveQueue(caller: user, token: token.credential)
      }
    }
    for user in users { tokens[user] = try engine.issueToken(user: user).token.credential }
    try advance(to: try engine.nextAdmission())
  }

  /// Lets a person in anew two seconds before an instant.
  func letIn(_ user: UserID, shortlyBefore instant: Timestamp) throws(BookingError) {
    try advance(to: instant - .seconds(2))
    try admit([user])
  }

  /// Sets the copy back to its beginning, with as many people and nothing to sell.
  func startAgain() throws(BookingError) {
    let names = try engine.users().map { SeedUser(name: $0.name, balance: .zero) }
    try engine.reset(policy: try engine.policy(), season: nil, people: names)
    note("처음으로 되돌림", "the house is set back to its beginning")
  }

  /// Marks a waiting token as active, past all rules: as a mistake of ours, or of who edits a store, would.
  func breakToken(of user: UserID) throws(BookingError) {
    guard let number = tokens[user]?.number else { return }
    broken = number
    try engine.damageToken(number)
    note("#\(number)의 기록을 깨뜨림", "the row of #\(number) is broken", user)
  }
}

// MARK: - Time

extension Race {
  func advance(by time: Duration) throws(BookingError) { try engine.advance(by: time) }

  /// Moves the clock and has nobody look: what falls due on the way is left to whoever comes next.
  func jump(to instant: Timestamp) throws(BookingError) {
    try engine.skip(to: instant)
  }

  /// - Parameter telling: whether what befalls the people on the way is told.
  func advance(to instant: Timestamp, telling: Bool = false) throws(BookingError) {
    let before = try engine.lastEvent()
    try engine.advance(by: instant - (try engine.now()))
    if telling { try tell(after: before) }
  }

  func advance(by time: Duration, telling: Bool) throws(BookingError) {
    try advance(to: try engine.now() + time, telling: telling)
  }

  /// Has the scheduler look at an instant, and tells what it does.
  func sweep(at instant: Timestamp) throws(BookingError) {
    let before = steps.count
    try advance(to: instant, telling: true)
    if steps.count == before { note("정리: 할 일 없음", "the sweep: nothing to do") }
  }

  /// Some time in which neither a hold nor its maker's token ends.
  func pause(in hold: Reservation) throws(BookingError) -> Duration {
    let policy = try engine.policy()
    let shortest = min(policy.idleLimit, policy.tokenLifetime, hold.deadline - hold.heldAt)
    return .milliseconds(shortest.milliseconds / 2)
  }
}
