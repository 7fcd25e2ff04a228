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

  @Test func `a seat takes one, two or four cells`() {
    var viewport = SeatViewport()
    #expect(viewport.seatWidth == 2)
    viewport.zoomIn()
    viewport.zoomIn()
    #expect(viewport.seatWidth == 4)
    viewport.zoomOut()
    #expect(viewport.seatWidth == 2)
    viewport.zoomOut()
    viewport.zoomOut()
    #expect(viewport.seatWidth == 1)
  }

  @Test func `a hall opens at the largest size at which its width fits, else at the middle one`() {
    var viewport = SeatViewport()
    viewport.open(club, in: map)
    #expect(viewport.seatWidth == 1)
    viewport.open(club, in: Rect(x: 0, y: 3, width: 93, height: 34))
    #expect(viewport.seatWidth == 2)
    viewport.open(club, in: Rect(x: 0, y: 3, width: 200, height: 60))
    #expect(viewport.seatWidth == 4)
    viewport.open(arena, in: map)
    #expect(viewport.seatWidth == 2)
  }

  @Test func `a hall that fits stands in the middle`() {
    var viewport = SeatViewport()
    viewport.zoomOut()
    viewport.follow(club.grid.spots[0], of: club, in: map)
    #expect(viewport.x == -((map.width - SeatViewport.margin - club.grid.columns) / 2))
    #expect(viewport.y == -((map.height - club.height) / 2))
  }

  @Test(arguments: [1, 2, 4]) func `the seat that is followed is always well inside`(_ width: Int) {
    var viewport = SeatViewport()
    if width == 1 { viewport.zoomOut() }
    if width == 4 { viewport.zoomIn() }
    for seat in stride(from: 0, to: arena.grid.spots.count, by: 97) {
      let spot = arena.grid.spots[seat]
      viewport.follow(spot, of: arena, in: map)
      let place = viewport.position(of: spot, in: map)
      #expect(place.x >= map.x + SeatViewport.margin && place.x + width <= map.right)
      #expect(place.y >= map.y && place.y < map.bottom)
      #expect(viewport.spot(at: place, in: map) == spot, "a click there finds it again")
    }
  }

  @Test func `a step inside the map moves nothing`() {
    var viewport = SeatViewport()
    viewport.follow(SeatGrid.Spot(column: 60, line: 30), of: arena, in: map)
    let before = viewport
    viewport.follow(SeatGrid.Spot(column: 61, line: 31), of: arena, in: map)
    #expect(viewport == before)
  }

  @Test func `outside of the map and on its margin there is no spot`() {
    let viewport = SeatViewport()
    for place in [(3, 10), (53, 10), (20, 2), (20, 21)] {
      #expect(viewport.spot(at: Position(x: place.0, y: place.1), in: map) == nil)
    }
  }

  @Test func `the panel is left out where it would crowd the map`() {
    #expect(SeatMapLayout(Rect(x: 0, y: 2, width: 75, height: 20)).panel == nil)
    let layout = SeatMapLayout(Rect(x: 0, y: 2, width: 80, height: 20))
    #expect(layout.map.right < layout.panel?.x ?? 0)
    #expect(layout.map.y == layout.header.bottom && layout.map.bottom == layout.sentence.y)
  }
}
