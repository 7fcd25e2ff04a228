internal import Booking
internal import Files
internal import Foundation
internal import TestSupport
internal import Testing

@testable import boxoffice

struct FileStampsTests {
  @Test func `tell when a store was last written before this boot, and nothing of what was written since`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("a")
    try "a".write(toFile: path, atomically: true, encoding: .utf8)
    let reading = MachineClock.reading()
    let booted = reading.wall - .milliseconds(reading.boot)
    let before = Date(timeIntervalSince1970: Double(booted.milliseconds) / 1000 - 3600)
    try FileManager.default.setAttributes([.modificationDate: before], ofItemAtPath: path)
    let newest = try #require(FileStamps.newest(around: FilePath(path)))
    #expect(newest >= booted - .hours(1) - .seconds(1) && newest < booted)
    #expect(FileStamps.newest(around: FilePath(folder.file("none"))) == nil)
  }
}
