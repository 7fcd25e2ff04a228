import Files
import Glibc
import TestSupport
import Testing

@testable import SQLiteStore

@Suite("A new store's file before it has its name")
struct StoreDraftTests {
  private let folder: TemporaryFolder
  private var path: FilePath { FilePath(folder.path) }

  init() throws { folder = try TemporaryFolder() }

  @Test func `is for its owner only, and goes when it got no name`() throws {
    var draft: StoreDraft? = try StoreDraft(in: path)
    var status = stat()
    #expect(stat(try #require(draft).path.cString, &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)
    draft = nil
    #expect(try folder.names() == [])
  }

  @Test func `stays while somebody makes it, and is cleared away with what lies beside it when nobody does`() throws {
    let held = try StoreDraft(in: path)
    let left = [".boxoffice-new-0123456789abcdef", ".boxoffice-new-0123456789abcdef-wal"]
    let others = [".boxoffice-new-odd", ".boxoffice-new-0123456789abcdeg", "boxoffice.sqlite"]
    for name in left + others { try folder.write([1], to: name) }
    symlink("boxoffice.sqlite", folder.file(".boxoffice-new-ffffffffffffffff"))
    mkfifo(folder.file(".boxoffice-new-eeeeeeeeeeeeeeee"), 0o600)
    StoreDraft.removeStale(in: path)
    let kept = others + ["\(held.path.name)", ".boxoffice-new-ffffffffffffffff", ".boxoffice-new-eeeeeeeeeeeeeeee"]
    #expect(Set(try folder.names()) == Set(kept))
  }

  @Test func `takes its name only where there is no file, not even a link that leads nowhere`() throws {
    try folder.write([7], to: "there")
    symlink("nowhere", folder.file("link"))
    for name in ["there", "link"] {
      #expect(try !StoreDraft(in: path).place(at: path / FilePath(name)))
    }
    #expect(try folder.bytes(of: "there") == [7])
    #expect(try StoreDraft(in: path).place(at: path / "new"))
    #expect(try folder.names() == ["link", "new", "there"])
  }
}
