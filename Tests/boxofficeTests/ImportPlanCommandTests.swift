internal import Booking
internal import Foundation
internal import SQLiteStore
internal import TestSupport
internal import Testing
internal import Wording

/// `boxoffice import-plan`, as it is run.
@Suite(.serialized)
struct ImportPlanCommandTests {
  /// Two categories, three seats; the second zone has no name.
  private static let plan = """
    {"name": "작은 홀", "categories": [{"name": "R", "color": "red"}, {"name": "S", "color": "blue"}], "zones": [
     {"name": "1F", "position": {"x": 0, "y": 0}, "rows": [{"row_number": "A", "position": {"x": 0, "y": 0}, "seats": [
      {"seat_guid": "a1", "seat_number": "1", "position": {"x": 0, "y": 0}, "category": "R"},
      {"seat_guid": "a2", "seat_number": "2", "position": {"x": 30, "y": 0}, "category": "R"}]}]},
     {"position": {"x": 0, "y": 90}, "rows": [{"row_number": "B", "position": {"x": 0, "y": 0}, "seats": [
      {"seat_guid": "b1", "seat_number": "1", "position": {"x": 0, "y": 0}, "category": "S"}]}]}]}
    """
  private static let bad = plan.replacing(#""category": "S""#, with: #""category": "T""#)

  private let stage: Stage
  private let file: String

  init() throws {
    stage = try Stage()
    file = stage.folder + "/hall.json"
    try Self.plan.write(toFile: file, atomically: true, encoding: .utf8)
  }

  private func importPlan(_ options: String..., from file: String? = nil) async throws -> Stage.Outcome {
    let language = options.contains("--language") ? [] : ["--language", "en"]
    return try await stage.run(["import-plan", file ?? self.file, "--store", stage.store] + language + options)
  }

  /// What the store holds of the halls of a name.
  private func sessions(in hall: String) throws -> [(
    session: Session, prices: [TierPrice], seats: [Seat], title: String
  )] {
    let store = try StoreFile(path: stage.store).openReadOnly()
    defer { store.close() }
    return try store.read { reader throws(BookingError) in
      let halls = try reader.hallNames().filter { $0.value.english == hall }
      let concerts = try reader.concerts()
      var found: [(Session, [TierPrice], [Seat], String)] = []
      for session in try reader.sessions() where halls[session.hall] != nil {
        let title = concerts.first { $0.id == session.concert }?.title.english ?? ""
        found.append((session, try reader.prices(of: session.id), try reader.seats(of: session.id), title))
      }
      return found
    }
  }

  @Test func `makes a store with the sample programme and puts the plan's hall on sale`() async throws {
    let outcome = try await importPlan()
    #expect(outcome.end == .exited(0))
    #expect(outcome.errors == "")
    for words in [
      "Imported into a new store with the sample programme: \(stage.store)\n", "Hall: 작은 홀 (2 zones, 2 rows, 3 seats)",
      "  R  99,000 won  2 seats",
      "  S  66,000 won   1 seat",
      "Concert: 작은 홀", "1 zone without a name was numbered: zones[1]", "--date", "--price",
      "To see it: boxoffice --store \(stage.store)",
    ] {
      #expect(outcome.output.contains(words), "\(words)\n\(outcome.output)")
    }
    let sessions = try sessions(in: "작은 홀")
    #expect(sessions.count == 1)
    #expect(sessions[0].session.saleCloses == sessions[0].session.start - .hours(1))
    #expect(sessions[0].seats.map(\.label.section) == ["1F", "1F", "2"])
    #expect(sessions[0].title == "작은 홀")
    let check = try await stage.check()
    #expect(check.end == .exited(0))
    #expect(!check.output.contains("BROKEN"))
  }

  @Test func `says it in Korean`() async throws {
    try stage.furnish()
    let outcome = try await importPlan("--language", "ko")
    #expect(outcome.end == .exited(0))
    for words in [
      "공연장: 작은 홀 (2구역, 2열, 3석)", "99,000원", "이름 없는 구역 1개에 번호를 붙였습니다: zones[1]", "기본값을 쓴 옵션: --hall", "보려면:",
    ] {
      #expect(outcome.output.contains(words), "\(words)\n\(outcome.output)")
    }
  }

  @Test func `prices and dates land as they are said, in the hall that is there already`() async throws {
    try stage.furnish()
    let first = try await importPlan()
    #expect(first.end == .exited(0))
    #expect(!first.output.contains("has it already"))
    #expect(try await importPlan("--dry-run").output.contains("The store has it already"))
    let outcome = try await importPlan(
      "--title", "Winterreise", "--date", "2091-12-24T19:30", "--date", "2091-12-25T15:00", "--price", "R=90,000",
      "--price", "S=5000", "--sale-opens", "2091-01-01T00:00", "--sale-closes", "2091-12-24T12:00")
    #expect(outcome.end == .exited(0))
    #expect(outcome.output.hasPrefix("Imported into the store: \(stage.store)\n"))
    #expect(outcome.output.contains("The store has it already, by the same name and plan; it is used again."))
    let sessions = try sessions(in: "작은 홀")
    #expect(Set(sessions.map(\.session.hall)).count == 1)
    let later = sessions.filter { $0.title == "Winterreise" }
    #expect(later.map { venue($0.session.start) } == ["2091-12-24 19:30", "2091-12-25 15:00"])
    #expect(Set(later.map { venue($0.session.saleOpens) }) == ["2091-01-01 00:00"])
    #expect(Set(later.map { venue($0.session.saleCloses) }) == ["2091-12-24 12:00"])
    #expect(later[1].prices == [TierPrice(tier: "R", price: Won(90_000)), TierPrice(tier: "S", price: Won(5000))])
    #expect(later[1].seats.map(\.price) == [Won(90_000), Won(90_000), Won(5000)])
    #expect(try await stage.check().end == .exited(0))
  }

  private func venue(_ instant: Timestamp) -> String {
    let format = DateFormatter()
    format.locale = Locale(identifier: "en_US_POSIX")
    format.timeZone = TimeZone(identifier: "Asia/Seoul")
    format.dateFormat = "yyyy-MM-dd HH:mm"
    return format.string(from: Date(timeIntervalSince1970: Double(instant.milliseconds) / 1000))
  }

  @Test func `a dry run reports and changes nothing`() async throws {
    let outcome = try await importPlan("--dry-run")
    #expect(outcome.end == .exited(0))
    #expect(outcome.output.hasPrefix("A dry run: nothing was changed."))
    #expect(outcome.output.contains("Hall: 작은 홀"))
    #expect(outcome.output.hasSuffix("\nTo import it, run the same command without --dry-run.\n"))
    #expect(try stage.files() == ["hall.json"])
    let unnamed = try await stage.run(["import-plan", file, "--dry-run"])
    #expect(unnamed.end == .exited(0))
    #expect(try stage.files() == ["hall.json"])
  }

  @Test func `a bad plan is refused with its place, and leaves no store`() async throws {
    try Self.bad.write(toFile: file, atomically: true, encoding: .utf8)
    let outcome = try await importPlan()
    #expect(outcome.end == .exited(1))
    #expect(outcome.output == "")
    #expect(
      outcome.errors
        == "boxoffice: \(file): zones[1].rows[0].seats[0].category (2 row B seat 1): the category “T” is not listed in categories; add it there or correct it here. Nothing was imported.\n"
    )
    #expect(try stage.files() == ["hall.json"])
  }

  @Test(arguments: [
    ["--date", "2020-01-01T10:00"], ["--price", "R=5"], ["--price", "X=5"], ["--hall", ""],
    ["--sale-opens", "2020-01-01T10:00"],
  ])
  func `bad options leave no store, and one that is there as it is`(options: [String]) async throws {
    let arguments = ["import-plan", file, "--store", stage.store, "--language", "en"]
    let without = try await stage.run(arguments + options)
    #expect(without.end == .exited(1))
    #expect(without.errors.hasPrefix("boxoffice: \(options[0]): "))
    #expect(without.errors.hasSuffix(" Nothing was imported.\n"))
    #expect(try stage.files() == ["hall.json"])
    try stage.furnish()
    let before = try contents()
    #expect(try await stage.run(arguments + options).end == .exited(1))
    try Self.bad.write(toFile: file, atomically: true, encoding: .utf8)
    #expect(try await stage.run(arguments).end == .exited(1))
    #expect(try contents() == before)
  }

  private func contents() throws -> Data { try Data(contentsOf: URL(fileURLWithPath: stage.store)) }

  @Test func `a file that cannot be read is one sentence`() async throws {
    let missing = try await importPlan(from: stage.folder + "/none.json")
    #expect(missing.errors == "boxoffice: \(stage.folder)/none.json: there is no such file. Nothing was imported.\n")
    let folder = try await importPlan(from: stage.folder)
    #expect(folder.errors == "boxoffice: \(stage.folder): this is a directory, not a file. Nothing was imported.\n")
    let endless = try await importPlan(from: "/dev/zero")
    #expect(endless.errors == "boxoffice: /dev/zero: the file is too large (at most 64 MiB). Nothing was imported.\n")
    let nothing = try await importPlan(from: "-")
    #expect(nothing.errors.hasPrefix("boxoffice: standard input: the file is empty. "))
    for outcome in [missing, folder, endless, nothing] { #expect(outcome.end == .exited(1)) }
    #expect(try stage.files() == ["hall.json"])
  }

  @Test(
    arguments: [
      ([], "the file is empty."), (Array(" \n".utf8), "the file is empty."),
      (Array(plan.utf8.prefix(100)), "line 1, column 95: the file breaks off here; make sure that it is complete."),
      (
        Array(plan.utf8.dropLast()),
        "line 6, column 94: the file breaks off here; make sure that it is complete."
      ),
      (
        Array((plan + "}").utf8),
        "line 6, column 95: not valid JSON; check the commas, quotes and brackets around here."
      ),
      (Array(plan.replacing("30", with: "1e999").utf8), "line 4, column 61: this number is too large."),
      ([0xFF, 0xFE, 0x7B, 0x00], "this is UTF-16 text; save the file as UTF-8."),
      (Array("{\u{0}}\u{0}".utf8), "line 1, column 2: not UTF-8 text; save the file as UTF-8."),
      (Array(String(repeating: "[", count: 100_000).utf8), "line 1, column 514: the brackets are nested too deeply."),
      (Array("[]".utf8), "the top level: must be an object {…}."),
    ] as [([UInt8], String)])
  func `a damaged file is one sentence that says where, and leaves no store`(bytes: [UInt8], sentence: String)
    async throws
  {
    try Data(bytes).write(to: URL(fileURLWithPath: file))
    let outcome = try await importPlan()
    #expect(outcome.end == .exited(1))
    #expect(outcome.output == "")
    #expect(outcome.errors == "boxoffice: \(file): \(sentence) Nothing was imported.\n")
    #expect(try stage.files() == ["hall.json"])
  }

  @Test func `a store that is none is refused, and left as it is`() async throws {
    try "notes".write(toFile: stage.store, atomically: true, encoding: .utf8)
    let outcome = try await importPlan()
    #expect(outcome.end == .exited(1))
    #expect(outcome.errors.contains("not a boxoffice store"))
    #expect(try contents() == Data("notes".utf8))
  }

  @Test func `prints help`() async throws {
    let outcome = try await stage.run(["import-plan", "--help"])
    #expect(outcome.end == .exited(0))
    for word in ["<file>", "--dry-run", "--price", "--length", "--sale-opens", "Asia/Seoul"] {
      #expect(outcome.output.contains(word))
    }
    // However the lines break.
    let words = outcome.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("every category that has seats: if one is left out, nothing is imported."))
  }

  @Test(.enabled(if: ProcessInfo.processInfo.environment["BOXOFFICE_PLANS"] != nil))
  func `imports a plan that was published`() async throws {
    let folder = try #require(ProcessInfo.processInfo.environment["BOXOFFICE_PLANS"])
    try stage.furnish()
    let outcome = try await importPlan(from: "\(folder)/theatre-1057.pretix.json")
    #expect(outcome.end == .exited(0))
    #expect(outcome.output.contains("Hall: Pretix (2 zones, 35 rows, 1,057 seats)"))
    #expect(outcome.output.contains("84 seat IDs already used in an earlier zone were replaced"))
    #expect(outcome.output.contains("Balcony row 17 seat 17-1)\n"))
    let sessions = try sessions(in: "Pretix")
    #expect(sessions.count == 1)
    #expect(sessions[0].seats.count == 1_057)
    #expect(sessions[0].prices.map(\.tier).first == "Parkett vorne")
    #expect(try await stage.check().end == .exited(0))
  }
}
