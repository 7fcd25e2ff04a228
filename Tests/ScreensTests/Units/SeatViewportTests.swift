import Booking
import Canvas
import SeatingPlan
import Testing

@testable import Screens

@Suite("Which part of the hall is on screen")
struct SeatViewportTests {
  private let club: HallView
  private let arena: HallView
  private let map = Rect(x: 0, y: 3, width: 53, height: 18)

  init() throws {
    club = try #require(HallView(Hall(id: HallID(1), name: LocalizedText("", ""), plan: SampleHalls.club.text)))
    arena = Self.large
  }

  private static let large = HallView(Hall(id: HallID(2), name: LocalizedText("", ""), plan: SampleHalls.arena.text))!

  @Test func `a hall that fits stands in the middle`() {
    var viewport = SeatViewport()
    viewport.seatWidth = 1
    viewport.follow(club.grid.spots[0], of: club, in: map)
    #expect(viewport.x == -((map.width - SeatViewport.margin - club.grid.columns) / 2))
    #expect(viewport.y == -((map.height - club.lines.count) / 2))
  }

  @Test func `the seat that is followed is always well inside`() {
    var viewport = SeatViewport()
    for seat in stride(from: 0, to: arena.grid.spots.count, by: 97) {
      let spot = arena.grid.spots[seat]
      viewport.follow(spot, of: arena, in: map)
      let place = viewport.position(of: spot, of: arena, in: map)
      #expect(place.x >= map.x + SeatViewport.margin && place.x + 2 <= map.right)
      #expect(place.y >= map.y && place.y < map.bottom)
    }
  }

  @Test func `a step inside the map moves nothing`() {
    var viewport = SeatViewport()
    viewport.follow(SeatGrid.Spot(column: 60, line: 30), of: arena, in: map)
    let before = viewport
    viewport.follow(SeatGrid.Spot(column: 61, line: 31), of: arena, in: map)
    #expect(viewport == before)
  }

  @Test func `scrolling moves by lines and stops at the hall's ends`() {
    var viewport = SeatViewport()
    viewport.center(on: SeatGrid.Spot(column: 0, line: 40), of: arena, in: map)
    let before = viewport.y
    viewport.scroll(lines: 3, of: arena, in: map)
    #expect(viewport.y == before + 3)
    viewport.scroll(lines: 10_000, of: arena, in: map)
    #expect(viewport.y == arena.lines.count - map.height)
    viewport.scroll(lines: -10_000, of: arena, in: map)
    #expect(viewport.y == 0)
  }

  @Test func `a place is found again under its cell`() {
    var viewport = SeatViewport()
    for width in [1, 2, 5] {
      viewport.seatWidth = width
      let spot = SeatGrid.Spot(column: 70, line: 44)
      viewport.center(on: spot, of: arena, in: map)
      let place = viewport.position(of: spot, of: arena, in: map)
      #expect(viewport.spot(at: place, of: arena, in: map) == spot)
      #expect(
        viewport.spot(at: Position(x: place.x + width, y: place.y + 1), of: arena, in: map)
          == SeatGrid.Spot(column: 71, line: 45))
    }
  }

  @Test func `the panel is left out where it would crowd the map`() {
    #expect(SeatMapLayout(Rect(x: 0, y: 2, width: 75, height: 20)).panel == nil)
    let layout = SeatMapLayout(Rect(x: 0, y: 2, width: 80, height: 20))
    #expect(layout.map.right < layout.panel?.x ?? 0)
    #expect(layout.map.y == layout.header.bottom && layout.map.bottom == layout.sentence.y)
  }
}
