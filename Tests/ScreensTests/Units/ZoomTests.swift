import Booking
import Canvas
import SeatingPlan
import Testing

@testable import Screens

@Suite("The zoom that a hall opens at")
struct ZoomTests {
  private func hall(_ plan: Plan) throws -> HallView {
    try #require(HallView(Hall(id: HallID(1), name: LocalizedText("", ""), plan: SeatGrid(plan).text)))
  }

  private func zoom(_ plan: Plan, _ width: Int, _ height: Int) throws -> Zoom {
    Zoom.suiting(try hall(plan), in: SeatMapLayout(Chrome.area(of: Size(width: width, height: height))).map)
  }

  @Test func `seats have room between them where the hall fits so`() throws {
    #expect(try zoom(SampleHalls.club, 120, 40) == .seats)
    #expect(try zoom(SampleHalls.theatre, 120, 40) == .seats)
  }

  @Test func `they stand close where only that fits`() throws {
    #expect(try zoom(SampleHalls.club, 80, 24) == .small)
    #expect(try zoom(SampleHalls.theatre, 80, 24) == .small)
  }

  @Test func `a hall of many sections that does not fit opens as a whole`() throws {
    #expect(try zoom(SampleHalls.arena, 80, 24) == .hall)
    #expect(try zoom(SampleHalls.stadium, 200, 60) == .hall)
  }

  @Test func `a seat takes more cells from step to step`() {
    #expect(Zoom.allCases.map { $0.cells(digits: 2) } == [0, 1, 2, 4])
  }
}
