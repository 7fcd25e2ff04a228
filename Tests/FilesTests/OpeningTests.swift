import Glibc
import TestSupport
import Testing

@testable import Files

/// Each of these would hang or follow if it were opened without care.
@Suite("A file is opened by name")
struct OpeningTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write([1], to: "plain")
    mkdir(folder.file("folder"), 0o700)
    mkfifo(folder.file("pipe"), 0o600)
    symlink("plain", folder.file("link"))
    symlink("nowhere", folder.file("loose"))
  }

  private func path(_ name: String) -> FilePath { FilePath(folder.file(name)) }

  @Test(
    arguments: [
      ("none", .missing), ("folder", .directory), ("pipe", .pipe), ("/dev/null", .device), ("loose", .missing),
    ] as [(String, OpeningFault)])
  func `only when it is a plain one`(_ name: String, _ fault: OpeningFault) {
    let path = name.hasPrefix("/") ? FilePath(name) : path(name)
    for flags in [O_RDONLY, O_WRONLY] { #expect(throws: fault) { try path.open(flags) } }
  }

  @Test func `through a link to be read, not to be written`() throws {
    close(try path("link").open(O_RDONLY))
    for name in ["link", "loose"] {
      #expect(throws: OpeningFault.link) { try path(name).openOrCreate(O_WRONLY | O_APPEND) }
      #expect(throws: OpeningFault.exists) { try path(name).create() }
    }
    #expect(throws: OpeningFault.pipe) { try path("pipe").openOrCreate(O_WRONLY) }
    #expect(try folder.names().sorted() == ["folder", "link", "loose", "pipe", "plain"])
  }

  @Test func `and made for its owner only`() throws {
    close(try path("new").openOrCreate(O_WRONLY))
    var status = stat()
    #expect(stat(folder.file("new"), &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)
    close(try path("new").openOrCreate(O_WRONLY))
    #expect(throws: OpeningFault.exists) { try path("new").create() }
  }
}
