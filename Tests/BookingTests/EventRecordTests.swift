import Booking
import SQLiteStore
import TestSupport
import Testing

@Suite("The event record, which is kept for so long")
struct EventRecordTests {
  let house: TestHouse

  init() throws {
    house = try TestHouse(
      policy: .with {
        $0.eventRetention = .hours(2)
        $0.tokenLifetime = .hours(20)
        $0.idleLimit = .hours(10)
        $0.holdDuration = .minutes(5)
      })
  }

  private func record() throws -> [Event] { try house.engine.events(after: EventID(0), limit: 100_000) }

  @Test func `what is older goes with the next command, and the first event stays`() throws {
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

  @Test func `a long one goes whole at once, and numbers go on`() throws {
    for _ in 0..<2500 { _ = try house.engine.charge(user: house.people[0], amount: Won(1), key: house.key()) }
    let last = try house.engine.lastEvent()
    house.clock.advance(.days(1))
    _ = try house.engine.charge(user: house.people[0], amount: Won(1), key: house.key())
    // Which the last one before does not, until there is another after it.
    #expect(try record().map(\.id.rawValue) == [1, last.rawValue, last.rawValue + 1])
    #expect(try house.violations() == [])
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

  @Test func `another period takes effect with the next command`() throws {
    let show = try TestHouse(policy: .with { $0.eventRetention = .days(30) })
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
