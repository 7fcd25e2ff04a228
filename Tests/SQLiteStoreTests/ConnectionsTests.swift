import Files
import Foundation
import GRDB
import TestSupport
import Testing

@testable import SQLiteStore

struct ConnectionsTests {
  private struct Trouble: Error {}

  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// How many files of the folder this process has open.
  private func handles() throws -> Int {
    try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count { name in
      let file = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\(name)")
      return file?.hasPrefix(folder.path) ?? false
    }
  }

  @Test func `stay open for who has a use for them, until they are closed`() throws {
    let queue = try Connections.open(path: FilePath(folder.file("a.db")), Configuration()) { $0 }
    #expect(try queue.inDatabase { try Int.fetchOne($0, sql: "SELECT 1") } == 1)
    #expect(try handles() == 1)
    try queue.close()
    #expect(try handles() == 0)
  }

  @Test func `are closed where their use fails`() throws {
    for _ in 0..<3 {
      #expect(throws: Trouble.self) {
        try Connections.open(path: FilePath(folder.file("a.db")), Configuration()) { _ in throw Trouble() }
      }
    }
    #expect(try handles() == 0)
  }

  @Test func `are closed where a store turns out to be damaged`() throws {
    let file = StoreFile(path: folder.file("house.db"))
    try file.open(create: FileFixture.create).store.close()
    var bytes = try folder.bytes(of: "house.db")
    for page in 1..<(bytes.count / 4096) {
      bytes.replaceSubrange(page * 4096..<page * 4096 + 8, with: [UInt8](repeating: 0xFF, count: 8))
    }
    try folder.write(bytes, to: "house.db")
    for _ in 0..<3 { #expect(throws: StoreFileFault.self) { try file.open(create: { _ in }) } }
    #expect(try handles() == 0)
  }
}
