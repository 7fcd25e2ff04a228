package import Booking
package import SQLiteStore

/// A small house in memory, with a clock that the test moves: two evenings in a hall of `rows` × `width` seats, and
/// people who have money.
package final class BookingFixture {
  package let clock: ManualClock
  package let store: DatabaseStore
  package let engine: BookingEngine
  /// On sale from the opening until an hour before it starts, thirty days later.
  package let session: SessionID
  /// The same concert and hall, a day later.
  package let secondSession: SessionID
  package let people: [UserID]

  package static let price = Won(50_000)

  /// - Parameters:
  ///   - rows: rows A, B and so on; those of the front half are tier R at 50,000 won, the others S at 30,000.
  ///   - people: how many there are, each with `balance`.
  ///   - season: what is on instead of the usual; at least two evenings.
  package init(
    policy: Policy = Policy(), rows: Int = 4, width: Int = 10, people count: Int = 6, balance: Won = Won(500_000),
    seed: UInt64 = 1, season: Season? = nil
  ) throws {
    clock = ManualClock()
    store = try DatabaseStore.inMemory()
    engine = BookingEngine(store: store, clock: clock, random: SeededRandom(seed: seed))
    let anchor = ClockAnchor(bootID: "test", boot: 0, instant: .opening)
    try engine.create(
      .real, anchor: anchor, policy: policy, season: season ?? Self.season(rows: rows, width: width),
      people: (0..<count).map { SeedUser(name: "Person \($0 + 1)", balance: balance) })
    people = try engine.people().map(\.user.id)
    let evenings = try engine.programme().flatMap(\.evenings).map(\.session.id)
    session = evenings[0]
    secondSession = evenings[1]
  }

  /// - Parameter now: when it is added; the evenings are thirty days later.
  package static func season(rows: Int, width: Int, from now: Timestamp = .opening) -> Season {
    let seats = (0..<rows).flatMap { row in
      (0..<width).map { number in
        let name = String(UnicodeScalar(UInt8(65 + row)))
        return HallDraft.Seat(
          label: SeatLabel(section: "1F", row: name, number: "\(number + 1)"),
          tier: row < (rows + 1) / 2 ? "R" : "S")
      }
    }
    let start = now + .days(30)
    let prices = [TierPrice(tier: "R", price: price), TierPrice(tier: "S", price: Won(30_000))]
    return Season(
      halls: [HallDraft(name: LocalizedText("시험관", "Test Hall"), plan: "{}", seats: seats)],
      shows: [
        Season.Show(
          title: LocalizedText("시험 공연", "Test Concert"), artist: LocalizedText("시험 악단", "Test Band"),
          evenings: (0..<2).map { day in
            Season.Evening(
              hall: 0, start: start + .days(day), saleOpens: now, saleCloses: start + .days(day) - .hours(1),
              prices: prices)
          })
      ])
  }

  /// The session's seats by number, at any time and without a token.
  package func seats(_ session: SessionID? = nil) throws -> [Seat] {
    try store.read { reader throws(BookingError) in try reader.seats(of: session ?? self.session) }
  }

  package func seat(_ row: String, _ number: Int) throws -> Seat {
    try seats().first { $0.label.row == row && $0.label.number == "\(number)" }!
  }

  /// Gives a person a token and lets time pass until it is active.
  package func admit(_ user: UserID) throws -> TokenCredential {
    let credential = try engine.issueToken(user: user).token.credential
    while try engine.lookUpToken(credential).token.activity == nil { clock.advance(.seconds(1)) }
    return credential
  }

  private var keys = 0

  /// A request key that was not used before.
  package func key() -> RequestKey {
    keys += 1
    return RequestKey("key-\(keys)")
  }

  /// Holds seats for a person who is admitted for it.
  @discardableResult
  package func hold(
    _ seats: [SeatID], by user: UserID, with token: TokenCredential, session: SessionID? = nil
  ) throws -> [Reservation] {
    try engine.holdSeats(caller: user, token: token, session: session ?? self.session, seats: seats, key: key())
  }

  /// What is wrong in the store; empty when every invariant holds.
  package func violations() throws -> [Violation] {
    try store.audit { reader throws(BookingError) in try Audit(reader) }.violations()
  }

  /// Every row of every table as text, to compare a store with itself.
  package func contents() throws -> String { try store.contents() }
}
