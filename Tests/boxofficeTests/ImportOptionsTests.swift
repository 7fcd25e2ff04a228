internal import ArgumentParser
internal import Booking
internal import SeatingPlan
internal import TestSupport
internal import Testing
internal import Wording

@testable import boxoffice

/// A hall of a few seats of the categories R, S and A; nobody sits in C.
private let plan: Plan = {
  let origin = Plan.Point(x: 0, y: 0)
  let seats = ["R", "S", "A", "S"].enumerated().map { index, category in
    Plan.Seat(
      guid: "\(index)", number: "\(index + 1)", position: Plan.Point(x: Double(index) * 30, y: 0), category: category)
  }
  return Plan(
    name: "Hall", categories: ["R", "C", "S", "A"].map { Plan.Category(name: $0, color: "red") },
    zones: [Plan.Zone(name: "1F", position: origin, rows: [Plan.Row(name: "1", position: origin, seats: seats)])])
}()

private func at(_ text: String) throws -> Timestamp { try #require(VenueTimeArgument(text)).instant }

struct ImportOptionsTests {
  /// When all of this happens.
  private static let now = "2026-11-24T12:00"

  private func season(_ arguments: [String]) throws -> Season {
    try ImportOptions.parse(arguments).season(of: plan, at: at(Self.now))
  }

  private func fault(_ arguments: [String]) throws -> ImportFault? {
    do {
      _ = try season(arguments)
      return nil
    } catch let fault as ImportFault {
      return fault
    }
  }

  @Test func `chooses everything that is not said`() throws {
    let season = try season([])
    #expect(season.halls.map(\.name) == [LocalizedText("Hall", "Hall")])
    #expect(season.halls[0].seats.count == 4)
    #expect(season.shows.map(\.title) == [LocalizedText("Hall", "Hall")])
    let evening = try #require(season.shows[0].evenings.first)
    #expect(season.shows[0].evenings.count == 1)
    #expect(evening.start == (try at("2026-12-08T19:30")))
    #expect(evening.saleOpens == (try at(Self.now)))
    #expect(evening.saleCloses == (try at("2026-12-08T18:30")))
    #expect(evening.prices.map(\.tier) == ["R", "S", "A"])
    #expect(evening.prices.map(\.price) == [Won(132_000), Won(99_000), Won(66_000)])
  }

  @Test func `takes what is said`() throws {
    let season = try season([
      "--hall", "큰 홀", "--title", "밤", "--artist", "달", "--date", "2026-12-26T15:00", "--date", "2026-12-24T19:30",
      "--sale-opens", "2026-12-01T10:00", "--sale-closes", "2026-12-24T12:00", "--price", "S=60,000", "--price",
      "R=90000",
      "--price", "A=1",
    ])
    #expect(season.halls[0].name == LocalizedText("큰 홀", "큰 홀"))
    #expect(season.shows[0].title == LocalizedText("밤", "밤"))
    #expect(season.shows[0].artist == LocalizedText("달", "달"))
    let evenings = season.shows[0].evenings
    #expect(evenings.map(\.start) == (try [at("2026-12-24T19:30"), at("2026-12-26T15:00")]))
    #expect(Set(evenings.map(\.saleOpens)) == [try at("2026-12-01T10:00")])
    #expect(Set(evenings.map(\.saleCloses)) == [try at("2026-12-24T12:00")])
    #expect(evenings[1].prices.map(\.price) == [Won(90_000), Won(60_000), Won(1)])
  }

  @Test func `the title follows the hall's name`() throws {
    #expect(try season(["--hall", "Opera"]).shows[0].title == LocalizedText("Opera", "Opera"))
  }

  @Test func `a session within the hour is on sale until it starts`() throws {
    let evening = try season(["--date", "2026-11-24T12:30"]).shows[0].evenings[0]
    #expect(evening.saleCloses == evening.start)
  }

  @Test(arguments: ["--hall", "--title", "--artist"])
  func `refuses a name that cannot be shown, and says why`(option: String) throws {
    let names: [(String, NameFault)] = [
      ("", .empty), ("  ", .empty), ("a\u{1B}[2J", .unprintable("\u{1B}")), ("\u{202E}b", .unprintable("\u{202E}")),
      ("c\u{200B}", .unprintable("\u{200B}")), ("d\ne", .unprintable("\n")),
      ("q\u{301}\u{302}\u{303}\u{304}\u{316}", .unprintable("\u{304}")),
      (String(repeating: "x", count: 101), .tooLong(100)),
    ]
    for (name, reason) in names { #expect(try fault([option, name]) == .badName(option, reason), "\(name)") }
    #expect(try fault([option, String(repeating: "가", count: 100)]) == nil)
  }

  @Test func `refuses times that cannot be`() throws {
    #expect(try fault(["--date", "soon"]) == .notADate("--date", "soon"))
    #expect(try fault(["--sale-opens", "soon"]) == .notADate("--sale-opens", "soon"))
    #expect(try fault(["--sale-closes", "soon"]) == .notADate("--sale-closes", "soon"))
    for option in ["--date", "--sale-opens", "--sale-closes"] {
      #expect(try fault([option, Self.now]) == .past(option, at(Self.now)))
      #expect(try fault([option, "2025-12-24T19:30"]) == .past(option, at("2025-12-24T19:30")))
    }
    let start = "2026-12-24T19:30"
    let date = ["--date", start]
    #expect(try fault(date + date) == .repeatedDate(at(start)))
    #expect(try fault(date + ["--sale-closes", "2026-12-24T19:31"]) == .closesAfterStart(at(start)))
    #expect(try fault(date + ["--sale-closes", start]) == nil)
    #expect(try fault(date + ["--sale-opens", start]) == .opensAfterStart(at(start)))
    #expect(
      try fault(date + ["--sale-opens", "2026-12-02T10:00", "--sale-closes", "2026-12-02T10:00"])
        == .closesBeforeOpening)
    let many = (10..<61).flatMap { ["--date", "2027-01-01T10:\($0)"] }
    #expect(try fault(many) == .tooManyDates(most: 50))
  }

  @Test(
    arguments: [
      ("R", .notAPrice("R")), ("=5", .notAPrice("=5")), ("X=5", .unknownCategory("X", known: ["R", "C", "S", "A"])),
      ("r=5", .unknownCategory("r", known: ["R", "C", "S", "A"])), ("R=5", .missingPrices(["S", "A"])),
      ("C=5", .missingPrices(["R", "S", "A"])),
    ] as [(String, ImportFault)])
  func `refuses a price that is none`(text: String, expected: ImportFault) throws {
    #expect(try fault(["--price", text]) == expected)
  }

  @Test(arguments: [
    "", "0", "-5", "+5", "5.5", "5e3", "10000001", "99999999999999999999", "1,00", ",5", "5,", "five", " 5", "٥",
  ])
  func `refuses an amount that is none`(amount: String) throws {
    #expect(try fault(["--price", "R=\(amount)"]) == .badAmount("R=\(amount)", most: Won(10_000_000)))
  }

  @Test(
    arguments: [("2h30m", 150), ("90m", 90), ("1m", 1), ("24h", 1440), ("1d", 1440), ("3600s", 60)] as [(String, Int64)]
  )
  func `takes the length of its sessions, two hours where nothing is said`(text: String, minutes: Int64) throws {
    #expect(try season(["--length", text]).shows[0].evenings[0].length == .minutes(minutes))
    #expect(try season([]).shows[0].evenings[0].length == .hours(2))
  }

  @Test(arguments: [" ", "2", "150", "0m", "59s", "24h1m", "2:30", "-2h", "2.5h", "2h30", "two hours"])
  func `refuses a length that is none`(text: String) throws {
    #expect(try fault(["--length=\(text)"]) == .badLength(text))
  }

  @Test func `refuses a category that is priced twice`() throws {
    #expect(try fault(["--price", "R=5", "--price", "R=6"]) == .repeatedPrice("R"))
  }

  @Test func `takes a price for a category without seats, and leaves it out`() throws {
    let prices = ["R", "C", "S", "A"].flatMap { ["--price", "\($0)=10000000"] }
    #expect(try season(prices).shows[0].evenings[0].prices.map(\.tier) == ["R", "S", "A"])
  }

  @Test(arguments: [1, 2, 4, 9, 300])
  func `the ladder goes down in whole thousands`(count: Int) throws {
    let names = (0..<count).map { "\($0)" }
    let at = Plan.Point(x: 0, y: 0)
    let seats = names.map { Plan.Seat(guid: $0, number: $0, position: at, category: $0) }
    let plan = Plan(
      name: "Hall", categories: names.map { Plan.Category(name: $0, color: "red") },
      zones: [Plan.Zone(name: "1F", position: at, rows: [Plan.Row(name: "1", position: at, seats: seats)])])
    let prices = try ImportPrices.read([], for: plan).map(\.price.amount)
    #expect(prices.count == count && prices.last == 66_000)
    #expect(prices.allSatisfy { $0.isMultiple(of: 1000) && $0 <= ImportPrices.most.amount })
    #expect(zip(prices, prices.dropFirst()).allSatisfy { $0 > $1 })
  }
}

struct ImportFaultTests {
  private static let instant = Timestamp(milliseconds: 1_798_108_200_000)

  private static func clash(at start: Timestamp) -> HallClash {
    let title = LocalizedText("밤", "Night")
    return HallClash(
      hall: LocalizedText("홀", "Hall"), title: title, start: start, other: title,
      otherTime: instant..<(instant + .hours(2)))
  }

  @Test(
    arguments: [
      .badName("--hall", .empty), .badName("--hall", .tooLong(100)), .badName("--hall", .unprintable("\u{202E}")),
      .notADate("--date", "soon"), .past("--date", instant), .repeatedDate(instant),
      .tooManyDates(most: 50), .closesBeforeOpening, .closesAfterStart(instant), .opensAfterStart(instant),
      .notAPrice("x"), .badAmount("R=x", most: Won(5)), .unknownCategory("X", known: ["R", "S"]), .repeatedPrice("R"),
      .missingPrices(["R", "S"]), .badLength("soon"), .overlap(clash(at: instant)), .overlap(clash(at: .opening)),
      .otherPlan(LocalizedText("홀", "Hall")),
    ] as [ImportFault])
  func `is one sentence in each language that begins with the option`(fault: ImportFault) {
    let korean = fault.sentence(in: .korean)
    let english = fault.sentence(in: .english)
    #expect(korean != english)
    for sentence in [korean, english] {
      #expect(sentence.hasPrefix("--") && sentence.hasSuffix("."))
      #expect(!sentence.contains("\n"))
    }
    #expect(english.unicodeScalars.allSatisfy { !(0xAC00...0xD7A3).contains($0.value) })
  }

  @Test func `is what the house refuses of an import, and nothing else`() {
    let clash = Self.clash(at: Self.instant)
    #expect(ImportFault(.hallBusy(clash)) == .overlap(clash))
    #expect(ImportFault(.hallRedrawn(clash.hall)) == .otherPlan(clash.hall))
    #expect(ImportFault(.storage(.full)) == nil)
  }
}
