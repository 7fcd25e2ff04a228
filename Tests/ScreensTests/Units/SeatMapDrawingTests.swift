import Booking
import Canvas
import TestSupport
import Testing

@testable import Screens

@Suite("The seat map's looks")
struct SeatMapDrawingTests {
  /// In a window of 120 by 40.
  private func wide(_ stage: TestStage) -> TestStage {
    stage.size = Size(width: 120, height: 40)
    _ = stage.grid
    return stage
  }

  private func line(of stage: TestStage) -> String { stage.grid.row(stage.grid.cursor.y) }

  @Test func `in colour the cursor is a cell of other colours without brackets`() throws {
    let stage = try wide(TestStage())
    stage.openMap()
    let grid = stage.grid
    #expect(grid[grid.cursor.x, grid.cursor.y].style == stage.app.theme.cursor(over: .plain))
    #expect(grid[grid.cursor.x + 1, grid.cursor.y].scalar == " ")
    #expect(!line(of: stage).contains("["))
  }

  @Test func `a stage between the seats of its rows is drawn between them at every zoom`() throws {
    let stage = try wide(TestStage(season: .single(.round)))
    stage.openMap()
    for zoom in [Zoom.small, .seats, .numbered] {
      while let now = stage.map?.zoom, now != zoom { stage.press(now < zoom ? "+" : "-") }
      let rows = stage.screen.split(separator: "\n").filter { $0.contains("STAGE") || $0.contains("무 대") }
      #expect(rows.count == 1, "\(zoom)")
      let place = try #require(stage.place(of: "STAGE"))
      #expect(stage.grid[place.x, place.y].style == stage.app.theme.stage)
      for line in 0..<3 { #expect(stage.grid[place.x, place.y - 1 + line].style == stage.app.theme.stage) }
    }
  }

  @Test func `without colour it stands in brackets, where seats have room between them`() throws {
    let stage = try wide(TestStage(hasColor: false))
    stage.openMap()
    stage.find("A-3")
    #expect(line(of: stage).contains("R[R]R"))
    let narrow = try TestStage(hasColor: false)
    narrow.openMap()
    #expect(line(of: narrow).contains("RRRR"))
    #expect(!line(of: narrow).contains("["))
  }

  @Test func `without colour a free seat shows its tier's letter, on the map and beside it`() throws {
    let stage = try TestStage(hasColor: false)
    stage.openMap()
    stage.find("H-3")
    #expect(line(of: stage).contains("AAAA"))
    #expect(stage.screen.contains(" A  A "))
    stage.find("A-3")
    #expect(line(of: stage).contains("RRRR"))
  }

  @Test func `a row's name stands before it`() throws {
    let stage = try TestStage()
    stage.openMap()
    for row in ["A", "B", "H"] {
      stage.find("\(row)-3")
      #expect(line(of: stage).split(separator: " ").first == Substring(row))
    }
  }

  @Test func `signs at the edges say where the hall goes on`() throws {
    let stage = try TestStage(season: .single(.arena))
    stage.openMap()
    stage.press("+", "+")
    let map = SeatMapLayout(Chrome.area(of: stage.size)).map
    func signs() -> [Unicode.Scalar?] {
      let grid = stage.grid
      let y = map.y + map.height / 2
      return [
        grid[map.x, y].scalar, grid[map.right - 1, y].scalar, grid[map.x, map.y].scalar,
        grid[map.x, map.bottom - 1].scalar,
      ]
    }
    #expect(signs()[3] == "v")
    #expect(signs()[2] != "^")
    for _ in 0..<12 { stage.press(.pageDown) }
    #expect(signs()[2] == "^")
    #expect(signs()[3] != "v")
    stage.press(.home)
    #expect(signs()[1] == ">")
    stage.press(.end)
    #expect(signs()[0] == "<")
  }

  @Test func `a hall that fits has no such signs`() throws {
    let stage = try wide(TestStage())
    stage.openMap()
    let map = SeatMapLayout(Chrome.area(of: stage.size)).map
    let column = (map.y..<map.bottom).compactMap { stage.grid[map.x, $0].scalar }
    #expect(!column.contains("<"))
    #expect(stage.grid[map.x + map.width / 2, map.bottom - 1].scalar != "v")
  }

  @Test func `the first Esc clears the choice, the second leaves`() throws {
    let stage = try TestStage()
    stage.openMap()
    stage.press(.space)
    #expect(stage.screen.contains("1 chosen"))
    stage.press(.escape)
    #expect(stage.top.contains("Seat map"))
    #expect(!stage.screen.contains("1 chosen"))
    stage.press(.escape)
    #expect(stage.top.contains("Sessions"))
  }
}
