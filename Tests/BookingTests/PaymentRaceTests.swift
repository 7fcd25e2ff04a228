import Booking
import TestSupport
import Testing

/// P2 and H4: payment, the schedule and a rival around one hold's deadline.
@Suite("Payment races the hold's end")
struct PaymentRaceTests {
  enum Move: CaseIterable, Sendable { case pay, tick, rival }

  /// Every order of the moves.
  static let orders: [[Move]] = Move.allCases.reduce([[]]) { orders, move in
    orders.flatMap { order in
      (0...order.count).map { place in
        var longer = order
        longer.insert(move, at: place)
        return longer
      }
    }
  }

  /// Every way to spread three moves over one millisecond before the deadline, the deadline and one after.
  static let instants: [[Int64]] = (-1...1).flatMap { first in
    (first...1).flatMap { second in
      (second...1).map { [first, second, $0].map { Int64($0) } }
    }
  }

  @Test(arguments: orders)
  func `P2 debited, sold and paid stand and fall together`(order: [Move]) throws {
    for instants in Self.instants {
      let house = try BookingFixture(policy: .with { $0.idleLimit = .minutes(9) }, rows: 1, width: 1, people: 2)
      let (user, rival) = (house.people[0], house.people[1])
      let rivalToken = try house.engine.issueToken(user: rival).token.credential
      let token = try house.admit(user)
      let hold = try house.hold([try house.seat("A", 1).id], by: user, with: token)[0]
      // What must become of the hold.
      var isHeld = true
      var isPaid = false
      var isRivals = false
      for (move, offset) in zip(order, instants) {
        house.clock.instant = hold.deadline + .milliseconds(offset)
        if offset >= 0 { isHeld = false }
        switch move {
        case .tick: try house.engine.runSchedule()
        case .pay:
          let key = house.key()
          let succeeded = succeeds { () throws(BookingError) in
            _ = try house.engine.pay(caller: user, token: token, reservations: [hold.id], key: key)
          }
          #expect(succeeded == isHeld, "\(order) at \(instants)")
          if isHeld { isPaid = true }
          isHeld = false
        case .rival:
          let key = house.key()
          let succeeded = succeeds { () throws(BookingError) in
            _ = try house.engine.holdSeats(
              caller: rival, token: rivalToken, session: house.session, seats: [hold.seat], key: key)
          }
          #expect(succeeded == !(isHeld || isPaid), "\(order) at \(instants)")
          if succeeded { isRivals = true }
        }
      }
      let seat = try house.seats()[0].status
      #expect((seat == .sold(by: hold.id)) == isPaid, "\(order) at \(instants)")
      #expect(try house.engine.balance(user: user) == Won(isPaid ? 450_000 : 500_000), "\(order) at \(instants)")
      let payment = try house.read { reader throws(BookingError) in try reader.payment(for: hold.id) }
      #expect((payment?.amount == hold.price) == isPaid, "\(order) at \(instants)")
      #expect((try house.engine.account(of: rival).holds.count == 1) == isRivals, "\(order) at \(instants)")
      #expect(try house.violations() == [], "\(order) at \(instants)")
    }
  }

  private func succeeds(_ command: () throws(BookingError) -> Void) -> Bool {
    do throws(BookingError) {
      try command()
      return true
    } catch { return false }
  }

  @Test(arguments: [(-1, true), (0, false), (1, false)] as [(Int64, Bool)])
  func `a hold can be paid until its deadline, and not at it`(offset: Int64, isPayable: Bool) throws {
    let house = try BookingFixture()
    let user = house.people[0]
    let token = try house.admit(user)
    let hold = try house.hold([try house.seat("A", 1).id], by: user, with: token)[0]
    house.clock.instant = hold.deadline + .milliseconds(offset)
    if isPayable {
      let receipt = try house.engine.pay(caller: user, token: token, reservations: [hold.id], key: house.key())
      #expect(receipt.total == hold.price)
    } else {
      #expect(throws: BookingError.reservationExpired) {
        try house.engine.pay(caller: user, token: token, reservations: [hold.id], key: house.key())
      }
      #expect(try house.engine.balance(user: user) == Won(500_000))
      #expect(try house.reservation(hold.id)?.status == .expired(at: hold.deadline))
    }
  }

  @Test func `H4 a sold seat is never released`() throws {
    let house = try BookingFixture()
    let user = house.people[0]
    let token = try house.admit(user)
    let hold = try house.hold([try house.seat("A", 1).id], by: user, with: token)[0]
    house.clock.instant = hold.deadline - .milliseconds(1)
    _ = try house.engine.pay(caller: user, token: token, reservations: [hold.id], key: house.key())
    for _ in 0..<3 {
      house.clock.advance(.minutes(5))
      try house.engine.runSchedule()
    }
    #expect(try house.seat("A", 1).status == .sold(by: hold.id))
    #expect(try house.events(.holdExpired).isEmpty)
    let freed = try house.write { tx throws(BookingError) in
      try tx.freeSeat(hold.seat, of: house.session, reservation: hold.id)
    }
    #expect(freed == 0)
  }
}
