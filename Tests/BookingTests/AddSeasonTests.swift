import Booking
import SQLiteStore
import TestSupport
import Testing

@Suite("Adding a season: a hall is one room, and one session at a time is on in it")
struct AddSeasonTests {
  private let house: BookingFixture
  private let usual = BookingFixture.season(rows: 4, width: 10)

  init() throws { house = try BookingFixture() }

  /// One show with evenings in one hall, `starts` after the first that the house has.
  private func season(
    _ title: String = "Other", in hall: HallDraft? = nil, at starts: [Duration], length: Duration = .hours(2),
    price: Won = Won(30_000)
  ) -> Season {
    let first = usual.shows[0].evenings[0]
    return Season(
      halls: [hall ?? usual.halls[0]],
      shows: [
        Season.Show(
          title: LocalizedText(title, title), artist: LocalizedText("Band", "Band"),
          evenings: starts.map { start in
            Season.Evening(
              hall: 0, start: first.start + start, length: length, saleOpens: .opening, saleCloses: first.saleCloses,
              prices: [TierPrice(tier: "R", price: BookingFixture.price), TierPrice(tier: "S", price: price)])
          })
      ])
  }

  private func hall(
    _ name: LocalizedText = LocalizedText("시험관", "Test Hall"), plan: String = "{}", width: Int = 10
  ) -> HallDraft {
    HallDraft(name: name, plan: plan, seats: BookingFixture.season(rows: 4, width: width).halls[0].seats)
  }

  private func refusal(of season: Season) throws -> BookingError? {
    let before = try house.contents()
    do throws(BookingError) {
      try house.engine.add(season)
      return nil
    } catch {
      #expect(try house.contents() == before)
      return error
    }
  }

  private func counts() throws -> (halls: Int, concerts: Int, sessions: Int) {
    try house.read { reader throws(BookingError) in
      (try reader.hallNames().count, try reader.concerts().count, try reader.sessions().count)
    }
  }

  /// The house has a session from 0 to 120 minutes, and one a day later.
  @Test(
    arguments: [
      (-120, 120, true), (-119, 120, false), (-60, 60, true), (-60, 61, false), (-1, 122, false), (0, 120, false),
      (0, 1, false), (119, 1, false), (120, 120, true), (121, 1, true), (1320, 120, true), (1321, 120, false),
      (-120, 1440 + 240, false), (120, 1320, true), (1560, 60, true), (1559, 60, false),
    ] as [(Int64, Int64, Bool)])
  func `sessions in one room may touch and not overlap, across midnight too`(start: Int64, length: Int64, isFree: Bool)
    throws
  {
    let refusal = try refusal(of: season(at: [.minutes(start)], length: .minutes(length)))
    #expect((refusal == nil) == isFree)
    #expect(try house.violations() == [])
  }

  @Test func `the refusal names the hall and the other session with its time`() throws {
    let first = usual.shows[0].evenings[0].start
    #expect(
      try refusal(of: season(at: [.days(5), .minutes(15)]))
        == .hallBusy(
          HallClash(
            hall: LocalizedText("시험관", "Test Hall"), title: LocalizedText("Other", "Other"),
            start: first + .minutes(15), other: LocalizedText("시험 공연", "Test Concert"),
            otherTime: first..<(first + .hours(2)))))
  }

  @Test func `evenings of one season keep out of each other's way too`() throws {
    guard case .hallBusy(let clash) = try refusal(of: season(at: [.days(5), .days(5) + .minutes(119)])) else {
      Issue.record("it was let in")
      return
    }
    #expect(clash.other == clash.title)
    #expect(try refusal(of: season(at: [.days(5), .days(5) + .minutes(120)])) == nil)
    #expect(try refusal(of: season(at: [.days(8), .days(8)])) != nil, "the very same evening twice")
  }

  @Test func `another room is free at the same time`() throws {
    let other = hall(LocalizedText("둘째", "Second"), width: 9)
    #expect(try refusal(of: season(in: other, at: [.zero])) == nil)
    #expect(try counts() == (2, 2, 3))
    #expect(try refusal(of: season("Third", in: other, at: [.hours(1)])) != nil)
  }

  @Test(
    arguments: [
      LocalizedText("시험관", "Test Hall"), LocalizedText(" 시험관\u{3000}", "Elsewhere"), LocalizedText("x", "\tTest Hall "),
      LocalizedText("시험관", "x"),
    ])
  func `a hall of the same name and plan is taken, and keeps its name`(name: LocalizedText) throws {
    let added = try house.engine.add(season(in: hall(name), at: [.days(5)]))
    #expect(added.halls == [SeasonAdded.Hall(name: LocalizedText("시험관", "Test Hall"), origin: .known)])
    #expect(try counts() == (1, 2, 3))
  }

  @Test func `a hall of the same plan under another name is the same room`() throws {
    let other = hall(LocalizedText("다른 곳", "Elsewhere"))
    #expect(try refusal(of: season(in: other, at: [.hours(1)])) != nil)
    let added = try house.engine.add(season(in: other, at: [.days(5)]))
    #expect(added.halls == [SeasonAdded.Hall(name: LocalizedText("시험관", "Test Hall"), origin: .knownByPlan)])
    #expect(try counts() == (1, 2, 3))
  }

  @Test func `the same seats drawn otherwise under the same name are the hall that is there`() throws {
    let added = try house.engine.add(season(in: hall(plan: "{\"redrawn\":1}"), at: [.days(5)]))
    #expect(added.halls.map(\.origin) == [.keepsItsPlan])
    #expect(try counts() == (1, 2, 3))
    let plans = try house.read { reader throws(BookingError) in try reader.hall(HallID(1))?.plan }
    #expect(plans == "{}")
  }

  @Test(arguments: ["{}", "{\"redrawn\":1}"]) func `other seats under the same name are refused`(plan: String) throws {
    #expect(
      try refusal(of: season(in: hall(plan: plan, width: 11), at: [.days(5)]))
        == .hallRedrawn(LocalizedText("시험관", "Test Hall")))
  }

  @Test func `a season may take halls as they stand, as long as every tier has its price`() throws {
    let redrawn = season(in: hall(plan: "new", width: 11), at: [.days(5)])
    let added = try house.engine.add(
      Season(halls: redrawn.halls, shows: redrawn.shows, takesHallsAsTheyStand: true))
    #expect(added.halls.map(\.origin) == [.keepsItsPlan])
    #expect(try house.seats(added.shows[0][0].session).count == 40)
    let evening = redrawn.shows[0].evenings[0]
    let cheap = Season.Evening(
      hall: 0, start: evening.start + .days(1), saleOpens: evening.saleOpens, saleCloses: evening.saleCloses,
      prices: [evening.prices[0]])
    let show = Season.Show(title: redrawn.shows[0].title, artist: redrawn.shows[0].artist, evenings: [cheap])
    #expect(
      try refusal(of: Season(halls: redrawn.halls, shows: [show], takesHallsAsTheyStand: true))
        == .hallRedrawn(LocalizedText("시험관", "Test Hall")))
    #expect(try house.violations() == [])
  }

  @Test func `the same season again adds nothing, whenever it opened`() throws {
    house.clock.advance(.days(1))
    let again = BookingFixture.season(rows: 4, width: 10)
    let added = try house.engine.add(again)
    #expect(!added.hasNews)
    #expect(
      added.shows == [[house.session, house.secondSession].map { SeasonAdded.Evening(session: $0, isNew: false) }])
    #expect(try counts() == (1, 1, 2))
    #expect(try house.events(.programmeAdded).count == 2)
  }

  @Test func `new evenings join the concert of their title and artist, until it is over`() throws {
    let first = try house.engine.add(season(at: [.days(5)]))
    let second = try house.engine.add(season(at: [.days(6)]))
    #expect((first.joined, second.joined) == ([false], [true]))
    #expect(try house.engine.programme().last?.evenings.count == 2)
    house.clock.advance(.days(90))
    #expect(try house.engine.add(season(at: [.days(120)])).joined == [false])
    #expect(try house.violations() == [])
  }

  @Test func `new evenings join the concert of those that are there`() throws {
    _ = try house.engine.add(season(at: [.days(5)]))
    let added = try house.engine.add(season(at: [.days(5), .days(6)]))
    #expect(added.shows[0].map(\.isNew) == [false, true])
    #expect(added.hasNews)
    #expect(try counts() == (1, 2, 4))
    #expect(try house.engine.programme().last?.evenings.count == 2)
  }

  @Test func `an evening with another length, other prices or another title is no evening that is there`() throws {
    _ = try house.engine.add(season(at: [.days(5)]))
    let others = [
      season(at: [.days(5)], length: .hours(3)), season(at: [.days(5)], price: Won(1)), season("New", at: [.days(5)]),
    ]
    for other in others {
      guard case .hallBusy(let clash) = try refusal(of: other) else {
        Issue.record("it was let in")
        continue
      }
      #expect(clash.other == LocalizedText("Other", "Other"))
    }
  }

  @Test func `refuses all of it when one evening is refused, and does what was due`() throws {
    _ = try house.engine.issueToken(user: house.people[0])
    house.clock.advance(.seconds(10))
    let before = try counts()
    #expect(throws: BookingError.self) { try house.engine.add(season(at: [.days(5), .days(6), .hours(1)])) }
    #expect(try counts() == before)
    #expect(try house.events(.tokenActivated).count == 1)
  }

  @Test func `a house opens with no season that overlaps itself`() throws {
    let store = try DatabaseStore.inMemory()
    let engine = BookingEngine(store: store, clock: ManualClock())
    #expect(throws: BookingError.self) {
      try engine.create(
        .real, anchor: ClockAnchor(bootID: "test", boot: 0, instant: .opening), policy: Policy(),
        season: season(at: [.zero, .minutes(1)]))
    }
    #expect(throws: BookingError.storage(.damaged)) {
      try store.read { reader throws(BookingError) in _ = try reader.house() }
    }
  }
}
