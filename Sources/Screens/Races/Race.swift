internal import Booking

/// Runs a collision on a scratch copy of a house, whose clock stands and is moved by hand. In one process nothing happens
/// at once: what is shown is one order, by the very use cases that people at terminals use.
final class Race {
  private let engine: BookingEngine
  private let people: [UserID]
  private let collision: Collision
  private var steps: [RaceReport.Step] = []
  private var tokens: [UserID: TokenCredential] = [:]
  private var keys = 0

  /// - Parameters:
  ///   - engine: of the copy, which is spent afterwards.
  ///   - people: who takes part, in the order in which they come; at least two, all different.
  init(_ collision: Collision, on engine: BookingEngine, people: [UserID]) {
    self.collision = collision
    self.engine = engine
    self.people = people
  }

  /// - Throws: `saleClosed` where no session with enough free seats is on sale; `storage`.
  func run() throws(BookingError) -> RaceReport {
    try openDoors()
    let (session, seats) = try findSeats()
    try prepare(seats)
    let (first, second) = (people[0], people[1])
    let isAsRuled: Bool
    switch collision {
    case .sameSeat:
      let outcomes = try people.map { user throws(BookingError) in try hold([seats[0]], session, user) }
      isAsRuled =
        outcomes[0] != nil && outcomes.dropFirst().allSatisfy { $0 == nil } && refusals.allSatisfy(\.isSeatTaken)
    case .payBeforeDeadline, .payAtDeadline, .payAfterDeadline:
      isAsRuled = try payAroundDeadline(seats[0], session, first, second)
    case .payTwiceWithOneKey, .payTwiceWithTwoKeys:
      let holds = try hold([seats[0]], session, first) ?? []
      let key = newKey()
      let before = try engine.balance(user: first)
      let receipts = try [key, collision == .payTwiceWithOneKey ? key : newKey()].map { key throws(BookingError) in
        try pay(holds, first, key)
      }
      let spent = before - (try engine.balance(user: first))
      isAsRuled =
        spent == seats[0].price
        && (collision == .payTwiceWithOneKey
          ? receipts[0] != nil && receipts[0] == receipts[1] : receipts[0] != nil && refusals == [.alreadyPaid])
    case .tokenEndsDuringHold:
      let holds = try hold([seats[0]], session, first) ?? []
      try record(first, .endToken) { () throws(BookingError) in try engine.endToken(of: first) }
      let late = try hold([seats[1]], session, first)
      let receipt = try pay(holds, first, newKey())
      isAsRuled = late == nil && receipt != nil && refusals == [.invalidToken(.expired(.idle))]
    case .lastSeats:
      let outcomes = [
        try hold(Array(seats[0..<4]), session, first), try hold(Array(seats[1..<5]), session, second),
      ]
      let left = try engine.account(of: second).holds
      isAsRuled = outcomes[0] != nil && outcomes[1] == nil && left.isEmpty && refusals == [.seatTaken(seats[1].id)]
    }
    let violations = try engine.violations()
    let holder = try engine.inspect { auditor throws(BookingError) in
      try auditor.seat(seats[0].id, of: session)?.taker
    }
    return RaceReport(
      collision: collision, steps: steps, isAsRuled: isAsRuled && violations.isEmpty, winner: holder)
  }

  private func payAroundDeadline(
    _ seat: Seat, _ session: SessionID, _ first: UserID, _ second: UserID
  ) throws(BookingError) -> Bool {
    guard let hold = try hold([seat], session, first)?.first else { return false }
    let offset: Int64 = collision == .payBeforeDeadline ? -1 : collision == .payAtDeadline ? 0 : 1
    let instant = hold.deadline + .milliseconds(offset)
    // The second one must be inside at that instant, and not since long.
    try advance(to: instant - .seconds(2))
    if let token = tokens[second] { try engine.leaveQueue(caller: second, token: token) }
    try admit(second)
    try advance(to: instant)
    let receipt = try pay([hold], first, newKey())
    let taken = try self.hold([seat], session, second)
    return offset < 0
      ? receipt != nil && taken == nil && refusals.last == .seatTaken(seat.id)
      : receipt == nil && taken != nil && refusals == [.reservationExpired]
  }

  private var refusals: [BookingError] { steps.compactMap(\.refusal) }
}

// MARK: - Before the race

extension Race {
  /// Lets everybody in who comes, within a second; the copy is nobody's house.
  private func openDoors() throws(BookingError) {
    var policy = try engine.policy()
    policy.activationPeriod = .seconds(1)
    policy.batch = 1_000_000
    policy.maxActive = nil
    policy.maxHoldsPerUser = max(4, policy.maxHoldsPerUser)
    policy.tokenLifetime = max(.minutes(1), policy.tokenLifetime)
    policy.idleLimit = max(.seconds(30), policy.idleLimit)
    policy.holdDuration = max(.seconds(10), policy.holdDuration)
    try engine.setPolicy(policy)
  }

  private func findSeats() throws(BookingError) -> (SessionID, [Seat]) {
    let count = 5
    let now = try engine.now()
    let found: (SessionID, [Seat])? = try engine.inspect { auditor throws(BookingError) in
      for session in try auditor.sessions() where session.isOnSale(at: now + .minutes(30)) && session.isOnSale(at: now)
      {
        let free = try auditor.seats(of: session.id).filter { $0.status == .available }
        if free.count >= count { return (session.id, free) }
      }
      return nil
    }
    guard let (session, free) = found else { throw .saleClosed(.over) }
    if collision == .lastSeats { _ = try engine.takeSeats(free.dropFirst(count).map(\.id), of: session) }
    return (session, Array(free.prefix(count)))
  }

  /// Gives everybody an active token, money for what they want, and nothing that is held.
  private func prepare(_ seats: [Seat]) throws(BookingError) {
    let price = seats.map(\.price).sum()
    for user in people {
      try admit(user)
      let account = try engine.account(of: user)
      if !account.holds.isEmpty { try engine.release(caller: user, reservations: account.holds.map(\.reservation.id)) }
      if account.user.balance < price { try engine.setBalance(of: user, to: price) }
    }
  }

  /// Sees to it that a person has an active token.
  private func admit(_ user: UserID) throws(BookingError) {
    let credential = try engine.issueToken(user: user).token.credential
    tokens[user] = credential
    guard try engine.lookUpToken(credential).token.activity == nil else { return }
    try advance(to: try engine.nextAdmission())
  }

  private func advance(to instant: Timestamp) throws(BookingError) {
    try engine.advance(by: instant - (try engine.now()))
  }
}

// MARK: - In the race

extension Race {
  private func newKey() -> RequestKey {
    keys += 1
    return RequestKey("race-\(keys)")
  }

  /// nil when it was refused.
  private func hold(_ seats: [Seat], _ session: SessionID, _ user: UserID) throws(BookingError) -> [Reservation]? {
    guard let token = tokens[user] else { return nil }
    return try record(user, .hold(seats.map(\.label))) { () throws(BookingError) in
      try engine.holdSeats(caller: user, token: token, session: session, seats: seats.map(\.id), key: newKey())
    }
  }

  private func pay(_ holds: [Reservation], _ user: UserID, _ key: RequestKey) throws(BookingError) -> Receipt? {
    guard let token = tokens[user] else { return nil }
    return try record(user, .pay(holds.map(\.price).sum())) { () throws(BookingError) in
      try engine.pay(caller: user, token: token, reservations: holds.map(\.id), key: key)
    }
  }

  /// Does something and notes what came of it. Only a store that fails ends the race.
  @discardableResult
  private func record<Answer>(
    _ user: UserID, _ deed: RaceReport.Deed, _ body: () throws(BookingError) -> Answer
  ) throws(BookingError) -> Answer? {
    let now = try engine.now()
    do throws(BookingError) {
      let answer = try body()
      steps.append(RaceReport.Step(at: now, user: user, deed: deed, refusal: nil))
      return answer
    } catch {
      if case .storage = error { throw error }
      steps.append(RaceReport.Step(at: now, user: user, deed: deed, refusal: error))
      return nil
    }
  }
}

extension BookingError {
  fileprivate var isSeatTaken: Bool { if case .seatTaken = self { true } else { false } }
}
