import Booking
import TestSupport
import Testing

@Suite("Changes")
struct ChangesTests {
  let house: BookingFixture
  let user: UserID
  let rival: UserID
  let token: TokenCredential
  let rivalToken: TokenCredential

  init() throws {
    house = try BookingFixture()
    (user, rival) = (house.people[0], house.people[1])
    rivalToken = try house.engine.issueToken(user: rival).token.credential
    token = try house.admit(user)
  }

  private func changes(after id: EventID) throws -> SeatChanges {
    try house.engine.seatChanges(caller: user, token: token, session: house.session, after: id)
  }

  @Test func `gives just the seats that changed since, as they stand now`() throws {
    let start = try house.engine.lastEvent()
    let holds = try house.hold([try house.seat("A", 2).id, try house.seat("A", 1).id], by: rival, with: rivalToken)
    try house.hold([try house.seat("A", 3).id], by: rival, with: rivalToken, session: house.secondSession)
    try house.engine.release(caller: rival, reservations: [holds[0].id])
    let seen = try changes(after: start)
    #expect(seen.seats.map { "\($0.label.row)-\($0.label.number)" } == ["A-1", "A-2"])
    #expect(seen.seats.map(\.status) == [.held(by: holds[1].id), .available])
    #expect(seen.asOf == (try house.engine.lastEvent()))
    #expect(try changes(after: seen.asOf).seats.isEmpty)
    _ = try house.engine.pay(caller: rival, token: rivalToken, reservations: [holds[1].id], key: house.key())
    #expect(try changes(after: seen.asOf).seats.map(\.status) == [.sold(by: holds[1].id)])
  }

  @Test func `shows a hold that ended by itself`() throws {
    let hold = try house.hold([try house.seat("A", 1).id], by: rival, with: rivalToken)[0]
    house.clock.advance(.minutes(1))
    _ = try house.engine.sessions(caller: user, token: token, visit: .action)
    let seen = try house.engine.lastEvent()
    house.clock.instant = hold.deadline
    #expect(try changes(after: seen).seats.map(\.status) == [.available])
  }

  @Test func `needs the caller's own active token, and is no action`() throws {
    #expect(throws: BookingError.invalidToken(.anothers)) {
      try house.engine.seatChanges(caller: rival, token: token, session: house.session, after: EventID(0))
    }
    house.clock.advance(.minutes(2))
    let before = try house.contents()
    _ = try changes(after: EventID(0))
    #expect(try house.contents() == before)
    house.clock.advance(.minutes(3))
    #expect(throws: BookingError.invalidToken(.expired(.idle))) { try changes(after: EventID(0)) }
  }

  @Test func `events come in order of numbers, as many as asked for`() throws {
    let all = try house.engine.events(after: EventID(0))
    #expect(all.map(\.id.rawValue) == Array(1...Int64(all.count)))
    #expect(try house.engine.events(after: EventID(2), limit: 3) == Array(all[2..<5]))
    #expect(try house.engine.lastEvent() == all.last?.id)
  }

  @Test func `the queue's length is told after each join, admission and leaving, since the span began`() throws {
    let house = try BookingFixture(policy: .with { $0.batch = 2 })
    let tokens = try house.people.prefix(5).map { user in
      house.clock.advance(.seconds(1))
      return try house.engine.issueToken(user: user).token.credential
    }
    house.clock.advance(.seconds(2))
    try house.engine.leaveQueue(caller: house.people[4], token: tokens[4])
    house.clock.advance(.seconds(5))
    try house.engine.leaveQueue(caller: house.people[0], token: tokens[0])
    let history = try house.engine.queueHistory(span: .milliseconds(9500))
    let since = Int64(2500)
    #expect(history.map { ($0.at - .opening).milliseconds } == [since, 3000, 4000, 5000, 7000, 10_000, 10_000, 12_000])
    #expect(history.map(\.length) == [2, 3, 4, 5, 4, 3, 2, 2])
  }

  @Test func `a queue that did not change has one length at both ends`() throws {
    house.clock.advance(.minutes(1))
    let history = try house.engine.queueHistory(span: .seconds(30))
    #expect(history.map(\.at) == [house.clock.instant - .seconds(30), house.clock.instant])
    #expect(history.map(\.length) == [0, 0])
  }

  @Test func `a history that is too long begins at its earliest change known`() throws {
    let house = try BookingFixture()
    for user in house.people {
      house.clock.advance(.seconds(1))
      _ = try house.engine.issueToken(user: user)
    }
    let history = try house.engine.queueHistory(span: .minutes(1), depth: 2)
    #expect(history.map { ($0.at - .opening).milliseconds } == [5000, 6000, 6000])
    #expect(history.map(\.length) == [5, 6, 6])
  }
}
