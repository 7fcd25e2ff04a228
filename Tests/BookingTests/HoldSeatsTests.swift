import Booking
import TestSupport
import Testing

@Suite("Hold seats (use case 5, rule 5)")
struct HoldSeatsTests {
  let house: TestHouse
  let user: UserID
  let token: TokenCredential

  init() throws {
    house = try TestHouse()
    user = house.people[0]
    token = try house.admit(user)
  }

  @Test func `holds all the seats at their prices for five minutes`() throws {
    let seats = [try house.seat("A", 1), try house.seat("D", 2)]
    let holds = try house.hold(seats.map(\.id), by: user, with: token)
    #expect(holds.map(\.seat) == seats.map(\.id))
    #expect(holds.map(\.price) == [Won(50_000), Won(30_000)])
    #expect(holds.allSatisfy { $0.deadline == house.clock.instant + .minutes(5) })
    #expect(try house.seat("A", 1).status == .held(by: holds[0].id))
    #expect(try house.violations() == [])
  }

  @Test func `refuses a seat that another user holds, and holds none of the others`() throws {
    let rival = house.people[1]
    let rivalToken = try house.admit(rival)
    let lost = try house.seat("A", 2).id
    try house.hold([lost], by: rival, with: rivalToken)
    let before = try house.contents()
    #expect(throws: BookingError.seatTaken(lost)) {
      try house.hold([try house.seat("A", 1).id, lost], by: user, with: token)
    }
    #expect(try house.contents() == before)
  }
}
