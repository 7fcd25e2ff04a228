internal import Files
internal import Foundation
internal import Logging
internal import TestSupport
internal import Testing

@testable internal import boxoffice

@Suite("The log")
struct LogFileTests {
  @Test func `tells when in UTC, how grave it is, and what, a line each`() throws {
    let folder = try TemporaryFolder()
    var log = Logger(label: "test") { _ in LogFile(path: FilePath(folder.file("a.log"))) }
    log.logLevel = .info
    let before = Date().timeIntervalSince1970.rounded(.down)
    log.info("opened")
    log.error("two\nlines")
    let lines = try String(contentsOfFile: folder.file("a.log"), encoding: .utf8).split(separator: "\n").map(
      String.init)
    #expect(
      lines.map { $0.split(separator: " ").dropFirst().joined(separator: " ") } == [
        "info opened", "error two\\x0Alines",
      ])
    for line in lines {
      let time = try #require(line.split(separator: " ").first)
      let told = try Date(String(time), strategy: .iso8601).timeIntervalSince1970
      #expect((before...before + 60).contains(told))
    }
  }

  @Test func `is written to a plain file alone, and waits for nobody`() throws {
    let folder = try TemporaryFolder()
    try folder.write([], to: "target")
    symlink("target", folder.file("link"))
    mkfifo(folder.file("pipe"), 0o600)
    for name in ["link", "pipe", "none/log"] {
      Logger(label: "test") { _ in LogFile(path: FilePath(folder.file(name))) }.info("opened")
    }
    Logger(label: "test") { _ in LogFile(path: nil) }.info("opened")
    #expect(try folder.bytes(of: "target") == [])
    #expect(try folder.names() == ["link", "pipe", "target"])
  }
}
