import Booking
import Testing

@testable import Screens

@Suite("Values in the palette")
struct PaletteArgumentTests {
  @Test(
    arguments: [
      ("4m59s", 299_000), ("30s", 30_000), ("90", 90_000), ("1h", 3_600_000), ("1ms", 1), ("2m", 120_000), ("0", 0),
      ("1h2m3s4ms", 3_723_004), ("4분59초", 299_000), ("1시간30분", 5_400_000), ("2일", 172_800_000),
    ] as [(String, Int64)])
  func `a time is written in one piece, in either language`(_ word: String, _ milliseconds: Int64) {
    #expect(PaletteArgument.time(isSigned: false).value(of: [word]) == milliseconds)
    #expect(PaletteArgument.time(isSigned: true).value(of: ["-" + word]) == -milliseconds)
  }

  @Test func `a time may be written in several words, and with a sign that changes nothing`() {
    let time = PaletteArgument.time(isSigned: true)
    #expect(time.value(of: ["1h", "5m"]) == 3_900_000)
    #expect(time.value(of: ["1", "h"]) == 3_600_000)
    #expect(time.value(of: ["1시간", "5분"]) == 3_900_000)
    #expect(time.value(of: ["-1h", "5m"]) == -3_900_000)
    #expect(time.value(of: ["+30m"]) == 1_800_000)
    #expect(time.value(of: []) == nil && time.value(of: ["+"]) == nil)
    #expect(time.value(of: ["1", "30"]) == nil && PaletteArgument.won.value(of: ["100", "200"]) == nil)
    #expect(PaletteArgument.percent.value(of: ["95", "%"]) == 95)
    #expect(PaletteArgument.won.value(of: ["50,000", "won"]) == 50_000)
  }

  @Test(arguments: [
    "", "m", "-5s", "4x", "s5", "5s5", "367d", "99999999999999999999h", "9223372036854775807s", "1h-1m", "٣",
  ])
  func `what is no time, or longer than a year, is none`(_ word: String) {
    #expect(PaletteArgument.time(isSigned: false).value(of: [word]) == (word == "5s5" ? 10_000 : nil))
  }

  @Test func `won and percent are whole numbers, as people write them`() {
    #expect(PaletteArgument.won.value(of: ["1,250,000원"]) == 1_250_000)
    #expect(PaletteArgument.won.value(of: ["0"]) == 0)
    #expect(PaletteArgument.won.value(of: ["5.5"]) == nil)
    #expect(PaletteArgument.percent.value(of: ["95%"]) == 95)
    #expect(PaletteArgument.percent.value(of: ["95"]) == 95)
    #expect(PaletteArgument.percent.value(of: ["x%"]) == nil)
    #expect(PaletteArgument.won.value(of: ["-1"]) == nil)
    #expect(PaletteArgument.percent.value(of: ["101%"]) == nil && PaletteArgument.percent.value(of: ["-3%"]) == nil)
  }

  @Test(arguments: [PaletteArgument.won, .percent, .time(isSigned: false), .time(isSigned: true)])
  func `the example is one that is taken`(_ argument: PaletteArgument) {
    #expect(argument.value(of: [argument.example]) != nil)
  }
}
