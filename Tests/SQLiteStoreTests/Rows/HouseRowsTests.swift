import Booking
import Testing

@testable import SQLiteStore

@Suite("Rows of the house and its policies")
struct HouseRowsTests {
  let store: DatabaseStore
  let house = House(
    kind: .demonstration,
    anchor: ClockAnchor(
      bootID: "boot", boot: 1_800_000_000_000, instant: Timestamp(milliseconds: 5), rate: 60_000,
      witness: ClockWitness(wall: Timestamp(milliseconds: 6), suspended: .milliseconds(7))),
    admissionEpoch: Timestamp(milliseconds: 1), latest: Timestamp(milliseconds: 3),
    admittedThrough: Timestamp(milliseconds: 2), lastTicket: TicketNumber(0), head: TicketNumber(0))

  init() throws {
    let store = try DatabaseStore.inMemory()
    let house = house
    try store.write { tx throws(BookingError) in try tx.insertHouse(house) }
    self.store = store
  }

  private func read<Value>(_ ask: (any StoreReader) throws(BookingError) -> Value) throws -> Value {
    try store.read(ask)
  }

  @Test func `give back the house and its anchor`() throws {
    #expect(try read { reader throws(BookingError) in try reader.house() } == house)
  }

  @Test func `take a house only once`() throws {
    #expect(throws: BookingError.self) {
      try store.write { tx throws(BookingError) in try tx.insertHouse(house) }
    }
  }

  @Test func `are damaged where there is no house`() throws {
    let empty = try DatabaseStore.inMemory()
    #expect(throws: BookingError.storage(.damaged)) {
      try empty.read { reader throws(BookingError) in try reader.house() }
    }
    #expect(throws: BookingError.storage(.damaged)) {
      try empty.read { reader throws(BookingError) in try reader.policy() }
    }
  }

  @Test func `take a new anchor, instant, ticket and head`() throws {
    let newAnchor = ClockAnchor(bootID: "next", boot: 7, instant: Timestamp(milliseconds: 8), rate: 0)
    let numbers = try store.write { tx throws(BookingError) in
      try tx.setClockAnchor(newAnchor)
      try tx.setAdmissionEpoch(Timestamp(milliseconds: 4))
      try tx.setLatest(Timestamp(milliseconds: 9), admittedThrough: Timestamp(milliseconds: 6))
      let numbers = [try tx.takeTicketNumber(), try tx.takeTicketNumber()]
      try tx.setHead(numbers[0])
      return numbers
    }
    #expect(numbers == [TicketNumber(1), TicketNumber(2)])
    #expect(
      try read { reader throws(BookingError) in try reader.house() }
        == House(
          kind: .demonstration, anchor: newAnchor, admissionEpoch: Timestamp(milliseconds: 4),
          latest: Timestamp(milliseconds: 9),
          admittedThrough: Timestamp(milliseconds: 6), lastTicket: TicketNumber(2), head: TicketNumber(1)))
  }

  @Test func `give back every policy in order, the last being in force`() throws {
    var capped = Policy()
    capped.activationPeriod = .milliseconds(1)
    capped.batch = 2
    capped.maxActive = 3
    capped.tokenLifetime = .milliseconds(5)
    capped.idleLimit = .milliseconds(4)
    capped.holdDuration = .milliseconds(6)
    capped.maxHoldsPerUser = 7
    capped.maxCharge = Won(8)
    capped.balanceCeiling = Won(9)
    try store.write { tx throws(BookingError) in
      try tx.insertPolicy(Policy(), since: Timestamp(milliseconds: 1))
      try tx.insertPolicy(capped, since: Timestamp(milliseconds: 2))
    }
    let policies = try read { reader throws(BookingError) in try reader.policies() }
    #expect(policies.map(\.policy) == [Policy(), capped])
    #expect(policies.map(\.since.milliseconds) == [1, 2])
    #expect(try read { reader throws(BookingError) in try reader.policy() } == capped)
  }
}
