import Booking
import Canvas
import TestSupport
import Testing
import Wording

@testable import Screens

struct ClockSpeedTests {
  @Test(
    arguments: [
      (0, "멈춤", "paused", "paused"), (500, "×0.5", "×0.5", "x0.5"), (1000, "×1", "×1", "x1"),
      (1500, "×1.5", "×1.5", "x1.5"), (60_000, "×60", "×60", "x60"), (3_600_000, "×3600", "×3600", "x3600"),
    ] as [(Int64, String, String, String)])
  func `a clock's speed is how many times it runs, or that it stands`(
    rate: Int64, korean: String, english: String, ascii: String
  ) throws {
    let plain = try TestStage(glyphs: .ascii)
    #expect(speed(rate, try TestStage(.korean).app.shell) == korean)
    #expect(speed(rate, try TestStage().app.shell) == english)
    #expect(speed(rate, plain.app.shell) == ascii)
  }
}
