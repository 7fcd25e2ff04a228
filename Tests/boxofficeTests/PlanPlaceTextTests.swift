internal import Booking
internal import SeatingPlan
internal import Testing
internal import Wording

@testable import boxoffice

struct PlanPlaceTextTests {
  @Test func `says a place by what people call it too`() {
    let row = PlanPath.index(3, of: .key("rows", of: .index(0, of: .key("zones", of: .top), name: "1F")), name: "C")
    let seat = PlanPath.key("category", of: .index(5, of: .key("seats", of: row), name: "12"))
    #expect(seat.text(.english) == "zones[0].rows[3].seats[5].category (1F row C seat 12)")
    #expect(seat.text(.korean) == "zones[0].rows[3].seats[5].category (1F C열 12번)")
    #expect(row.text(.english) == "zones[0].rows[3] (1F row C)")
  }

  @Test func `the whole of a file has a name as well`() {
    #expect(PlanPath.top.text(.english) == "the top level")
    #expect(PlanPath.top.text(.korean) == "맨 바깥")
  }

  @Test func `says a place in a text by line and column`() {
    let position = TextPosition(line: 3, column: 14)
    #expect(position.text(.english) == "line 3, column 14")
    #expect(position.text(.korean) == "3번째 줄 14번째 글자")
  }
}
