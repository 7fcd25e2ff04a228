import Booking
import Canvas
import TestSupport
import Testing
import Wording

@testable import Screens

@Suite("A caption below the screen")
struct CaptionBandTests {
  private let hint = LocalizedText("Esc 직접 하기", "Esc take over")

  private func band(_ text: String) -> CaptionBand { CaptionBand(LocalizedText(text, text), hint: hint) }

  private func frame(_ text: String, _ size: Size = Size(width: 80, height: 24), ascii: Bool = false) throws -> Grid {
    let stage = try TestStage(glyphs: ascii ? .ascii : .unicode)
    return stage.app.frame(size, with: band(text))
  }

  @Test func `hides nothing of the program`() throws {
    let stage = try TestStage()
    let alone = stage.app.frame(Size(width: 80, height: 22))
    let grid = stage.app.frame(Size(width: 80, height: 24), with: band("One line."))
    #expect(grid.size == Size(width: 80, height: 24))
    for line in 0..<22 { #expect(grid.row(line) == alone.row(line)) }
    #expect(grid.row(22) == " One line.")
    #expect(grid.row(23).hasSuffix("Esc take over"))
    #expect(grid[1, 22].style == grid[0, 23].style.with(.bold))
    #expect(grid[0, 23].style != .plain)
  }

  @Test func `breaks between words, and drops the hint where there is no room`() throws {
    let long = (1...17).map { "word\($0)" }.joined(separator: " ")
    let grid = try frame(long)
    #expect(grid.row(22).hasSuffix("word12"))
    #expect(grid.row(23).hasPrefix(" word13 word14 word15 word16 word17"))
    #expect(grid.row(23).hasSuffix("Esc take over"))
    let full = try frame(long + " " + long)
    #expect(!full.text.contains("Esc take over"))
  }

  @Test func `takes no line that the program needs`() throws {
    for (height, lines) in [(16, 0), (17, 1), (18, 2), (40, 2), (10, 0)] {
      let room = CaptionBand.room(on: Size(width: 60, height: height))
      #expect(room.height == height - lines)
      #expect(try frame("Caption.", Size(width: 60, height: height)).size.height == height)
    }
    #expect(try !frame("Caption.", Size(width: 60, height: 16)).text.contains("Caption."))
    #expect(try frame("Caption.", Size(width: 60, height: 17)).row(16).contains("Caption."))
  }

  @Test func `without one nothing is added`() throws {
    let stage = try TestStage()
    #expect(stage.app.frame(stage.size, with: nil) == stage.app.frame(stage.size))
  }

  @Test func `a hint alone lies over the end of the last line, and nothing moves for it`() throws {
    let stage = try TestStage()
    let alone = stage.app.frame(stage.size)
    let grid = stage.app.frame(stage.size, hinting: hint)
    for line in 0..<23 { #expect(grid.row(line) == alone.row(line)) }
    #expect(grid.row(23).hasSuffix("Esc take over"))
  }

  @Test func `keeps to ASCII where the screen does`() throws {
    #expect(try frame("So… “this”", ascii: true).row(22) == " So. \"this\"")
  }

  @Test func `is in the language of the screen`() throws {
    let stage = try TestStage(.korean)
    let grid = stage.app.frame(stage.size, with: CaptionBand(LocalizedText("설명", "Caption"), hint: hint))
    #expect(grid.row(22) == " 설명")
    #expect(grid.row(23).hasSuffix("Esc 직접 하기"))
  }
}
