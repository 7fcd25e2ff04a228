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

  @Test(.timeLimit(.minutes(1)))
  func `a hundred thousand brackets are refused, not followed`() {
    let text = [UInt8](repeating: UInt8(ascii: "["), count: 100_000)
    #expect(refusal(of: text) == .notJSON(TextPosition(line: 1, column: 34), .tooDeep(most: 32)))
  }
}
