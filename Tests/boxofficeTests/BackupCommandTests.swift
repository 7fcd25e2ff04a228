internal import Booking
internal import Foundation
internal import GRDB
internal import SQLiteStore
internal import TestSupport
internal import Testing

@Suite("Backing up and restoring", .serialized)
struct BackupCommandTests {
  private let stage: Stage
  private var copy: String { stage.folder + "/copy.sqlite" }

  init() throws { stage = try Stage(with: []) }

  private func run(_ words: String...) async throws -> Stage.Outcome {
    try await stage.run(words + ["--store", stage.store, "--language", "en"])
  }

  private func check(_ path: String) async throws -> Child.End { try await stage.run(["check", path]).end }

  private func evenings(_ path: String) throws -> Int {
    try StoreFile(path: path).openReadOnly().read { reader throws(BookingError) in try reader.sessions() }.count
  }

  @Test func `a backup is made while the store is open and written, sound, and for its owner only`() async throws {
    let open = try StoreFile(path: stage.store).open { _ in }.store
    defer { open.close() }
    #expect(try await run("sample").end == .exited(0))
    let outcome = try await run("backup", copy)
    #expect(outcome.end == .exited(0), "\(outcome.errors)")
    #expect(
      outcome.output.wholeMatch(of: /.*copy\.sqlite: backed up as of .+ KST, and sound \(\d+\.\d MiB\)\.\n/) != nil)
    #expect(try await check(copy) == .exited(0))
    #expect(try evenings(copy) == 24, "what stands in the log alone is in it")
    let attributes = try FileManager.default.attributesOfItem(atPath: copy)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    #expect(try stage.files().filter { $0.hasPrefix(".") || $0.hasPrefix("copy") } == ["copy.sqlite"])
  }

  @Test func `a backup never takes the place of a file`() async throws {
    try Data("letter".utf8).write(to: URL(fileURLWithPath: copy))
    let outcome = try await run("backup", copy)
    #expect(outcome.end == .exited(1))
    #expect(outcome.errors == "boxoffice: \(copy): there is such a file already; it was left as it is.\n")
    #expect(try Data(contentsOf: URL(fileURLWithPath: copy)) == Data("letter".utf8))
  }

  @Test func `of a broken store no backup is made`() async throws {
    try breakStore(stage.store)
    let outcome = try await run("backup", copy)
    #expect(outcome.end == .exited(1))
    #expect(outcome.errors.contains("it is broken"))
    #expect(try stage.files() == ["store.sqlite"])
  }

  private func breakStore(_ path: String) throws {
    let database = try DatabaseQueue(path: path)
    try database.write { try $0.execute(sql: "UPDATE user SET balance = balance + 1 WHERE id = 1") }
    try database.close()
  }

  @Test func `a restored store is the backup, and the old one is kept whole with its log`() async throws {
    #expect(try await run("backup", copy).end == .exited(0))
    #expect(try await run("sample").end == .exited(0))
    // As a killed terminal leaves it.
    let writer = try StoreFile(path: stage.store).open { _ in }.store
    try writer.write { tx throws(BookingError) in _ = try tx.insertUser(name: "Late") }
    let left = try ["", "-wal"].map { try Data(contentsOf: URL(fileURLWithPath: stage.store + $0)) }
    writer.close()
    for (suffix, bytes) in zip(["", "-wal"], left) { try bytes.write(to: URL(fileURLWithPath: stage.store + suffix)) }

    let outcome = try await run("restore", copy)
    #expect(outcome.end == .exited(0), "\(outcome.errors)")
    #expect(try evenings(stage.store) == 12)
    #expect(try await check(stage.store) == .exited(0))
    let old = try #require(stage.files().first { $0.contains(".until-") && !$0.hasSuffix("-wal") })
    #expect(try stage.files().contains(old + "-wal"))
    let names = try StoreFile(path: stage.folder + "/" + old).openReadOnly()
      .read { reader throws(BookingError) in try reader.users().map(\.name) }
    #expect(names.contains("Late"))
    #expect(try stage.files().filter { $0.hasPrefix(".") || $0 == "store.sqlite-wal" } == [])
  }

  @Test func `while a terminal has the store open nothing is restored`() async throws {
    #expect(try await run("backup", copy).end == .exited(0))
    let terminal = try Pty(stage, ["--language", "en"])
    try await terminal.wait(for: "Sign in")
    let before = try stage.files().filter { $0.hasPrefix("store") }
    let outcome = try await run("restore", copy)
    #expect(outcome.end == .exited(1))
    #expect(outcome.errors.contains("this store is open"))
    #expect(try stage.files().filter { $0.hasPrefix("store") || $0.hasPrefix(".") } == before)
    try await terminal.settle()
    terminal.write("q")
    #expect(try await terminal.end() == .exited(0))
  }

  @Test func `while another program has it open through SQLite neither`() async throws {
    #expect(try await run("backup", copy).end == .exited(0))
    let database = try DatabaseQueue(path: stage.store)
    _ = try await database.read { try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM user") }
    #expect(try await run("restore", copy).errors.contains("this store is open"))
    try database.close()
    #expect(try await run("restore", copy).end == .exited(0))
  }

  @Test func `a broken backup is refused, and so are a file of something else and the store itself`() async throws {
    let bytes = try Data(contentsOf: URL(fileURLWithPath: stage.store))
    #expect(try await run("backup", copy).end == .exited(0))
    try breakStore(copy)
    #expect(try await run("restore", copy).errors.contains("this backup is broken"))
    try Data("letter".utf8).write(to: URL(fileURLWithPath: copy))
    #expect(try await run("restore", copy).errors.contains("not a boxoffice store"))
    #expect(try await run("restore", stage.folder + "/nowhere").errors.contains("no such file"))
    #expect(link(stage.store, stage.folder + "/second") == 0)
    #expect(try await run("restore", stage.folder + "/second").errors.contains("the store that it would replace"))
    #expect(try Data(contentsOf: URL(fileURLWithPath: stage.store)) == bytes)
    #expect(try stage.files() == ["copy.sqlite", "second", "store.sqlite"])
  }

  @Test func `a backup is put where there is no store, and in the place of a damaged one`() async throws {
    #expect(try await run("backup", copy).end == .exited(0))
    for damage in [nil, Data(), try Data(contentsOf: URL(fileURLWithPath: stage.store)).prefix(9000)] {
      try? FileManager.default.removeItem(atPath: stage.store)
      try damage?.write(to: URL(fileURLWithPath: stage.store))
      #expect(try await run("restore", copy).end == .exited(0))
      #expect(try await check(stage.store) == .exited(0))
    }
  }

  @Test func `a show does not take the place of a real store, nor a real store that of a show`() async throws {
    try "rest 1s".write(toFile: stage.folder + "/a.script", atomically: true, encoding: .utf8)
    let show = stage.folder + "/show.sqlite"
    let shown = try await stage.run([
      "demo", "--crowd", "0", "--script", stage.folder + "/a.script", "--headless", "--store", show,
    ])
    #expect(shown.end == .exited(0), "\(shown.errors)")
    let real = try Data(contentsOf: URL(fileURLWithPath: stage.store))
    #expect(try await run("restore", show).errors.contains("the backup of a show"))
    #expect(try Data(contentsOf: URL(fileURLWithPath: stage.store)) == real)
    let other = try await stage.run(["restore", stage.store, "--store", show, "--language", "en"])
    #expect(other.errors.contains("the backup of a real store"))
    #expect(try await check(stage.store) == .exited(0))
  }
}
