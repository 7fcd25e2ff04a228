import Booking
import TestSupport
import Testing

@Suite("Charge (use case 7, rule 7)")
struct ChargeTests {
  let house: BookingFixture
  let user: UserID

  init() throws {
    house = try BookingFixture(balance: Won(9_500_000))
    user = house.people[0]
  }

  private func charge(_ amount: Int64) throws -> Won {
    try house.engine.charge(user: user, amount: Won(amount), key: house.key())
  }

  @Test func `adds to the balance, answers it, and enters it in the ledger, without a token`() throws {
    house.clock.advance(.seconds(7))
    #expect(try charge(30_000) == Won(9_530_000))
    #expect(try house.engine.balance(user: user) == Won(9_530_000))
    let entry = LedgerEntry(user: user, amount: Won(30_000), kind: .charge, at: house.clock.instant)
    #expect(try house.engine.ledger(of: user).first == entry)
    #expect(try house.events(.charged).map(\.amount) == [Won(30_000)])
    #expect(try house.violations() == [])
  }

  @Test func `refuses a user who does not exist, before the amount`() throws {
    let before = try house.contents()
    #expect(throws: BookingError.unknownUser) {
      try house.engine.charge(user: UserID(999), amount: Won(0), key: house.key())
    }
    #expect(try house.contents() == before)
  }

  @Test(
    arguments: [
      (0, .notPositive), (-1, .notPositive), (.min, .notPositive),
      (1_000_001, .overMaximum(Won(1_000_000))), (.max, .overMaximum(Won(1_000_000))),
      (500_001, .overCeiling(Won(10_000_000))),
    ] as [(Int64, ChargeFault)])
  func `P5 refuses an amount outside the limits, and the balance stands`(amount: Int64, fault: ChargeFault) throws {
    let before = try house.contents()
    #expect(throws: BookingError.invalidChargeAmount(fault)) { try charge(amount) }
    #expect(try house.contents() == before)
  }

  @Test func `P5 takes the least, the most, and up to the ceiling itself`() throws {
    #expect(try charge(1) == Won(9_500_001))
    #expect(try charge(499_999) == Won(10_000_000))
    #expect(throws: BookingError.invalidChargeAmount(.overCeiling(Won(10_000_000)))) { try charge(1) }
    let poor = try BookingFixture(balance: .zero)
    #expect(
      try poor.engine.charge(user: poor.people[0], amount: Won(1_000_000), key: poor.key()) == Won(1_000_000))
  }

  @Test func `P5 obeys the policy in force`() throws {
    try house.setPolicy { $0.maxCharge = Won(10) }
    #expect(throws: BookingError.invalidChargeAmount(.overMaximum(Won(10)))) { try charge(11) }
    #expect(try charge(10) == Won(9_500_010))
  }

  @Test func `P4 every accepted charge counts once, and the ledger adds up`() throws {
    let house = try BookingFixture(people: 3, balance: Won(1))
    var sums = [Int64](repeating: 1, count: 3)
    var random = SeededRandom(seed: 4)
    for _ in 0..<60 {
      let person = Int.random(in: 0..<3, using: &random)
      let amount = Int64.random(in: -5...1_000_005, using: &random)
      do throws(BookingError) {
        let answer = try house.engine.charge(user: house.people[person], amount: Won(amount), key: house.key())
        sums[person] += amount
        #expect(answer == Won(sums[person]))
      } catch {
        guard case .invalidChargeAmount = error else { throw error }
      }
    }
    #expect(try house.people.map { try house.engine.balance(user: $0).amount } == sums)
    #expect(try house.people.map { try house.engine.ledger(of: $0).map(\.amount).sum().amount } == sums)
    #expect(try house.violations() == [])
  }
}
