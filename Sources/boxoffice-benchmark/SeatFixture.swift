internal import Booking
internal import CBaselines
internal import Foundation
internal import SQLiteStore

/// A house on a real file with 50,000 seats on sale, to which buyers come one after another.
final class SeatFixture {
  let store: DatabaseStore
  let path: String
  private let engine: BookingEngine
  private let clock = FixedClock()
  private(set) var session = SessionID(0)
  private var seats: [SeatID] = []
  private var taken = 0
  private var buyers = 0

  init(in folder: URL) throws {
    path = folder.appending(path: "seats-\(UUID().uuidString).sqlite").path
    let start = clock.instant
    let clock = clock
    store = try StoreFile(path: path).open { store in
      var policy = Policy()
      policy.batch = 1000
      policy.holdDuration = .hours(24)
      try BookingEngine(store: store, clock: clock).create(
        .real, anchor: ClockAnchor(bootID: "benchmark", boot: 0, instant: start), policy: policy,
        season: .stadium(from: start), people: [])
    }.store
    engine = BookingEngine(store: store, clock: clock)
    session = try engine.programme()[0].evenings[0].session.id
    let buyer = try registerPresence(1)[0]
    seats = try engine.seats(caller: buyer.user, token: buyer.token, session: session, visit: .action).seats.map(\.id)
  }

  deinit { store.close() }

  private struct Buyer {
    let user: UserID
    let token: TokenCredential
    let name: String
  }

  /// People with money who have just been admitted.
  private func registerPresence(_ count: Int) throws -> [Buyer] {
    let people = try (0..<count).map { _ in
      buyers += 1
      let name = "Buyer \(buyers)"
      let user = try engine.addUser(name: name).id
      _ = try engine.charge(user: user, amount: Won(1_000_000), key: RequestKey(name))
      return Buyer(user: user, token: try engine.issueToken(user: user).token.credential, name: name)
    }
    clock.instant = clock.instant + .seconds(10)
    try engine.runSchedule()
    return people
  }

  /// People who have just been admitted, as the words that a terminal for each is started with.
  func admit(_ count: Int) throws -> [[String]] {
    try registerPresence(count).map { buyer in
      let secret = buyer.token.secret
      return [
        "--user", "\(buyer.user.rawValue)", "--ticket", "\(buyer.token.number.rawValue)", "--high", "\(secret.high)",
        "--low", "\(secret.low)", "--session", "\(session.rawValue)", "--instant", "\(clock.instant.milliseconds)",
      ]
    }
  }

  /// People come one after another; each holds four seats, one by one, and then pays for them, one by one.
  func sales(_ count: Int, _ durability: DatabaseStore.Durability) throws -> (holds: Samples, payments: Samples) {
    let buyers = try registerPresence(count / 4)
    try store.setDurability(durability)
    defer { try? store.setDurability(.full) }
    var (holding, paying): ([Int64], [Int64]) = ([], [])
    for buyer in buyers {
      var holds: [Reservation] = []
      for index in 0..<4 {
        let seat = nextSeat()
        checkpoint()
        holding.append(
          try Stopwatch.nanoseconds {
            holds += try engine.holdSeats(
              caller: buyer.user, token: buyer.token, session: session, seats: [seat],
              key: RequestKey("\(buyer.name) h\(index)"))
          })
      }
      for hold in holds {
        checkpoint()
        paying.append(
          try Stopwatch.nanoseconds {
            _ = try engine.pay(
              caller: buyer.user, token: buyer.token, reservations: [hold.id],
              key: RequestKey("\(buyer.name) \(hold.id)"))
          })
      }
    }
    return (Samples(holding), Samples(paying))
  }

  /// The same in C.
  func baselineHolds(_ count: Int, _ durability: DatabaseStore.Durability) throws -> Samples {
    let buyers = try registerPresence(count / 4)
    checkpoint()
    let wishes = (0..<count).map { index in
      BaselineHold(
        user: buyers[index / 4].user.rawValue, token: buyers[index / 4].token.number.rawValue,
        session: session.rawValue, seat: nextSeat().rawValue, at: clock.instant.milliseconds,
        held_kind: Int64(Event.Kind.seatHeld.rawValue), acted_kind: Int64(Event.Kind.tokenActed.rawValue))
    }
    return try Baseline.times(count) { baseline_hold(path, durability == .full, wishes, $0, $1) }
  }

  /// One that nobody has had yet, far from the last.
  private func nextSeat() -> SeatID {
    taken += 1
    return seats[taken * 7919 % seats.count]
  }

  /// As the loop does it: outside of what somebody waits for.
  private func checkpoint() {
    if store.wantsCheckpoint(whenIdle: false) { store.checkpoint() }
  }

  /// All seats, as a screen asks for them when it is opened.
  func loads(_ count: Int) throws -> Samples {
    let buyer = try registerPresence(1)[0]
    return Samples(
      try (0..<count).map { _ in
        try Stopwatch.nanoseconds {
          _ = try engine.seats(caller: buyer.user, token: buyer.token, session: session, visit: .refresh)
        }
      })
  }

  /// What changed since a hundred seats were held, as an open screen asks for it.
  func changes(_ count: Int) throws -> Samples {
    let buyers = try registerPresence(25)
    let viewer = try registerPresence(1)[0]
    let before = try engine.lastEvent()
    for buyer in buyers {
      _ = try engine.holdSeats(
        caller: buyer.user, token: buyer.token, session: session, seats: (0..<4).map { _ in nextSeat() },
        key: RequestKey("\(buyer.name) c"))
    }
    return Samples(
      try (0..<count).map { _ in
        try Stopwatch.nanoseconds {
          let changes = try engine.seatChanges(
            caller: viewer.user, token: viewer.token, session: session, after: before)
          precondition(changes.seats.count == 100)
        }
      })
  }
}
