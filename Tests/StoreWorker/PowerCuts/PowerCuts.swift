import ArgumentParser
import Booking
import Foundation
import SQLiteStore
import TestSupport

/// Takes the power away at random writes of a house's history, and judges what is found when it comes back: every commit
/// that was answered, in a sound file that goes on. Says a line for each failure, and one for what was tried.
struct PowerCuts: ParsableCommand {
  @Option var cuts: Int
  @Option var seed: UInt64
  /// The control: a disk that does not heed what it is told to synchronize, which is what `synchronous = OFF` comes to.
  @Flag var deaf = false

  private static let actsPerHouse = 80

  func run() throws {
    var told = Told()
    var seed = seed
    while told.cuts < cuts {
      try play(SeededRandom(seed: seed), &told)
      seed += 1
    }
    say(
      "cuts=\(told.cuts) second=\(told.second) unfinished=\(told.unfinished) commits=\(told.commits) lost=\(told.lost) bad=\(told.bad)"
    )
  }

  private struct Told {
    var cuts = 0
    /// Cuts soon after another.
    var second = 0
    /// Cuts within a commit, of which nobody can say whether it stands.
    var unfinished = 0
    var commits = 0
    var lost = 0
    var bad = 0
  }

  private struct Cut {
    let files: [String: [UInt8]]
    /// Commits that had been answered.
    let answered: Int
  }

  private func play(_ seeded: SeededRandom, _ told: inout Told) throws {
    var random = seeded
    let folder = try TemporaryFolder()
    let path = folder.file("house.db")
    let clock = ManualClock()
    try StoreFile(path: path).open { store in
      try BookingEngine(store: store, clock: clock, random: SeededRandom(seed: random.next())).create(
        .real, anchor: clock.anchor(at: .opening, rate: 1),
        policy: .with {
          $0.activationPeriod = .seconds(1)
          $0.holdDuration = .seconds(40)
          $0.balanceCeiling = Won(1_000_000_000_000)
        },
        season: BookingFixture.season(rows: 2, width: 6),
        people: (1...6).map { SeedUser(name: "Person \($0)", balance: Won(100_000_000)) })
    }.store.close()

    let disk = Disk(isHonest: !deaf)
    RecordingVFS.record(folder.path, on: disk)
    var store = try StoreFile(path: path).open { _ in }.store
    defer { store.close() }
    var states = [try store.contents()]
    var cuts: [Cut] = []
    disk.onChange = {
      if Int.random(in: 0..<8, using: &random) == 0 {
        cuts.append(Cut(files: disk.afterPowerCut(using: &random), answered: states.count - 1))
      }
    }
    defer { disk.onChange = {} }
    var customers: Customers
    func moveIn() throws -> Customers {
      let spy = SpyStore(store)
      spy.onCommit = { () throws(BookingError) in states.append(try store.contents()) }
      let engine = BookingEngine(store: spy, clock: clock)
      return Customers(
        (1...6).map { UserID($0) }, engine: engine, store: store, session: SessionID(1), seed: random.next())
    }
    customers = try moveIn()
    for _ in 0..<Self.actsPerHouse {
      clock.advance(.milliseconds(Int64.random(in: 0...4000, using: &random)))
      do throws(BookingError) {
        let engine = customers.engine
        try customers.act { request, key throws(BookingError) in _ = try request.ask(engine, key: key) }
      } catch {
        if case .storage = error { throw error }
      }
      if Int.random(in: 0..<30, using: &random) == 0 {
        // The program is ended and started again, which copies the log into the file and removes it.
        store.close()
        store = try StoreFile(path: path).open { _ in }.store
        customers = try moveIn()
      }
      let found = cuts
      cuts = []
      for cut in found where told.cuts < self.cuts {
        try judge(cut, of: states, at: clock, cutsAgain: Int.random(in: 0..<4, using: &random) == 0, &told)
      }
    }
    told.commits += states.count - 1
  }

  /// - Parameters:
  ///   - states: the store's contents after each commit so far, the unfinished one of the cut with them.
  ///   - cutsAgain: whether the power goes once more, after the next commit.
  private func judge(
    _ cut: Cut, of states: [String], at clock: ManualClock, cutsAgain: Bool, _ told: inout Told
  ) throws {
    told.cuts += 1
    let folder = try TemporaryFolder()
    for (name, bytes) in cut.files { try folder.write(bytes, to: name) }
    let disk = Disk(isHonest: !deaf)
    if cutsAgain { RecordingVFS.record(folder.path, on: disk) }
    defer { RecordingVFS.record(folder.path, on: nil) }
    do {
      let store = try StoreFile(path: folder.file("house.db")).open { _ in throw Trouble.isMissing }.store
      defer { store.close() }
      let contents = try store.contents()
      guard let state = states.lastIndex(of: contents) else { throw Trouble.isNoStateOfTheHouse }
      if state < cut.answered {
        told.lost += 1
        say("cut \(told.cuts): \(cut.answered - state) commits that were answered are not there")
        return
      }
      if state > cut.answered { told.unfinished += 1 }
      let faults = try store.audit { reader throws(BookingError) in try reader.integrityFaults() }
      guard faults.isEmpty else { throw Trouble.isUnsound(faults) }
      _ = try BookingEngine(store: store, clock: clock).charge(user: UserID(1), amount: Won(1), key: Self.after)
      if cutsAgain {
        var random = SeededRandom(seed: seed + UInt64(told.cuts))
        try judgeSecond(disk.afterPowerCut(using: &random), &told)
      }
    } catch {
      told.bad += 1
      say("cut \(told.cuts): \(error)")
    }
  }

  private static let after = RequestKey("after")

  /// Looks for the commit that was answered after the first cut.
  private func judgeSecond(_ files: [String: [UInt8]], _ told: inout Told) throws {
    told.second += 1
    let folder = try TemporaryFolder()
    for (name, bytes) in files { try folder.write(bytes, to: name) }
    let store = try StoreFile(path: folder.file("house.db")).open { _ in throw Trouble.isMissing }.store
    defer { store.close() }
    let faults = try store.audit { reader throws(BookingError) in try reader.integrityFaults() }
    guard faults.isEmpty else { throw Trouble.isUnsound(faults) }
    let request = try store.read { reader throws(BookingError) in
      try reader.request(Self.after, of: UserID(1), for: .charge)
    }
    guard request == nil else { return }
    told.lost += 1
    say("cut \(told.cuts): what was answered before the second cut is not there")
  }

  private enum Trouble: Error {
    case isMissing
    case isNoStateOfTheHouse
    case isUnsound([String])
  }
}
