import Booking
import TestSupport
import Testing

@Suite("Balance (use case 8, rule 8)")
struct ShowBalanceTests {
  @Test func `answers the balance without a token, and changes nothing`() throws {
    let house = try BookingFixture(balance: Won(123))
    let before = try house.contents()
    #expect(try house.engine.balance(user: house.people[2]) == Won(123))
    #expect(try house.contents() == before)
  }

  @Test func `follows charges and payments`() throws {
    let house = try BookingFixture(balance: Won(60_000))
    let user = house.people[0]
    _ = try house.engine.charge(user: user, amount: Won(5_000), key: house.key())
    #expect(try house.engine.balance(user: user) == Won(65_000))
    let token = try house.admit(user)
    let holds = try house.hold([try house.seat("A", 1).id], by: user, with: token)
    #expect(try house.engine.balance(user: user) == Won(65_000))
    _ = try house.engine.pay(caller: user, token: token, reservations: holds.map(\.id), key: house.key())
    #expect(try house.engine.balance(user: user) == Won(15_000))
    #expect(try house.engine.balance(user: house.people[1]) == Won(60_000))
  }

  @Test func `refuses a user who does not exist`() throws {
    let house = try BookingFixture()
    #expect(throws: BookingError.unknownUser) { try house.engine.balance(user: UserID(999)) }
  }
}
