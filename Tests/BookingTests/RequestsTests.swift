import Booking
import TestSupport
import Testing

/// Hold, pay and charge carry a request key.
@Suite("Request keys")
struct RequestsTests {
  let house: BookingFixture
  let user: UserID
  let token: TokenCredential
  let key = RequestKey("the key")

  init() throws {
    house = try BookingFixture()
    user = house.people[0]
    token = try house.admit(user)
  }

  private func hold(_ seats: [SeatID], session: SessionID? = nil) throws -> [Reservation] {
    try house.engine.holdSeats(
      caller: user, token: token, session: session ?? house.session, seats: seats, key: key)
  }

  @Test func `the same hold again answers the first and holds nothing more`() throws {
    let seats = [try house.seat("A", 1).id, try house.seat("A", 2).id]
    let first = try hold(seats)
    #expect(try hold(seats) == first)
    #expect(try house.events(.seatHeld).count == 2)
  }

  @Test func `the same hold again answers the first even after the hold has ended`() throws {
    let first = try hold([try house.seat("A", 1).id])
    house.clock.advance(.minutes(5))
    #expect(try hold(first.map(\.seat)) == first)
    #expect(try house.seat("A", 1).status == .available)
  }

  @Test func `the same payment again answers the first balance, whatever came since`() throws {
    let holds = try house.hold([try house.seat("A", 1).id], by: user, with: token)
    let first = try house.engine.pay(caller: user, token: token, reservations: holds.map(\.id), key: key)
    _ = try house.engine.charge(user: user, amount: Won(1), key: house.key())
    #expect(try house.engine.pay(caller: user, token: token, reservations: holds.map(\.id), key: key) == first)
    #expect(try house.engine.balance(user: user) == Won(450_001))
  }

  @Test func `the same charge again answers the first balance and adds nothing`() throws {
    #expect(try house.engine.charge(user: user, amount: Won(7), key: key) == Won(500_007))
    _ = try house.engine.charge(user: user, amount: Won(100), key: house.key())
    #expect(try house.engine.charge(user: user, amount: Won(7), key: key) == Won(500_007))
    #expect(try house.engine.balance(user: user) == Won(500_107))
  }

  @Test func `other contents under the same key are refused`() throws {
    let (one, two) = (try house.seat("A", 1).id, try house.seat("A", 2).id)
    let holds = try hold([one])
    #expect(throws: BookingError.requestKeyReused) { try hold([two]) }
    #expect(throws: BookingError.requestKeyReused) { try hold([one, two]) }
    #expect(throws: BookingError.requestKeyReused) { try hold([one], session: house.secondSession) }
    _ = try house.engine.charge(user: user, amount: Won(7), key: key)
    #expect(throws: BookingError.requestKeyReused) { try house.engine.charge(user: user, amount: Won(8), key: key) }
    let more = try house.hold([two], by: user, with: token)
    _ = try house.engine.pay(caller: user, token: token, reservations: holds.map(\.id), key: key)
    #expect(throws: BookingError.requestKeyReused) {
      try house.engine.pay(caller: user, token: token, reservations: more.map(\.id), key: key)
    }
    #expect(try house.violations() == [])
  }

  @Test func `the key is looked up before every other check`() throws {
    let seat = try house.seat("A", 1).id
    let first = try hold([seat])
    try house.engine.release(caller: user, reservations: first.map(\.id))
    try house.engine.leaveQueue(caller: user, token: token)
    #expect(try hold([seat]).map(\.id) == first.map(\.id))
    #expect(throws: BookingError.requestKeyReused) { try hold([]) }
    _ = try house.engine.charge(user: user, amount: Won(7), key: key)
    #expect(throws: BookingError.requestKeyReused) { try house.engine.charge(user: user, amount: Won(0), key: key) }
  }

  @Test func `a key belongs to one user and one use case`() throws {
    let holds = try hold([try house.seat("A", 1).id])
    let rival = house.people[1]
    #expect(try house.engine.charge(user: rival, amount: Won(7), key: key) == Won(500_007))
    #expect(try house.engine.charge(user: user, amount: Won(8), key: key) == Won(500_008))
    let receipt = try house.engine.pay(caller: user, token: token, reservations: holds.map(\.id), key: key)
    #expect(receipt.balance == Won(450_008))
  }

  @Test func `a refusal is not recorded: the same key may succeed later`() throws {
    let rival = house.people[1]
    let rivalToken = try house.admit(rival)
    let theirs = try house.hold([try house.seat("A", 1).id], by: rival, with: rivalToken)
    #expect(throws: BookingError.seatTaken(theirs[0].seat)) { try hold(theirs.map(\.seat)) }
    try house.engine.release(caller: rival, reservations: theirs.map(\.id))
    #expect(try hold(theirs.map(\.seat)).map(\.user) == [user])
    #expect(throws: BookingError.invalidChargeAmount(.notPositive)) {
      try house.engine.charge(user: user, amount: Won(0), key: key)
    }
    #expect(try house.engine.charge(user: user, amount: Won(5), key: key) == Won(500_005))
  }

  @Test func `P7 what a command did and its key are undone together when the commit fails`() throws {
    let before = try house.contents()
    #expect(throws: BookingError.storage(.full)) {
      try house.failingToCommit().charge(user: user, amount: Won(7), key: key)
    }
    #expect(throws: BookingError.storage(.full)) {
      try house.failingToCommit().holdSeats(
        caller: user, token: token, session: house.session, seats: [try house.seat("A", 1).id], key: key)
    }
    #expect(try house.contents() == before)
    #expect(try house.engine.charge(user: user, amount: Won(7), key: key) == Won(500_007))
  }
}
