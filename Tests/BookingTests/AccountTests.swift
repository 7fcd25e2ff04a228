import Booking
import TestSupport
import Testing

@Suite("Account")
struct AccountTests {
  let house: BookingFixture
  let user: UserID

  init() throws {
    house = try BookingFixture()
    user = house.people[0]
  }

  @Test func `refuses a user who does not exist`() {
    #expect(throws: BookingError.unknownUser) { try house.engine.account(of: UserID(99)) }
  }

  @Test func `shows who, how much, and nothing else before the first token`() throws {
    let account = try house.engine.account(of: user)
    #expect(account.user == User(id: user, name: "Person 1", balance: Won(500_000)))
    #expect(account.status == nil)
    #expect(account.holds.isEmpty)
    #expect(account.payingToken == nil)
  }

  @Test func `stands beside booking time and the policy in one view, also while nobody is signed in`() throws {
    house.clock.advance(.seconds(3))
    let nobody = try house.engine.statusSnapshot(of: nil)
    #expect(nobody.now == house.clock.instant && nobody.policy == Policy() && nobody.account == nil)
    #expect(nobody.kind == .real && nobody.rate == 1000)
    #expect(try house.engine.statusSnapshot(of: user).account == house.engine.account(of: user))
  }

  @Test func `Q16 shows the latest token, with the reason and instant when it has ended`() throws {
    let token = try house.admit(user)
    let end = house.clock.instant + .minutes(5)
    house.clock.advance(.hours(1))
    let status = try #require(try house.engine.account(of: user).status)
    #expect(status.token.number == token.number)
    guard case .expired(end, .idle, _) = status.token.state else {
      Issue.record("\(status.token.state)")
      return
    }
    let next = try house.engine.issueToken(user: user)
    #expect(try house.engine.account(of: user).status == next)
  }

  @Test func `shows live holds by deadline, with the words that people know them by`() throws {
    let token = try house.admit(user)
    let first = try house.hold([try house.seat("D", 7).id], by: user, with: token)[0]
    house.clock.advance(.seconds(1))
    let second = try house.hold([try house.seat("A", 1).id], by: user, with: token, session: house.secondSession)[0]
    let holds = try house.engine.account(of: user).holds
    #expect(holds.map(\.reservation) == [first, second])
    #expect(holds[0].seat == SeatLabel(section: "1F", row: "D", number: "7"))
    #expect(holds[0].tier == "S")
    #expect(holds[0].venue == LocalizedText("시험관", "Test Hall"))
    #expect(holds[0].concert.title == LocalizedText("시험 공연", "Test Concert"))
    #expect(holds.map(\.session.id) == [house.session, house.secondSession])
    #expect(holds.allSatisfy { $0.payment == nil })
    house.clock.instant = first.deadline
    #expect(try house.engine.account(of: user).holds.map(\.reservation) == [second])
  }

  @Test func `rule 6 the token to pay with is the one that the newest hold was made under`() throws {
    let first = try house.admit(user)
    try house.hold([try house.seat("A", 1).id], by: user, with: first)
    #expect(try house.engine.account(of: user).payingToken == first)
    try house.engine.leaveQueue(caller: user, token: first)
    let second = try house.admit(user)
    #expect(try house.engine.account(of: user).payingToken == first)
    try house.hold([try house.seat("A", 2).id], by: user, with: second)
    let restarted = BookingEngine(store: house.store, clock: house.clock)
    #expect(try restarted.account(of: user).payingToken == second)
  }

  @Test func `bookings keep every reservation, the newest first, with its payment`() throws {
    let token = try house.admit(user)
    let holds = try house.hold(
      [try house.seat("A", 1).id, try house.seat("A", 2).id, try house.seat("A", 3).id], by: user, with: token)
    try house.engine.release(caller: user, reservations: [holds[0].id])
    let receipt = try house.engine.pay(caller: user, token: token, reservations: [holds[1].id], key: house.key())
    house.clock.instant = holds[2].deadline
    let bookings = try house.engine.bookings(of: user)
    #expect(bookings.map(\.reservation.id) == holds.reversed().map(\.id))
    #expect(bookings.map(\.payment) == [nil, receipt.payments[0], nil])
    #expect(bookings[0].reservation.status == .expired(at: holds[2].deadline))
    #expect(try house.engine.bookings(of: house.people[1]).isEmpty)
  }

  @Test func `the ledger comes newest first, and begins with the opening balance`() throws {
    house.clock.advance(.seconds(1))
    _ = try house.engine.charge(user: user, amount: Won(10), key: house.key())
    let ledger = try house.engine.ledger(of: user)
    #expect(ledger.map(\.kind) == [.charge, .opening])
    #expect(ledger.map(\.amount) == [Won(10), Won(500_000)])
    #expect(ledger.map(\.at) == [.opening + .seconds(1), .opening])
  }
}
