import Testing

@testable import SeatingPlan

struct PlanReaderNoticeTests {
  private func read(_ old: String, to new: String) throws -> PlanReading {
    try PlanReader.read(PlanFileText.changed(old, to: new))
  }

  /// Where a notice says that it was first met.
  private func spot(_ reading: PlanReading, _ kind: PlanNotice.Kind) -> Spot? {
    reading.notices.first { $0.kind == kind }.map { Spot($0.first) }
  }

  @Test func `says once of each key that it does not know how often it stands there, and where first`() throws {
    let text = PlanFileText.whole.replacing(#""seat_number""#, with: #""uuid": "u", "seat_number""#)
    let notices = try PlanReader.read(Array(text.utf8)).notices
    #expect(notices.map(\.kind) == [.ignoredKey("uuid")])
    #expect(notices[0].count == 5)
    #expect(Spot(notices[0].first) == Spot("zones[0].rows[0].seats[0].uuid", "1F", "A"))
  }

  @Test(
    arguments: [
      (#""name": "Hall""#, "", "version"), (#""color": "navy""#, "categories[1].", "icon"),
      (#""name": "1F""#, "zones[0].", "zone_id"), (#""row_number": "B""#, "zones[0].rows[1].", "row_label"),
      (#""seat_number": "2""#, "zones[0].rows[0].seats[1].", "start_direction"),
      (#""shape": "rectangle""#, "zones[0].areas[0].", "uuid"),
      (#""text": "STAGE""#, "zones[0].areas[0].text.", "font"), (#""width": 900"#, "size.", "depth"),
      (#""x": 10, "y": 20"#, "zones[0].rows[0].position.", "z"),
      (#""width": 60"#, "zones[0].areas[0].rectangle.", "depth"),
    ])
  func `finds unknown keys at every level`(beside: String, parent: String, key: String) throws {
    let reading = try read(beside, to: #"\#(beside), "\#(key)": "%s""#)
    #expect(reading.notices.map(\.kind) == [.ignoredKey(key)])
    #expect(spot(reading, .ignoredKey(key))?.path == parent + key)
    #expect(reading.plan == (try PlanReader.read(Array(PlanFileText.whole.utf8)).plan))
  }

  @Test func `says unknown keys in the order of their objects, and in each by name`() throws {
    let text = PlanFileText.whole.replacing(#""seat_guid": "a1""#, with: #""z": 1, "b": 2, "seat_guid": "a1""#)
      .replacing(#""seat_guid": "a2""#, with: #""a": 3, "seat_guid": "a2""#)
    let notices = try PlanReader.read(Array(text.utf8)).notices
    #expect(notices.map(\.kind) == [.ignoredKey("b"), .ignoredKey("z"), .ignoredKey("a")])
  }

  @Test func `a side for a row's name that there is not is passed over`() throws {
    let reading = try read(#""both""#, to: #""left""#)
    #expect(spot(reading, .ignoredKey("row_number_position"))?.path == "zones[0].rows[0].row_number_position")
    #expect(reading.plan.zones[0].rows[0].nameSide == nil)
  }

  @Test(arguments: [#""row_number": "","#, #""row_number": null,"#, #""row_number": " ","#, ""])
  func `numbers a row that has no name`(written: String) throws {
    let reading = try read(#""row_number": "B","#, to: written)
    #expect(reading.plan.zones[0].rows.map(\.name) == ["A", "2"])
    #expect(reading.notices.map(\.kind) == [.namedRow])
    #expect(spot(reading, .namedRow) == Spot("zones[0].rows[1]", "1F"))
  }

  @Test func `takes the next number that no row of the zone has`() throws {
    let text = PlanFileText.whole
      .replacing(#""row_number": "A""#, with: #""row_number": "2""#).replacing(#""row_number": "B", "#, with: "")
    #expect(try PlanReader.read(Array(text.utf8)).plan.zones[0].rows.map(\.name) == ["2", "3"])
  }

  @Test(arguments: [#""name": "","#, #""name": null,"#, ""])
  func `numbers a zone that has no name`(written: String) throws {
    let reading = try read(#""name": "2F","#, to: written)
    #expect(reading.plan.zones.map(\.name) == ["1F", "2"])
    #expect(reading.notices.map(\.kind) == [.namedZone])
    #expect(spot(reading, .namedZone) == Spot("zones[1]"))
  }

  @Test func `leaves out a row without seats`() throws {
    let reading = try read(#""areas": [], "rows": ["#, to: #""rows": [{"row_number": "Z", "seats": []},"#)
    #expect(reading.plan.zones[1].rows.map(\.name) == ["C", "D"])
    #expect(reading.notices.map(\.kind) == [.emptyRow])
    #expect(spot(reading, .emptyRow) == Spot("zones[1].rows[0]", "2F"))
  }

  @Test func `keeps two seats in one place, and says so`() throws {
    let reading = try read(#"{"x": 30, "y": 0}"#, to: #"{"x": 0.3, "y": 0}"#)
    #expect(reading.plan.places.count == 5)
    #expect(reading.notices.map(\.kind) == [.sharedSpot])
    #expect(spot(reading, .sharedSpot) == Spot("zones[0].rows[0].seats[1]", "1F", "A", "2"))
  }

  @Test func `keeps four marks on a letter, and says where there were more`() throws {
    let reading = try read(#""seat_number": "2""#, to: #""seat_number": "q\u0316\u0317\u0301\u0302\u0303b""#)
    #expect(reading.plan.places[1].number == "q\u{316}\u{317}\u{301}\u{302}b")
    #expect(reading.notices.map(\.kind) == [.fewerMarks])
    #expect(spot(reading, .fewerMarks)?.path == "zones[0].rows[0].seats[1].seat_number")
  }

  @Test func `says which seats people could not tell apart`() throws {
    let reading = try read(#""seat_number": "2""#, to: #""seat_number": "1""#)
    #expect(reading.notices.map(\.kind) == [.sharedLabel])
    #expect(spot(reading, .sharedLabel) == Spot("zones[0].rows[0].seats[1]", "1F", "A", "1"))
  }

  @Test func `gives a seat an id of its own whose id is that of a seat in an earlier zone`() throws {
    let reading = try read(#""seat_guid": "d1""#, to: #""seat_guid": "a1""#)
    #expect(reading.plan.places.map(\.guid) == ["a1", "a2", "b1", "c1", "2/a1"])
    #expect(reading.notices.map(\.kind) == [.renamedID])
    #expect(spot(reading, .renamedID) == Spot("zones[1].rows[1].seats[0]", "2F", "D", "1"))
  }

  @Test func `moves a zone that lies on an earlier one below it`() throws {
    let reading = try read(#"{"x": 0, "y": 200}"#, to: #"{"x": 0, "y": 20}"#)
    #expect(reading.notices.map(\.kind) == [.movedZone])
    #expect(spot(reading, .movedZone) == Spot("zones[1]", "2F"))
    let heights = reading.plan.places.map(\.position.y)
    #expect(heights[3...].allSatisfy { $0 > heights[..<3].max() ?? 0 })
    #expect(heights[4] - heights[3] == 30)
  }

  @Test func `refuses to move a zone out of the picture`() throws {
    let text = PlanFileText.whole.replacing(
      #""position": {"x": 0, "y": 0}, "areas""#, with: #""position": {"x": 0, "y": 1000000}, "areas""#
    )
    .replacing(#"{"x": 0, "y": 200}"#, with: #"{"x": 0, "y": 1000000}"#)
    .replacing(#"{"x": 10, "y": 30}"#, with: #"{"x": 10, "y": 50}"#).replacing(
      #""position": {"x": 10, "y": 0}"#, with: #""position": {"x": 10, "y": 20}"#)
    #expect(refusal(of: Array(text.utf8))?.spots == [Spot("zones[1].position", "2F")])
  }

  @Test(
    arguments: [
      (#""shape": "rectangle""#, #""shape": "blob""#, "blob"),
      (#""shape": "rectangle""#, #""shape": "circle""#, "circle"),
      (#""shape": "rectangle", "#, "", nil),
    ] as [(String, String, String?)])
  func `leaves out an area that nobody could draw`(old: String, new: String, shape: String?) throws {
    let reading = try read(old, to: new)
    #expect(reading.plan.zones[0].areas == [])
    #expect(spot(reading, .unusableArea(shape)) == Spot("zones[0].areas[0]", "1F"))
  }

  @Test func `what was mended is read again without a word, and as it is`() throws {
    let text = PlanFileText.whole
      .replacing(#""row_number": "B", "#, with: "").replacing(#""name": "2F", "#, with: "")
      .replacing(#"{"x": 0, "y": 200}"#, with: #"{"x": 0, "y": 20}"#).replacing(#""d1""#, with: #""a1""#)
    let reading = try PlanReader.read(Array(text.utf8))
    #expect(reading.notices.count == 4)
    #expect(try PlanReader.read(Array(reading.plan.text.utf8)) == PlanReading(plan: reading.plan, notices: []))
  }
}
