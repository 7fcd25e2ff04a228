internal import Foundation
internal import GRDB
internal import TestSupport
internal import Testing

@testable internal import boxoffice

/// Everything that comes from outside says what a terminal would obey, and nothing of it goes out.
@Suite("Control characters from outside", .serialized)
struct PoisonTests {
  private let stage: Stage

  init() throws { stage = try Stage() }

  /// Colours, a bell, the same by one character, signs that turn the writing round, a line of its own, and a byte that is
  /// no text: as a shell writes it.
  private static let shell = #"$'x\e[31m\a\xc2\x9b31m\xe2\x80\xae\xe2\x81\xa6\xe2\x80\x8f\xd8\x9c\x7f\r\ny\xff'"#
  private static let text = "x\u{1B}[31m\u{7}\u{9B}31m\u{202E}\u{2066}\u{200F}\u{61C}\u{7F}\r\ny"

  private static func isStray(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A: false
    case ..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0x200E, 0x200F, 0x061C: true
    default: false
    }
  }

  /// Runs a shell's line in which `$B` is the program, `$P` the poison and `$S` the store. What goes out must be UTF-8 too.
  @discardableResult
  private func run(_ line: String) async throws -> Stage.Outcome {
    let outcome = try await stage.run(
      ["-c", "B='\(Stage.program)'; S=store.sqlite; P=\(Self.shell); \(line)"], program: "bash",
      environment: ["XDG_RUNTIME_DIR": stage.folder])
    let said = outcome.output + outcome.errors
    #expect(!said.isEmpty, "\(line)")
    #expect(!said.unicodeScalars.contains(where: Self.isStray), "\(line): \(said.debugDescription)")
    if case .exited(0...64) = outcome.end {} else { Issue.record("\(line): \(outcome.end)") }
    return outcome
  }

  private func expectClean(_ name: String) throws {
    let text = try String(contentsOfFile: stage.folder + "/" + name, encoding: .utf8)
    #expect(!text.isEmpty)
    #expect(!text.unicodeScalars.contains(where: Self.isStray), "\(name): \(text.debugDescription)")
  }

  private func poisonStore() throws {
    try stage.furnish(Quick.house)
    let queue = try DatabaseQueue(path: stage.store)
    let poison = "'" + Self.text + "'"
    try queue.writeWithoutTransaction { db in
      try db.execute(
        sql: """
          UPDATE user SET name = \(poison) || id;
          UPDATE user SET name = CAST(x'ff1b5b33316d' AS TEXT) WHERE id = 2;
          UPDATE hall SET name_ko = \(poison) || id, name_en = \(poison) || id;
          UPDATE concert SET title_ko = \(poison), title_en = \(poison), artist_ko = \(poison), artist_en = \(poison);
          UPDATE seat SET section = \(poison), row = \(poison) || row, number = number || \(poison);
          INSERT INTO request SELECT id, 'charge', \(poison), \(poison), \(poison), 0 FROM user WHERE id = 1;
          CREATE TABLE "\(Self.text)" (x);
          CREATE INDEX "\(Self.text)-index" ON "\(Self.text)" (x);
          CREATE TRIGGER "\(Self.text)-trigger" AFTER INSERT ON "\(Self.text)" BEGIN SELECT 1; END;
          """)
      // Entries of an index that are not in its table, so that they are told by name.
      try db.execute(sql: "INSERT INTO \"\(Self.text)\" VALUES (1), (2)")
      try db.execute(sql: "PRAGMA writable_schema = ON")
      try db.execute(
        sql: "UPDATE sqlite_schema SET sql = replace(sql, '(x)', '(x DESC)') WHERE name LIKE '%-index'")
    }
    try queue.close()
  }

  @Test func `in a store reach neither reports nor screens nor the log`() async throws {
    try poisonStore()
    for language in ["ko", "en"] { try await run("$B check $S --language \(language)") }
    let script = """
      save a
      press Enter
      save b
      press Enter
      until "활성" "active #" 20s
      press Enter
      save c
      press I
      save d
      press Esc m
      save e
      expect "no such thing"
      """
    try script.write(toFile: stage.folder + "/a.script", atomically: true, encoding: .utf8)
    for language in ["ko", "en"] {
      let outcome = try await run("$B --store $S --script a.script --headless --language \(language)")
      #expect(outcome.errors.contains("a.script:12: "), "\(outcome.errors)")
      for name in "abcde" { try expectClean("\(name).txt") }
    }
    try expectClean("state/boxoffice/boxoffice.log")
    try await run("$B sample --store $S")
  }

  @Test func `in arguments are written out by every command`() async throws {
    for words in [
      "$P", "--$P", "--help $P", "$P --help", "help $P", "check $P", "check $P $P", "check --help $P",
      "open --store $P/$P",
      "--batch $P", "--hold-duration $P", "--language $P", "--language=$P", "demo --hall $P", "demo --crowd $P",
      "demo --script $P", "demo --record $P/$P", "demo --store $P/$P --headless --script /dev/null", "replay $P",
      "replay x --speed $P", "sample --store $P/$P", "import-plan $P", "import-plan $P --dry-run",
      "--generate-completion-script $P", "--headless --script x --frames $P", "demo --headless --script x --frames $P",
    ] {
      try await run("$B \(words.replacing("$P", with: "\"$P\""))")
    }
  }

  @Test func `in the environment and the configuration are written out`() async throws {
    for setting in Setting.allCases where setting != .store { try await run("\(setting.variable)=$P $B check x") }
    for name in [
      "BOXOFFICE_STORE", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "HOME", "LANG", "LC_ALL", "TZ",
    ] {
      try await run("for words in sample 'check x'; do env -u XDG_DATA_HOME \(name)=\"/dev/null/$P\" $B $words; done")
    }
    try await run("mkdir -p \"$P\"; XDG_DATA_HOME=$PWD/$P $B sample; XDG_DATA_HOME=$PWD/$P $B import-plan x")
    for text in [
      #"{"store": "P"}"#, #"{"P": 1}"#, #"{"language": "P"}"#, #"{"demo": {"hall": "P"}}"#, "P", "{\"a\": P",
    ] {
      try FileManager.default.createDirectory(
        atPath: stage.folder + "/config/boxoffice", withIntermediateDirectories: true)
      let escaped = "x\\u001b[31m\\u0007\\u009b\\u202e\\u000a\\udbff\\udfff"
      for poison in [escaped, Self.text] {
        try text.replacing("P", with: poison).write(
          toFile: stage.folder + "/config/boxoffice/config.json", atomically: true, encoding: .utf8)
        try await run("XDG_CONFIG_HOME=$PWD/config $B import-plan none")
      }
    }
  }

  @Test func `in plans, scripts and recordings are written out`() async throws {
    let plan = #"""
      {"name": "1", "2": 3, "categories": [{"name": "4", "color": "5"}], "zones": [{"name": "6", "position": {"x": 0, "y": 0},
       "rows": [{"row_number": "7", "position": {"x": 0, "y": 0}, "seats": [{"seat_number": "8", "seat_guid": "9",
       "position": {"x": 0, "y": 0}, "category": "4"}]}]}]}
      """#
    for number in 1...9 {
      let poisoned = plan.replacing("\"\(number)\"", with: "\"x\\u001b[31m\\u009b\\u202e\\u000a\"")
      try poisoned.write(toFile: stage.folder + "/plan.json", atomically: true, encoding: .utf8)
      for words in ["--dry-run", "--price \"$P=1\"", "--store a.sqlite"] {
        try await run("$B import-plan plan.json \(words)")
      }
    }
    for text in ["P", "press P", "save P", "expect \"P\"", "caption \"P\"", "wait P", "size P"] {
      for file in ["a.script", "a.recording"] {
        let line = text.replacing("P", with: Self.text)
        try (file.hasSuffix("g") ? "demo --crowd 5\n" + line : line).write(
          toFile: "\(stage.folder)/\(file)", atomically: true, encoding: .utf8)
      }
      try await run("$B demo --crowd 5 --headless --script a.script; $B replay a.recording --headless")
    }
    for head in ["version P\ndemo\n", "demo P\n", "demo --crowd P\n", "P\n", "version 1.\u{1B}[31m\ndemo --crowd 5\n"] {
      try head.replacing("P", with: Self.text).write(
        toFile: stage.folder + "/a.recording", atomically: true, encoding: .utf8)
      try await run("$B replay a.recording --headless")
    }
  }
}
