internal import Booking
internal import Foundation
internal import SQLiteStore
internal import TestSupport
internal import Testing

/// The clock of a show that is paused.
private final class StillClock: BookingClock {
  func now(by anchor: ClockAnchor) -> Timestamp { anchor.instant }
  func anchor(at instant: Timestamp, rate: Int64) -> ClockAnchor {
    ClockAnchor(bootID: "", boot: 0, instant: instant, rate: rate)
  }
}

/// Eight booking hours of a crowd of a thousand with a terminal open: twelve seconds in the quick form, eight minutes in the
/// long one.
@Suite("A house that stays open", .serialized, Tmux.condition)
struct LongLifeTests {
  private static let speed = LongForm.times(3600, long: 60)

  /// What a running program takes, and what it keeps.
  private struct StatusSnapshot {
    let hours: Double
    /// In kibibytes.
    let memory: Int
    var handles: Int
    let fileSize: Int
    /// Of everything that stays: tokens, reservations, payments and the ledger.
    let rows: Int
    let waiting: Int
    let active: Int
    let held: Int
    let sold: Int

    func with(handles: Int) -> StatusSnapshot {
      var copy = self
      copy.handles = handles
      return copy
    }
  }

  @Test(.timeLimit(.minutes(30))) func `takes no more, leaks nothing, counts right and keeps an hour of its record`()
    async throws
  {
    let stage = try Stage()
    let terminal = try await Tmux(
      stage,
      [
        "demo", "--store", stage.store, "--language", "en", "--crowd", "1000", "--span", "8h", "--speed",
        "\(Self.speed)",
      ]
        + ["--hall", "arena", "--event-retention", "1h", "--panel", "--no-captions"],
      store: nil, width: 100, height: 30)
    try await terminal.wait(title: "Control panel")
    _ = try await standing(of: stage, after: 1.2)
    let early = try await pause(terminal, stage)
    _ = try await standing(of: stage, after: 7)
    try await terminal.wait(for: "yet to arrive 0/1000")
    let end = try await pause(terminal, stage)
    #expect(end.memory <= early.memory * 11 / 10, "\(early) \(end)")
    #expect(end.handles <= early.handles, "\(early) \(end)")
    // On a busy machine hours pass before the first look.
    #expect(end.rows > early.rows + (LongForm.isAskedFor ? 1000 : 0), "\(early) \(end)")
    // A row takes about a hundred bytes; whole pages and what the log has not given back yet are allowed for.
    #expect(end.fileSize - early.fileSize < (end.rows - early.rows) * 300 + 200_000, "\(early) \(end)")
    try await terminal.press("q")
    #expect(try await terminal.end() == 0)
    #expect(try await stage.check().end == .exited(0))
    print("long life at ×\(Self.speed): \(early) \(end)")
  }

  /// Stops the clock, compares what the panel shows with what is in the store, and lets the clock run on. Returns how the
  /// program stood meanwhile.
  private func pause(_ terminal: Tmux, _ stage: Stage) async throws -> StatusSnapshot {
    try await terminal.press("Space")
    try await terminal.wait(for: "paused")
    let standing = try await standing(of: stage, after: 0)
    try await terminal.wait("the panel's figures: \(standing)") { picture in
      guard let heads = picture.lines.firstIndex(where: { $0.contains("In line ") && $0.contains("Sold") }) else {
        return false
      }
      let figures = picture.lines[heads + 1].split(whereSeparator: { $0 == " " || $0 == "/" })
        .prefix(4).map { Int($0.filter(\.isNumber)) }
      return figures == [standing.waiting, standing.active, standing.held, standing.sold]
    }
    try await letGo(of: stage)
    // Some are opened for a moment only.
    var handles: [Int] = []
    for _ in 0..<5 { handles.append(try await self.standing(of: stage, after: 0).handles) }
    try await terminal.press("Space")
    return standing.with(handles: handles.min() ?? 0)
  }

  /// While the clock stands, each command lets go some of what is more than an hour old, until there is none: what one
  /// command settles stays until the next, however much a busy machine has it settle at once.
  private func letGo(of stage: Stage) async throws {
    let store = try StoreFile(path: stage.store).open { _ in }.store
    defer { store.close() }
    let engine = BookingEngine(store: store, clock: StillClock())
    let user = try #require(try engine.people().first).user.id
    try await eventually("an hour of the record") {
      _ = try patiently { () throws(BookingError) in
        try engine.charge(user: user, amount: Won(1), key: RequestKey(UUID().uuidString))
      }
      let (now, oldest) = try store.audit { reader throws(BookingError) in
        (try reader.house().latest, try reader.events(after: EventID(0), limit: 2).last)
      }
      return oldest.map { now - $0.at <= .hours(1) } ?? false ? () : nil
    }
  }

  /// How the program stands once so many booking hours have passed.
  private func standing(of stage: Stage, after hours: Double) async throws -> StatusSnapshot {
    try await eventually("\(hours) hours", every: 200, seconds: 1500) {
      let store = try StoreFile(path: stage.store).openReadOnly()
      defer { store.close() }
      let standing = try store.audit { reader throws(BookingError) in
        let events = try reader.events(after: EventID(0), limit: 1)
        let (now, tokens, reservations) = (
          try reader.house().latest, try reader.allTokens(), try reader.allReservations()
        )
        let payments = try reader.allPayments()
        return (
          now, events, tokens, reservations, payments.count, try reader.allLedgerEntries().count
        )
      }
      let (now, events, tokens, reservations, payments, entries) = standing
      guard let first = events.first, let pid = Self.process(on: stage.store) else {
        return nil
      }
      let passed = Double((now - first.at).milliseconds) / 3_600_000
      guard passed >= hours else { return nil }
      let status = try String(contentsOfFile: "/proc/\(pid)/status", encoding: .utf8)
      let memory = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }?.split(whereSeparator: \.isWhitespace)
      return StatusSnapshot(
        hours: passed, memory: memory.flatMap { Int($0[1]) } ?? 0,
        handles: try FileManager.default.contentsOfDirectory(atPath: "/proc/\(pid)/fd").count,
        fileSize: try Data(contentsOf: URL(fileURLWithPath: stage.store)).count,
        rows: tokens.count + reservations.count + payments + entries, waiting: tokens.count { $0.state == .waiting },
        active: tokens.count { $0.activity != nil }, held: reservations.count { $0.status == .held }, sold: payments)
    }
  }

  /// The process that has a store open.
  private static func process(on store: String) -> Int? {
    let numbers = (try? FileManager.default.contentsOfDirectory(atPath: "/proc"))?.compactMap { Int($0) } ?? []
    return numbers.first { number in
      let words = (try? Data(contentsOf: URL(fileURLWithPath: "/proc/\(number)/cmdline")))?.split(separator: 0)
      return words.map {
        $0.first.map { $0.elementsEqual(Stage.program.utf8) } ?? false && $0.contains { $0.elementsEqual(store.utf8) }
      } ?? false
    }
  }
}
