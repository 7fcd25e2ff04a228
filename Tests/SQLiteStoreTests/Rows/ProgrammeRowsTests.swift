import Booking
import TestSupport
import Testing

@testable import SQLiteStore

@Suite("Rows of the programme")
struct ProgrammeRowsTests {
  let house: BookingFixture
  let hall: HallID
  let concert: ConcertID

  init() throws {
    let house = try BookingFixture()
    let seats = ["VIP", "A"].enumerated().map { index, tier in
      HallDraft.Seat(
        label: SeatLabel(section: "2층", row: "가", number: "\(index)"), tier: tier)
    }
    (hall, concert) = try house.tell { tx throws(BookingError) in
      (
        try tx.insertHall(HallDraft(name: LocalizedText("홀", "Hall"), plan: "{\"rows\":1}", seats: seats)),
        try tx.insertConcert(title: LocalizedText("제목", "Title"), artist: LocalizedText("악단", "Band"))
      )
    }
    self.house = house
  }

  private func insertSession(start: Timestamp) throws -> SessionID {
    try house.tell { tx throws(BookingError) in
      try tx.insertSession(
        concert: concert, hall: hall, start: start, length: .minutes(90), saleOpens: .opening,
        saleCloses: .opening + .seconds(1),
        prices: [TierPrice(tier: "A", price: Won(10)), TierPrice(tier: "VIP", price: Won(20))])
    }
  }

  @Test func `give back a hall with its plan, and a concert`() throws {
    try house.ask { reader throws(BookingError) in
      #expect(try reader.hall(hall) == Hall(id: hall, name: LocalizedText("홀", "Hall"), plan: "{\"rows\":1}"))
      #expect(try reader.hall(HallID(99)) == nil)
      #expect(try reader.hallNames()[hall] == LocalizedText("홀", "Hall"))
      let last = Concert(id: concert, title: LocalizedText("제목", "Title"), artist: LocalizedText("악단", "Band"))
      #expect(try reader.concerts().last == last)
    }
  }

  @Test func `give back a hall's seats in the order in which they came`() throws {
    try house.ask { reader throws(BookingError) in
      #expect(
        try reader.seats(inHall: hall)
          == ["VIP", "A"].enumerated().map { index, tier in
            HallDraft.Seat(label: SeatLabel(section: "2층", row: "가", number: "\(index)"), tier: tier)
          })
      #expect(try reader.seats(inHall: HallID(99)) == [])
    }
  }

  @Test func `say of no new session that it may overlap`() throws {
    _ = try insertSession(start: .opening)
    #expect(try house.store.audit { reader throws(BookingError) in try reader.sessionsThatMayOverlap() } == [])
  }

  @Test func `of a hall that says of others' seats that they are its own give none of them, and are a fault`() throws {
    let first = try house.ask { reader throws(BookingError) in try reader.sessions()[0].hall }
    #expect(try house.violations() == [])
    try house.tell { tx throws(BookingError) in
      _ = try (tx as! Transaction).run("UPDATE hall SET first_seat_id = 1 WHERE id = ?", [hall.rawValue])
    }
    #expect(first != hall)
    let id = try insertSession(start: .opening + .hours(1))
    try house.ask { reader throws(BookingError) in #expect(try reader.seats(of: id) == []) }
    #expect(try house.violations().contains { $0.invariant == .soundFile })
  }

  @Test func `give back a session with every seat of its hall available`() throws {
    let id = try insertSession(start: .opening + .hours(1))
    try house.ask { reader throws(BookingError) in
      #expect(
        try reader.session(id)
          == Session(
            id: id, concert: concert, hall: hall, start: .opening + .hours(1), length: .minutes(90),
            saleOpens: .opening, saleCloses: .opening + .seconds(1)))
      #expect(try reader.seats(of: id).map(\.tier) == ["VIP", "A"])
      #expect(try reader.seats(of: id).map(\.price) == [Won(20), Won(10)])
      #expect(try reader.seats(of: id).allSatisfy { $0.status == .available })
      #expect(try reader.session(SessionID(99)) == nil)
    }
  }

  @Test func `list prices from the dearest, and sessions by start, then number`() throws {
    let late = try insertSession(start: .opening + .hours(2))
    let early = try insertSession(start: .opening + .hours(1))
    let twin = try insertSession(start: .opening + .hours(2))
    try house.ask { reader throws(BookingError) in
      #expect(try reader.prices(of: late).map(\.tier) == ["VIP", "A"])
      #expect(try reader.sessions().prefix(3).map(\.id) == [early, late, twin])
    }
  }

  @Test func `set a tier's price in one session, and tell that there is none of another name`() throws {
    let (one, other) = (try insertSession(start: .opening + .hours(1)), try insertSession(start: .opening + .hours(2)))
    try house.tell { tx throws(BookingError) in
      #expect(try tx.setPrice(of: "A", in: one, to: Won(77)) == 1)
      #expect(try tx.setPrice(of: "Z", in: one, to: Won(77)) == 0)
    }
    try house.ask { reader throws(BookingError) in
      #expect(try reader.prices(of: one).map(\.price) == [Won(77), Won(20)])
      #expect(try reader.seats(of: one).map(\.price) == [Won(20), Won(77)])
      #expect(try reader.prices(of: other).map(\.price) == [Won(20), Won(10)])
    }
  }
}
