import Booking
import TestSupport
import Testing

@testable import SQLiteStore

@Suite("Rows of seats")
struct SeatRowsTests {
  let house: BookingFixture
  let seat: SeatID
  let reservation: ReservationID

  init() throws {
    house = try BookingFixture(rows: 2, width: 3)
    try house.insertToken(1, of: house.people[0])
    seat = try house.seat("B", 2).id
    reservation = try house.insertReservation(
      of: house.people[0], token: 1, seat: seat, deadline: .opening + .minutes(5))
  }

  private func state() throws -> SeatState? {
    try house.ask { reader throws(BookingError) in try reader.seatState(seat, of: house.session) }
  }

  private func hold(version: Int64) throws -> Int {
    try house.tell { tx throws(BookingError) in
      try tx.holdSeat(seat, of: house.session, version: version, reservation: reservation)
    }
  }

  private func sell(_ id: ReservationID) throws -> Int {
    try house.tell { tx throws(BookingError) in try tx.sellSeat(seat, of: house.session, reservation: id) }
  }

  private func free(_ id: ReservationID) throws -> Int {
    try house.tell { tx throws(BookingError) in try tx.freeSeat(seat, of: house.session, reservation: id) }
  }

  @Test func `give back a seat with its label, tier and price`() throws {
    let expected = Seat(
      id: seat, label: SeatLabel(section: "1F", row: "B", number: "2"), tier: "S", price: Won(30_000),
      status: .available, taker: nil)
    #expect(try house.ask { reader throws(BookingError) in try reader.seat(seat, of: house.session) } == expected)
    #expect(try house.seats().filter { $0.id == seat } == [expected])
    #expect(try state() == SeatState(status: .available, price: Won(30_000), version: 0))
  }

  @Test func `know nothing of a seat or session that is not there`() throws {
    try house.ask { reader throws(BookingError) in
      #expect(try reader.seat(SeatID(999), of: house.session) == nil)
      #expect(try reader.seatState(seat, of: SessionID(999)) == nil)
      #expect(try reader.seats(of: SessionID(999)) == [])
      #expect(try reader.seatCount(of: SessionID(999)) == 0)
    }
  }

  @Test func `are held at the version that was read, and at no other`() throws {
    #expect(try hold(version: 1) == 0)
    #expect(try hold(version: 0) == 1)
    #expect(try state() == SeatState(status: .held(by: reservation), price: Won(30_000), version: 1))
    #expect(try hold(version: 1) == 0)
    #expect(try house.seats().first { $0.id == seat }?.taker == house.people[0])
  }

  @Test func `are sold and freed only by the reservation that holds them`() throws {
    #expect(try sell(reservation) == 0)
    #expect(try free(reservation) == 0)
    _ = try hold(version: 0)
    #expect(try sell(ReservationID(99)) == 0)
    #expect(try free(ReservationID(99)) == 0)
    #expect(try free(reservation) == 1)
    #expect(try state() == SeatState(status: .available, price: Won(30_000), version: 2))
  }

  @Test func `are never freed or sold again once sold`() throws {
    _ = try hold(version: 0)
    #expect(try sell(reservation) == 1)
    #expect(try state()?.status == .sold(by: reservation))
    #expect(try sell(reservation) == 0)
    #expect(try free(reservation) == 0)
    #expect(try hold(version: 2) == 0)
    #expect(try state() == SeatState(status: .sold(by: reservation), price: Won(30_000), version: 2))
  }

  @Test func `are counted per session`() throws {
    _ = try hold(version: 0)
    try house.ask { reader throws(BookingError) in
      #expect(try reader.seatCount(of: house.session) == 6)
      #expect(try reader.takenSeats(of: house.session) == 1)
      #expect(try reader.takenSeats(of: house.secondSession) == 0)
    }
    let taken = try house.store.audit { reader throws(BookingError) in
      try reader.seatRows(of: house.session).filter { $0.status != .available }
    }
    #expect(taken == [SeatRow(seat: seat, status: .held(by: reservation), version: 1)])
  }
}
