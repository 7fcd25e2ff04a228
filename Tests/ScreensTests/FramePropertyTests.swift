import Booking
import Canvas
import TestSupport
import Testing
import Wording

@testable import Screens

@Suite("Every frame, at every size")
struct FramePropertyTests {
  /// A walk through every screen and card.
  private static let walk: [[Key]] = [
    [], ["/"], ["k", "i", "m", .escape], ["n"], ["가", "a", .escape], ["?"], [.escape, "p"], [.escape, "m"],
    [.escape, .enter], ["j"], ["/"], ["재", .enter], [.escape], ["w"], ["a"], ["1", "0", .enter], ["1"], ["y"], ["t"],
    [.escape], [.escape, .enter], ["?"], [.escape, "x"], [.enter, "L"], ["L"],
  ]
  private static let inside: [[Key]] = [
    [], ["f"], ["f", "?"], [.escape, "/"], ["5", .enter], [.escape], [.enter], ["j"], [.space], [.right, .space], ["n"],
    ["N"], ["?"], [.escape, .escape], ["+"], ["+"], ["5", "l"], ["-", "-", "-"], [.space], ["?"], [.escape, "+"], ["i"],
    ["?"], [.escape, "/"], ["c", "7"], [.down, .enter], ["f"], ["S"], [.enter], ["i"], ["v", "j"],
    [Key(.right, .shift)],
    ["b"], ["b"], ["9", "b"], ["f", .escape], ["i", "L"], ["L", "i"], ["1", "2"], [.escape], [.escape], ["-", "/"],
    ["1", "층", " ", "a"], [.escape, "+"],
    [.space], [.enter], ["x"], [.escape, "m"], [.escape, "p"], [.escape, .escape],
    ["c"], [.enter], ["y"], ["/"], ["1", .escape], ["j", .enter], [.escape],
  ]
  private static let sizes = [
    (60, 16), (61, 17), (75, 20), (76, 24), (80, 24), (100, 30), (120, 40), (132, 43), (200, 60), (300, 100),
  ]

  private func check(_ stage: TestStage, step: Int) {
    let isASCII = stage.app.theme.glyphs.isASCII
    for offset in [0, 4] {
      let (width, height) = Self.sizes[(step * 3 + offset) % Self.sizes.count]
      let grid = stage.frame(width, height)
      #expect(FrameFaults.of(grid, isASCII: isASCII) == [], "step \(step) at \(width)x\(height)\n\(grid.text)")
      if offset == 0 { #expect(stage.frame(width, height) == grid, "two renderings of one state are equal") }
      let bottom = grid.row(height - 1)
      let isCovered = stage.app.shell.dialog != nil || stage.app.overlay != nil
      let isTyping = stage.app.screens.last?.entry != nil
      let wanted = isCovered ? ["Esc "] : isTyping ? ["Enter ", "Esc ", "Ctrl-U "] : ["? ", "q "]
      #expect(wanted.allSatisfy(bottom.contains), "\(width)x\(height): \(bottom)")
    }
  }

  @Test(arguments: Language.allCases, [Glyphs.unicode, .ascii])
  func `is whole, names help and quit, and is drawn the same twice`(_ language: Language, _ glyphs: Glyphs) throws {
    let stage = try TestStage(language, crowd: 60, glyphs: glyphs)
    var step = 0
    for keys in Self.walk {
      stage.press(keys)
      check(stage, step: step)
      step += 1
    }
    stage.sleep(.seconds(20))
    let rival = try Rival(on: stage)
    try rival.hold("A", 9)
    for keys in Self.inside {
      stage.press(keys)
      check(stage, step: step)
      step += 1
    }
    #expect(stage.top.contains(language("티켓", "Tickets")) || stage.top.contains(language("공연", "Concerts")))
    #expect(try stage.violations() == [])
  }

  @Test(arguments: Scene.allCases) func `is whole in every scene at the smallest size, in ASCII`(_ scene: Scene) throws
  {
    let grid = try scene.frame(.korean, 60, 16, glyphs: .ascii, hasColor: false)
    #expect(FrameFaults.of(grid, isASCII: true) == [], "\(grid.text)")
  }

  @Test func `text from people and files brings no control characters and no orphan halves`() throws {
    let evil = "\u{1B}[31m가\u{200B}나\u{7}e\u{301}\u{202E}다🎻\u{9B}2J"
    let prices = [TierPrice(tier: "R", price: Won(1_000))]
    let season = Season(
      halls: [.studio],
      shows: [
        Season.Show(
          title: LocalizedText(evil, evil), artist: LocalizedText(evil, evil),
          evenings: [
            Season.Evening(
              hall: 0, start: .opening + .days(1), saleOpens: .opening, saleCloses: .opening + .hours(5), prices: prices
            )
          ])
      ])
    let stage = try TestStage(season: season)
    stage.registerPresence()
    for keys in [[], [.enter], [.enter], [.enter, "y"], ["t"], [.escape]] as [[Key]] {
      stage.press(keys)
      for width in 60...63 { #expect(FrameFaults.of(stage.frame(width, 24), isASCII: false) == []) }
    }
  }
}
