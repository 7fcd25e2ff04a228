import Foundation
import Testing

@testable import SeatingPlan

struct PlanReaderTests {
  private static let seat = "zones[0].rows[0].seats[1]"

  @Test func `a category written in other bytes is the one that is listed`() throws {
    let listed = PlanFileText.whole.replacing(#""name": "R""#, with: "\"name\": \"Balk\u{F6}n\"")
    let plan = try PlanReader.read(
      Array(listed.replacing(#""category": "R""#, with: "\"category\": \"Balko\u{308}n\"").utf8)
    ).plan
    let categories = plan.places.map(\.category).filter { $0.hasPrefix("B") }
    #expect(categories.count == 2)
    for category in categories { #expect(Array(category.utf8) == Array("Balk\u{F6}n".utf8)) }
  }

  @Test func `reads a plan with everything in it and has nothing to say`() throws {
    let reading = try PlanReader.read(Array(PlanFileText.whole.utf8))
    #expect(reading.notices == [])
    #expect(reading.plan.size == Plan.Size(width: 900, height: 700))
    #expect(reading.plan.zones.map(\.name) == ["1F", "2F"])
    #expect(reading.plan.zones[0].rows.map(\.nameSide) == [.both, nil])
    #expect(reading.plan.zones[0].rows[0].seats.map(\.radius) == [9, nil])
    #expect(reading.plan.places.map(\.guid) == ["a1", "a2", "b1", "c1", "d1"])
    #expect(reading.plan.places[1].position == Plan.Point(x: 40, y: 20))
  }

  @Test(
    arguments: [
      (#""name": "Hall", "#, "", "missing", "name"),
      (#""category": "R"}]}"#, #""kind": "R"}]}"#, "missing", "\(seat).category"),
      (#""seat_guid": "a2", "#, "", "missing", "\(seat).seat_guid"),
      (#""seat_guid": "a2""#, #""seat_guid": null"#, "missing", "\(seat).seat_guid"),
      (#""seat_number": "2""#, #""number": "2""#, "missing", "\(seat).seat_number"),
      (#""position": {"x": 30, "y": 0}, "#, "", "missing", "\(seat).position"),
      (#"{"x": 30, "y": 0}"#, #"{"x": 30}"#, "missing", "\(seat).position.y"),
      (#""position": {"x": 0, "y": 200}, "#, "", "missing", "zones[1].position"),
      (#"{"x": 30, "y": 0}"#, #"[30, 0]"#, "wrongType", "\(seat).position"),
      (#"{"x": 30, "y": 0}"#, #"{"x": "30", "y": 0}"#, "wrongType", "\(seat).position.x"),
      (#""seat_guid": "a2""#, #""seat_guid": 2"#, "wrongType", "\(seat).seat_guid"),
      (#""seat_number": "2""#, #""seat_number": true"#, "wrongType", "\(seat).seat_number"),
      (#""row_number": "B""#, #""row_number": ["B"]"#, "wrongType", "zones[0].rows[1].row_number"),
      (#""name": "2F""#, #""name": {}"#, "wrongType", "zones[1].name"),
      (#""areas": [],"#, #""areas": {},"#, "wrongType", "zones[1].areas"),
      (#"{"name": "S", "color": "navy"}"#, #""S""#, "wrongType", "categories[1]"),
      (#"{"x": 30, "y": 0}"#, #"{"x": 1e99, "y": 0}"#, "outOfRange", "\(seat).position.x"),
      (#"{"x": 30, "y": 0}"#, #"{"x": 0, "y": -1000000.5}"#, "outOfRange", "\(seat).position.y"),
      (#""radius": 9"#, #""radius": -1"#, "outOfRange", "zones[0].rows[0].seats[0].radius"),
      (#""width": 60"#, #""width": -60"#, "outOfRange", "zones[0].areas[0].rectangle.width"),
      (#""seat_number": "2""#, #""seat_number": """#, "empty", "\(seat).seat_number"),
      (#""seat_guid": "a2""#, #""seat_guid": "  ""#, "empty", "\(seat).seat_guid"),
      (#""name": "Hall""#, #""name": "\t""#, "unprintable", "name"),
      (#""name": "Hall""#, #""name": " ""#, "empty", "name"),
      (#""name": "S""#, #""name": """#, "empty", "categories[1].name"),
      (#""category": "R"}]}"#, #""category": "X"}]}"#, "unknownCategory", "\(seat).category"),
      (#""category": "R"}]}"#, #""category": "r"}]}"#, "unknownCategory", "\(seat).category"),
    ])
  func `refuses what is missing or wrong, and says where`(old: String, new: String, kind: String, path: String) throws {
    let fault = try #require(refusal(of: PlanFileText.changed(old, to: new)))
    #expect(fault.kind == kind)
    #expect(fault.spots.map(\.path) == [path])
  }

  @Test func `names the zone, the row and the seat with the place`() throws {
    let unknown = try #require(refusal(of: PlanFileText.changed(#""category": "R"}]}"#, to: #""category": "X"}]}"#)))
    #expect(unknown.spots == [Spot("\(Self.seat).category", "1F", "A", "2")])
    let range = try #require(refusal(of: PlanFileText.changed(#"{"x": 30, "y": 0}"#, to: #"{"x": 1e9, "y": 0}"#)))
    #expect(range.spots == [Spot("\(Self.seat).position.x", "1F", "A")])
  }

  @Test func `refuses a seat id that is twice in a zone, and says both places`() throws {
    let fault = try #require(refusal(of: PlanFileText.changed(#""seat_guid": "b1""#, to: #""seat_guid": "a2""#)))
    #expect(fault.kind == "repeatedID")
    #expect(fault.spots == [Spot(Self.seat, "1F", "A", "2"), Spot("zones[0].rows[1].seats[0]", "1F", "B", "1")])
  }

  @Test func `refuses a category that is there twice, and says both places`() throws {
    let fault = try #require(refusal(of: PlanFileText.changed(#""name": "S""#, to: #""name": "R""#)))
    #expect(fault.kind == "repeatedCategory")
    #expect(fault.spots == [Spot("categories[0]"), Spot("categories[1]")])
  }

  @Test(arguments: [
    "\\u0000", "\\u001b[2J", "\\n", "\u{7F}", "\u{9B}", "\u{AD}", "\u{200B}", "\u{202E}", "\u{2066}", "\u{FEFF}",
    "\u{2028}", "\u{E000}", "\u{E0041}", "\\ud83d\\ude00\\u200d",
  ])
  func `refuses characters that cannot be shown, wherever a text stands`(text: String) throws {
    let places = [
      #""name": "Hall""#, #""name": "1F""#, #""name": "S""#, #""row_number": "A""#, #""seat_number": "2""#,
      #""seat_guid": "a2""#, #""text": "STAGE""#, #""color": "navy""#,
    ]
    for place in places {
      let fault = try #require(refusal(of: PlanFileText.changed(place, to: "\(place.dropLast())\(text)\"")))
      #expect(fault.kind == "unprintable", "\(place)")
    }
  }

  @Test(arguments: ["\u{1F600}", "가나다", "Bühne", "ä̈", "\\ud83d\\ude00", "\\\" \\\\ \\/"])
  func `takes every text that can be shown`(text: String) throws {
    #expect(refusal(of: try PlanFileText.changed(#""name": "1F""#, to: "\"name\": \"\(text)\"")) == nil)
  }

  @Test func `a name has up to 100 characters, each with no more than a few accents`() throws {
    func fault(_ name: String) throws -> String? {
      refusal(of: try PlanFileText.changed(#""name": "1F""#, to: "\"name\": \"\(name)\""))?.kind
    }
    #expect(try fault(String(repeating: "가", count: 100)) == nil)
    #expect(try fault(String(repeating: "가", count: 101)) == "tooLong")
    #expect(try fault("a" + String(repeating: "\u{301}", count: 400)) == "tooLong")
  }

  @Test(arguments: ["", #"{"position": {"x": 0, "y": 0}, "rows": []}"#])
  func `refuses a plan without a single seat`(zone: String) {
    #expect(refusal(of: Array(#"{"name": "Hall", "categories": [], "zones": [\#(zone)]}"#.utf8)) == .noSeats)
  }

  @Test func `takes a number for the text that it is, in row and seat numbers`() throws {
    let seat = try PlanReader.read(PlanFileText.changed(#""seat_number": "2""#, to: #""seat_number": 2.5"#))
    #expect(seat.plan.places[1].number == "2.5")
    let row = try PlanReader.read(PlanFileText.changed(#""row_number": "B""#, to: #""row_number": 12"#))
    #expect(row.plan.zones[0].rows[1].name == "12")
  }

  @Test func `a row without a position stands where its zone does`() throws {
    let reading = try PlanReader.read(PlanFileText.changed(#""position": {"x": 10, "y": 50}, "#, to: ""))
    #expect(reading.plan.zones[0].rows[1].position == Plan.Point(x: 0, y: 0))
    #expect(reading.notices == [])
  }

  @Test(
    arguments: [
      .utf16, .utf16LittleEndian, .utf16BigEndian, .utf32, .utf32LittleEndian, .utf32BigEndian,
    ] as [String.Encoding])
  func `refuses other encodings, with the mark at the beginning of a file and without`(encoding: String.Encoding) throws
  {
    let bytes = try #require(PlanFileText.whole.data(using: encoding))
    #expect(refusal(of: Array(bytes))?.kind == "notUTF8")
  }
}
