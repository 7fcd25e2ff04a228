import Testing
import Wording

@testable import Screens

@Suite("The words of a seat's name")
struct SeatNamesTests {
  @Test(arguments: [
    ("2층 C열 7", ["2", "f", "c", "7"]), ("B-12", ["b", "12"]), ("b12", ["b", "12"]),
    ("1F row B seat 3", ["1", "f", "b", "3"]),
    ("", []), ("--", []), ("구역", []),
  ])
  func `its words are letters and digits apart, without those for row and seat`(_ text: String, _ words: [String]) {
    #expect(SeatNames.words(of: text) == words)
  }
}
