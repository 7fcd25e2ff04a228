import Booking
import Canvas
import SeatingPlan
import TestSupport
import Testing
import Wording

@testable import Screens

@Suite("Evenings of other years")
struct OtherYearsTests {
  /// The same evening, 24 December, next year and six years on; the house opens on 1 May 2026.
  private static let season: Season = {
    let evenings = [602, 2429].map { days in
      Season.Evening(
        hall: 0, start: .opening + .days(days) + .hours(9), saleOpens: .opening,
        saleCloses: .opening + .days(days) + .hours(8), prices: [TierPrice(tier: "R", price: Won(88_000))])
    }
    return Season(
      halls: [.studio],
      shows: [
        Season.Show(
          title: LocalizedText("해마다 하는 음악회", "Yearly gala"), artist: LocalizedText("악단", "The band"), evenings: evenings
        )
      ])
  }()

  @Test(arguments: Language.allCases, [(60, 16), (80, 24), (120, 40)])
  func `say their year wherever they are named`(_ language: Language, _ size: (Int, Int)) throws {
    let stage = try TestStage(language, season: Self.season)
    stage.resize(size.0, size.1)
    func expect(_ years: [String], on screen: String) {
      for year in years { #expect(stage.screen.contains(year), "\(screen) at \(size)\n\(stage.screen)") }
    }
    stage.signIn()
    expect(["2027", "2032"], on: "concerts")
    stage.press(.enter)
    stage.advance(.seconds(10))
    expect(["2027", "2032"], on: "sessions")
    stage.press("j", .enter)
    #expect(stage.header.contains("2032"), "\(stage.header)")
    stage.press(.enter)
    expect(["2032"], on: "checkout")
    stage.press("t")
    expect(["2032"], on: "the list of tickets")
    stage.press(.escape, .enter, "y")
    expect(["2032"], on: "the ticket")
  }

  @Test func `and a movement of another year its own`() throws {
    let stage = try TestStage(season: Self.season)
    stage.resize(60, 16)
    stage.signIn()
    stage.press("w", "1", "y")
    #expect(!stage.screen.contains("2026"))
    stage.sleep(.days(300))
    stage.press("j")
    #expect(stage.screen.contains("Fri 1 May 2026 10:00"), "\(stage.screen)")
    stage.press("m")
    #expect(stage.screen.contains("Fri 1 May 2026 10:00:00  Topped up"), "\(stage.screen)")
  }
}
