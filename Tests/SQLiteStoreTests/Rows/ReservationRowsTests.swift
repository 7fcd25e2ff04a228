import Booking
import TestSupport
import Testing

@testable import SQLiteStore

@Suite("Rows of reservations and payments")
struct ReservationRowsTests {
  let house: BookingFixture
  let user: UserID
  let seats: [SeatID]
  let deadline = Timestamp.opening + .minutes(5)
  let id: ReservationID

  init() throws {
    house = try BookingFixture()
    user = house.people[0]
    seats = try house.seats().map(\.id)
    try house.insertToken(1, of: user)
    id = try house.insertReservation(of: user, token: 1, seat: seats[0], deadline: deadline)
  }

  private func status() throws -> Reservation.Status? {
    try house.ask { reader throws(BookingError) in try reader.reservation(id) }?.status
  }

  @Test func `give back a hold`() throws {
    let hold = Reservation(
      id: id, user: user, token: TicketNumber(1), session: house.session, seat: seats[0], price: Won(5),
      heldAt: .opening, deadline: deadline, status: .held)
    #expect(try house.ask { reader throws(BookingError) in try reader.reservation(id) } == hold)
    #expect(try house.ask { reader throws(BookingError) in try reader.reservations(of: user) } == [hold])
    #expect(try house.ask { reader throws(BookingError) in try reader.reservations(of: house.people[1]) } == [])
    #expect(try house.ask { reader throws(BookingError) in try reader.reservation(ReservationID(99)) } == nil)
  }

  @Test func `are confirmed, expired or released, each only from held`() throws {
    let before = deadline - .milliseconds(1)
    let verbs: [(name: String, after: Reservation.Status)] = [
      ("confirm", .confirmed(at: before)), ("expire", .expired(at: deadline)), ("release", .released(at: before)),
    ]
    for (index, verb) in verbs.enumerated() {
      let id = try house.insertReservation(of: user, token: 1, seat: seats[index + 1], deadline: deadline)
      #expect(try end(id, verb.name) == 1)
      #expect(try house.ask { reader throws(BookingError) in try reader.reservation(id) }?.status == verb.after)
      for other in verbs { #expect(try end(id, other.name) == 0) }
      #expect(try house.ask { reader throws(BookingError) in try reader.reservation(id) }?.status == verb.after)
    }
    #expect(try status() == .held)
  }

  private func end(_ id: ReservationID, _ verb: String) throws -> Int {
    try house.tell { tx throws(BookingError) in
      switch verb {
      case "confirm": try tx.confirmReservation(id, at: deadline - .milliseconds(1))
      case "expire": try tx.expireReservation(id, at: deadline)
      default: try tx.releaseReservation(id, at: deadline - .milliseconds(1))
      }
    }
  }

  @Test func `count only live holds, and end first by deadline, then number`() throws {
    let sooner = try house.insertReservation(of: user, token: 1, seat: seats[1], deadline: deadline - .seconds(1))
    _ = try house.insertReservation(of: user, token: 1, seat: seats[2], deadline: deadline - .seconds(1))
    #expect(try house.ask { reader throws(BookingError) in try reader.liveHolds(of: user) } == 3)
    #expect(try house.ask { reader throws(BookingError) in try reader.nextHoldToEnd() }?.id == sooner)
    _ = try end(sooner, "release")
    #expect(try house.ask { reader throws(BookingError) in try reader.liveHolds(of: user) } == 2)
    #expect(try house.ask { reader throws(BookingError) in try reader.nextHoldToEnd() }?.seat == seats[2])
  }

  @Test func `remember the latest deadline that a user gave back for a seat`() throws {
    func remembered(_ user: UserID, _ seat: SeatID) throws -> Timestamp? {
      try house.ask { reader throws(BookingError) in
        try reader.releasedDeadline(of: user, seat: seat, session: house.session)
      }
    }
    #expect(try remembered(user, seats[0]) == nil)
    _ = try end(id, "release")
    #expect(try remembered(user, seats[0]) == deadline)
    #expect(try remembered(house.people[1], seats[0]) == nil)
    #expect(try remembered(user, seats[1]) == nil)
  }

  @Test func `give back a payment by its number and by its reservation`() throws {
    let number = try house.tell { tx throws(BookingError) in
      try tx.insertPayment(reservation: id, user: user, amount: Won(5), at: deadline)
    }
    let payment = Payment(id: number, reservation: id, user: user, amount: Won(5), at: deadline)
    #expect(try house.ask { reader throws(BookingError) in try reader.payment(number) } == payment)
    #expect(try house.ask { reader throws(BookingError) in try reader.payment(for: id) } == payment)
    #expect(try house.ask { reader throws(BookingError) in try reader.payment(PaymentID(99)) } == nil)
    #expect(throws: BookingError.self) {
      try house.tell { tx throws(BookingError) in
        _ = try tx.insertPayment(reservation: id, user: user, amount: Won(5), at: deadline)
      }
    }
  }
}
