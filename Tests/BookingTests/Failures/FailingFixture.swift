import Booking
import SQLiteStore
import TestSupport

/// A small house whose store can be made to fail at any call. Every token has the same secret, so that what an attempt
/// leaves behind does not depend on how many failed before it.
final class FailingFixture {
  let clock = SteppedClock()
  let store: DatabaseStore
  let breakable: BreakableStore
  let engine: BookingEngine
  let people: [UserID]
  let session: SessionID
  let seats: [SeatID]
  private var keys = 0

  static let policy = Policy.with {
    $0.batch = 3
    $0.maxActive = 5
  }

  init(_ kind: House.Kind = .real) throws {
    store = try DatabaseStore.inMemory()
    breakable = BreakableStore(store)
    engine = BookingEngine(store: breakable, clock: clock, random: Same())
    try engine.create(
      kind, anchor: clock.anchor(at: .opening, rate: 1000), policy: Self.policy,
      season: BookingFixture.season(rows: 2, width: 3),
      people: (1...6).map { SeedUser(name: "Person \($0)", balance: Won(500_000)) })
    people = try engine.people().map(\.user.id)
    session = try engine.programme().flatMap(\.evenings)[0].session.id
    let session = session
    seats = try store.read { reader throws(BookingError) in try reader.seats(of: session) }.map(\.id)
  }

  func key() -> RequestKey {
    keys += 1
    return RequestKey("key-\(keys)")
  }

  func join(_ person: Int) throws -> TokenCredential { try engine.issueToken(user: people[person]).token.credential }

  func admit(_ person: Int) throws -> TokenCredential {
    let token = try join(person)
    clock.advance(.seconds(10))
    try engine.runSchedule()
    return token
  }

  func hold(_ count: Int, by person: Int, _ token: TokenCredential) throws -> [ReservationID] {
    try engine.holdSeats(
      caller: people[person], token: token, session: session, seats: Array(seats.prefix(count)), key: key()
    ).map(\.id)
  }

  func violations() throws -> [Violation] {
    try store.audit { reader throws(BookingError) in try Audit(reader) }.violations()
  }

  private struct Same: RandomNumberGenerator {
    mutating func next() -> UInt64 { 0x5EED }
  }
}
