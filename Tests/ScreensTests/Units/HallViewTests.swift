import Booking
import SeatingPlan
import Testing

@testable import Screens

@Suite("A hall's plan as the map walks it")
struct HallViewTests {
  private func hall(_ plan: String) -> Hall { Hall(id: HallID(1), name: LocalizedText("홀", "Hall"), plan: plan) }

  @Test func `a plan that cannot be read gives none`() {
    #expect(HallView(hall("{}")) == nil)
    #expect(HallView(hall("no plan")) == nil)
  }

  @Test func `each section is named over the middle of its first row`() throws {
    let view = try #require(HallView(hall(SampleHalls.theatre.text)))
    #expect(view.labels.map(\.text) == ["1F", "2F"])
    let first = view.grid.lines[0].map { view.grid.spots[$0].column }
    #expect(view.labels[0].columns == first[0]...first[first.count - 1])
    #expect(view.labels[0].line == -1)
    #expect(view.labels[1].line > 15)
    #expect(view.grid.lines[view.labels[1].line].isEmpty)
  }

  @Test func `its lines are the stage, the names and the rows`() throws {
    let view = try #require(HallView(hall(SampleHalls.club.text)))
    #expect(view.lines == -2...(view.grid.lines.count - 1))
  }

  @Test func `a hall is the same from its grid as from its plan`() throws {
    let grid = SeatGrid(SampleHalls.arena)
    #expect(HallView(hall(grid.text))?.grid == grid)
    #expect(HallView(hall(SampleHalls.arena.text))?.grid == grid)
  }

  @Test func `a draft names each seat by its zone, row and number, with its tier`() {
    let draft = HallDraft.club
    #expect(draft.seats.count == 200)
    #expect(SeatGrid(text: draft.plan) == SeatGrid(SampleHalls.club))
    #expect(draft.seats[0].label == SeatLabel(section: "1F", row: "A", number: "1"))
    #expect(draft.seats[0].tier == "R")
    #expect(Set(draft.seats.map(\.label)).count == 200)
  }
}
