import Booking
import Canvas
import SeatingPlan
import TestSupport
import Testing
import Wording

@testable import Screens

@Suite("Every view of the seat map, in both languages and from old stores")
struct SeatMapViewsTests {
  /// The ways to look at a hall, with the keys that lead there from where a small hall opens.
  static let views: [(name: String, keys: [Key])] = [
    ("whole", ["-", "-", "h"]), ("small", ["-", "-", "+"]), ("seats", ["+"]), ("numbered", ["+", "+"]), ("list", ["i"]),
    ("search", ["/"]), ("filter", ["f"]),
  ]

  @Test(arguments: 0..<5) func `L changes the words of a view and nothing else`(_ view: Int) throws {
    let stage = try TestStage(.korean, season: .single(.theatre))
    stage.openMap()
    stage.press(Self.views[view].keys)
    let korean = stage.grid
    stage.press("L")
    let english = stage.grid
    #expect(english != korean)
    #expect(english.cursor == korean.cursor)
    #expect(!stage.sentence.contains("예약"))
    let other = try TestStage(.english, season: .single(.theatre))
    other.openMap()
    other.press(Self.views[view].keys)
    #expect(other.screen == stage.screen)
    stage.press("L")
    #expect(stage.grid == korean)
  }

  @Test(arguments: 0..<views.count) func `a store that keeps the plan itself shows the same hall`(_ view: Int) throws {
    let old = try TestStage(season: .single(.keptAsPlan(SampleHalls.theatre, of: .theatre)))
    let new = try TestStage(season: .single(.theatre))
    for stage in [old, new] {
      stage.openMap()
      stage.press(Self.views[view].keys)
    }
    #expect(old.grid == new.grid)
    #expect(old.map?.hall?.grid == new.map?.hall?.grid)
  }

  @Test func `and the same seats are found, chosen and held`() throws {
    let stage = try TestStage(season: .single(.keptAsPlan(SampleHalls.theatre, of: .theatre)))
    stage.openMap()
    stage.search("2F C 30")
    stage.press(.space, .enter)
    #expect(stage.top.contains("Checkout"))
    #expect(stage.screen.contains("2F row C seat 30"))
    #expect(try stage.violations() == [])
  }

  @Test func `the message of an ended token lies over every view, and a new one shows it as it was`() throws {
    for view in Self.views.prefix(5) {
      let stage = try TestStage(season: .single(.floors))
      stage.openMap()
      stage.press(view.keys)
      stage.sleep(.minutes(5))
      #expect(stage.screen.contains("Your token has ended"), "\(view.name)")
      stage.press("j", .space, "+", "i", "/", "f")
      #expect(stage.screen.contains("Your token has ended"), "\(view.name)")
      #expect(stage.choice == [])
      #expect(FrameFaults.of(stage.grid, isASCII: false) == [])
    }
  }
}
