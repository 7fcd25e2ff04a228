import Booking
import GRDB
import TestSupport
import Testing

@testable import SQLiteStore

/// A demonstration in which everything was done that a presenter and a tester may do, some of it at one instant.
private struct ShownFixture {
  let clock = SteppedClock()
  let store: DatabaseStore
  let engine: BookingEngine

  init(retention: Duration = .days(7)) throws {
    store = try DatabaseStore.inMemory()
    engine = BookingEngine(store: store, clock: clock, random: SeededRandom(seed: 1))
    let policy = Policy.with {
      $0.batch = 2
      $0.maxActive = 3
      $0.eventRetention = retention
    }
    try engine.create(
      .demonstration, anchor: clock.anchor(at: .opening, rate: 1000), policy: policy,
      season: BookingFixture.season(rows: 4, width: 10),
      people: (1...8).map { SeedUser(name: "Person \($0)", balance: Won(500_000), isWaiting: true) })
    try play(policy)
  }

  private func play(_ policy: Policy) throws {
    let session = try engine.programme()[0].evenings[0].session.id
    let seats = try store.read { reader throws(BookingError) in try reader.seats(of: session) }.map(\.id)
    try engine.advance(by: .seconds(10))
    try hold(1, [seats[0]], session, "a")
    try engine.setPrice(of: seats[0], in: session, to: Won(70_000))
    // At the same instant, at the new price.
    try hold(2, [seats[1]], session, "b")
    try engine.setRate(0)
    for batch: Int64 in [0, 3, 2] {
      try engine.setPolicy(
        .with {
          $0 = policy
          $0.batch = batch
          $0.idleLimit = .minutes(batch + 1)
          $0.activationPeriod = .seconds(7 + batch)
        })
    }
    try engine.endToken(of: UserID(1))
    try engine.advance(by: .seconds(30))
    try engine.endToken(of: UserID(2))
    try engine.advanceToNextDue()
    _ = try engine.takeSeats(Array(seats[10...17]), of: session)
    _ = try engine.fill(session, to: 60)
    try engine.setBalance(of: UserID(3), to: Won(1))
    try engine.setPrice(of: seats[0], in: session, to: Won(60_000))
    try engine.setRate(60_000)
    for _ in 0..<12 { try engine.advance(by: .minutes(1)) }
    _ = try engine.charge(user: UserID(3), amount: Won(100_000), key: RequestKey("c"))
  }

  private func hold(_ user: Int64, _ seats: [SeatID], _ session: SessionID, _ key: String) throws {
    let token = try #require(try engine.account(of: UserID(user)).status?.token.credential)
    _ = try engine.holdSeats(
      caller: UserID(user), token: token, session: session, seats: seats, key: RequestKey(key))
  }

  func violations() throws -> [Violation] {
    try store.audit { reader throws(BookingError) in try Audit(reader) }.violations()
  }

  func vandalise(_ sql: String) throws {
    try store.queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON; \(sql)")
      try db.execute(sql: "PRAGMA foreign_keys = ON; PRAGMA ignore_check_constraints = OFF")
    }
  }
}

@Suite("The audit of a demonstration")
struct ShownFixtureTests {
  @Test func `finds nothing wrong with what a presenter and a tester may do`() throws {
    let house = try ShownFixture()
    #expect(try house.violations() == [])
    let kinds = Set(try house.engine.events(after: EventID(0)).map(\.kind))
    #expect(kinds.isSuperset(of: [.priceSet, .idleLimitMoved, .balanceSet, .policySet]))
  }

  @Test(arguments: [Duration.hours(1), .hours(2)]) func `nor when its record has been trimmed anywhere`(
    _ retention: Duration
  ) throws {
    let house = try ShownFixture(retention: retention)
    let last = try house.engine.lastEvent().rawValue
    try house.engine.advance(by: .hours(3))
    for event in stride(from: Int64(2), to: last, by: 1) {
      let cut = try house.store.copy()
      try cut.write { tx throws(BookingError) in
        _ = try tx.deleteEvents(after: EventID(1), through: EventID(event), before: tx.house().latest, limit: .max)
      }
      let found = try cut.audit { reader throws(BookingError) in try Audit(reader) }.violations()
      #expect(found == [], "cut behind event \(event)")
      cut.close()
    }
  }

  @Test func `nor after a reset`() throws {
    let house = try ShownFixture()
    try house.engine.reset(
      policy: Policy(), season: BookingFixture.season(rows: 2, width: 4),
      people: [SeedUser(name: "A", balance: Won(1), isWaiting: true)])
    #expect(try house.violations() == [])
    try house.engine.advance(by: .minutes(30))
    #expect(try house.violations() == [])
  }

  @Test(
    arguments: [
      ("UPDATE house SET kind = 'real'", .houseIsAsFounded, "founded a demonstration"),
      ("UPDATE session_price SET price = 1 WHERE session_id = 1 AND tier = 'R'", .programmeStands, "session 1"),
      ("UPDATE session_price SET price = 1 WHERE session_id = 2 AND tier = 'S'", .programmeStands, "session 2"),
      ("UPDATE policy SET batch = 9 WHERE id = 3", .programmeStands, "policy 3"),
      ("UPDATE policy SET since_at = since_at + 1 WHERE id = 3", .programmeStands, "policy"),
      ("UPDATE reservation SET price = 50000 WHERE id = 3", .holdsKeepTheRules, "reservation 3"),
      ("UPDATE reservation SET user_id = 1 WHERE id = 3", .holdsKeepTheRules, "reservation 3"),
      ("UPDATE event SET amount = 1 WHERE kind = 5", .programmeStands, "price"),
      ("UPDATE event SET deadline = deadline + 1 WHERE kind = 14", .recordIsComplete, "event"),
      ("UPDATE ledger SET amount = 5 WHERE kind = 'adjustment'", .recordIsComplete, "ledger entry"),
      ("UPDATE token SET activated_at = activated_at + 1 WHERE number = 4", .admissionsAreRegular, "token 4"),
    ] as [(String, Invariant, String)])
  func `finds what no tester may do`(_ sql: String, _ invariant: Invariant, _ name: String) throws {
    let house = try ShownFixture()
    try house.vandalise(sql)
    let found = try house.violations()
    #expect(found.contains { $0.invariant == invariant && $0.place.contains(name) }, "\(found)")
  }
}
