import Booking
import Canvas
import Testing

@testable import Screens

@Suite("The sign of each tier")
struct TierMarksTests {
  private func signs(_ tiers: [String], hasColor: Bool = false) -> [Unicode.Scalar] {
    let prices = tiers.enumerated().map { TierPrice(tier: $1, price: Won(Int64(100_000 - $0))) }
    return TierMarks(prices, Theme(hasColor: hasColor, glyphs: .ascii)).signs
  }

  @Test func `is one for all where colour tells them apart`() {
    #expect(signs(["VIP", "R", "S"], hasColor: true) == [".", ".", "."])
  }

  @Test func `is its first letter, and where that is taken another of its name`() {
    #expect(signs(["VIP", "R", "S", "A"]) == ["V", "R", "S", "A"])
    #expect(signs(["VIP", "VIP R", "R"]) == ["V", "I", "R"], "R is R's own")
    #expect(signs(["Stalls", "Standing"]) == ["S", "T"])
  }

  @Test func `is a letter that no other has, even without one in its name`() {
    let found = signs(["스탠딩", "지정석", "A", "1", "2"])
    #expect(Set(found).count == 5)
    #expect(found.allSatisfy { $0.properties.isAlphabetic && $0.isASCII })
  }

  @Test func `differs for as many tiers as there are letters`() {
    #expect(Set(signs((1...26).map { "Tier \($0)" })).count == 26)
    #expect(signs((1...30).map { "Tier \($0)" }).count == 30)
  }
}
