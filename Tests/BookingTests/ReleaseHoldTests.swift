import Booking
import TestSupport
import Testing

@Suite("Release a hold")
struct ReleaseHoldTests {
  let house: BookingFixture
  let user: UserID
  let token: TokenCredential
  let holds: [Reservation]

  init() throws {
    house = try BookingFixture()
    user = house.people[0]
    token = try house.admit(user)
    holds = try house.hold([try house.seat("A", 1).id, try house.seat("A", 2).id], by: user, with: token)
  }

  private func expectRefused(
    _ refusal: BookingError, caller: UserID? = nil, _ reservations: [ReservationID],
    location: SourceLocation = #_sourceLocation
  ) throws {
    let before = try house.contents()
    #expect(throws: refusal, sourceLocation: location) {
      try house.engine.release(caller: caller ?? user, reservations: reservations)
    }
    #expect(try house.contents() == before, sourceLocation: location)
  }

  @Test func `H8 frees the seats at once, for anybody, and keeps the history`() throws {
    let rival = house.people[1]
    let rivalToken = try house.admit(rival)
    house.clock.advance(.seconds(30))
    try house.engine.release(caller: user, reservations: holds.map(\.id))
    #expect(try house.reservation(holds[0].id)?.status == .released(at: house.clock.instant))
    #expect(try house.seat("A", 1).status == .available)
    #expect(try house.hold([holds[1].seat], by: rival, with: rivalToken).count == 1)
    #expect(try house.events(.holdReleased).map(\.reservation) == holds.map(\.id))
    #expect(try house.violations() == [])
  }

  @Test func `needs no token, and does not end one`() throws {
    try house.engine.release(caller: user, reservations: [holds[0].id])
    #expect(try house.engine.lookUpToken(token).position == 0)
    try house.engine.leaveQueue(caller: user, token: token)
    try house.engine.release(caller: user, reservations: [holds[1].id])
    #expect(try house.seat("A", 2).status == .available)
  }

  @Test func `is an action of an active token, and none of a waiting one`() throws {
    house.clock.advance(.minutes(2))
    try house.engine.release(caller: user, reservations: [holds[0].id])
    #expect(try house.token(token.number)?.activity?.idleDeadline == house.clock.instant + .minutes(5))
    try house.engine.leaveQueue(caller: user, token: token)
    let waiting = try house.engine.issueToken(user: user).token
    try house.engine.release(caller: user, reservations: [holds[1].id])
    #expect(try house.token(waiting.number) == waiting)
  }

  @Test func `refuses another's, and one that does not exist`() throws {
    try expectRefused(.unknownReservation, caller: house.people[1], [holds[0].id])
    try expectRefused(.unknownReservation, [ReservationID(999)])
  }

  @Test func `refuses a paid one`() throws {
    _ = try house.engine.pay(caller: user, token: token, reservations: [holds[0].id], key: house.key())
    try expectRefused(.alreadyPaid, [holds[0].id])
  }

  @Test func `refuses one that was released`() throws {
    try house.engine.release(caller: user, reservations: [holds[0].id])
    try expectRefused(.reservationExpired, [holds[0].id])
  }

  @Test(arguments: [(-1, true), (0, false), (1, false)] as [(Int64, Bool)])
  func `refuses one at its deadline`(offset: Int64, isReleased: Bool) throws {
    house.clock.instant = holds[0].deadline + .milliseconds(offset)
    if isReleased {
      try house.engine.release(caller: user, reservations: [holds[0].id])
      #expect(try house.reservation(holds[0].id)?.status == .released(at: house.clock.instant))
    } else {
      #expect(throws: BookingError.reservationExpired) {
        try house.engine.release(caller: user, reservations: [holds[0].id])
      }
      #expect(try house.reservation(holds[0].id)?.status == .expired(at: holds[0].deadline))
    }
  }

  @Test func `releases all or none`() throws {
    try expectRefused(.unknownReservation, [holds[0].id, ReservationID(999)])
  }
}
