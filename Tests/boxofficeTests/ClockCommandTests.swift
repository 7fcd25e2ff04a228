internal import Booking
internal import Foundation
internal import SQLiteStore
internal import Screens
internal import TestSupport
internal import Testing
internal import Wording

@testable import boxoffice

/// A store whose clock is not this machine's, as the built program meets it.
@Suite(.serialized)
struct ClockCommandTests {
  private let stage: Stage

  init() throws { stage = try Stage(with: []) }

  private func clock(_ options: String...) async throws -> Stage.Outcome {
    try await stage.run(["clock", "--store", stage.store, "--language", "en"] + options)
  }

  /// Has the store anchored as another clock would have it.
  private func anchor(_ change: (House) -> (anchor: ClockAnchor, latest: Timestamp)) throws {
    let store = try StoreFile(path: stage.store).open { _ in }.store
    defer { store.close() }
    try store.write { tx throws(BookingError) in
      let (anchor, latest) = change(try tx.house())
      try tx.setClockAnchor(anchor)
      try tx.setLatest(latest, admittedThrough: latest)
    }
  }

  private func house() throws -> House {
    let store = try StoreFile(path: stage.store).openReadOnly()
    defer { store.close() }
    return try store.read { reader throws(BookingError) in try reader.house() }
  }

  /// By the boot clock a day has gone by since the record, and by the wall clock an hour less than none.
  private func jump() throws {
    let reading = MachineClock.reading()
    try anchor { house in
      let other = ClockAnchoring.Reading(
        bootID: reading.bootID, boot: reading.boot, wall: reading.wall + .hours(1), suspended: reading.suspended)
      return (other.anchor(at: house.latest + .days(1)), house.latest)
    }
  }

  @Test func `shows record, anchor and machine, and says that they agree`() async throws {
    let outcome = try await clock()
    #expect(outcome.end == .exited(0), "\(outcome.errors)")
    for word in ["record", "anchor", "machine", "after boot", "They agree."] { #expect(outcome.output.contains(word)) }
  }

  @Test func `a jump that nothing explains ends nothing, and is told wherever the store is opened`() async throws {
    try jump()
    let before = try house()
    for command in [
      ["sample", "--store", stage.store], ["open", "--store", stage.store, "--headless", "--script", "a"],
    ] {
      try "expect \"boxoffice\"".write(toFile: stage.folder + "/a", atomically: true, encoding: .utf8)
      let outcome = try await stage.run(command + ["--language", "en"])
      #expect(outcome.end == .exited(1))
      #expect(
        outcome.errors.contains("go ahead by 1 d, and this machine's clocks do not bear it out"), "\(outcome.errors)")
    }
    #expect(try house() == before)
    let report = try await clock()
    #expect(report.end == .exited(1))
    #expect(report.output.contains("--resume") && report.output.contains("--accept"))
    #expect(try await stage.check().end == .exited(0))
  }

  @Test func `where the wall clock was set back, the report says so and offers what will be taken`() async throws {
    let reading = MachineClock.reading()
    try anchor { house in
      let other = ClockAnchoring.Reading(
        bootID: reading.bootID, boot: reading.boot - Duration.minutes(50).milliseconds,
        wall: reading.wall + .minutes(10), suspended: reading.suspended)
      return (other.anchor(at: reading.wall + .minutes(10)), reading.wall + .minutes(10))
    }
    let report = try await clock()
    #expect(report.end == .exited(1))
    let text = report.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(text.contains(#/go 5\d min.* ahead of the record/#), "\(text)")
    #expect(text.contains(#/wall clock was set back by (59 min|1 h)/#), "\(text)")
    #expect(text.contains("--resume goes on") && text.contains("--accept is not to be had"), "\(text)")
    #expect(try await clock("--accept").end == .exited(1))
    #expect(try await clock("--resume").end == .exited(0))
  }

  @Test(arguments: ["--resume", "--accept"])
  func `the store opens again once its owner has decided`(_ decision: String) async throws {
    try jump()
    let outcome = try await clock(decision)
    #expect(outcome.end == .exited(0), "\(outcome.errors)")
    #expect(outcome.output.contains("Booking time goes on from"))
    #expect(try await clock().end == .exited(0))
    #expect(try await stage.run(["sample", "--store", stage.store]).end == .exited(0))
  }

  @Test func `the record is not taken back`() async throws {
    try anchor { house in (house.anchor, house.latest + .days(3650)) }
    let refused = try await clock("--accept")
    #expect(refused.end == .exited(1))
    #expect(refused.errors.contains("cannot be taken back"), "\(refused.errors)")
    #expect(try await clock("--resume").end == .exited(0))
  }

  @Test func `where booking time goes on from the record, its date is shown and how far ahead it is`() async throws {
    try anchor { house in (house.anchor, house.latest + .days(40)) }
    #expect(try await clock("--resume").end == .exited(0))
    let report = try await clock()
    #expect(report.end == .exited(0))
    #expect(
      report.output.contains(#/Booking time runs [34]\d d .*ahead of this machine's wall clock/#), "\(report.output)")
    let date = venueTime(try house().latest, .english).split(separator: " ").prefix(3).joined(separator: " ")
    let terminal = try Pty(stage, ["--language", "en"])
    try await terminal.wait(for: date)
    terminal.write("q")
    #expect(try await terminal.end() == .exited(0))
  }

  @Test func `nothing is decided while a terminal has the store open`() async throws {
    let terminal = try Pty(stage, ["--language", "en"])
    try await terminal.wait(for: "Sign in")
    let refused = try await clock("--resume")
    #expect(refused.end == .exited(1))
    #expect(refused.errors.contains("close the terminals"), "\(refused.errors)")
    terminal.write("q")
    #expect(try await terminal.end() == .exited(0))
  }

  @Test func `a missing store is told and not made`() async throws {
    let outcome = try await stage.run(["clock", "--store", "none.sqlite", "--resume", "--language", "en"])
    #expect(outcome.end == .exited(1))
    #expect(outcome.errors.contains("there is no such file"))
    #expect(try !stage.files().contains("none.sqlite"))
  }
}
