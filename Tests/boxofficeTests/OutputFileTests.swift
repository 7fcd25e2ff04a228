internal import Files
internal import Foundation
internal import TestSupport
internal import Testing

@testable internal import boxoffice

@Suite("A text that is written to a file")
struct OutputFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func text(_ name: String) throws -> String { try String(contentsOfFile: folder.file(name), encoding: .utf8) }

  private func path(_ outcome: OutputFile.Outcome) throws -> String {
    if case .written(let path) = outcome { path } else { throw Unwritten(outcome: outcome) }
  }

  private struct Unwritten: Error { let outcome: OutputFile.Outcome }

  @Test func `gets a number where there is one of its name, and all stay as they are`() throws {
    for word in ["first", "second", "third"] {
      _ = try path(OutputFile.create(FilePath(folder.file("a.txt")), with: word))
    }
    #expect(try folder.names() == ["a-2.txt", "a-3.txt", "a.txt"])
    #expect(try text("a.txt") == "first")
    #expect(try text("a-3.txt") == "third")
  }

  @Test func `leaves a link alone that leads nowhere`() throws {
    symlink("/nowhere/at/all", folder.file("a.txt"))
    #expect(try path(OutputFile.create(FilePath(folder.file("a.txt")), with: "text")).hasSuffix("/a-2.txt"))
    #expect(try folder.names() == ["a-2.txt", "a.txt"])
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.file("a.txt")) == "/nowhere/at/all")
  }

  @Test func `is for its owner only`() throws {
    let name = folder.file("a.txt")
    _ = try path(OutputFile.create(FilePath(name), with: "ticket"))
    _ = try path(OutputFile.replace(FilePath(folder.file("b.txt")), with: "screen"))
    for name in ["a.txt", "b.txt"] {
      let attributes = try FileManager.default.attributesOfItem(atPath: folder.file(name))
      #expect(attributes[.posixPermissions] as? Int == 0o600)
    }
  }

  @Test func `takes the place of another one, but of nothing that is no plain file`() throws {
    try folder.write(Array("much longer than it".utf8), to: "a.txt")
    _ = try path(OutputFile.replace(FilePath(folder.file("a.txt")), with: "short"))
    #expect(try text("a.txt") == "short")
    symlink("a.txt", folder.file("link.txt"))
    mkfifo(folder.file("pipe.txt"), 0o600)
    for name in ["link.txt", "pipe.txt", "none/b.txt", "."] {
      #expect(throws: Unwritten.self) { try path(OutputFile.replace(FilePath(folder.file(name)), with: "other")) }
    }
    #expect(try text("a.txt") == "short")
  }

  @Test func `says where it lies, and why it could not be written`() throws {
    let real = try #require(realpath(folder.path, nil))
    defer { free(real) }
    #expect(try path(OutputFile.create(FilePath(folder.file("a.txt")), with: "")) == String(cString: real) + "/a.txt")
    guard case .failed(let reason) = OutputFile.create(FilePath(folder.file("none/a.txt")), with: "") else {
      Issue.record("it was written")
      return
    }
    #expect(reason == "No such file or directory")
  }
}
