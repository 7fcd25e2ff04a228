internal import Booking
internal import Foundation
internal import SQLiteStore

/// A house on a real file with 50,000 seats on sale, to which buyers come one after another.
final class SeatHouse {
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
      policy.maxHoldsPerUser = 1000
      policy.maxCharge = Won(1_000_000_000_000)
      policy.balanceCeiling = policy.maxCharge
      policy.holdDuration = .hours(24)
      try BookingEngine(store: store, clock: clock).found(
        .real, anchor: ClockAnchor(bootID: "benchmark", boot: 0, instant: start), policy: policy,
        season: .stadium(from: start), people: [])
    }.store
    engine = BookingEngine(store: store, clock: clock)
    session = try engine.programme()[0].evenings[0].session.id
    let buyer = try comeIn()
    seats = try engine.seats(caller: buyer.user, token: buyer.token, session: session, visit: .action).seats.map(\.id)
  }

  deinit { store.close() }

  private struct Buyer {
    let user: UserID
    let token: TokenCredential
    let name: String
  }

  /// Somebody with money who has just been admitted.
  private func comeIn() throws -> Buyer {
    buyers += 1
    let name = "Buyer \(buyers)"
    let user = try engine.addUser(name: name).id
    _ = try engine.charge(user: user, amount: Won(1_000_000_000), key: RequestKey(name))
    let token = try engine.issueToken(user: user).token.credential
    clock.instant = clock.instant + .seconds(10)
    try engine.runSchedule()
    return Buyer(user: user, token: token, name: name)
  }

  /// Somebody holds so many seats, one by one, and then pays for them, one by one.
  func sales(_ count: Int, _ durability: DatabaseStore.Durability) throws -> (holds: Samples, payments: Samples) {
    let buyer = try comeIn()
    try store.setDurability(durability)
    defer { try? store.setDurability(.full) }
    var holds: [Reservation] = []
    let holding = try (0..<count).map { index -> Int64 in
      taken += 1
      let seat = seats[taken * 7919 % seats.count]
      checkpoint()
      return try Stopwatch.nanoseconds {
        holds += try engine.holdSeats(
          caller: buyer.user, token: buyer.token, session: session, seats: [seat],
          key: RequestKey("\(buyer.name) h\(index)"))
      }
    }
    let paying = try holds.map { hold -> Int64 in
      checkpoint()
      return try Stopwatch.nanoseconds {
        _ = try engine.pay(
          caller: buyer.user, token: buyer.token, reservations: [hold.id], key: RequestKey("\(buyer.name) \(hold.id)"))
      }
    }
    return (Samples(holding), Samples(paying))
  }

  /// As the loop does it: outside of what somebody waits for.
  private func checkpoint() {
    if store.wantsCheckpoint(whenIdle: false) { store.checkpoint() }
  }

  /// All seats, as a screen asks for them when it is opened.
  func loads(_ count: Int) throws -> Samples {
    let buyer = try comeIn()
    return Samples(
      try (0..<count).map { _ in
        try Stopwatch.nanoseconds {
          _ = try engine.seats(caller: buyer.user, token: buyer.token, session: session, visit: .refresh)
        }
      })
  }

  /// What changed since a hundred seats were held, as an open screen asks for it.
  func changes(_ count: Int) throws -> Samples {
    let (buyer, viewer) = (try comeIn(), try comeIn())
    let before = try engine.lastEvent()
    for index in 0..<100 {
      taken += 1
      _ = try engine.holdSeats(
        caller: buyer.user, token: buyer.token, session: session, seats: [seats[taken * 7919 % seats.count]],
        key: RequestKey("\(buyer.name) c\(index)"))
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
