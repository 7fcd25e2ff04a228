internal import Booking

/// Plays a collision on a scratch copy of a house, whose clock stands and is moved by hand. In one process nothing happens
/// at once: what is shown is one order, by the very use cases that people at terminals use.
final class Race {
  /// Of the copy, which is spent afterwards.
  let engine: BookingEngine
  /// Who takes part, in the order in which they come; all different.
  let people: [UserID]
  /// The session in which seats were found.
  private(set) var session = SessionID(0)

  private var steps: [RaceReport.Step] = []
  private var tokens: [UserID: TokenCredential] = [:]
  private var keys = 0
  private var isOpen = false
  private var isEmpty = false
  private var contested: SeatID?

  /// - Parameters:
  ///   - people: as many as the collision takes.
  ///   - engine: of a copy whose clock stands.
  init(_ people: [UserID], on engine: BookingEngine) {
    self.people = people
    self.engine = engine
  }

  /// - Throws: `saleClosed` where no session with enough free seats is on sale; `storage`.
  func run(_ collision: Collision) throws(BookingError) -> RaceReport {
    let isAsRuled = try collision.play(self)
    let violations = try engine.violations()
    var seat: RaceReport.Seat?
    if let contested, [.seats, .money].contains(collision.subject) {
      seat = try taker(of: contested).map { .of($0) } ?? .nobodys
    }
    return RaceReport(
      steps: steps, isAsRuled: isAsRuled && violations.isEmpty != collision.breaksRow, violations: violations,
      seat: seat)
  }

  /// Why something was refused, so far.
  var refusals: [BookingError] { steps.compactMap(\.refusal) }
}

// MARK: - Before it

extension Race {
  /// Lets everybody in who comes, within a second, and leaves time for what is played; the copy is nobody's house.
  func openDoors() throws(BookingError) {
    guard !isOpen else { return }
    isOpen = true
    try setPolicy {
      $0.activationPeriod = .seconds(1)
      $0.batch = 1_000_000
      $0.maxActive = nil
      $0.maxHoldsPerUser = max(4, $0.maxHoldsPerUser)
      $0.tokenLifetime = max(.minutes(1), $0.tokenLifetime)
      $0.idleLimit = max(.seconds(30), $0.idleLimit)
      $0.holdDuration = max(.seconds(10), $0.holdDuration)
    }
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
    let policy = try engine.policy()
    while try engine.nextDue() != nil { try advance(by: max(policy.tokenLifetime, policy.holdDuration) + .seconds(2)) }
    tokens = [:]
    try setPolicy(change)
    if !isEmpty { note("모두 나간 집에서 시작", "begins when everybody has left the house") }
    isEmpty = true
  }

  /// Finds free seats, of one tier where there are enough, and lets people in with money for all of them and nothing
  /// held. The first seat is what it is about.
  /// - Parameters:
  ///   - guests: everybody, where nobody is named.
  ///   - takingTheRest: whether no other seat of the session stays free.
  func open(
    seats count: Int, for guests: [UserID]? = nil, takingTheRest: Bool = false
  ) throws(BookingError) -> [Seat] {
    try openDoors()
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
    let tier = free.first { seat in free.count { $0.tier == seat.tier } >= count }?.tier
    let seats = Array(free.filter { tier == nil || $0.tier == tier }.prefix(count))
    if takingTheRest { _ = try engine.takeSeats(free.filter { !seats.contains($0) }.map(\.id), of: session) }
    self.session = session
    contested = seats[0].id
    let price = seats.map(\.price).sum()
    for user in guests ?? people { try letIn(user, with: price) }
    return seats
  }

  private func letIn(_ user: UserID, with money: Won) throws(BookingError) {
    try admit(user)
    let account = try engine.account(of: user)
    if !account.holds.isEmpty { try engine.release(caller: user, reservations: account.holds.map(\.reservation.id)) }
    guard account.user.balance < money else { return }
    try setPolicy { $0.balanceCeiling = max(money, $0.balanceCeiling) }
    try engine.setBalance(of: user, to: money)
  }

  /// Sees to it that a person has an active token.
  private func admit(_ user: UserID) throws(BookingError) {
    let credential = try engine.issueToken(user: user).token.credential
    tokens[user] = credential
    guard try engine.lookUpToken(credential).token.activity == nil else { return }
    try advance(to: try engine.nextAdmission())
  }

  /// Lets a person in anew two seconds before an instant, so that no limit of theirs comes then.
  func letIn(_ user: UserID, shortlyBefore instant: Timestamp) throws(BookingError) {
    try advance(to: instant - .seconds(2))
    if let token = tokens[user] { try engine.leaveQueue(caller: user, token: token) }
    try admit(user)
  }

  /// Marks a waiting token as active, past all rules: as a mistake of ours, or of who edits a store, would.
  func breakToken(of user: UserID) throws(BookingError) {
    guard let number = tokens[user]?.number else { return }
    let now = try engine.now()
    try engine.store.write { tx throws(BookingError) in
      _ = try tx.activateToken(
        number,
        QueueToken.Activity(
          since: now, lastAction: now, lifetimeDeadline: now + .hours(1), idleDeadline: now + .hours(1)))
    }
    note("\(number)번의 기록을 깨뜨림", "the row of #\(number) is broken", user)
  }
}

// MARK: - Time

extension Race {
  func advance(by time: Duration) throws(BookingError) { try engine.advance(by: time) }

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

  private func tell(after id: EventID) throws(BookingError) {
    for event in try engine.events(after: id, limit: .max) {
      guard let user = event.user, people.contains(user), let text = event.fate else { continue }
      steps.append(RaceReport.Step(at: event.at, user: user, text: text, refusal: nil))
    }
  }
}

extension Event {
  /// What befell somebody by itself; nil for what people do.
  fileprivate var fate: LocalizedText? {
    switch kind {
    case .tokenActivated: LocalizedText("입장 (규칙 9)", "is admitted (rule 9)")
    case .tokenEnded where reason == .idle: LocalizedText("토큰 만료: 비활동 (규칙 9)", "token ends: idle (rule 9)")
    case .tokenEnded where reason == .lifetime: LocalizedText("토큰 만료: 시간 초과 (규칙 9)", "token ends: too old (rule 9)")
    case .holdExpired: LocalizedText("미결제, 좌석 풀림 (규칙 10)", "hold ends unpaid, the seat is free (rule 10)")
    default: nil
    }
  }
}

// MARK: - What people do

extension Race {
  func newKey() -> RequestKey {
    keys += 1
    return RequestKey("race-\(keys)")
  }

  /// nil when it was refused, as in all of these.
  @discardableResult
  func hold(_ seats: [Seat], by user: UserID) throws(BookingError) -> [Reservation]? {
    guard let token = tokens[user] else { return nil }
    let key = newKey()
    let names = seats.map(\.label.short.clean).joined(separator: ", ")
    return try record(user, LocalizedText("\(names) 예약", "holds \(names)")) { () throws(BookingError) in
      try engine.holdSeats(caller: user, token: token, session: session, seats: seats.map(\.id), key: key)
    } answer: { holds in
      let deadline = holds.first?.deadline.exact ?? ""
      return LocalizedText("\(deadline)까지", "until \(deadline)")
    }
  }

  /// - Parameter other: whose token is presented, where it is not one's own.
  @discardableResult
  func pay(
    _ holds: [Reservation], by user: UserID, with other: UserID? = nil, key: RequestKey? = nil
  ) throws(BookingError) -> Receipt? {
    guard let token = tokens[other ?? user] else { return nil }
    let key = key ?? newKey()
    let sum = holds.map(\.price).sum()
    let deed =
      other == nil
      ? LocalizedText("\(sum.text(.korean)) 결제", "pays \(sum.text(.english))")
      : LocalizedText("남의 토큰으로 결제", "pays with another's token")
    return try record(user, deed) { () throws(BookingError) in
      try engine.pay(caller: user, token: token, reservations: holds.map(\.id), key: key)
    } answer: { receipt in
      LocalizedText("잔액 \(receipt.balance.text(.korean))", "balance \(receipt.balance.text(.english))")
    }
  }

  func release(_ holds: [Reservation], by user: UserID) throws(BookingError) {
    try record(user, LocalizedText("임시 예약 해제", "releases the hold")) { () throws(BookingError) in
      try engine.release(caller: user, reservations: holds.map(\.id))
    }
  }

  func charge(_ amount: Won, to user: UserID, key: RequestKey? = nil) throws(BookingError) {
    let key = key ?? newKey()
    let deed = LocalizedText("\(amount.text(.korean)) 충전", "charges \(amount.text(.english))")
    try record(user, deed) { () throws(BookingError) in
      try engine.charge(user: user, amount: amount, key: key)
    } answer: { balance in
      LocalizedText("잔액 \(balance.text(.korean))", "balance \(balance.text(.english))")
    }
  }

  @discardableResult
  func join(_ user: UserID) throws(BookingError) -> TokenStatus? {
    let status = try record(user, LocalizedText("토큰 요청", "asks for a token")) { () throws(BookingError) in
      try engine.issueToken(user: user)
    } answer: {
      $0.words
    }
    if let status { tokens[user] = status.token.credential }
    return status
  }

  /// Many at one instant, the people first, then some who are made for it. Answers their tokens in the order of asking.
  func joinAll(_ count: Int) throws(BookingError) -> [QueueToken] {
    var line: [QueueToken] = []
    for index in 0..<count {
      let user: UserID
      if index < people.count { user = people[index] } else { user = try engine.addUser(name: "Guest \(index)").id }
      line.append(try engine.issueToken(user: user).token)
    }
    note("\(count)명이 같은 순간에 토큰을 받음", "\(count) ask for a token at this instant")
    return line
  }

  func leave(_ user: UserID) throws(BookingError) {
    guard let token = tokens[user] else { return }
    try record(user, LocalizedText("대기열에서 나감", "leaves the queue")) { () throws(BookingError) in
      try engine.leaveQueue(caller: user, token: token)
    }
  }

  /// Looks at one's token, and tells it.
  @discardableResult
  func look(_ user: UserID) throws(BookingError) -> TokenStatus? {
    guard let token = tokens[user] else { return nil }
    return try record(user, LocalizedText("토큰 조회", "looks at the token")) { () throws(BookingError) in
      try engine.lookUpToken(token)
    } answer: {
      $0.words
    }
  }

  func endToken(of user: UserID) throws(BookingError) {
    try record(user, LocalizedText("토큰이 끝남", "token ends")) { () throws(BookingError) in
      try engine.endToken(of: user)
    }
  }

  func setPrice(of seat: Seat, to price: Won) throws(BookingError) {
    try engine.setPrice(of: seat.id, in: session, to: price)
    note("\(seat.tier)석이 \(price.text(.korean))으로", "\(seat.tier.clean) costs \(price.text(.english)) from now on")
  }

  /// Does something and notes what came of it. Only a store that fails ends the race.
  @discardableResult
  private func record<Answer>(
    _ user: UserID, _ deed: LocalizedText, _ body: () throws(BookingError) -> Answer,
    answer text: (Answer) -> LocalizedText = { _ in LocalizedText("OK", "OK") }
  ) throws(BookingError) -> Answer? {
    let now = try engine.now()
    do throws(BookingError) {
      let answer = try body()
      let text = text(answer)
      steps.append(
        RaceReport.Step(
          at: now, user: user,
          text: LocalizedText("\(deed.korean): \(text.korean)", "\(deed.english): \(text.english)"), refusal: nil))
      return answer
    } catch {
      if case .storage = error { throw error }
      steps.append(RaceReport.Step(at: now, user: user, text: deed, refusal: error))
      return nil
    }
  }

  /// Notes something that nobody did.
  func note(_ korean: String, _ english: String, _ user: UserID? = nil) {
    guard let now = try? engine.now() else { return }
    steps.append(RaceReport.Step(at: now, user: user, text: LocalizedText(korean, english), refusal: nil))
  }
}

extension TokenStatus {
  fileprivate var words: LocalizedText {
    switch token.state {
    case .waiting:
      LocalizedText("#\(token.number), 대기 순서 \(position ?? 0)", "#\(token.number), position \(position ?? 0)")
    case .active(let activity):
      LocalizedText(
        "#\(token.number), \(activity.deadline.exact)까지 활성", "#\(token.number), active until \(activity.deadline.exact)"
      )
    case .expired(let at, let reason, _):
      LocalizedText(
        "#\(token.number), \(at.exact)에 만료: \(reason.word(.korean))",
        "#\(token.number), ended at \(at.exact): \(reason.word(.english))")
    }
  }
}

// MARK: - How things stand

extension Race {
  /// A person's token, without telling it.
  func status(of user: UserID) throws(BookingError) -> TokenStatus? {
    guard let token = tokens[user] else { return nil }
    return try engine.lookUpToken(token)
  }

  /// When a person's first hold ends, which is told.
  func tellDeadline(of user: UserID) throws(BookingError) -> Timestamp? {
    let deadline = try engine.account(of: user).holds.first?.reservation.deadline
    let text = deadline?.exact ?? "-"
    note("기한: \(text)", "deadline: \(text)", user)
    return deadline
  }

  func isSold(_ seat: Seat, to user: UserID) throws(BookingError) -> Bool {
    try engine.inspect { auditor throws(BookingError) in
      guard let seat = try auditor.seat(seat.id, of: session), case .sold = seat.status else { return false }
      return seat.taker == user
    }
  }

  /// The numbers in the order of their admission, of those who stand in a line.
  func admissions(of line: [QueueToken]) throws(BookingError) -> [TicketNumber] {
    let numbers = Set(line.map(\.number))
    return try engine.events(after: EventID(0), limit: .max).filter { $0.kind == .tokenActivated }.compactMap(\.token)
      .filter(numbers.contains)
  }

  private func taker(of seat: SeatID) throws(BookingError) -> UserID? {
    try engine.inspect { auditor throws(BookingError) in try auditor.seat(seat, of: session)?.taker }
  }
}
