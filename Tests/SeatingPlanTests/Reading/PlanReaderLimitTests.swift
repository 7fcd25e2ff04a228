import Testing

@testable import SeatingPlan

struct PlanReaderLimitTests {
  private static func hall(seats: Int) -> [UInt8] {
    let list = (0..<seats).map { index in
      #"{"seat_guid": "\#(index)", "seat_number": "1", "position": {"x": \#(index), "y": 0}, "category": "R"}"#
    }
    let head = #"{"name": "Hall", "categories": [{"name": "R"}], "zones": [{"position": {"x": 0, "y": 0}, "rows": ["#
    return Array((head + #"{"row_number": "A", "seats": ["# + list.joined(separator: ",") + "]}]}]}").utf8)
  }

  @Test func `takes as many seats as there may be, and refuses one more`() throws {
    #expect(refusal(of: Self.hall(seats: 20), limits: PlanReader.Limits(seats: 20)) == nil)
    #expect(refusal(of: Self.hall(seats: 21), limits: PlanReader.Limits(seats: 20)) == .tooManySeats(most: 20))
  }

  @Test func `refuses too many seats before it has read all of them`() {
    let broken = Self.hall(seats: 30).dropLast(300) + Array("}}}".utf8)
    #expect(refusal(of: Array(broken), limits: PlanReader.Limits(seats: 20)) == .tooManySeats(most: 20))
  }

  @Test func `refuses a file that is too large without looking at it`() {
    let limits = PlanReader.Limits(bytes: 10)
    #expect(refusal(of: [UInt8](repeating: 0xFF, count: 11), limits: limits) == .tooLarge(mostBytes: 10))
  }

  @Test func `refuses more values than a hall can have`() {
    let text = Array(("[" + String(repeating: "[],", count: 50) + "0]").utf8)
    #expect(refusal(of: text, limits: PlanReader.Limits(values: 40)) == .tooManyValues(most: 40))
  }

  @Test func `a hall may have 100,000 seats`() {
    #expect(PlanReader.Limits().seats == 100_000)
  }

  @Test func `refuses more objects than a hall can have`() {
    let text = Array(("[" + String(repeating: "{},", count: 50) + "0]").utf8)
    #expect(refusal(of: text, limits: PlanReader.Limits(objects: 49)) == .tooManyObjects(most: 49))
  }

  @Test func `an escape in a key hides no seat`() {
    let text = String(decoding: Self.hall(seats: 21), as: UTF8.self).replacing("seat_guid", with: "seat\\u005fguid")
    #expect(refusal(of: Array(text.utf8), limits: PlanReader.Limits(seats: 20)) == .tooManySeats(most: 20))
  }
}
