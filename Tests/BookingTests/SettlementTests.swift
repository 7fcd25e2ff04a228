import Booking
import TestSupport
import Testing

@Suite("Settle, then act")
struct SettlementTests {
  @Test func `T4 at one instant holds end first, then tokens, then the admission, each by number`() throws {
    let house = try BookingFixture(
      policy: .with {
        $0.maxActive = 2
        $0.batch = 2
        $0.holdDuration = .seconds(30)
        $0.idleLimit = .seconds(30)
      })
    let users = Array(house.people.prefix(4))
    let tokens = try users.map { try house.engine.issueToken(user: $0).token.credential }
    house.clock.advance(.seconds(10))
    let later = try house.hold([try house.seat("A", 2).id], by: users[1], with: tokens[1])
    let earlier = try house.hold([try house.seat("A", 1).id], by: users[0], with: tokens[0])
    let seen = try house.engine.lastEvent()
    house.clock.advance(.minutes(2))
    try house.engine.runSchedule()
    let events = try house.engine.events(after: seen).prefix(6)
    #expect(
      events.map(\.kind) == [
        .holdExpired, .holdExpired, .tokenEnded, .tokenEnded, .tokenActivated, .tokenActivated,
      ])
    #expect(events.map(\.at) == Array(repeating: .opening + .seconds(40), count: 6))
    #expect(events.prefix(2).map(\.reservation) == [later[0].id, earlier[0].id])
    #expect(events.dropFirst(2).map(\.token) == tokens.map(\.number))
  }

  @Test func `everything is done in the order of due instants and recorded at them`() throws {
    let house = try BookingFixture(policy: .with { $0.maxActive = 1 })
    let user = house.people[0]
    let token = try house.admit(user)
    house.clock.advance(.milliseconds(1234))
    let hold = try house.hold([try house.seat("A", 1).id], by: user, with: token)[0]
    house.clock.advance(.minutes(1))
    _ = try house.engine.sessions(caller: user, token: token, visit: .action)
    let idle = house.clock.instant + .minutes(5)
    _ = try house.engine.issueToken(user: house.people[1])
    let seen = try house.engine.lastEvent()
    house.clock.advance(.hours(3))
    try house.engine.runSchedule()
    let events = try house.engine.events(after: seen)
    #expect(events.map(\.kind) == [.holdExpired, .tokenEnded, .tokenActivated, .tokenEnded])
    let admission = Timestamp.opening + .seconds(380)
    #expect(events.map(\.at) == [hold.deadline, idle, admission, admission + .minutes(5)])
    #expect(try house.violations() == [])
  }

  @Test func `T3 with nothing due no look-up writes anything`() throws {
    let house = try BookingFixture()
    let user = house.people[0]
    let token = try house.admit(user)
    _ = try house.engine.issueToken(user: house.people[1])
    try house.hold([try house.seat("A", 1).id], by: user, with: token)
    house.clock.advance(.seconds(3))
    let before = try house.contents()
    let spy = SpyStore(house.store)
    let engine = BookingEngine(store: spy, clock: house.clock)
    _ = try engine.lookUpToken(token)
    _ = try engine.sessions(caller: user, token: token, visit: .refresh)
    _ = try engine.seats(caller: user, token: token, session: house.session, visit: .refresh)
    _ = try engine.seatChanges(caller: user, token: token, session: house.session, after: EventID(0))
    _ = try engine.balance(user: user)
    _ = try engine.account(of: user)
    _ = try engine.bookings(of: user)
    _ = try engine.ledger(of: user)
    _ = try engine.people()
    _ = try engine.programme()
    _ = try engine.hall(of: house.session)
    _ = try engine.policy()
    _ = try engine.lastEvent()
    _ = try engine.events(after: EventID(0))
    _ = try engine.queueHistory(span: .minutes(5))
    _ = try engine.nextDue()
    _ = try engine.now()
    try engine.runSchedule()
    #expect(spy.writes == 0)
    #expect(spy.reads == 18)
    #expect(try house.contents() == before)
  }

  @Test func `a look-up settles what is due before it answers, and a refused one too`() throws {
    let house = try BookingFixture()
    _ = try house.engine.issueToken(user: house.people[0])
    house.clock.advance(.seconds(10))
    let never = TokenCredential(number: TicketNumber(9), secret: TokenSecret(high: 0, low: 0))
    #expect(throws: BookingError.invalidToken(.unknown)) { try house.engine.lookUpToken(never) }
    #expect(try house.events(.tokenActivated).count == 1)
  }

  @Test func `a refused command leaves the settlement and nothing else`() throws {
    let settled = try BookingFixture()
    let refused = try BookingFixture()
    for house in [settled, refused] {
      let token = try house.admit(house.people[0])
      try house.hold([try house.seat("A", 1).id, try house.seat("A", 2).id], by: house.people[0], with: token)
      _ = try house.engine.issueToken(user: house.people[1])
      house.clock.advance(.minutes(7))
    }
    try settled.engine.runSchedule()
    let token = try refused.read { reader throws(BookingError) in
      try reader.liveToken(of: refused.people[1])?.credential
    }
    #expect(throws: BookingError.invalidToken(.expired(.idle))) {
      try refused.hold([try refused.seat("A", 1).id], by: refused.people[1], with: try #require(token))
    }
    #expect(try refused.contents() == settled.contents())
    #expect(try refused.events(.holdExpired).count == 2)
  }

  @Test func `a command reads the clock once, under the write lock`() throws {
    let house = try BookingFixture()
    let clock = CountingClock()
    let spy = SpyStore(house.store)
    let engine = BookingEngine(store: spy, clock: clock)
    _ = try engine.charge(user: house.people[0], amount: Won(1), key: house.key())
    #expect(clock.reads == 1)
    #expect(spy.reads == 0)
    #expect(spy.writes == 1)
  }

  @Test func `a backlog of more than 1000 is committed in pieces, and answered only after the last`() throws {
    let house = try BookingFixture(
      policy: .with {
        $0.batch = 300
        $0.idleLimit = .seconds(30)
      }, rows: 1, width: 1, people: 1)
    _ = try house.enqueue(1300)
    house.clock.advance(.hours(1))
    let spy = SpyStore(house.store)
    var latest: [Timestamp] = []
    var ended: [Int] = []
    spy.onCommit = { () throws(BookingError) in
      latest.append(try house.read { reader throws(BookingError) in try reader.house().latest })
      let events = try house.read { reader throws(BookingError) in
        try reader.events(after: EventID(0), limit: .max)
      }
      ended.append(events.count { $0.kind == .tokenEnded })
    }
    let engine = BookingEngine(store: spy, clock: house.clock)
    #expect(try engine.charge(user: house.people[0], amount: Won(1), key: house.key()) == Won(500_001))
    // 1300 admissions and 1300 ends: three pieces, each ending between two due items.
    #expect(spy.writes == 3)
    #expect(ended.last == 1300)
    #expect(ended == ended.sorted() && ended[0] < 1300)
    #expect(latest == latest.sorted() && latest[0] < house.clock.instant)
    #expect(latest.last == house.clock.instant)
    #expect(try house.violations().filter { $0.invariant == .recordIsOrdered } == [])
  }

  /// Whoever is killed after a piece leaves it as it was committed.
  @Test func `a piece ends between two instants, however many items one has, and leaves nothing overdue`() throws {
    let house = try BookingFixture(
      policy: .with {
        $0.batch = 2600
        $0.idleLimit = .seconds(30)
      }, rows: 1, width: 1, people: 1)
    _ = try house.enqueue(2600)
    house.clock.advance(.hours(1))
    let spy = SpyStore(house.store)
    var ended: [Int] = []
    var overdue: [Int64] = []
    spy.onCommit = { () throws(BookingError) in
      try house.read { reader throws(BookingError) in
        ended.append(try reader.events(after: EventID(0), limit: .max).count { $0.kind == .tokenEnded })
        let latest = try reader.house().latest
        overdue.append(try reader.nextTokenToEnd().map { $0.activity!.deadline <= latest ? 1 : 0 } ?? 0)
      }
    }
    try BookingEngine(store: spy, clock: house.clock).runSchedule()
    #expect(ended == [0, 2600])
    #expect(overdue == [0, 0])
  }

  @Test func `a backlog settled in pieces leaves what one settled as it came due leaves`() throws {
    let stores = try [Duration.seconds(10), .hours(1)].map { tick in
      let house = try BookingFixture(
        policy: .with {
          $0.batch = 400
          $0.idleLimit = .seconds(30)
        }, rows: 1, width: 1, people: 1)
      _ = try house.enqueue(1100)
      let end = house.clock.instant + .minutes(3)
      while house.clock.instant < end {
        house.clock.instant = min(end, house.clock.instant + tick)
        try house.engine.runSchedule()
      }
      _ = try house.engine.charge(user: house.people[0], amount: Won(1), key: house.key())
      return try house.contents()
    }
    #expect(stores[0] == stores[1])
  }
}

/// A clock that counts how often it is read.
private final class CountingClock: BookingClock {
  private(set) var reads = 0

  func now(by anchor: ClockAnchor) -> Timestamp {
    reads += 1
    return .opening + .seconds(1)
  }

  func anchor(at instant: Timestamp, rate: Int64) -> ClockAnchor {
    ClockAnchor(bootID: "test", boot: 0, instant: instant, rate: rate)
  }
}
