internal import Booking
internal import SQLiteStore
internal import TestSupport

/// A house with several terminals, which share one store and one clock.
package final class SimulatedFixture {
  /// Where its rows are: in memory, for speed, or in a file that each terminal opens for itself, as processes do.
  package enum Place { case memory, file }

  static let terminalCount = 3
  static let balance = Won(200_000)

  let clock = ManualClock()
  private(set) var terminals: [BookingEngine] = []
  private var stores: [DatabaseStore] = []
  private let folder: TemporaryFolder?
  private let secrets: Secrets
  private let fault: PlantedFault?

  init(policy: Policy, seed: UInt64, in place: Place, fault: PlantedFault?) throws {
    secrets = Secrets(seed: seed)
    self.fault = fault
    folder = place == .file ? try TemporaryFolder() : nil
    let first = try folder == nil ? DatabaseStore.inMemory() : open(policy)
    if folder == nil { try create(policy, in: first) }
    for terminal in 0..<Self.terminalCount {
      let store = try terminal == 0 || folder == nil ? first : open(policy)
      stores.append(store)
      terminals.append(engine(on: store))
    }
  }

  deinit { for store in stores { store.close() } }

  private func open(_ policy: Policy) throws -> DatabaseStore {
    try StoreFile(path: folder!.file("house.db")).open { try self.create(policy, in: $0) }.store
  }

  private func create(_ policy: Policy, in store: DatabaseStore) throws {
    let hall = BookingFixture.season(rows: 3, width: 4).halls[0]
    try engine(on: store).create(
      .real, anchor: ClockAnchor(bootID: "test", boot: 0, instant: .opening), policy: policy,
      season: Self.season(hall, unit: policy.holdDuration),
      people: (1...8).map { SeedUser(name: "Person \($0)", balance: Self.balance) })
  }

  private func engine(on store: DatabaseStore) -> BookingEngine {
    BookingEngine(store: fault?.planted(in: store) ?? store, clock: clock, random: secrets)
  }

  /// A terminal ends and starts again: nothing but what is in the store is left of it.
  func restart(_ terminal: Int, policy: Policy) throws {
    if folder != nil {
      stores[terminal].close()
      stores[terminal] = try open(policy)
    }
    terminals[terminal] = engine(on: stores[terminal])
  }

  /// Looks at the rows as they are, settling nothing.
  func read<Answer>(
    _ body: (any StoreReader) throws(BookingError) -> Answer
  ) throws(BookingError) -> Answer { try stores[0].read(body) }

  /// What is wrong in the store; empty when every invariant holds.
  func violations() throws -> [Violation] {
    try stores[0].audit { reader throws(BookingError) in try Audit(reader) }.violations()
  }

  /// Four evenings, such that sales open and close, and an evening begins before its sale closes, during a simulation.
  private static func season(_ hall: HallDraft, unit: Duration) -> Season {
    let prices = [TierPrice(tier: "R", price: BookingFixture.price), TierPrice(tier: "S", price: Won(30_000))]
    func evening(start: Int64, opens: Int64, closes: Int64) -> Season.Evening {
      Season.Evening(
        hall: 0, start: .opening + unit * start, length: unit, saleOpens: .opening + unit * opens,
        saleCloses: .opening + unit * closes, prices: prices)
    }
    return Season(
      halls: [hall],
      shows: [
        Season.Show(
          title: LocalizedText("첫째", "First"), artist: LocalizedText("악단", "Band"),
          evenings: [
            evening(start: 5000, opens: 0, closes: 4900), evening(start: 5001, opens: 0, closes: 12),
            evening(start: 400, opens: 8, closes: 390),
          ]),
        Season.Show(
          title: LocalizedText("둘째", "Second"), artist: LocalizedText("악단", "Band"),
          evenings: [evening(start: 20, opens: 0, closes: 30)]),
      ])
  }
}

/// One sequence for all terminals: the secret of a ticket depends on its number alone, so that a history can be played
/// again without some of its steps.
private final class Secrets: RandomNumberGenerator {
  private var random: SeededRandom

  init(seed: UInt64) { random = SeededRandom(seed: seed) }

  func next() -> UInt64 { random.next() }
}
