import Booking
import SQLiteStore
import TestSupport
import Testing

@Suite("The event record, which is kept for so long")
struct EventRecordTests {
  let house: BookingFixture

  init() throws {
    house = try BookingFixture(
      policy: .with {
        $0.eventRetention = .hours(2)
        $0.tokenLifetime = .hours(20)
        $0.idleLimit = .hours(10)
        $0.holdDuration = .minutes(5)
      })
  }

  private func record() throws -> [Event] { try house.engine.events(after: EventID(0), limit: 100_000) }

  @Test func `what is older goes with the next commands, and the first event stays`() throws {
    let founding = try record()
    let first = try house.engine.charge(user: house.people[0], amount: Won(1), key: house.key())
    #expect(first == Won(500_001))
    house.clock.advance(.hours(2))
    _ = try house.engine.charge(user: house.people[0], amount: Won(2), key: house.key())
    #expect(try record().map(\.id.rawValue) == Array(1...Int64(founding.count + 2)))
    house.clock.advance(.milliseconds(1))
    _ = try house.engine.charge(user: house.people[0], amount: Won(3), key: house.key())
    #expect(try record().map(\.amount) == [founding[0].amount, Won(2), Won(3)])
    #expect(try record()[0] == founding[0])
    #expect(try house.violations() == [])
  }

  @Test func `looking lets nothing go`() throws {
    house.clock.advance(.days(3))
    let before = try house.contents()
    _ = try record()
    _ = try house.engine.runSchedule()
    #expect(try house.contents() == before)
  }

  @Test func `what fell due long ago is told once before it goes`() throws {
    let user = house.people[0]
    let token = try house.admit(user)
    let hold = try house.hold([try house.seat("A", 1).id], by: user, with: token)[0]
    house.clock.advance(.days(5))
    let before = try house.store.read { reader throws(BookingError) in try reader.lastEvent() }
    _ = try house.engine.runSchedule()
    let news = try house.engine.events(after: before)
    #expect(news.map(\.kind) == [.holdExpired, .tokenEnded])
    #expect(news.first?.at == hold.deadline)
    for _ in 0..<2 { _ = try house.engine.charge(user: user, amount: Won(1), key: house.key()) }
    #expect(try record().dropFirst().map(\.kind) == [.charged, .charged])
    #expect(try house.violations() == [])
  }

  @Test func `a long one goes by a thousand events a command, and numbers go on`() throws {
    func charge() throws { _ = try house.engine.charge(user: house.people[0], amount: Won(1), key: house.key()) }
    for _ in 0..<2500 { try charge() }
    let last = try house.engine.lastEvent().rawValue
    house.clock.advance(.days(1))
    var lengths: [Int] = []
    for _ in 0..<4 {
      try charge()
      lengths.append(try record().count)
      #expect(try house.violations() == [])
    }
    #expect(lengths[0] == Int(last) + 1 - 1000 && lengths[1] == lengths[0] + 1 - 1000)
    #expect(try record().map(\.id.rawValue) == [1] + Array((last + 1)...(last + 4)))
  }

  @Test func `whoever counts and has missed some is told how the house stands`() throws {
    let (user, rival) = (house.people[0], house.people[1])
    let token = try house.admit(user)
    let hold = try house.hold([try house.seat("A", 1).id], by: user, with: token)[0]
    let seen = try house.engine.lastEvent()
    _ = try house.engine.pay(caller: user, token: token, reservations: [hold.id], key: house.key())
    let rivalToken = try house.admit(rival)
    try house.hold([try house.seat("A", 2).id], by: rival, with: rivalToken)
    let waiting = try house.engine.issueToken(user: house.people[2])
    try house.engine.leaveQueue(caller: house.people[2], token: waiting.token.credential)
    #expect(try house.engine.catchUp(after: seen, events: 9) == nil)
    house.clock.advance(.hours(3))
    _ = try house.engine.issueToken(user: house.people[3])
    _ = try house.engine.charge(user: user, amount: Won(1), key: house.key())
    let news = try #require(try house.engine.catchUp(after: seen, events: 9))
    var tally = Tally()
    tally.waiting = 1
    tally.admitted = 2
    tally.emptyHanded = 1
    tally.holds = 2
    tally.unpaidHolds = 1
    tally.sold = 1
    tally.revenue = hold.price
    #expect(news.tally == tally)
    #expect(news.active == [rivalToken.number])
    #expect(news.asOf == (try house.engine.lastEvent()))
    #expect(news.events.last?.kind == .charged)
    #expect(try house.engine.catchUp(after: news.asOf, events: 9) == nil)
  }

  @Test func `whoever has not looked for longer than it is kept sees the whole hall anew`() throws {
    let (user, rival) = (house.people[0], house.people[1])
    let token = try house.admit(user)
    let rivalToken = try house.admit(rival)
    let seen = try house.engine.lastEvent()
    let hold = try house.hold([try house.seat("A", 1).id], by: rival, with: rivalToken)[0]
    _ = try house.engine.pay(caller: rival, token: rivalToken, reservations: [hold.id], key: house.key())
    func changes() throws -> [Seat] {
      try house.engine.seatChanges(caller: user, token: token, session: house.session, after: seen).seats
    }
    #expect(try changes().count == 1)
    house.clock.advance(.hours(3))
    _ = try house.engine.charge(user: user, amount: Won(1), key: house.key())
    #expect(try changes().count == house.seats().count)
    #expect(try changes().first { $0.label.row == "A" && $0.label.number == "1" }?.status == .sold(by: hold.id))
  }

  /// A thousand at a time go, wherever that is.
  @Test func `where it begins amid one instant, who left in that instant takes no place under the cap`() throws {
    let show = try BookingFixture(
      policy: .with {
        $0.batch = 2
        $0.maxActive = 2
        $0.idleLimit = .seconds(30)
        $0.tokenLifetime = .minutes(5)
      })
    for user in show.people[0...3] { _ = try show.engine.issueToken(user: user) }
    for _ in 0..<5 {
      show.clock.advance(.seconds(10))
      try show.engine.runSchedule()
    }
    let events = try show.engine.events(after: EventID(0))
    let ends = events.filter { $0.kind == .tokenEnded }
    let admissions = events.filter { $0.kind == .tokenActivated }
    #expect(ends.count == 2 && admissions.count == 4)
    #expect(Set(ends.map(\.at) + admissions.suffix(2).map(\.at)).count == 1, "all at one instant")
    for last in ends + admissions.suffix(2) {
      try show.store.write { tx throws(BookingError) in
        _ = try tx.deleteEvents(after: events[0].id, through: last.id, before: show.clock.instant, limit: .max)
      }
      #expect(try show.violations().filter { $0.invariant == .capIsKept } == [])
    }
  }

  @Test func `one that has gone too early is found`() throws {
    let lived = try LivedInFixture()
    try lived.vandalise("DELETE FROM event WHERE id > 1 AND id < (SELECT MAX(id) FROM event)")
    #expect(try lived.house.violations().map(\.invariant).contains(.recordIsComplete))
  }

  @Test(
    arguments: [
      ("UPDATE token SET ended_at = ended_at + 600000 WHERE end_reason = 'idle'", .deadlinesStand),
      ("UPDATE reservation SET ended_at = deadline WHERE status = 'confirmed'", .deadlinesStand),
    ] as [(String, Invariant)])
  func `rows that are older than it are judged by themselves`(_ sql: String, _ invariant: Invariant) throws {
    let lived = try LivedInFixture()
    lived.house.clock.advance(.hours(5))
    for _ in 0..<2 {
      _ = try lived.house.engine.charge(user: lived.house.people[5], amount: Won(1), key: lived.house.key())
    }
    #expect(try lived.house.engine.events(after: EventID(0)).count < 10)
    #expect(try lived.house.violations() == [])
    try lived.vandalise(sql)
    #expect(try lived.house.violations().map(\.invariant).contains(invariant))
  }

  @Test func `another period takes effect with the next command`() throws {
    let show = try BookingFixture(policy: .with { $0.eventRetention = .days(30) })
    for _ in 0..<5 {
      _ = try show.engine.charge(user: show.people[0], amount: Won(1), key: show.key())
      show.clock.advance(.hours(5))
    }
    func charges() throws -> Int {
      try show.engine.events(after: EventID(0), limit: 1000).count { $0.kind == .charged }
    }
    #expect(try charges() == 5)
    try show.store.write { tx throws(BookingError) in
      try tx.insertPolicy(.with { $0.eventRetention = .hours(12) }, since: show.clock.instant)
    }
    _ = try show.engine.charge(user: show.people[0], amount: Won(1), key: show.key())
    #expect(try charges() == 3)
  }
}
