import Booking
import TestSupport
import Testing

@Suite("Scheduler: admission (use case 9, rule 9)")
struct RunScheduleTests {
  private func house(_ change: (inout Policy) -> Void) throws -> BookingFixture {
    try BookingFixture(policy: .with(change), rows: 1, width: 2, people: 1)
  }

  private func states(_ house: BookingFixture, _ line: [Stranger]) throws -> [Bool] {
    try line.map { try house.token($0.token.number)?.activity != nil }
  }

  @Test(
    arguments: [
      (0, nil, 5, 0), (3, nil, 5, 3), (5, nil, 5, 5), (50, nil, 5, 5), (3, 2, 5, 2), (3, 0, 5, 0), (3, 9, 2, 2),
    ] as [(Int64, Int64?, Int, Int)])
  func `Q5 admits exactly the batch, the waiting, or the free places, whichever is least`(
    batch: Int64, cap: Int64?, waiting: Int, admitted: Int
  ) throws {
    let house = try house {
      $0.batch = batch
      $0.maxActive = cap
    }
    let line = try house.enqueue(waiting)
    house.clock.advance(.seconds(10))
    try house.engine.runSchedule()
    #expect(try states(house, line) == (0..<waiting).map { $0 < admitted })
    #expect(try house.events(.tokenActivated).count == admitted)
  }

  @Test func `admits at the period and not a millisecond before, recording the instant of both limits`() throws {
    let house = try house { $0.activationPeriod = .seconds(7) }
    let line = try house.enqueue(1)
    house.clock.instant = .opening + .milliseconds(6999)
    try house.engine.runSchedule()
    #expect(try states(house, line) == [false])
    house.clock.advance(.milliseconds(1))
    try house.engine.runSchedule()
    let since = Timestamp.opening + .seconds(7)
    #expect(
      try house.token(line[0].token.number)?.activity
        == QueueToken.Activity(
          since: since, lastAction: since, lifetimeDeadline: since + .minutes(10), idleDeadline: since + .minutes(5)))
  }

  @Test func `Q2 no newcomer overtakes, with and without a cap`() throws {
    for cap in [nil, 3] as [Int64?] {
      let house = try house {
        $0.batch = 2
        $0.maxActive = cap
        $0.idleLimit = .seconds(15)
        $0.tokenLifetime = .seconds(40)
      }
      for _ in 0..<20 {
        _ = try house.enqueue(3)
        house.clock.advance(.seconds(7))
        try house.engine.runSchedule()
      }
      let order = try house.events(.tokenActivated).compactMap(\.token)
      #expect(order == (1...Int64(order.count)).map { TicketNumber($0) })
      #expect(order.count > 15)
      #expect(try house.violations().filter { $0.invariant == .capIsKept } == [])
    }
  }

  @Test(.timeLimit(.minutes(10)))
  func `Q3 100,000 tokens issued in one millisecond become active in the order of issue`() throws {
    let house = try house { $0.batch = 20_000 }
    let line = try house.enqueue(100_000)
    house.clock.advance(.seconds(50))
    try house.engine.runSchedule()
    let order = try house.events(.tokenActivated)
    #expect(order.compactMap(\.token) == line.map(\.token.number))
    let instants = stride(from: 0, to: order.count, by: 20_000).map { order[$0].at }
    #expect(instants == [10, 20, 30, 40, 50].map { .opening + .seconds($0) })
  }

  @Test func `Q10 a capped queue whose active tokens all idle moves within idle limit and a period`() throws {
    let house = try house {
      $0.batch = 10
      $0.maxActive = 2
      $0.idleLimit = .seconds(33)
    }
    let line = try house.enqueue(6)
    house.clock.advance(.minutes(3))
    try house.engine.runSchedule()
    let since = try line.compactMap { try house.token($0.token.number)?.since }
    #expect(since == [10, 10, 50, 50, 90, 90].map { .opening + .seconds($0) })
  }

  @Test func `Q11 a place is free at the very instant its token ends, never before, and the cap is kept`() throws {
    let house = try house {
      $0.maxActive = 1
      $0.idleLimit = .seconds(30)
    }
    let line = try house.enqueue(2)
    house.clock.instant = .opening + .milliseconds(39_999)
    try house.engine.runSchedule()
    #expect(try states(house, line) == [true, false])
    house.clock.advance(.milliseconds(1))
    try house.engine.runSchedule()
    #expect(try states(house, line) == [false, true])
    let events = try house.events(.tokenEnded, .tokenActivated)
    #expect(events.map(\.kind) == [.tokenActivated, .tokenEnded, .tokenActivated])
    #expect(events.map(\.at) == [10, 40, 40].map { .opening + .seconds($0) })
  }

  @Test func `empty periods are skipped: who joins after a month is admitted at the next multiple`() throws {
    let house = try house { $0.activationPeriod = .milliseconds(1) }
    house.clock.advance(.days(30))
    #expect(try house.engine.runSchedule() == nil)
    _ = try house.engine.issueToken(user: house.people[0])
    #expect(try house.engine.runSchedule() == house.clock.instant + .milliseconds(1))
    house.clock.advance(.days(30))
    try house.engine.runSchedule()
    let since = try house.events(.tokenActivated).map(\.at)
    #expect(since == [.opening + .days(30) + .milliseconds(1)])
  }

  @Test func `Q13 a token that cannot be admitted does not stop the others`() throws {
    let house = try house { $0.batch = 4 }
    let line = try house.enqueue(4)
    try house.write { tx throws(BookingError) in
      let now = Timestamp.opening
      _ = try tx.activateToken(
        line[1].token.number,
        QueueToken.Activity(
          since: now, lastAction: now, lifetimeDeadline: now + .hours(1), idleDeadline: now + .hours(1)))
    }
    house.clock.advance(.seconds(10))
    try house.engine.runSchedule()
    #expect(try states(house, line) == [true, true, true, true])
    #expect(try house.events(.tokenActivated).compactMap(\.token) == [0, 2, 3].map { line[$0].token.number })
    #expect(try house.violations().contains { $0.invariant == .deadlinesStand })
  }

  @Test func `says when something falls due next, and nil when nothing will`() throws {
    let house = try house { $0.idleLimit = .seconds(25) }
    #expect(try house.engine.nextDue() == nil)
    let token = try house.engine.issueToken(user: house.people[0]).token.credential
    #expect(try house.engine.runSchedule() == .opening + .seconds(10))
    house.clock.advance(.seconds(12))
    #expect(try house.engine.nextDue() == .opening + .seconds(10))
    #expect(try house.token(token.number)?.state == .waiting)
    #expect(try house.engine.runSchedule() == .opening + .seconds(35))
    house.clock.advance(.minutes(1))
    #expect(try house.engine.runSchedule() == nil)
  }
}

@Suite("What falls due next")
struct DueTests {
  let house: BookingFixture

  /// Twenty are admitted at a time, and nobody waits yet.
  init() throws { house = try BookingFixture(policy: .with { $0.batch = 20 }) }

  private func due() throws -> BookingEngine.Due? { try house.engine.due() }

  @Test func `is nothing in a house where nobody waits, is in or holds`() throws {
    #expect(try due() == nil)
    house.clock.advance(.days(1))
    #expect(try due() == nil)
  }

  @Test(arguments: [(3, 3), (20, 20), (33, 20)] as [(Int, Int64)])
  func `is an admission, of as many as it will take`(waiting: Int, count: Int64) throws {
    _ = try house.enqueue(waiting)
    #expect(try due() == .init(what: .admission(of: count), user: nil, at: .opening + .seconds(10)))
  }

  @Test func `an admission under a cap takes only the places that are free`() throws {
    let house = try BookingFixture(policy: .with { $0.maxActive = 5 })
    _ = try house.enqueue(3)
    house.clock.advance(.seconds(10))
    try house.engine.runSchedule()
    _ = try house.enqueue(3)
    #expect(try house.engine.due()?.what == .admission(of: 2))
  }

  @Test func `is a token's end, at the nearer of its limits`() throws {
    let user = house.people[2]
    let token = try house.admit(user)
    let ends = Timestamp.opening + .seconds(10) + .minutes(5)
    #expect(try due() == .init(what: .token(token.number, of: user), user: user, at: ends))
    house.clock.advance(.minutes(1))
    try house.engine.stay(caller: user, token: token, session: house.session)
    #expect(try due()?.at == ends + .minutes(1))
  }

  @Test func `is a hold's end before a token's that ends at the same instant, and the earlier of two holds`() throws {
    let user = house.people[2]
    let token = try house.admit(user)
    let first = try house.hold([try house.seat("A", 1).id], by: user, with: token)[0]
    #expect(try due() == .init(what: .hold(first.id, of: user), user: user, at: first.deadline))
    house.clock.advance(.seconds(1))
    try house.hold([try house.seat("A", 2).id], by: user, with: token)
    #expect(try due()?.what == .hold(first.id, of: user))
    try house.engine.release(caller: user, reservations: [first.id])
    #expect(try due()?.at == first.deadline + .seconds(1))
  }

  @Test func `may be past, and asking does nothing about it`() throws {
    _ = try house.enqueue(2)
    house.clock.advance(.minutes(1))
    let before = try house.contents()
    #expect(try due()?.at == .opening + .seconds(10))
    #expect(try house.contents() == before)
  }

  @Test func `the next admission lies strictly ahead, on the house's beat, whether or not anybody waits`() throws {
    for (now, next) in [(0, 10_000), (1, 10_000), (9_999, 10_000), (10_000, 20_000), (3_600_000, 3_610_000)] {
      house.clock.instant = .opening + .milliseconds(Int64(now))
      #expect(try house.engine.nextAdmission() == .opening + .milliseconds(Int64(next)))
    }
  }

  @Test func `who waits at the next admission is admitted then`() throws {
    house.clock.advance(.seconds(37))
    let token = try house.engine.issueToken(user: house.people[0]).token.credential
    house.clock.instant = try house.engine.nextAdmission()
    #expect(house.clock.instant == .opening + .seconds(40))
    #expect(try house.engine.lookUpToken(token).token.activity?.since == house.clock.instant)
  }
}

extension QueueToken {
  /// When it became active, nil when it never was.
  fileprivate var since: Timestamp? {
    switch state {
    case .waiting: nil
    case .active(let activity): activity.since
    case .expired(_, _, let activity): activity?.since
    }
  }
}
