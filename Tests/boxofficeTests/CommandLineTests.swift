internal import Booking
internal import Foundation
internal import GRDB
internal import SQLiteStore
internal import TestSupport
internal import Testing

/// The command line, where nothing is drawn.
@Suite(.serialized)
struct CommandLineTests {
  @Test func `prints help`() async throws {
    let outcome = try await Stage().run(["--help"])
    #expect(outcome.end == .exited(0))
    for word in ["USAGE: boxoffice", "open", "check", "sample", "import-plan"] {
      #expect(outcome.output.contains(word))
    }
    let open = try await Stage().run(["open", "--help"])
    #expect(open.end == .exited(0))
    for word in ["--store", "--memory", "--language", "--no-mouse", "--hold-duration"] {
      #expect(open.output.contains(word))
    }
  }

  @Test func `prints its version`() async throws {
    let outcome = try await Stage().run(["--version"])
    #expect(outcome.end == .exited(0))
    #expect(outcome.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
  }

  @Test(arguments: [
    ["--nonsense"], ["--batch", "many"], ["--hold-duration", "soon"], ["--max-active", "all"], ["--language", "fr"],
    ["--memory", "--store", "x"], ["check"], ["sample", "extra"], ["import-plan"],
  ])
  func `refuses a bad option with a clear sentence`(_ arguments: [String]) async throws {
    let outcome = try await Stage().run(arguments)
    #expect(outcome.end == .exited(64))
    #expect(outcome.output == "")
    #expect(outcome.errors.wholeMatch(of: /boxoffice: [^\n]+ \(boxoffice --help\)\n/) != nil, "\(outcome.errors)")
  }

  @Test func `finds a sound store sound, in both languages`() async throws {
    let stage = try Stage(with: [])
    let english = try await stage.check()
    #expect(english.end == .exited(0))
    #expect(english.output.split(separator: "\n").filter { $0.hasPrefix("ok ") }.count == Invariant.allCases.count)
    let korean = try await stage.run(["check", stage.store, "--language", "ko"])
    #expect(korean.end == .exited(0))
    #expect(korean.output.contains("잔액 = 원장 합계"))
  }

  @Test func `finds money that came from nowhere, and says in whose wallet`() async throws {
    let stage = try Stage(with: [])
    let store = try StoreFile(path: stage.store).open { _ in }.store
    try store.write { tx throws(BookingError) in
      let user = try tx.users()[0]
      _ = try tx.credit(user.id, Won(1))
    }
    store.close()
    let outcome = try await stage.check()
    #expect(outcome.end == .exited(1))
    #expect(outcome.output.contains("BROKEN balance = sum of the ledger, never negative"))
    #expect(outcome.output.contains("ok     sold seat = confirmed reservation = payment = debit"))
  }

  @Test func `refuses to check what is not there`() async throws {
    let stage = try Stage()
    let outcome = try await stage.check()
    #expect(outcome.end == .exited(2))
    #expect(outcome.errors == "boxoffice: \(stage.store): there is no such file.\n")
    #expect(try !stage.files().contains("store.sqlite"))
  }

  @Test func `a store that cannot be judged ends check otherwise than one that is broken`() async throws {
    let stage = try Stage(with: [])
    let sound = try Data(contentsOf: URL(fileURLWithPath: stage.store))
    func end(_ change: (inout Data) -> Void, _ environment: [String: String?] = [:]) async throws -> Child.End {
      var bytes = sound
      change(&bytes)
      try bytes.write(to: URL(fileURLWithPath: stage.store))
      return try await stage.run(["check", stage.store, "--language", "en"], environment: environment).end
    }
    #expect(try await end { _ in } == .exited(0))
    #expect(try await end { $0 = Data("a letter".utf8) } == .exited(2))
    #expect(try await end { $0 = $0.prefix(50) } == .exited(2))
    #expect(try await end { $0.replaceSubrange(68..<72, with: [0, 0, 0, 42]) } == .exited(2))
    #expect(try await end({ _ in }, ["BOXOFFICE_LANGUAGE": "Latin"]) == .exited(2))
    #expect(try await end { $0 = $0.prefix(4096) } == .exited(1))
    #expect(try await stage.run(["check", stage.folder]).end == .exited(2))
  }

  @Test func `while somebody keeps everybody from reading, check says so and not that a store is broken`() async throws
  {
    let stage = try Stage(with: [])
    let database = try DatabaseQueue(path: stage.store)
    defer { try? database.close() }
    try await database.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; UPDATE house SET id = 1; COMMIT")
    }
    let check = try await stage.check()
    #expect(check.end == .exited(2))
    #expect(check.errors.contains("busy"))
  }

  @Test func `makes a store with a season of a dozen evenings, and adds another`() async throws {
    let stage = try Stage()
    #expect(try await stage.run(["sample", "--store", stage.store]).end == .exited(0))
    #expect(try evenings(stage) == 12)
    let outcome = try await stage.run(["sample", "--store", stage.store, "--language", "en"])
    #expect(outcome.end == .exited(0))
    #expect(outcome.output.hasPrefix("Added 5 concerts with 12 sessions, from ") && outcome.output.hasSuffix(" KST.\n"))
    #expect(try evenings(stage) == 24)
    #expect(try await stage.check().end == .exited(0))
  }

  private func evenings(_ stage: Stage) throws -> Int {
    let store = try StoreFile(path: stage.store).openReadOnly()
    defer { store.close() }
    return try store.read { reader throws(BookingError) in try reader.sessions() }.count
  }
}
