import Booking
import TestSupport
import Testing

/// T1: what is true depends on what happened, never on who was watching or how often.
@Suite("The same history under different ticks")
struct TickIndependenceTests {
  private static let policy = Policy.with {
    $0.activationPeriod = .seconds(3)
    $0.batch = 2
    $0.maxActive = 3
    $0.tokenLifetime = .seconds(40)
    $0.idleLimit = .seconds(15)
    $0.holdDuration = .seconds(20)
  }

  /// Runs the schedule at whole multiples of a length after the opening; without one, nobody watches.
  private struct Watch {
    let house: BookingFixture
    let tick: Duration?

    /// Lets time pass until `end`, with every tick on the way.
    func pass(until end: Timestamp) throws {
      if let tick {
        let elapsed = (house.clock.instant - .opening).milliseconds / tick.milliseconds
        var next = Timestamp.opening + tick * (elapsed + 1)
        while next < end {
          house.clock.instant = next
          try house.engine.runSchedule()
          next = next + tick
        }
      }
      house.clock.instant = end
    }
  }

  /// Plays a fixed history of joins, looks, holds, payments, releases and leaving, at odd instants, and gives all
  /// rows at its end, after `suspension` in which nothing runs.
  private func play(seed: UInt64, tick: Duration?, suspension: Duration = .zero) throws -> String {
    let house = try BookingFixture(policy: Self.policy, rows: 2, width: 3, people: 6, seed: seed)
    let watch = Watch(house: house, tick: tick)
    var random = SeededRandom(seed: seed)
    for _ in 0..<40 {
      let wait = Duration.milliseconds(Int64.random(in: 1...4000, using: &random))
      try watch.pass(until: house.clock.instant + wait)
      let user = house.people.randomElement(using: &random)!
      let seat = try house.seats().randomElement(using: &random)!.id
      let choice = Int.random(in: 0..<8, using: &random)
      let key = house.key()
      do throws(BookingError) {
        try move(choice, house.engine, house.session, user, seat, key)
      } catch {
        if case .storage = error { throw error }
      }
    }
    house.clock.advance(suspension)
    try watch.pass(until: house.clock.instant + .seconds(45))
    _ = try house.engine.charge(user: house.people[0], amount: Won(1), key: house.key())
    #expect(try house.violations() == [])
    return try house.contents()
  }

  private func move(
    _ choice: Int, _ engine: BookingEngine, _ session: SessionID, _ user: UserID, _ seat: SeatID, _ key: RequestKey
  ) throws(BookingError) {
    let token = try engine.issueToken(user: user).token.credential
    let holds = try engine.account(of: user).holds.map(\.reservation.id)
    switch choice {
    case 0: try engine.leaveQueue(caller: user, token: token)
    case 1: try engine.release(caller: user, reservations: holds)
    case 2: _ = try engine.pay(caller: user, token: token, reservations: holds, key: key)
    case 3: _ = try engine.seats(caller: user, token: token, session: session, visit: .action)
    default: _ = try engine.holdSeats(caller: user, token: token, session: session, seats: [seat], key: key)
    }
  }

  @Test(arguments: [UInt64](1...3))
  func `T1 ticks of 1 s, 60 s and none leave the same rows in every table`(seed: UInt64) throws {
    let unwatched = try play(seed: seed, tick: nil)
    for tick in [Duration.seconds(1), .minutes(1)] {
      #expect(try play(seed: seed, tick: tick) == unwatched, "seed \(seed), tick \(tick)")
    }
  }

  @Test func `T1 ticks of 50 ms and none leave the same rows in every table`() throws {
    #expect(try play(seed: 4, tick: .milliseconds(50)) == play(seed: 4, tick: nil))
  }

  @Test(arguments: [UInt64](1...3))
  func `T1 one tick after ten minutes of suspension leaves the same rows`(seed: UInt64) throws {
    let suspended = try play(seed: seed, tick: .minutes(1), suspension: .minutes(10))
    #expect(try play(seed: seed, tick: nil, suspension: .minutes(10)) == suspended)
  }

  @Test func `T1 watching all through ten minutes leaves what sleeping through them leaves`() throws {
    let rows = try [Duration?.none, .seconds(1), .minutes(9)].map { tick in
      let house = try BookingFixture(policy: Self.policy, people: 5)
      for user in house.people { _ = try house.engine.issueToken(user: user) }
      house.clock.advance(.milliseconds(3001))
      let first = try #require(try house.engine.account(of: house.people[0]).status).token.credential
      try house.hold([try house.seat("A", 1).id, try house.seat("A", 2).id], by: house.people[0], with: first)
      try Watch(house: house, tick: tick).pass(until: .opening + .minutes(10))
      _ = try house.engine.charge(user: house.people[0], amount: Won(1), key: house.key())
      return try house.contents()
    }
    #expect(rows[1] == rows[0])
    #expect(rows[2] == rows[0])
  }

  /// Else the comparisons above would compare nothing.
  @Test func `the history that is played touches every rule`() throws {
    let rows = try play(seed: 1, tick: nil) + play(seed: 2, tick: nil) + play(seed: 3, tick: nil)
    for word in ["\"paid\"", "\"left\"", "\"idle\"", "\"expired\"", "\"released\"", "\"confirmed\""] {
      #expect(rows.contains(word), "\(word)")
    }
  }
}
