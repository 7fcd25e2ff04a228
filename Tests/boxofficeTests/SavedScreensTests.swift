internal import Canvas
internal import Files
internal import Foundation
internal import TestSupport
internal import Testing

@testable internal import boxoffice

@Suite("The screens that a script saves")
struct SavedScreensTests {
  private let folder: TemporaryFolder
  private var path: FilePath { FilePath(folder.path) }

  init() throws { folder = try TemporaryFolder() }

  private func screen(_ text: String) -> Grid {
    var grid = Grid(Size(width: 10, height: 1))
    grid.put(text, x: 0, y: 0)
    return grid
  }

  private func text(_ name: String) throws -> String { try String(contentsOfFile: folder.file(name), encoding: .utf8) }

  @Test func `take the place of an earlier run's`() throws {
    #expect(SavedScreens(folder: path, isRepetition: false).save("a", screen("one")) == nil)
    #expect(SavedScreens(folder: path, isRepetition: false).save("a", screen("two")) == nil)
    #expect(try text("a.txt") == "two\n")
  }

  @Test func `are nowhere when a recording is repeated and no folder is named`() {
    #expect(SavedScreens(folder: nil, isRepetition: true).save("never-in-this-folder", screen("x")) == nil)
    #expect(access("never-in-this-folder.txt", F_OK) != 0)
  }

  @Test func `of a recording never take the place of a file that it did not make`() throws {
    try folder.write(Array("mine".utf8), to: "a.txt")
    let saved = SavedScreens(folder: path, isRepetition: true)
    #expect(saved.save("a", screen("x")) == "File exists")
    #expect(saved.save("b", screen("one")) == nil)
    #expect(saved.save("b", screen("two")) == nil)
    #expect(try text("a.txt") == "mine")
    #expect(try text("b.txt") == "two\n")
  }

  @Test(arguments: [true, false]) func `go through no link`(_ isRepetition: Bool) throws {
    try folder.write(Array("mine".utf8), to: "target")
    symlink("target", folder.file("a.txt"))
    symlink("nowhere", folder.file("b.txt"))
    let saved = SavedScreens(folder: path, isRepetition: isRepetition)
    for name in ["a", "b"] { #expect(saved.save(name, screen("x")) != nil) }
    #expect(try text("target") == "mine")
    #expect(try folder.names() == ["a.txt", "b.txt", "target"])
  }
}
