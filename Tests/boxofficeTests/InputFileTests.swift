internal import Files
internal import Foundation
internal import TestSupport
internal import Testing

@testable internal import boxoffice

@Suite("A file that is read")
struct InputFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func input(_ name: String, isPipeAllowed: Bool = true) -> InputFile {
    InputFile(path: FilePath(folder.file(name)), mostBytes: 100, isPipeAllowed: isPipeAllowed)
  }

  @Test func `is given without the byte order mark of UTF-8, and only without that`() throws {
    for (bytes, text) in [
      ([0xEF, 0xBB, 0xBF, 0x61], [0x61]), ([0xEF, 0xBB, 0xBF], []), ([0xEF, 0xBB], [0xEF, 0xBB]),
      ([0x61, 0xEF, 0xBB, 0xBF], [0x61, 0xEF, 0xBB, 0xBF]),
      ([0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF], [0xEF, 0xBB, 0xBF]),
    ] as [([UInt8], [UInt8])] {
      try folder.write(bytes, to: "a")
      #expect(try input("a").bytes() == text)
    }
  }

  @Test(arguments: [[0xFF, 0xFE, 0x61, 0x00], [0xFE, 0xFF, 0x00, 0x61], [0xFF, 0xFE]] as [[UInt8]])
  func `in UTF-16 is refused as that`(_ bytes: [UInt8]) throws {
    try folder.write(bytes, to: "a")
    #expect(throws: InputFile.Fault.isUTF16) { try input("a").bytes() }
  }

  @Test func `is a plain one, where nobody gave its name`() throws {
    mkfifo(folder.file("pipe"), 0o600)
    #expect(throws: InputFile.Fault.isPipe) { try input("pipe", isPipeAllowed: false).bytes() }
    #expect(throws: InputFile.Fault.isDirectory) { try input(".", isPipeAllowed: false).bytes() }
    let device = InputFile(path: "/dev/zero", mostBytes: 100, isPipeAllowed: false)
    #expect(throws: InputFile.Fault.isDevice) { try device.bytes() }
  }

  @Test func `may be a pipe or a device where somebody gave its name`() async throws {
    mkfifo(folder.file("pipe"), 0o600)
    let writer = try Child(
      "sh", ["-c", "echo text >pipe"], environment: ["PATH": "/usr/bin:/bin"], folder: folder.path, streams: [])
    #expect(try input("pipe").bytes() == Array("text\n".utf8))
    #expect(try await writer.finish() == .exited(0))
    #expect(try InputFile(path: "/dev/null", mostBytes: 100).bytes() == [])
    #expect(throws: InputFile.Fault.tooLarge(mostBytes: 100)) {
      try InputFile(path: "/dev/zero", mostBytes: 100).bytes()
    }
  }
}
