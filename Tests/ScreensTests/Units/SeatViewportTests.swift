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

  @Test func `a hall opens with room between seats, unless it fits only without`() {
    var viewport = SeatViewport()
    viewport.fit(club, in: map)
    #expect(viewport.seatWidth == 1)
    viewport.fit(club, in: Rect(x: 0, y: 3, width: 93, height: 34))
    #expect(viewport.seatWidth == 2)
    viewport.fit(arena, in: map)
    #expect(viewport.seatWidth == 2)
  }

  @Test func `a hall that fits stands in the middle`() {
    var viewport = SeatViewport()
    viewport.fit(club, in: map)
    viewport.follow(club.grid.spots[0], of: club, in: map)
    #expect(viewport.x == -((map.width - SeatViewport.margin - club.grid.columns) / 2))
    #expect(viewport.y == -((map.height - club.height) / 2))
  }

  @Test func `the seat that is followed is always well inside`() {
    var viewport = SeatViewport()
    for seat in stride(from: 0, to: arena.grid.spots.count, by: 97) {
      let spot = arena.grid.spots[seat]
      viewport.follow(spot, of: arena, in: map)
      let place = viewport.position(of: spot, in: map)
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

  @Test func `the panel is left out where it would crowd the map`() {
    #expect(SeatMapLayout(Rect(x: 0, y: 2, width: 75, height: 20)).panel == nil)
    let layout = SeatMapLayout(Rect(x: 0, y: 2, width: 80, height: 20))
    #expect(layout.map.right < layout.panel?.x ?? 0)
    #expect(layout.map.y == layout.header.bottom && layout.map.bottom == layout.sentence.y)
  }
}
