import Booking
import Testing

@Suite("Won")
struct WonTests {
  @Test func `adds, subtracts, negates and compares`() {
    #expect(Won(30) + Won(12) == Won(42))
    #expect(Won(30) - Won(42) == Won(-12))
    #expect(-Won(5) == Won(-5))
    #expect(Won(-1) < .zero)
    #expect(!(Won(1) < Won(1)))
  }

  @Test func `sums, none being zero`() {
    #expect([Won(1), Won(2), Won(-4)].sum() == Won(-1))
    #expect([Won]().sum() == .zero)
  }

  @Test(
    arguments: [
      (0, "0"), (7, "7"), (999, "999"), (1000, "1,000"), (12_345, "12,345"), (123_456, "123,456"),
      (1_234_567, "1,234,567"), (-5, "-5"), (-999, "-999"), (-1000, "-1,000"), (-123_456, "-123,456"),
      (.max, "9,223,372,036,854,775,807"), (.min, "-9,223,372,036,854,775,808"),
    ] as [(Int64, String)])
  func `groups digits by thousands`(amount: Int64, text: String) { #expect(amount.grouped == text) }
}
