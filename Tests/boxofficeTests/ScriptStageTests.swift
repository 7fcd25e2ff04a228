internal import Booking
internal import Canvas
internal import Logging
internal import Scripts
internal import Testing
internal import Wording

@testable import boxoffice

@Suite("A script on a terminal")
struct ScriptStageTests {
  /// A session of 100 by 30 cells that is repeated.
  private func stage(note: String? = nil) throws -> (PlayedFixture, ScriptStage) {
    let house = try PlayedFixture(crowd: 0)
    let script = try ScriptReader.read(Array("size 100 30\nrest 1m".utf8))
    let playback = Playback(
      script, at: house.app, house: house.house, show: house.show, clock: house.clock, log: Logger(label: "test"),
      isTour: false, isRecording: true, save: { _, _ in nil })
    return (house, ScriptStage(playback, at: 0, note: note))
  }

  private func lastRow(_ stage: ScriptStage, seenOn size: Size) -> String {
    stage.frame.row(min(size.height, stage.frame.size.height) - 1)
  }

  @Test func `a terminal that is smaller than the session says so, and what keys do, where it is seen`() throws {
    let (house, stage) = try stage()
    defer { withExtendedLifetime(house) {} }
    let small = Size(width: 80, height: 24)
    _ = stage.play(100, on: small, clock: { 100 })
    #expect(lastRow(stage, seenOn: small).contains("Recorded at 100×30"))
    #expect(lastRow(stage, seenOn: small).prefix(80).contains("Esc take over"))
    #expect(stage.play(200, on: Size(width: 100, height: 30), clock: { 200 }), "an enlarged one is drawn anew")
    #expect(!(0..<30).contains { stage.frame.row($0).contains("Recorded at") })
  }

  @Test func `a note is shown for some seconds`() throws {
    let (house, stage) = try stage(note: "recorded by another version")
    defer { withExtendedLifetime(house) {} }
    let size = Size(width: 100, height: 30)
    _ = stage.play(100, on: size, clock: { 100 })
    #expect(lastRow(stage, seenOn: size).contains("another version"))
    _ = stage.play(9000, on: size, clock: { 9000 })
    #expect(!lastRow(stage, seenOn: size).contains("another version"))
  }
}
