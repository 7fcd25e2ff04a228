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
  private var broken: TicketNumber?

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
    let isSound = collision.breaksRow ? hasFound(violations) : violations.isEmpty
    return RaceReport(steps: steps, isAsRuled: isAsRuled && isSound, violations: violations, seat: seat)
  }

  /// Whether the row that was broken is among what the audit found, and nothing else.
  private func hasFound(_ violations: [Violation]) -> Bool {
    guard let broken else { return false }
    return !violations.isEmpty && violations.allSatisfy { $0.place.contains("\(broken)") }
  }

  /// Why something was refused, so far.
  var refusals: [BookingError] { steps.compactMap(\.refusal) }
}

// MARK: - Before it

extension Race {
  /// Lets everybody in who comes, within a second, and keeps limits within a sale's time; the copy is nobody's house.
  func openDoors() throws(BookingError) {
    guard !isOpen else { return }
    isOpen = true
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
    let tier = free.first { seat in free.count { $0.tier == seat.tier } >= count }?.tier
    let seats = Array(free.filter { tier == nil || $0.tier == tier }.prefix(count))
    if takingTheRest { _ = try engine.takeSeats(free.filter { !seats.contains($0) }.map(\.id), of: session) }
    self.session = session
    contested = seats[0].id
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
    let names = try engine.users().map { Regular(name: $0.name, balance: .zero) }
    try engine.reset(policy: try engine.policy(), season: nil, people: names)
    note("처음으로 되돌림", "the house is set back to its beginning")
  }

  /// Marks a waiting token as active, past all rules: as a mistake of ours, or of who edits a store, would.
  func breakToken(of user: UserID) throws(BookingError) {
    guard let number = tokens[user]?.number else { return }
    broken = number
    let now = try engine.now()
    try engine.store.write { tx throws(BookingError) in
      _ = try tx.activateToken(
        number,
        QueueToken.Activity(
          since: now, lastAction: now, lifetimeDeadline: now + .hours(1), idleDeadline: now + .hours(1)))
    }
    note("#\(number)의 기록을 깨뜨림", "the row of #\(number) is broken", user)
  }
}

// MARK: - Time

extension Race {
  func advance(by time: Duration) throws(BookingError) { try engine.advance(by: time) }

  /// Moves the clock and has nobody look: what falls due on the way is left to whoever comes next.
  func jump(to instant: Timestamp) throws(BookingError) {
    try engine.store.write { tx throws(BookingError) in
      let anchor = try tx.house().anchor
      try tx.setClockAnchor(ClockAnchor(bootID: anchor.bootID, boot: anchor.boot, instant: instant, rate: 0))
    }
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

  func setBalance(of user: UserID, to balance: Won) throws(BookingError) {
    try engine.setBalance(of: user, to: balance)
    note("잔액을 \(balance.text(.korean))으로 고침", "the balance is set to \(balance.text(.english))", user)
  }

  func setPrice(of seat: Seat, to price: Won) throws(BookingError) {
    try engine.setPrice(of: seat.id, in: session, to: price)
    note(
      "\(seat.tier.clean)석 가격이 \(price.text(.korean))으로 바뀜",
      "\(seat.tier.clean) costs \(price.text(.english)) from now on")
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

  /// The admissions of those who stand in a line, in order.
  func admissions(of line: [QueueToken]) throws(BookingError) -> [Event] {
    let numbers = Set(line.map(\.number))
    return try engine.events(after: EventID(0), limit: .max)
      .filter { event in event.kind == .tokenActivated && event.token.map(numbers.contains) ?? false }
  }

  private func taker(of seat: SeatID) throws(BookingError) -> UserID? {
    try engine.inspect { auditor throws(BookingError) in try auditor.seat(seat, of: session)?.taker }
  }
}
