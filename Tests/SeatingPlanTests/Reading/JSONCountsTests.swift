import Testing

@testable import SeatingPlan

struct JSONCountsTests {
  @Test(
    arguments: [
      ("", 1, 0, 0), ("[1,[2],3]", 5, 0, 0), (#"{"a":{"seat_guid" : 1,"seat_number":2}}"#, 4, 2, 1),
      (#"[{"seat_guid":"a"},{"seat_guid":"b"}]"#, 5, 2, 2), (#"["seat_guid"#, 2, 0, 0),
    ])
  func `counts what a text holds, and never too little`(text: String, values: Int, objects: Int, seats: Int) {
    let counts = JSONCounts(Array(text.utf8))
    #expect(counts.values == values)
    #expect(counts.objects == objects)
    #expect(counts.seats == seats)
  }
}
