import Booking
import Canvas
import SeatingPlan
import TestSupport
import Testing

@testable import Screens

@Suite("The hall, seat by seat")
struct HallDrawingTests {
  private static let size = Size(width: 300, height: 100)

  /// The map in a window that holds the whole hall, at a zoom that is so many steps from the one it opens at.
  private func stage(_ hall: HallDraft, zoomedBy steps: Int, hasColor: Bool = true) throws -> TestStage {
    let stage = try TestStage(season: .single(hall), hasColor: hasColor)
    stage.size = Self.size
    _ = stage.grid
    stage.openMap()
    for _ in 0..<abs(steps) { stage.press(steps < 0 ? "-" : "+") }
    return stage
  }

  private var map: Rect { SeatMapLayout(Chrome.area(of: Self.size)).map }

  @Test(arguments: [HallDraft.club, .theatre], [-1, 0, 1])
  func `every seat is drawn once, at a place of its own`(_ hall: HallDraft, _ steps: Int) throws {
    let stage = try stage(hall, zoomedBy: steps)
    let screen = try #require(stage.map)
    let view = try #require(screen.hall)
    let grid = stage.grid
    let places = view.grid.spots.map { screen.viewport.position(of: $0, of: view, in: map) }
    #expect(Set(places).count == hall.seats.count)
    #expect(places.allSatisfy { map.contains($0) && grid[$0.x, $0.y].scalar == "▢" })
    let drawn = (map.y..<map.bottom).reduce(0) { count, y in
      count + (map.x..<map.right).count { grid[$0, y].scalar == "▢" }
    }
    #expect(drawn == hall.seats.count)
  }

  @Test(arguments: [-1, 0, 1])
  func `rows keep their order from the left, and lines from the front`(_ steps: Int) throws {
    let stage = try stage(.theatre, zoomedBy: steps)
    let screen = try #require(stage.map)
    let view = try #require(screen.hall)
    func place(_ seat: Int) -> Position { screen.viewport.position(of: view.grid.spots[seat], of: view, in: map) }
    for row in view.grid.rows {
      let places = row.seats.map(place)
      #expect(Set(places.map(\.y)).count == 1)
      #expect(zip(places, places.dropFirst()).allSatisfy { $0.x < $1.x })
    }
    let fronts = view.grid.rows.filter { $0.section == 0 }.map { place($0.seats.lowerBound).y }
    #expect(zip(fronts, fronts.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test func `at the closest zoom every seat has its number`() throws {
    let stage = try stage(.club, zoomedBy: 1)
    let row = stage.grid.row(stage.grid.cursor.y)
    #expect(row.contains("▢1  ▢2  ▢3") && row.contains("▢19 ▢20"))
  }

  @Test func `without colour the cursor's brackets hold the number too`() throws {
    let stage = try stage(.club, zoomedBy: 1, hasColor: false)
    stage.find("A-3")
    #expect(stage.grid.row(stage.grid.cursor.y).contains("R2 [R3 ]R4"))
  }

  @Test func `a section's name stands over what is on screen of it`() throws {
    let stage = try TestStage(season: .single(.arena))
    stage.openMap()
    stage.press("+", "+", "+")
    #expect(stage.screen.contains("F2"))
    stage.press("/")
    stage.type("201")
    stage.press(.enter)
    #expect(stage.screen.contains("201"))
  }
}
