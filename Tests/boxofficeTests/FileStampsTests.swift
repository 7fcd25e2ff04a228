internal import Booking
internal import Files
internal import Foundation
internal import TestSupport
internal import Testing

@testable import boxoffice

struct FileStampsTests {
  @Test func `the store's own file tells when it was last written`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("a")
    try "a".write(toFile: path, atomically: true, encoding: .utf8)
    let newest = try #require(FileStamps.newest(around: FilePath(path)))
    #expect(newest >= MachineClock.wall() - .hours(1))
    #expect(FileStamps.newest(around: FilePath(folder.file("none"))) == nil)
  }
}
