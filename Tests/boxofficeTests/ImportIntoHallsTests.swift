internal import Booking
internal import Foundation
internal import GRDB
internal import SQLiteStore
internal import TestSupport
internal import Testing
internal import Wording

@testable import boxoffice

/// `boxoffice import-plan` into halls that the store has, as it is run.
@Suite(.serialized)
struct ImportIntoHallsTests {
  private let stage: Stage

  init() throws {
    stage = try Stage()
    try stage.furnish()
    try write("hall.json", seats: 3)
  }

  /// A plan of one row, named after its room.
  private func write(_ file: String, seats: Int, step: Int = 30, name: String = "Small Hall") throws {
    let seats = (1...seats).map { number in
      """
      {"seat_guid": "\(number)", "seat_number": "\(number)", "category": "R", "position": {"x": \(number * step), "y": 0}}
      """
    }
    let plan = """
      {"name": "\(name)", "categories": [{"name": "R", "color": "red"}], "zones": [{"name": "1F",
       "position": {"x": 0, "y": 0}, "rows": [{"row_number": "A", "position": {"x": 0, "y": 0},
       "seats": [\(seats.joined(separator: ", "))]}]}]}
      """
    try plan.write(toFile: stage.folder + "/" + file, atomically: true, encoding: .utf8)
  }

  private func arguments(_ options: [String], from file: String = "hall.json") -> [String] {
    let title = options.contains("--title") ? [] : ["--title", "Recital"]
    return ["import-plan", stage.folder + "/" + file, "--store", stage.store, "--language", "en"] + title + options
  }

  private func importPlan(_ options: String..., from file: String = "hall.json") async throws -> Stage.Outcome {
    try await stage.run(arguments(options, from: file))
  }

  /// The sessions that are not the sample's, by start, each with its concert.
  private func imported() throws -> [(title: String, session: Session)] {
    let store = try StoreFile(path: stage.store).openReadOnly()
    defer { store.close() }
    return try store.read { reader throws(BookingError) in
      let sample = Set(HouseOpening.sampleHalls().map(\.name))
      let halls = try reader.hallNames().filter { !sample.contains($0.value) }
      let titles = Dictionary(try reader.concerts().map { ($0.id, $0.title.english) }) { first, _ in first }
      return try reader.sessions().filter { halls[$0.hall] != nil }.map { (titles[$0.concert] ?? "", $0) }
    }
  }

  private static let night = ["--date", "2091-12-24T19:30"]

  @Test func `the same command again adds nothing, and says so`() async throws {
    #expect(try await importPlan("--date", "2091-12-24T19:30").end == .exited(0))
    let again = try await importPlan("--date", "2091-12-24T19:30")
    #expect(again.end == .exited(0))
    #expect(again.output.hasPrefix("Nothing was imported, since all of it is in the store already: \(stage.store)\n"))
    #expect(again.output.contains("\n  Already there, with every session; nothing is added.\n"))
    #expect(again.output.contains("\n  Mon 24 Dec 2091 19:30 KST, already there\n"))
    let korean = try await stage.run(arguments(Self.night).map { $0 == "en" ? "ko" : $0 })
    #expect(korean.output.hasPrefix("저장소에 이미 모두 있어 가져온 것이 없습니다: "))
    #expect(try imported().count == 1)
    #expect(try await stage.check().end == .exited(0))
  }

  @Test func `new evenings of a concert that is there join it`() async throws {
    #expect(try await importPlan("--date", "2091-12-24T19:30").end == .exited(0))
    let outcome = try await importPlan("--date", "2091-12-25T15:00", "--date", "2091-12-24T19:30")
    #expect(outcome.end == .exited(0))
    for line in [
      "  Already there; 1 new session is added to it.", "  Mon 24 Dec 2091 19:30 KST, already there",
      "  Tue 25 Dec 2091 15:00 KST, on sale until Tue 25 Dec 2091 14:00 KST",
    ] {
      #expect(outcome.output.contains("\n\(line)\n"), "\(outcome.output)")
    }
    let imported = try imported()
    #expect(imported.count == 2 && Set(imported.map(\.session.concert)).count == 1)
  }

  @Test func `a session during another is refused with the other's title and time`() async throws {
    #expect(try await importPlan("--date", "2091-12-24T19:30", "--length", "2h30m").end == .exited(0))
    let refused = try await importPlan("--title", "Nutcracker", "--date", "2091-12-24T21:59")
    #expect(refused.end == .exited(1))
    #expect(refused.output == "")
    #expect(
      refused.errors
        == "boxoffice: --date: “Nutcracker” at 2091-12-24 21:59 overlaps another session in the hall “Small Hall”: “Recital”, 2091-12-24 19:30–22:00. Nothing was imported.\n"
    )
    #expect(try imported().map(\.session.length) == [.minutes(150)])
    #expect(try await importPlan("--title", "Nutcracker", "--date", "2091-12-24T22:00").end == .exited(0))
    #expect(try imported().map(\.title) == ["Recital", "Nutcracker"])
  }

  @Test func `sessions of one import that overlap are refused, and all of it`() async throws {
    let refused = try await importPlan(
      "--date", "2091-12-24T19:30", "--date", "2091-12-26T19:30", "--date", "2091-12-26T21:00")
    #expect(refused.end == .exited(1))
    #expect(refused.errors.contains("at 2091-12-26 21:00 overlaps another session"))
    #expect(try imported().isEmpty)
  }

  @Test func `a session that is there is not changed by an import`() async throws {
    #expect(try await importPlan("--date", "2091-12-24T19:30").end == .exited(0))
    for option in [["--length", "3h"], ["--price", "R=1"], ["--sale-closes", "2091-12-24T12:00"]] {
      let refused = try await stage.run(arguments(Self.night + option))
      #expect(refused.end == .exited(1))
      #expect(refused.errors.contains("is already there, with another length, other prices or other sale times"))
    }
    #expect(try imported().count == 1)
  }

  @Test func `another plan under the name of a hall that is there is refused, and says what to do`() async throws {
    #expect(try await importPlan("--date", "2091-12-24T19:30").end == .exited(0))
    try write("larger.json", seats: 4)
    let refused = try await importPlan("--date", "2091-12-25T19:30", from: "larger.json")
    #expect(refused.end == .exited(1))
    #expect(
      refused.errors
        == "boxoffice: --hall: the hall “Small Hall” is already there with another plan, from which its seats are sold; import that plan, or give a hall that is another room another name. Nothing was imported.\n"
    )
    let named = try await importPlan("--date", "2091-12-24T19:30", "--hall", "Large Hall", from: "larger.json")
    #expect(named.end == .exited(0))
    let sample = try await importPlan("--hall", "클럽 온도", from: "larger.json")
    #expect(sample.errors.contains("--hall: the hall “Club Ondo” is already there"))
  }

  @Test func `the same plan under another name is the same room, and the report says its name`() async throws {
    #expect(try await importPlan("--date", "2091-12-24T19:30").end == .exited(0))
    let refused = try await importPlan("--hall", "Elsewhere", "--date", "2091-12-24T20:30")
    #expect(refused.end == .exited(1) && refused.errors.contains("overlaps another session in the hall “Small Hall”"))
    let taken = try await importPlan("--hall", "Elsewhere", "--date", "2091-12-25T19:30")
    #expect(taken.end == .exited(0))
    #expect(taken.output.contains("Hall: Small Hall (1 zone, 1 row, 3 seats)\n"))
    #expect(taken.output.contains("it is used again, and not called"))
    #expect(Set(try imported().map(\.session.hall)).count == 1)
  }

  @Test func `the same seats drawn otherwise are the same room, drawn as before`() async throws {
    #expect(try await importPlan("--date", "2091-12-24T19:30").end == .exited(0))
    let plan = try String(contentsOfFile: stage.folder + "/hall.json", encoding: .utf8)
    let area = """
      ]}], "areas": [{"shape": "rectangle", "position": {"x": 0, "y": -60}, "rectangle": {"width": 90, "height": 20},
       "text": {"position": {"x": 45, "y": 10}, "text": "STAGE"}}]}]}
      """
    try plan.replacing("]}]}]}", with: area).write(
      toFile: stage.folder + "/redrawn.json", atomically: true, encoding: .utf8)
    let taken = try await importPlan("--date", "2091-12-25T19:30", from: "redrawn.json")
    #expect(taken.end == .exited(0))
    #expect(
      taken.output.contains(
        "  The store has it already, with the same seats; it is used again, drawn as it\n    is there."))
    #expect(Set(try imported().map(\.session.hall)).count == 1)
  }

  @Test(arguments: [
    [], ["--date", "2091-12-24T19:30"], ["--date", "2091-12-24T19:30", "--date", "2091-12-26T19:30"],
    ["--date", "2091-12-24T20:30"], ["--date", "2091-12-26T19:30", "--hall", "Elsewhere"],
    ["--date", "2091-12-26T19:30", "--hall", "Club Ondo"],
  ])
  func `a dry run tells what a run would, and writes nothing`(options: [String]) async throws {
    #expect(try await importPlan("--date", "2091-12-24T19:30").end == .exited(0))
    let before = try imported().count
    let dry = try await stage.run(arguments(options + ["--dry-run"]))
    #expect(try imported().count == before)
    let real = try await stage.run(arguments(options))
    #expect(dry.end == real.end && dry.errors == real.errors)
    func report(_ outcome: Stage.Outcome) -> [Substring] {
      Array(outcome.output.split(separator: "\n", omittingEmptySubsequences: false).dropFirst().dropLast(2))
    }
    #expect(report(dry) == report(real))
  }

  @Test func `a dry run without a store tells what a new one would refuse`() async throws {
    try FileManager.default.removeItem(atPath: stage.store)
    let files = try stage.files()
    let dry = try await importPlan("--dry-run", "--hall", "Club Ondo")
    let real = try await importPlan("--hall", "Club Ondo")
    #expect(dry.end == .exited(1) && real.end == .exited(1))
    #expect(dry.errors == real.errors && dry.errors.hasPrefix("boxoffice: --hall: the hall “Club Ondo”"))
    #expect(try stage.files() == files)
  }

  /// Runs all of these at once; how each ended.
  private func race(_ commands: [[String]]) async throws -> [Child.End] {
    let children = try commands.enumerated().map { number, command in
      try Child(
        Stage.program, command, environment: stage.environment(), folder: stage.folder,
        streams: [("/dev/null", O_RDONLY)]
          + ["output", "errors"].map { ("\(stage.folder)/race.\(number).\($0)", O_WRONLY | O_CREAT | O_TRUNC) })
    }
    var ends: [Child.End] = []
    for child in children { ends.append(try await child.finish()) }
    return ends
  }

  @Test(arguments: [true, false])
  func `of processes that import at once one has the hall, and the others are told`(hasStore: Bool) async throws {
    if !hasStore { try FileManager.default.removeItem(atPath: stage.store) }
    let ends = try await race((1...4).map { arguments(["--title", "Concert \($0)"] + Self.night) })
    #expect(ends.count { $0 == .exited(0) } == 1, "\(ends)")
    #expect(ends.count { $0 == .exited(1) } == 3, "\(ends)")
    #expect(try imported().count == 1)
    let told = try (0..<4).map { try String(contentsOfFile: "\(stage.folder)/race.\($0).errors", encoding: .utf8) }
    #expect(told.count { $0.contains("overlaps another session in the hall “Small Hall”") } == 3, "\(told)")
    #expect(try await stage.check().end == .exited(0))
  }

  @Test(arguments: [true, false])
  func `the same import by several processes at once is made once`(hasStore: Bool) async throws {
    if !hasStore { try FileManager.default.removeItem(atPath: stage.store) }
    let ends = try await race(Array(repeating: arguments(Self.night), count: 4))
    #expect(ends == Array(repeating: .exited(0), count: 4))
    #expect(try imported().count == 1)
  }

  @Test func `a new sample season follows the last in its own halls, whatever is on elsewhere`() async throws {
    #expect(try await importPlan("--date", "2091-12-24T19:30").end == .exited(0))
    for count in 1...2 {
      #expect(try await stage.run(["sample", "--store", stage.store]).end == .exited(0))
      let store = try StoreFile(path: stage.store).openReadOnly()
      let (sessions, halls) = try store.read { reader throws(BookingError) in
        (try reader.sessions(), try reader.hallNames())
      }
      store.close()
      #expect(sessions.count == 12 * (count + 1) + 1 && halls.count == 5)
      let starts = sessions.dropLast().map(\.start)
      #expect(starts[starts.count - 1] - starts[0] < .days(150))
    }
    #expect(try await stage.check().end == .exited(0))
  }

  /// Changes the store's rows as another program would.
  private func edit(_ sql: String) throws {
    let database = try DatabaseQueue(path: stage.store)
    try database.write { try $0.execute(sql: sql) }
    try database.close()
  }

  @Test func `sessions that an older version let overlap are a warning for ever, and later ones break the rule`()
    async throws
  {
    let twin = """
      INSERT INTO session (concert_id, hall_id, start_at, sale_opens_at, sale_closes_at)
        SELECT concert_id, hall_id, start_at + 60000, sale_opens_at, sale_closes_at FROM session WHERE id = 1;
      INSERT INTO session_price SELECT (SELECT MAX(id) FROM session), tier, price FROM session_price WHERE session_id = 1;
      INSERT INTO session_seat (session_id, seat_id)
        SELECT (SELECT MAX(id) FROM session), seat_id FROM session_seat WHERE session_id = 1;
      INSERT INTO event (at, kind, rule, session_id) SELECT latest_at, 2, 0, (SELECT MAX(id) FROM session) FROM house;
      """
    try edit(
      """
      ALTER TABLE session DROP COLUMN length_ms;
      ALTER TABLE session DROP COLUMN may_overlap;
      DELETE FROM grdb_migrations WHERE identifier = 'how long sessions last';
      ALTER TABLE event DROP COLUMN particulars;
      DELETE FROM grdb_migrations WHERE identifier = 'what came into force with an event';
      """ + twin)
    // As it stands, then once it was opened for writing.
    for _ in 0..<2 {
      let outcome = try await stage.check()
      #expect(outcome.end == .exited(0))
      #expect(outcome.output.contains("\nwarn   sessions in one hall do not overlap\n         session 13 ("))
      #expect(!outcome.output.contains("BROKEN"))
      #expect(try await stage.run(["sample", "--store", stage.store]).end == .exited(0))
    }
    try edit(twin)
    let broken = try await stage.check()
    #expect(broken.end == .exited(1))
    #expect(broken.output.contains("\nBROKEN sessions in one hall do not overlap\n"), "\(broken.output)")
  }
}
