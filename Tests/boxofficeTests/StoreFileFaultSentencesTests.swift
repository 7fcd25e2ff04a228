internal import Booking
internal import Files
internal import SQLiteStore
internal import Testing
internal import Wording

@testable import boxoffice

@Suite("Why a file cannot be opened")
struct StoreFileFaultSentencesTests {
  @Test(
    arguments: [
      StoreFileFault.noDirectory("/a/b"), .isDirectory("/a/b"), .unreadable("/a/b", reason: "why"),
      .notADatabase("/a/b"), .notOurs("/a/b"), .newerSchema("/a/b"), .missing("/a/b"), .danglingLink("/a/b"),
      .nameTooLong("/a/b", mostBytes: 9),
      .pathTooLong("/a/b"),
      .unusable("/a/b", .storage(.full)),
    ], Language.allCases)
  func `is told with the path, and differently in each language`(fault: StoreFileFault, language: Language) {
    let sentence = fault.sentence(in: language)
    #expect(sentence.hasPrefix("/a/b: "))
    #expect(sentence.unicodeScalars.contains { (0xAC00...0xD7A3).contains($0.value) } == (language == .korean))
  }

  @Test func `gives the system's reason`() {
    #expect(StoreFileFault.unreadable("/a", reason: "why").sentence(in: .english) == "/a: cannot be opened (why).")
  }
}
