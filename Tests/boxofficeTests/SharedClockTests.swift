internal import Booking
internal import Foundation
internal import Glibc
internal import SQLiteStore
internal import TestSupport
internal import Testing

@testable import boxoffice

@Suite("The clock of a show that several terminals share", .serialized)
struct SharedClockTests {
  private let stage: Stage

  init() throws { stage = try Stage() }

  /// What booking time is told by.
  private func anchor() throws -> ClockAnchor {
    let store = try StoreFile(path: stage.store).openReadOnly()
    defer { store.close() }
    return try store.read { reader throws(BookingError) in try reader.house().anchor }
  }

  private func opened() async throws -> Pty {
    let first = try Pty(
      stage, ["demo", "--store", stage.store, "--crowd", "0", "--speed", "7", "--language", "en"], store: nil,
      environment: ["XDG_RUNTIME_DIR": stage.folder])
    try await first.wait(for: "Waiting room")
    try await first.wait(for: "×7")
    return first
  }

  private func joined() async throws -> Pty {
    let terminal = try Pty(stage, ["--language", "en"])
    try await terminal.wait(for: "Sign in")
    return terminal
  }

  @Test(arguments: [SIGKILL, SIGTERM, SIGHUP])
  func `goes on as it was when one joins and when it is ended`(_ signal: Int32) async throws {
    let first = try await opened()
    let before = try anchor()
    #expect(before.rate == 7000)
    let second = try await joined()
    #expect(try anchor() == before)
    kill(second.child.pid, signal)
    _ = try await second.end()
    let third = try await joined()
    #expect(try anchor() == before, "neither who was ended nor who came after moved it")
    for terminal in [third, first] {
      terminal.write("q")
      #expect(try await terminal.end() == .exited(0))
    }
    #expect(try anchor() == before)
  }

  @Test func `reads the same at a terminal that joins one whose script is played`() async throws {
    try "rest 1h".write(toFile: stage.folder + "/a.script", atomically: true, encoding: .utf8)
    let first = try Pty(
      stage,
      [
        "demo", "--store", stage.store, "--crowd", "0", "--speed", "1", "--script", "a.script", "--language", "en",
      ], store: nil, environment: ["XDG_RUNTIME_DIR": stage.folder])
    try await first.wait(for: "Waiting room")
    let second = try await joined()
    // The terminal that plays tells its instants by beats of a thirtieth of a second.
    let told = try anchor().instant(atBoot: MachineClock.boot())
    let house = try StoreFile(path: stage.store).openReadOnly()
    defer { house.close() }
    let latest = try house.read { reader throws(BookingError) in try reader.house().latest }
    #expect(told >= latest)
    let before = try anchor()
    first.write("\u{1B}")
    try await first.wait(for: "The keys are yours now.")
    let after = try anchor()
    let boot = MachineClock.boot()
    let jump = after.instant(atBoot: boot) - before.instant(atBoot: boot)
    #expect(jump <= .zero && jump > .seconds(-5), "booking time does not jump ahead: \(jump)")
    for terminal in [second, first] {
      terminal.write("q")
      #expect(try await terminal.end() == .exited(0))
    }
  }

  @Test func `goes on for those who are left when who opened it is killed`() async throws {
    let first = try await opened()
    let second = try await joined()
    let before = try anchor()
    kill(first.child.pid, SIGKILL)
    #expect(try await first.end() == .killed(by: SIGKILL))
    let third = try await joined()
    #expect(try anchor() == before)
    _ = try await second.listen(milliseconds: 100)
    let shown = second.output.count
    second.write("d")
    try await second.wait(for: "Control panel", since: shown)
    for terminal in [third, second] {
      terminal.write("q")
      #expect(try await terminal.end() == .exited(0))
    }
    #expect(try await stage.check().end == .exited(0))
  }
}
