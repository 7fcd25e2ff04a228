internal import Booking
internal import Canvas
internal import Foundation
internal import SQLiteStore
internal import Screens
internal import SeatingPlan
internal import Wording

/// A house on a real file with one evening in a large hall, some of it taken, and two people who are active.
final class StadiumFixture {
  private let store: DatabaseStore
  private let clock = FixedClock()
  private let rival: (user: UserID, token: TokenCredential)
  private let session: SessionID
  private let seats: [SeatID]
  private var held = 0

  /// How many seats there are.
  var size: Int { seats.count }

  init(in folder: URL, plan: Plan = SampleHalls.stadium) throws {
    let start = Timestamp(milliseconds: 1_800_000_000_000)
    let clock = clock
    store = try StoreFile(path: folder.appending(path: "hall-\(UUID().uuidString).sqlite").path).open { store in
      var policy = Policy()
      policy.maxHoldsPerUser = 1000
      try BookingEngine(store: store, clock: clock).create(
        .real, anchor: ClockAnchor(bootID: "benchmark", boot: 0, instant: start), policy: policy,
        season: .stadium(from: start, plan: plan),
        people: [SeedUser(name: "A", balance: Won(1)), SeedUser(name: "B", balance: Won(1))])
    }.store
    let engine = BookingEngine(store: store, clock: clock)
    let people = try engine.people().map(\.user.id)
    for person in people { _ = try engine.issueToken(user: person) }
    clock.instant = start + .seconds(10)
    try engine.runSchedule()
    session = try engine.programme()[0].evenings[0].session.id
    rival = (people[1], try engine.issueToken(user: people[1]).token.credential)
    seats = try engine.seats(caller: rival.user, token: rival.token, session: session, visit: .action).seats.map(\.id)
    for index in 0..<min(500, seats.count / 97) {
      _ = try engine.holdSeats(
        caller: rival.user, token: rival.token, session: session, seats: [seats[index * 97]],
        key: RequestKey("h\(index)"))
    }
  }

  deinit { store.close() }

  /// A person before the list of sessions.
  func atSessions() throws -> Stage {
    let app = try App(
      engine: BookingEngine(store: store, clock: clock), language: .english,
      theme: Theme(hasColor: true, glyphs: .unicode))
    let stage = Stage(app: app)
    _ = app.frame(ScreenExperiments.size)
    stage.press(.enter)
    stage.press(.enter)
    return stage
  }

  /// A person in the middle of the stadium, so many steps closer than the whole hall.
  func stage(zoomedIn steps: Int, extra: [Key] = []) throws -> Stage {
    let stage = try atSessions()
    stage.press(.enter)
    for _ in 0..<steps { stage.press("+") }
    for key in extra { stage.press(key) }
    _ = stage.app.frame(ScreenExperiments.size)
    return stage
  }

  /// Times from another's hold to the frame that shows it.
  func changes(_ count: Int, seenBy stage: Stage) throws -> [Int64] {
    let engine = BookingEngine(store: store, clock: clock)
    return try (0..<count).map { _ in
      held += 1
      _ = try engine.holdSeats(
        caller: rival.user, token: rival.token, session: session, seats: [seats[held % 500 * 97 + 1 + held / 500]],
        key: RequestKey("c\(held)"))
      return Stopwatch.nanoseconds {
        stage.app.tick(isStoreNews: true)
        _ = stage.app.frame(ScreenExperiments.size)
      }
    }
  }
}

extension Season {
  /// One evening in the largest sample hall, on sale for eight days.
  static func stadium(from start: Timestamp) -> Season { stadium(from: start, plan: SampleHalls.stadium) }

  static func stadium(from start: Timestamp, plan: Plan) -> Season {
    let tiers = ["VIP", "R", "S", "A"].enumerated().map { TierPrice(tier: $1, price: Won(Int64(200 - $0 * 30) * 1000)) }
    let evening = Season.Evening(
      hall: 0, start: start + .days(9), saleOpens: start, saleCloses: start + .days(8), prices: tiers)
    return Season(
      halls: [HallDraft(name: LocalizedText("하늘경기장", "Haneul Stadium"), plan: plan)],
      shows: [
        Season.Show(title: LocalizedText("하늘", "Sky"), artist: LocalizedText("하늘", "Sky"), evenings: [evening])
      ])
  }
}

/// A clock that the benchmark sets.
final class FixedClock: BookingClock {
  var instant = Timestamp(milliseconds: 1_800_000_000_000)

  func now(by anchor: ClockAnchor) -> Timestamp { instant }

  func anchor(at instant: Timestamp, rate: Int64) -> ClockAnchor {
    ClockAnchor(bootID: "fixed", boot: 0, instant: instant, rate: rate)
  }
}

/// An app and its keyboard.
struct Stage {
  let app: App

  func press(_ key: Key) { app.handle([.key(key)]) }

  /// Times of keys pressed together, each with the frame that answers.
  func times(_ count: Int, _ keys: () -> [Key]) -> [Int64] {
    (0..<count).map { _ in
      Stopwatch.nanoseconds {
        for key in keys() { press(key) }
        _ = app.frame(ScreenExperiments.size)
      }
    }
  }

  /// Steps to and fro.
  func steps(_ count: Int) -> [Int64] {
    var index = 0
    let keys: [Key] = [.right, .down, .right, .down, .left, .up]
    return times(count) {
      index += 1
      return [keys[index % keys.count]]
    }
  }

  func searches(_ count: Int) -> [Int64] {
    (0..<count).flatMap { _ -> [Int64] in
      press("/")
      defer { press(.escape) }
      return "40512".unicodeScalars.flatMap { letter in times(1) { [Key(.scalar(letter))] } }
    }
  }
}
