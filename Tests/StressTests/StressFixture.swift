import Booking
import Foundation
import SQLiteStore
import TestSupport
import Testing

/// A house in a file on which processes of their own work.
final class StressFixture {
  let folder: TemporaryFolder
  let path: String
  let store: DatabaseStore
  let engine: BookingEngine
  private var started = 0

  /// - Parameter people: how many there are, numbered from 1.
  init(_ policy: Policy, rows: Int, width: Int, people: Int, balance: Won) throws {
    folder = try TemporaryFolder()
    path = folder.file("house.db")
    let clock = BootClock()
    store = try StoreFile(path: path).open { store in
      try BookingEngine(store: store, clock: clock).create(
        .real, anchor: clock.anchor(at: .opening, rate: 1000), policy: policy,
        season: BookingFixture.season(rows: rows, width: width),
        people: (1...people).map { SeedUser(name: "Person \($0)", balance: balance) })
    }.store
    engine = BookingEngine(store: store, clock: clock)
  }

  deinit { store.close() }

  /// Everybody is let in at once, and stays for longer than any test runs.
  static let open = Policy.with {
    $0.activationPeriod = .milliseconds(20)
    $0.batch = 10_000
    $0.tokenLifetime = .hours(20)
    $0.idleLimit = .hours(10)
    $0.holdDuration = .hours(10)
    $0.maxHoldsPerUser = 1000
  }

  /// Starts a process.
  func start(_ command: String, _ options: String..., input: String = "/dev/null") throws -> Worker {
    try start(command, options: options, input: input)
  }

  func start(_ command: String, options: [String], input: String = "/dev/null") throws -> Worker {
    started += 1
    return try Worker([command, path] + options, folder: folder, number: started, input: input)
  }

  /// What the audit finds wrong; empty when every invariant holds.
  func violations() throws -> [Violation] {
    try store.audit { reader throws(BookingError) in try Audit(reader) }.violations()
  }

  /// What `boxoffice check` says, when it says that something is wrong.
  func check() async throws -> String? {
    started += 1
    let check = try Worker(
      ["check", path, "--language", "en"], program: "boxoffice", folder: folder, number: started)
    let end = try await check.child.finish()
    return end == .exited(0) ? nil : "\(end)\n\(try check.lines.joined(separator: "\n"))\n\(try check.errors)"
  }
}

/// A process that works on a store.
final class Worker {
  let child: Child
  private let output: String

  init(
    _ words: [String], program: String = "StoreWorker", folder: TemporaryFolder, number: Int,
    input: String = "/dev/null"
  ) throws {
    output = folder.file("\(number).output")
    child = try Child(
      builtProgram(program), words,
      environment: ["PATH": "/usr/bin:/bin", "HOME": folder.path, "LANG": "C.UTF-8", "SWIFT_BACKTRACE": "enable=no"],
      folder: folder.path,
      streams: [
        (input, O_RDONLY), (output, O_WRONLY | O_CREAT | O_TRUNC), (output + ".errors", O_WRONLY | O_CREAT | O_TRUNC),
      ])
  }

  /// The whole lines that it has said so far.
  var lines: [String] {
    get throws {
      let text = try String(contentsOfFile: output, encoding: .utf8)
      let whole = text[..<(text.lastIndex(of: "\n") ?? text.startIndex)]
      return whole.split(separator: "\n").map(String.init)
    }
  }

  var errors: String { get throws { try String(contentsOfFile: output + ".errors", encoding: .utf8) } }

  func kill() async throws {
    Glibc.kill(child.pid, SIGKILL)
    _ = try await child.finish()
  }

  /// What it said, once it has ended well.
  func finished() async throws -> [String] {
    let end = try await child.finish()
    guard end == .exited(0) else { throw Stuck(description: "\(end): \(try errors)") }
    return try lines
  }
}
