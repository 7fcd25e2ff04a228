import Booking
import Canvas
import Testing
import Wording

@testable import Screens

@Suite("Looks")
struct ThemeTests {
  private func styles(_ theme: Theme) -> [Style] {
    [
      theme.topLine, theme.selected, theme.heading, theme.faint, theme.keyName, theme.field, theme.activeChip,
      theme.waitingChip, theme.idleChip, theme.holdChip, theme.urgent, theme.success, theme.refusal, theme.note,
      theme.urgentBar, theme.bar, theme.floor, theme.floorText, theme.stage, theme.othersHold, theme.soldSeat,
      theme.chosenSeat, theme.ownHold, theme.ownTicket,
    ] + (0..<6).map { theme.seat(tier: $0) }
  }

  @Test func `without colour no style has one`() {
    #expect(styles(Theme(hasColor: false, glyphs: .unicode)).allSatisfy { $0.colors == nil })
  }

  @Test func `text never has the colour of what it stands on, in 256 colours or in 8`() {
    for style in styles(Theme(hasColor: true, glyphs: .unicode)) {
      guard let colors = style.colors else { continue }
      #expect(colors.foreground.xterm != colors.background.xterm)
      #expect(colors.foreground.basic != colors.background.basic)
      #expect(colors.foreground.basic < 8 && colors.background.basic < 8)
    }
  }

  @Test func `a window without colour has none in any scene`() throws {
    for scene in [Scene.seatMap, .urgentHold, .waitingRoom] {
      let grid = try scene.frame(.korean, hasColor: false)
      #expect(grid.cells.allSatisfy { $0.style.colors == nil })
    }
  }

  @Test(arguments: [Glyphs.unicode, .ascii]) func `every state of a seat has a sign of its own, one cell wide`(
    _ glyphs: Glyphs
  ) {
    let signs = [
      glyphs.seatAvailable, glyphs.seatHeld, glyphs.seatOwnHold, glyphs.seatSold, glyphs.seatOwnTicket,
      glyphs.seatChosen,
    ]
    #expect(Set(signs).count == signs.count)
    #expect(signs.allSatisfy { $0.cellWidth == 1 })
    #expect(signs.allSatisfy { !glyphs.isASCII || $0.isASCII })
  }

  @Test func `four tiers have four colours, in 256 colours and in 8`() {
    let theme = Theme(hasColor: true, glyphs: .unicode)
    let colors = (0..<4).compactMap { theme.seat(tier: $0).colors?.foreground }
    #expect(Set(colors.map(\.xterm)).count == 4)
    #expect(Set(colors.map(\.basic)).count == 4)
  }

  @Test func `success, refusal and warning are told apart without colour too`() {
    let theme = Theme(hasColor: false, glyphs: .unicode)
    #expect(theme.success != theme.refusal)
    #expect(theme.urgent != theme.holdChip)
    #expect(theme.activeChip != theme.waitingChip && theme.waitingChip != theme.idleChip)
  }
}
