import Booking
import Canvas
import SeatingPlan
import TestSupport
import Testing
import Wording

@testable import Screens

@Suite("The mouse on the seat map")
struct SeatMouseTests {
  private func open(_ season: Season = .stage(), _ size: (Int, Int) = (80, 24)) throws -> TestStage {
    let stage = try TestStage(season: season)
    stage.resize(size.0, size.1)
    stage.openMap()
    return stage
  }

  private func click(_ seat: String, right: Int = 0, on stage: TestStage) throws {
    let place = try #require(stage.cell(of: seat))
    stage.click(place.x + right, place.y)
  }

  @Test func `a click on a seat chooses it, and another drops it`() throws {
    let stage = try open()
    try click("C-5", on: stage)
    #expect(stage.choice == ["C-5"])
    #expect(stage.seat == "C-5")
    try click("H-3", on: stage)
    #expect(stage.choice == ["C-5", "H-3"])
    try click("C-5", on: stage)
    #expect(stage.choice == ["H-3"])
    stage.clickKey("Enter hold 1 seat")
    #expect(stage.chips.contains("1 held"))
  }

  @Test func `at every zoom it is the seat that is drawn there`() throws {
    for zoom in [Zoom.small, .seats, .numbered] {
      let stage = try open()
      stage.find("C-5")
      while let now = stage.map?.zoom, now != zoom { stage.press(now < zoom ? "+" : "-") }
      for seat in ["C-5", "C-6", "D-5", "D-4"] {
        try click(seat, on: stage)
        #expect(stage.choice.last == seat)
      }
      try click("E-5", right: zoom == .small ? 0 : 1, on: stage)
      #expect(stage.seat == "E-5", "the gap or the number behind a seat is its own")
    }
  }

  @Test func `a click on the floor, the stage or a gap between blocks chooses nothing`() throws {
    let stage = try open()
    let map = stage.layout.map
    let stageArea = try #require(stage.place(of: "STAGE"))
    let first = try #require(stage.place(of: "A ▢"))
    let floor = [2, 4, 5].map { Position(x: map.x + SeatViewport.margin + $0, y: first.y) }
    for place in floor + [
      Position(x: map.x + 1, y: map.y + 8), stageArea, Position(x: map.right - 1, y: map.bottom - 1),
    ] {
      stage.click(place.x, place.y)
      #expect(stage.choice == [], "\(place)")
    }
  }

  @Test func `no cell of the window is too far out to be clicked`() throws {
    for keys in [[], ["+", "+"], ["-"], ["i"]] as [[Key]] {
      let stage = try open(.single(.floors), (120, 40))
      stage.press(keys)
      for y in 0..<39 {
        for x in stride(from: 0, to: 120, by: 7) where stage.top.contains("Seat map") && y > 0 { stage.click(x, y) }
      }
      #expect(FrameFaults.of(stage.grid, isASCII: false) == [])
    }
  }

  @Test func `a taken seat says that it is taken`() throws {
    let stage = try open()
    try Rival(on: stage).hold("C", 5)
    stage.hearNews()
    try click("C-5", on: stage)
    #expect(stage.message.contains("already taken"))
    #expect(stage.choice == [])
  }

  @Test func `in the whole hall a click goes to a section, and another opens it`() throws {
    let stage = try open(.single(.arena))
    stage.click("105", right: 1)
    #expect(stage.sentence.hasPrefix("Section 105,"))
    stage.click("105", right: 1)
    #expect(stage.sentence.hasPrefix("105 row"))
    #expect(stage.picture.contains { $0.contains("▢▢▢▢▢▢▢▢") })
  }

  @Test func `the wheel scrolls the map by three lines and leaves the cursor`() throws {
    let stage = try open(.single(.theatre))
    stage.press("+")
    let before = stage.picture
    let seat = stage.seat
    stage.turnWheel(1)
    #expect(stage.picture != before)
    #expect(stage.picture.dropLast(4)[1...].first == before[4])
    #expect(stage.seat == seat)
    stage.turnWheel(-1)
    #expect(stage.picture == before)
    stage.turnWheel(100)
    let end = stage.picture
    stage.turnWheel(1)
    #expect(stage.picture == end)
    stage.press("j")
    #expect(stage.layout.map.contains(stage.grid.cursor), "a step brings the map back to the cursor")
  }

  @Test func `after scrolling a click takes what is drawn there`() throws {
    let stage = try open(.single(.theatre))
    stage.press("+")
    stage.turnWheel(3)
    let map = stage.layout.map
    let hall = try #require(stage.map?.hall)
    let board = try #require(stage.map?.board)
    let seat = try #require(
      hall.grid.spots.indices.first { place in
        let cell = stage.map?.viewport.position(of: hall.grid.spots[place], of: hall, in: map)
        return cell.map { $0.y > map.y + 5 && map.contains($0) && $0.x > map.x + 10 } ?? false
      })
    let cell = try #require(stage.map?.viewport.position(of: hall.grid.spots[seat], of: hall, in: map))
    stage.click(cell.x, cell.y)
    #expect(stage.map?.chosen == [seat])
    #expect(stage.sentence.hasPrefix(board.seats[seat].label.text(.english)))
  }

  @Test func `in the list sections, rows and seats are clicked, and the wheel goes through the seats`() throws {
    let stage = try open(.single(.floors))
    stage.press("i")
    stage.click("2층")
    #expect(stage.sentence.hasPrefix("2층 row A seat 1"))
    let row = try #require(stage.place(of: " B "))
    stage.click(row.x + 1, row.y)
    #expect(stage.sentence.hasPrefix("2층 row B seat 1"))
    stage.turnWheel(1)
    #expect(stage.sentence.hasPrefix("2층 row B seat 4"))
    stage.click(stage.grid.cursor.x + 3, stage.grid.cursor.y)
    #expect(stage.choice == ["B-4"])
  }

  @Test func `while a name is typed a click goes on with neither`() throws {
    let stage = try open(.single(.floors))
    stage.press("/")
    stage.type("2층 C")
    try click("A-2", on: stage)
    #expect(stage.header.hasPrefix("Seat: 2층 C"))
    #expect(stage.choice == [])
  }

  @Test func `a click ends a range that Shift began`() throws {
    let stage = try open()
    stage.find("A-3")
    stage.press(Key(.right, .shift))
    try click("C-5", on: stage)
    #expect(stage.choice == ["A-3", "A-4", "C-5"])
  }

  @Test func `a clicked line of a long list stays where it is`() throws {
    let stage = try open(.single(.theatre))
    stage.press("i")
    stage.search("1F A 9")
    let before = stage.seat
    let line = stage.layout.map.y + 2
    stage.click(stage.grid.cursor.x + 3, line)
    #expect(stage.grid.cursor.y == line)
    #expect(stage.seat != before)
    #expect(stage.choice == [stage.seat])
    stage.click(stage.grid.cursor.x + 3, line)
    #expect(stage.grid.cursor.y == line)
    #expect(stage.choice == [], "the second click drops it")
  }
}
