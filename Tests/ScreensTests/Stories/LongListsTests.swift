import Booking
import Canvas
import TestSupport
import Testing

@testable import Screens

@Suite("Lists that are longer than the window")
struct LongListsTests {
  private static let prices = [TierPrice(tier: "R", price: Won(1_000))]

  @Test func `Concerts scrolls, and keeps room for the details`() throws {
    let shows = (1...30).map { number in
      Season.Show(
        title: LocalizedText("공연 \(number)", "Concert \(number)."), artist: LocalizedText("악단", "Band \(number)."),
        evenings: [
          Season.Evening(
            hall: 0, start: .opening + .days(Int64(number)), saleOpens: .opening,
            saleCloses: .opening + .days(Int64(number)) - .hours(1), prices: Self.prices)
        ])
    }
    let stage = try TestStage(season: Season(halls: [.studio], shows: shows))
    stage.signIn()
    #expect(stage.screen.contains("Concert 1."))
    #expect(!stage.screen.contains("Concert 30."))
    stage.press("G")
    #expect(stage.screen.contains("Concert 30."))
    #expect(stage.screen.contains("Band 30."))
    #expect(!stage.screen.contains("Concert 1."))
    for _ in 0..<29 { stage.press("k") }
    #expect(stage.grid.row(stage.grid.cursor.y).contains("Concert 1."))
  }

  @Test func `Concerts says until when an evening is on sale, from when, or that it was`() throws {
    let stage = try TestStage()
    stage.signIn()
    #expect(stage.screen.contains("until Fri 1 May 12:00"))
    stage.press("G")
    #expect(stage.screen.contains("from Sun 3 May 10:00"))
    stage.sleep(.hours(2))
    stage.press("g")
    #expect(stage.screen.contains("sale over"))
    #expect(stage.screen.contains("until Fri 15 May 19:00"))
  }

  @Test func `Checkout scrolls, and keeps room for the sums`() throws {
    let stage = try TestStage()
    stage.size = Size(width: 60, height: 16)
    stage.hold("A-1", "A-2", "A-3", "A-4")
    #expect(stage.screen.contains("seat 1,"))
    #expect(!stage.screen.contains("seat 4,"))
    for _ in 0..<3 { stage.press("j") }
    #expect(stage.grid.row(stage.grid.cursor.y).contains("seat 4,"))
    #expect(stage.screen.contains("352,000 won"))
    #expect(stage.screen.contains("148,000 won"))
  }
}
