internal import Booking
package import TestSupport

/// A house and its model, to which the same is done.
package struct Simulation {
  let house: SimulatedFixture
  package let model: ReferenceModel
  private var steps = 0

  /// - Parameter fault: what the store does wrong, to see whether it is noticed.
  package init(
    policy: SimulatedPolicy, seed: UInt64, in place: SimulatedFixture.Place = .memory, fault: PlantedFault? = nil
  ) throws {
    let house = try SimulatedFixture(policy: policy.policy, seed: seed, in: place, fault: fault)
    let (users, sessions, seats, venue) = try house.read { reader throws(BookingError) in
      let sessions = try reader.sessions()
      var seats: [SessionID: [Seat]] = [:]
      for session in sessions { seats[session.id] = try reader.seats(of: session.id) }
      return (try reader.users(), sessions, seats, try reader.hallNames().values.first!)
    }
    self.house = house
    model = ReferenceModel(
      policy: policy.policy, opening: .opening, users: users.map { ($0.id, $0.balance) }, sessions: sessions,
      seats: seats, venue: venue)
  }

  /// Does one thing to both. Returns in what they differ then, or what is not true that must always be; nil when all
  /// is well.
  package mutating func take(_ step: Step) throws -> String? {
    steps += 1
    if case .wait(let time) = step.operation { house.clock.advance(time) }
    if case .restart = step.operation { try house.restart(step.terminal, policy: model.policy) }
    let answer = house.terminals[step.terminal].answer(step.operation)
    var secret = TokenSecret(high: 0, low: 0)
    if case .token(let status) = answer { secret = status.token.credential.secret }
    let expected = model.answer(step.operation, at: house.clock.instant, secret: secret)
    guard answer == expected else { return "the engine answered \(answer), the model \(expected)" }
    let violations = try house.violations()
    guard violations.isEmpty else { return "violated: \(violations)" }
    return try steps.isMultiple(of: 20) ? differences().first : nil
  }

  /// Everything that anybody may see, where the house and its model differ.
  package func differences() throws -> [String] {
    var found: [String] = []
    func compare<Value: Equatable>(_ what: String, _ real: Value, _ expected: Value) {
      if real != expected { found.append("\(what) is \(real), in the model \(expected)") }
    }
    let engine = house.terminals[steps % house.terminals.count]
    compare("the next due instant", try engine.runSchedule(), model.nextDue)
    let people = try engine.people()
    compare("who lives", people.map(\.token), model.users.map { user in model.liveToken(of: user) })
    for user in model.users {
      let account = try engine.account(of: user)
      compare("the balance of \(user)", account.user.balance, model.balances[user])
      compare("the token of \(user)", account.status, model.tokens.last { $0.user == user }.map(model.status))
      let holds = model.held.filter { $0.user == user }
      let byDeadline = holds.sorted { ($0.deadline, $0.id) < ($1.deadline, $1.id) }
      compare("what \(user) holds", account.holds.map(\.reservation), byDeadline)
      let paying = holds.last.flatMap { hold in model.tokens.first { $0.number == hold.token } }
      compare("the paying token of \(user)", account.payingToken, paying?.credential)
      let bookings = try engine.bookings(of: user)
      compare(
        "the bookings of \(user)", bookings.reversed().map(\.reservation), model.reservations.filter { $0.user == user }
      )
      let payments = Set(bookings.compactMap(\.payment))
      compare("the payments of \(user)", payments, Set(model.payments.filter { $0.user == user }))
      let ledger = model.ledger.filter { $0.user == user }
      compare("the ledger of \(user)", try engine.ledger(of: user), ledger.reversed())
    }
    for session in model.sessions {
      let seats = try house.read { reader throws(BookingError) in try reader.seats(of: session.id) }
      compare("the hall of \(session.id)", seats, model.seats(of: session.id))
    }
    return found
  }
}
