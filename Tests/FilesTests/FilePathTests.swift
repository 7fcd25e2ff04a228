import Glibc
import TestSupport
import Testing

@testable import Files

@Suite("A path")
struct FilePathTests {
  @Test(
    arguments: [
      ("/a/b", "/a", "b"), ("/a", "/", "a"), ("a", ".", "a"), ("a/b/c", "a/b", "c"), ("/a/b/", "/a/b", ""),
      ("/", "/", ""),
      ("", ".", ""),
      // A mark that goes with the sign before it makes no other sign of the slash.
      ("/a/\u{301}b", "/a", "\u{301}b"),
    ] as [(FilePath, FilePath, FilePath)])
  func `has a folder and a name`(_ path: FilePath, _ folder: FilePath, _ name: FilePath) {
    #expect(path.folder == folder)
    #expect(path.name == name)
  }

  @Test func `is put together byte by byte`() {
    #expect("/a" / "b" == "/a/b" && "/" / "b" == "/b" && "/a/b" + "-wal" == "/a/b-wal")
    #expect(FilePath(bytes: [0xFF]) / FilePath(bytes: [0xFE]) + "!" == FilePath(bytes: [0xFF, 0x2F, 0xFE, 0x21]))
    #expect(("/a//b/c" as FilePath).ancestry == ["/a", "/a//b", "/a//b/c"])
    #expect(("e\u{301}" as FilePath) != "\u{E9}", "what looks the same is another file")
  }

  @Test func `ends where a system call would see its end`() { #expect(FilePath("a\u{0}b") == "a") }

  @Test func `tells folders that can be written from all else`() throws {
    let folder = try TemporaryFolder()
    #expect(FilePath(folder.path).isWritableFolder)
    try folder.write([], to: "file")
    #expect(!FilePath(folder.file("file")).isWritableFolder)
    #expect(!FilePath(folder.file("none")).isWritableFolder)
  }
}
