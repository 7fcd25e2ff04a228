import Booking
import Testing
import Wording

struct AmountsTests {
  @Test func `won are grouped by thousands, with the unit of the language`() {
    #expect(Won(1_234_567).text(.korean) == "1,234,567원")
    #expect(Won(999).text(.english) == "999 won")
    #expect((-Won(88_000)).text(.korean) == "-88,000원")
  }

  @Test(
    arguments: [
      (0, "0", "0"), (99, "99", "99"), (100, "100", "100"), (9_900, "9,900", "9.9k"), (9_999, "9,999", "9,999"),
      (10_000, "1만", "10k"), (10_999, "10,999", "10,999"), (88_000, "8.8만", "88k"), (109_900, "109,900", "109.9k"),
      (150_001, "150,001", "150,001"), (999_999, "999,999", "999,999"), (1_234_567, "123.5만", "1234.6k"),
      (9_999_999, "1000만", "10M"), (62_007_000, "6201만", "62.1M"), (99_999_999, "1억", "100M"),
      (123_456_789, "1.3억", "123.5M"), (9_999_999_998, "100억", "10000M"),
    ] as [(Int64, String, String)])
  func `a short price is whole or rounded up, and never wide`(_ won: Int64, _ korean: String, _ english: String) {
    #expect(Won(won).short(.korean) == korean)
    #expect(Won(won).short(.english) == english)
    #expect(english.count <= 7 && korean.unicodeScalars.map { $0.value < 0x80 ? 1 : 2 }.reduce(0, +) <= 7)
  }

  @Test(
    arguments: [
      (10_999, "10,999", "10,999"), (1_234_567, "123.4만", "1234.5k"), (9_999_999, "999.9만", "9999.9k"),
      (62_007_000, "6200만", "62M"), (99_999_999, "9999만", "99.9M"), (9_999_999_999, "99.9억", "9999.9M"),
    ] as [(Int64, String, String)])
  func `what somebody has is never shown as more than there is`(_ won: Int64, _ korean: String, _ english: String) {
    #expect(Won(won).short(.korean, .down) == korean)
    #expect(Won(won).short(.english, .down) == english)
  }
}
