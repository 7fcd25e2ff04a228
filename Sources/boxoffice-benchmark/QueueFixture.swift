internal import Booking
internal import Foundation
internal import SQLiteStore

/// A house on a real file at whose door many wait; nobody is admitted before the benchmark says so.
final class QueueFixture {
  let engine: BookingEngine
  let store: DatabaseStore
  private let clock = FixedClock()
  private let file: URL
  private(set) var tokens: [TokenCredential] = []
  private(set) var users: [UserID] = []
  /// Bytes of the file that each waiter took, with its event and without its user.
  private(set) var bytesPerWaiter = 0.0
  private static let period = Duration.hours(1)

  /// - Parameter step: every so many leave the line again; nil for nobody.
  init(in folder: URL, waiting count: Int, leavingEvery step: Int? = nil) throws {
    file = folder.appending(path: "queue-\(UUID().uuidString).sqlite")
    let start = clock.instant
    let clock = clock
    store = try StoreFile(path: file.path).open { store in
      var policy = Policy()
      policy.activationPeriod = Self.period
      policy.batch = 100
      try BookingEngine(store: store, clock: clock).create(
        .real, anchor: ClockAnchor(bootID: "benchmark", boot: 0, instant: start), policy: policy, season: nil,
        people: [])
    }.store
    engine = BookingEngine(store: store, clock: clock)
    try addUsers(count)
    let before = try bytes()
    try inPieces(of: users) { user throws(BookingError) in
      tokens.append(try engine.issueToken(user: user).token.credential)
    }
    bytesPerWaiter = Double(try bytes() - before) / Double(max(1, count))
    guard let step else { return }
    let leavers = stride(from: step - 1, to: count, by: step).map { $0 }
    try inPieces(of: leavers) { index throws(BookingError) in
      try engine.leaveQueue(caller: users[index], token: tokens[index])
    }
    tokens = tokens.enumerated().filter { ($0.offset + 1) % step != 0 }.map(\.element)
  }

  deinit {
    store.close()
    for suffix in ["", "-wal", "-shm"] { unlink(file.path + suffix) }
  }

  /// More people, who do not wait yet; answers them.
  @discardableResult
  func addUsers(_ count: Int) throws -> ArraySlice<UserID> {
    let before = users.count
    try inPieces(of: Array(0..<count)) { index throws(BookingError) in
      users.append(try engine.addUser(name: "User \(before + index)").id)
    }
    return users[before...]
  }

  /// Does small things in large transactions.
  private func inPieces<Element>(of elements: [Element], _ body: (Element) throws(BookingError) -> Void) throws {
    for start in stride(from: 0, to: elements.count, by: 10_000) {
      try store.batch { () throws(BookingError) in
        for element in elements[start..<min(elements.count, start + 10_000)] { try body(element) }
      }
      store.checkpoint()
    }
  }

  var path: String { file.path }

  /// Looks at what is due, while nothing is.
  func sweeps(_ count: Int) throws -> Samples {
    Samples(try (0..<count).map { _ in try Stopwatch.nanoseconds { try engine.runSchedule() } })
  }

  private func bytes() throws -> Int64 {
    store.checkpoint()
    return Int64(try file.resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0)
  }

  func positions(_ count: Int) throws -> Samples {
    Samples(
      try (0..<count).map { index in
        let token = tokens[index * 7919 % tokens.count]
        return try Stopwatch.nanoseconds { _ = try engine.lookUpToken(token) }
      })
  }

  func joins(_ count: Int, _ durability: DatabaseStore.Durability) throws -> Samples {
    let people = try addUsers(count)
    try store.setDurability(durability)
    defer { try? store.setDurability(.full) }
    return Samples(
      try people.map { user in
        defer { if store.wantsCheckpoint(whenIdle: false) { store.checkpoint() } }
        return try Stopwatch.nanoseconds { _ = try engine.issueToken(user: user) }
      })
  }

  /// Admissions of a hundred.
  func admissions(_ count: Int) throws -> Samples {
    Samples(
      try (0..<count).map { _ in
        // The last hundred are idle before the next are admitted: their ends are no part of an admission.
        clock.instant = clock.instant + Self.period - .milliseconds(1)
        try engine.runSchedule()
        clock.instant = clock.instant + .milliseconds(1)
        return try Stopwatch.nanoseconds { try engine.runSchedule() }
      })
  }
}
