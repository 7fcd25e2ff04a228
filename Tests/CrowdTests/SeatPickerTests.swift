import Booking
import TestSupport
import Testing

@testable import Crowd

@Suite("How a customer chooses seats")
struct SeatPickerTests {
  /// Rows from the front: those of the first half are the dearer ones.
  private func house(rows: Int, width: Int) throws -> BookingFixture { try BookingFixture(rows: rows, width: width) }

  /// The session's seats as the list gives them, those with these names taken.
  private func listing(_ house: BookingFixture, taken: Set<String> = []) throws -> SeatListing {
    let session = try house.engine.programme()[0].evenings[0].session
    let seats = try house.seats().map { seat in
      Seat(
        id: seat.id, label: seat.label, tier: seat.tier, price: seat.price,
        status: taken.contains(name(seat)) ? .sold(by: ReservationID(1)) : .available, taker: nil)
    }
    return SeatListing(session: session, seats: seats, asOf: EventID(7))
  }

  private func name(_ seat: Seat) -> String { "\(seat.label.row)\(seat.label.number)" }

  /// What many customers of one taste choose among these seats, each the names of the seats.
  private func picks(
    _ party: Int, of house: BookingFixture, taken: Set<String> = [], taste: Double = 0
  ) throws -> [[String]] {
    try picks(party, by: SeatPicker(try listing(house, taken: taken)), of: house, taste: taste)
  }

  private func picks(
    _ party: Int, by picker: SeatPicker, of house: BookingFixture, taste: Double = 0
  ) throws -> [[String]] {
    let names = Dictionary(uniqueKeysWithValues: try house.seats().map { ($0.id, name($0)) })
    return (0..<200 as Range<UInt64>).map { customer in
      var random = SeededGenerator(seed: 1, stream: customer)
      return picker.pick(party, taste: taste, &random).compactMap { names[$0] }
    }
  }

  @Test(arguments: 1...4) func `a party sits side by side in one row`(party: Int) throws {
    for seats in try picks(party, of: try house(rows: 4, width: 10)) {
      #expect(seats.count == party)
      #expect(Set(seats.compactMap(\.first)).count == 1, "\(seats)")
      let numbers = seats.compactMap { Int($0.dropFirst()) }
      #expect(numbers == Array(numbers[0]..<(numbers[0] + party)))
    }
  }

  @Test func `most sit in the middle, and not all`() throws {
    let starts = try picks(3, of: try house(rows: 1, width: 9)).map { $0[0] }
    #expect(starts.count { $0 == "A4" } > 100)
    #expect(Set(starts).count == 7, "every place of the row is somebody's")
  }

  @Test func `where the middle is taken, most sit as near to it as they can`() throws {
    let starts = try picks(2, of: try house(rows: 1, width: 9), taken: ["A5", "A6"]).map { $0[0] }
    #expect(starts.count { $0 == "A3" } > 100)
    #expect(Set(starts) == ["A1", "A2", "A3", "A7", "A8"])
  }

  @Test func `taste chooses the tier, dear or cheap`() throws {
    let house = try house(rows: 4, width: 10)
    #expect(try picks(2, of: house, taste: 0).allSatisfy { "AB".contains($0[0].prefix(1)) })
    #expect(try picks(2, of: house, taste: 0.999).allSatisfy { "CD".contains($0[0].prefix(1)) })
    #expect(try picks(2, of: house, taste: 1).allSatisfy { "CD".contains($0[0].prefix(1)) })
  }

  @Test func `the front rows are chosen more often, and all are`() throws {
    let rows = try picks(1, of: try house(rows: 8, width: 10)).map { String($0[0].prefix(1)) }
    #expect(Set(rows) == ["A", "B", "C", "D"])
    #expect(rows.count { $0 == "A" } > rows.count { $0 == "D" } * 2)
  }

  @Test func `together in another tier comes before alone in the own one`() throws {
    let house = try house(rows: 2, width: 6)
    let taken: Set<String> = ["A2", "A4", "A6"]
    #expect(try picks(2, of: house, taken: taken, taste: 0).allSatisfy { $0[0].hasPrefix("B") })
    #expect(try picks(1, of: house, taken: taken, taste: 0).allSatisfy { $0[0].hasPrefix("A") })
  }

  @Test func `a party that finds no seats side by side splits`() throws {
    let house = try house(rows: 2, width: 4)
    let taken: Set<String> = ["A2", "A4", "B1", "B3"]
    for seats in try picks(3, of: house, taken: taken) { #expect(seats == ["A1", "A3", "B2"]) }
    for seats in try picks(3, of: house, taken: taken, taste: 1) { #expect(seats == ["B2", "B4", "A1"]) }
  }

  @Test func `a party takes fewer where there are not enough`() throws {
    let house = try house(rows: 2, width: 2)
    for seats in try picks(4, of: house, taken: ["A1", "B1"]) { #expect(seats == ["A2", "B2"]) }
  }

  @Test func `nobody finds a seat in a full house`() throws {
    let house = try house(rows: 2, width: 2)
    let full = SeatPicker(try listing(house, taken: ["A1", "A2", "B1", "B2"]))
    #expect(full.freeCount == 0)
    #expect(try picks(1, by: full, of: house).allSatisfy(\.isEmpty))
    let empty = SeatPicker(SeatListing(session: try listing(house).session, seats: [], asOf: EventID(1)))
    #expect(try picks(1, by: empty, of: house).allSatisfy(\.isEmpty))
  }

  @Test func `seats that others took or gave back since are taken into account`() throws {
    let house = try house(rows: 1, width: 3)
    var picker = SeatPicker(try listing(house, taken: ["A1"]))
    #expect(picker.freeCount == 2)
    #expect(picker.asOf == EventID(7))
    let now = try listing(house, taken: ["A2", "A3"]).seats
    picker.take(SeatChanges(seats: now, asOf: EventID(9)))
    #expect(picker.asOf == EventID(9))
    #expect(picker.freeCount == 1)
    #expect(try picks(2, by: picker, of: house).allSatisfy { $0 == ["A1"] })
    picker.take(SeatChanges(seats: now, asOf: EventID(10)))
    #expect(picker.freeCount == 1, "the same again changes nothing")
    picker.take(SeatChanges(seats: try listing(house).seats, asOf: EventID(11)))
    #expect(picker.freeCount == 3)
  }

  @Test func `a seat that is not of the session counts for nothing`() throws {
    let house = try house(rows: 1, width: 2)
    var picker = SeatPicker(try listing(house))
    let other = try listing(house).seats[0]
    let stranger = Seat(
      id: SeatID(9999), label: other.label, tier: other.tier, price: other.price, status: .sold(by: ReservationID(1)),
      taker: nil)
    picker.take(SeatChanges(seats: [stranger], asOf: EventID(8)))
    #expect(picker.freeCount == 2)
  }

  @Test func `a tier whose price was changed is looked for by the new one`() throws {
    let house = try house(rows: 2, width: 4)
    var listing = try listing(house)
    var picker = SeatPicker(listing)
    let dear = listing.seats[0].price
    // Now the rear row is the dearest.
    listing = SeatListing(
      session: listing.session,
      seats: listing.seats.map { seat in
        Seat(
          id: seat.id, label: seat.label, tier: seat.tier, price: seat.price == dear ? seat.price : dear + dear,
          status: seat.status, taker: nil)
      }, asOf: EventID(8))
    picker.take(SeatChanges(seats: listing.seats, asOf: EventID(8)))
    for names in try picks(2, by: picker, of: house, taste: 0) { #expect(names.allSatisfy { $0.hasPrefix("B") }) }
  }
}
