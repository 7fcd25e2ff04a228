import Booking
import SQLiteStore
import TestSupport
import Testing

@Suite("Founding a house, and its sample programme")
struct FoundingTests {
  /// A club, a theatre, an arena and a stadium, each small.
  private static let halls = ["Club", "Theatre", "Arena", "Stadium"].enumerated().map { index, name in
    let tiers = index == 0 ? ["R", "S", "A"] : ["VIP", "R", "S", "A"]
    return HallDraft(
      name: LocalizedText("\(name)홀", name), plan: "plan \(index)",
      seats: (0..<(10 + index * 4)).map { seat in
        HallDraft.Seat(
          label: SeatLabel(section: "1F", row: "A", number: "\(seat + 1)"),
          tier: tiers[seat % tiers.count])
      })
  }

  private let clock = ManualClock()
  private let store: DatabaseStore
  private let engine: BookingEngine

  init() throws {
    store = try DatabaseStore.inMemory()
    engine = BookingEngine(store: store, clock: clock, random: SeededRandom(seed: 1))
    try engine.create(
      .real, anchor: ClockAnchor(bootID: "test", boot: 0, instant: .opening), policy: Policy(),
      season: .sample(halls: Self.halls, from: .opening), people: SamplePeople.all)
  }

  private func listings() throws -> [SessionListing] {
    let user = try engine.people()[0].user.id
    let token = try engine.issueToken(user: user).token.credential
    while try engine.lookUpToken(token).token.activity == nil { clock.advance(.seconds(10)) }
    return try engine.sessions(caller: user, token: token, visit: .refresh)
  }

  private func violations() throws -> [Violation] {
    try store.audit { reader throws(BookingError) in try Audit(reader) }.violations()
  }

  @Test func `opens with five concerts and a dozen evenings, dated ahead`() throws {
    let programme = try engine.programme()
    #expect(programme.count == 5)
    let evenings = programme.flatMap(\.evenings)
    #expect(evenings.count == 12)
    #expect(evenings.allSatisfy { $0.session.start > .opening + .days(6) && !$0.prices.isEmpty })
    #expect(evenings.allSatisfy { $0.session.saleCloses == $0.session.start - .hours(1) })
  }

  @Test func `evenings begin at the venue's own hours`() throws {
    let day = Duration.days(1).milliseconds
    let hours = try engine.programme()[0].evenings.map { evening in
      (evening.session.start + .hours(9)).milliseconds % day / 3_600_000
    }
    #expect(hours == [20, 20, 20])
  }

  @Test func `one is sold out, one nearly, and one on sale later`() throws {
    let listings = try listings()
    #expect(listings.count == 11)
    #expect(listings.map(\.remaining).filter { $0 == 0 }.count == 1)
    #expect(listings.map(\.remaining).filter { $0 == 6 }.count == 1)
    #expect(listings.filter { $0.remaining == $0.total }.count == 9)
    clock.instant = .opening + .days(2)
    #expect(try self.listings().count == 12)
  }

  @Test func `120 people wait, and those with a story do not`() throws {
    let people = try engine.people()
    let waiting = people.filter { $0.token?.state == .waiting }
    #expect(waiting.count == 120)
    #expect(people.prefix(10).allSatisfy { $0.token == nil })
    #expect(try engine.issueToken(user: people[0].user.id).position == 121)
  }

  @Test func `every invariant holds from the first instant, and opening balances are ledger entries`() throws {
    #expect(try violations() == [])
    let rich = try engine.people()[6].user
    #expect(rich.balance == Won(9_800_000))
    #expect(try engine.ledger(of: rich.id).map(\.kind) == [.opening])
  }

  @Test func `seats sold before the opening were bought by the rules`() throws {
    let paid = try store.audit { reader throws(BookingError) in try reader.allPayments() }
    #expect(paid.count == 10 + 4)
    #expect(paid.allSatisfy { $0.at == .opening })
    let buyers = Dictionary(grouping: paid, by: \.user).mapValues(\.count)
    #expect(buyers.values.allSatisfy { $0 <= 4 })
    #expect(try buyers.keys.map { try engine.balance(user: $0) }.allSatisfy { $0 == .zero })
  }

  private func nextSample(of halls: [HallDraft] = halls) throws -> Season {
    let last = try engine.programme().flatMap(\.evenings).map(\.session.start).max()
    return .sample(halls: halls, from: clock.instant, after: last)
  }

  @Test func `adding the sample twice gives a dozen evenings each time, sells nothing, and keeps the halls`() throws {
    for count in 2...3 {
      clock.advance(.days(1))
      try engine.add(nextSample())
      #expect(try engine.programme().flatMap(\.evenings).count == 12 * count)
      let halls = try store.read { reader throws(BookingError) in try reader.hallNames() }
      #expect(halls.count == 4)
      #expect(try violations() == [])
    }
    let paid = try store.audit { reader throws(BookingError) in try reader.allPayments() }
    #expect(paid.count == 14)
  }

  @Test func `the sample of the same day again adds nothing`() throws {
    #expect(try !engine.add(.sample(halls: Self.halls, from: clock.instant)).hasNews)
    #expect(try engine.programme().flatMap(\.evenings).count == 12)
  }

  @Test func `the sample takes halls as they stand, by their names`() throws {
    let changed = Self.halls.map { HallDraft(name: $0.name, plan: $0.plan + "!", seats: $0.seats.dropLast()) }
    try engine.add(nextSample(of: changed))
    #expect(try store.read { reader throws(BookingError) in try reader.hallNames() }.count == 4)
    #expect(try engine.programme().flatMap(\.evenings).count == 24)
    #expect(try violations() == [])
  }

  @Test func `a house without a season or people is empty and sound`() throws {
    let store = try DatabaseStore.inMemory()
    let engine = BookingEngine(store: store, clock: clock)
    let policy = Policy.with { $0.batch = 3 }
    try engine.create(
      .demonstration, anchor: ClockAnchor(bootID: "test", boot: 0, instant: .opening), policy: policy, season: nil)
    let house = try store.read { reader throws(BookingError) in try reader.house() }
    #expect(house.kind == .demonstration)
    #expect(house.admissionEpoch == .opening)
    #expect(house.lastTicket == TicketNumber(0))
    #expect(try engine.programme().isEmpty && engine.people().isEmpty)
    #expect(try engine.policy() == policy)
    #expect(try store.audit { reader throws(BookingError) in try Audit(reader) }.violations() == [])
  }

  @Test func `a new house under a cap of one, or closed, is sound too`() throws {
    for cap in [1, 0] as [Int64] {
      let store = try DatabaseStore.inMemory()
      let engine = BookingEngine(store: store, clock: ManualClock())
      try engine.create(
        .real, anchor: ClockAnchor(bootID: "test", boot: 0, instant: .opening), policy: .with { $0.maxActive = cap },
        season: .sample(halls: Self.halls, from: .opening))
      #expect(try store.audit { reader throws(BookingError) in try Audit(reader) }.violations() == [])
      #expect(try store.audit { reader throws(BookingError) in try reader.allPayments() }.count == Int(cap) * 14)
    }
  }
}
