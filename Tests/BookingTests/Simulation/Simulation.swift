import Booking
import SQLiteStore
import TestSupport
import Testing

/// A house and its model, to which the same is done.
struct Simulation {
  let house: TestHouse
  let model: ModelHouse
  private let name: String
  private var maker: OperationMaker
  private var log: [String] = []

  init(policy: SimulatedPolicy, seed: UInt64) throws {
    name = "\(policy.rawValue), BOXOFFICE_SEED=\(seed)"
    maker = OperationMaker(seed: seed)
    let hall = TestHouse.season(rows: 3, width: 4).halls[0]
    let balance = Won(200_000)
    let house = try TestHouse(
      policy: policy.policy, people: 8, balance: balance, seed: seed,
      season: Self.season(hall, unit: policy.policy.holdDuration))
    let (sessions, seats) = try house.store.read { reader throws(BookingError) in
      let sessions = try reader.sessions()
      var seats: [SessionID: [Seat]] = [:]
      for session in sessions { seats[session.id] = try reader.seats(of: session.id) }
      return (sessions, seats)
    }
    self.house = house
    model = ModelHouse(
      policy: policy.policy, opening: .opening, users: house.people.map { ($0, balance) }, sessions: sessions,
      seats: seats, venue: hall.name)
  }

  /// Four evenings, such that sales open and close, and an evening begins before its sale closes, during a simulation.
  private static func season(_ hall: HallDraft, unit: Duration) -> Season {
    let prices = [TierPrice(tier: "R", price: TestHouse.price), TierPrice(tier: "S", price: Won(30_000))]
    func evening(start: Int64, opens: Int64, closes: Int64) -> Season.Evening {
      Season.Evening(
        hall: 0, start: .opening + unit * start, saleOpens: .opening + unit * opens,
        saleCloses: .opening + unit * closes, prices: prices)
    }
    return Season(
      halls: [hall],
      shows: [
        Season.Show(
          title: LocalizedText("첫째", "First"), artist: LocalizedText("악단", "Band"),
          evenings: [
            evening(start: 5000, opens: 0, closes: 4900), evening(start: 5000, opens: 0, closes: 12),
            evening(start: 400, opens: 8, closes: 390),
          ]),
        Season.Show(
          title: LocalizedText("둘째", "Second"), artist: LocalizedText("악단", "Band"),
          evenings: [evening(start: 20, opens: 0, closes: 30)]),
      ])
  }

  /// Does one thing to both. False when they differ, or something that must always be true is not.
  mutating func step(_ number: Int) throws -> Bool {
    let operation = maker.next(model)
    log.append("\(number) at +\((house.clock.instant - .opening).milliseconds) ms: \(operation)")
    if case .wait(let time) = operation { house.clock.advance(time) }
    let answer = house.engine.answer(operation)
    var secret = TokenSecret(high: 0, low: 0)
    if case .token(let status) = answer { secret = status.token.credential.secret }
    let expected = model.answer(operation, at: house.clock.instant, secret: secret)
    guard answer == expected else { return fail("the engine answered \(answer), the model \(expected)") }
    let violations = try house.violations()
    guard violations.isEmpty else { return fail("violated: \(violations)") }
    if number.isMultiple(of: 20), let difference = try differences().first { return fail(difference) }
    return true
  }

  /// Everything that anybody may see, where the house and its model differ.
  func differences() throws -> [String] {
    var found: [String] = []
    func compare<Value: Equatable>(_ what: String, _ real: Value, _ expected: Value) {
      if real != expected { found.append("\(what) is \(real), in the model \(expected)") }
    }
    compare("the next due instant", try house.engine.runSchedule(), model.nextDue)
    let people = try house.engine.people()
    compare("who lives", people.map(\.token), model.users.map { user in model.liveToken(of: user) })
    for user in model.users {
      let account = try house.engine.account(of: user)
      compare("the balance of \(user)", account.user.balance, model.balances[user])
      compare("the token of \(user)", account.status, model.tokens.last { $0.user == user }.map(model.status))
      let holds = model.held.filter { $0.user == user }
      let byDeadline = holds.sorted { ($0.deadline, $0.id) < ($1.deadline, $1.id) }
      compare("what \(user) holds", account.holds.map(\.reservation), byDeadline)
      let paying = holds.last.flatMap { hold in model.tokens.first { $0.number == hold.token } }
      compare("the paying token of \(user)", account.payingToken, paying?.credential)
      let bookings = try house.engine.bookings(of: user)
      compare(
        "the bookings of \(user)", bookings.reversed().map(\.reservation), model.reservations.filter { $0.user == user }
      )
      let payments = Set(bookings.compactMap(\.payment))
      compare("the payments of \(user)", payments, Set(model.payments.filter { $0.user == user }))
      let ledger = model.ledger.filter { $0.user == user }
      compare("the ledger of \(user)", try house.engine.ledger(of: user), ledger.reversed())
    }
    for session in model.sessions {
      compare("the hall of \(session.id)", try house.seats(session.id), model.seats(of: session.id))
    }
    return found
  }

  private func fail(_ reason: String) -> Bool {
    Issue.record("\(name): \(reason)\n\(log.suffix(12).joined(separator: "\n"))")
    return false
  }
}
