import Booking
import Testing
import Wording

@testable import Screens

@Suite("What a typed filter lets pass")
struct SeatFilterTests {
  private static let tiers = [
    TierPrice(tier: "VIP R", price: Won(165_000)), TierPrice(tier: "R", price: Won(88_000)),
    TierPrice(tier: "S", price: Won(66_000)), TierPrice(tier: "스탠딩 A", price: Won(44_000)),
  ]

  private func passing(_ text: String) -> [Int] {
    var filter = SeatFilter()
    filter.set(text, among: Self.tiers)
    return Self.tiers.indices.filter(filter.passes)
  }

  @Test(arguments: ["", " ", " , "]) func `nothing typed lets all pass`(_ text: String) {
    #expect(passing(text) == [0, 1, 2, 3])
  }

  @Test func `a tier's whole name is that tier, a part of names all that have it`() {
    #expect(passing("R") == [1], "and not VIP R")
    #expect(passing("vip") == [0])
    #expect(passing("스탠") == [3])
    #expect(passing("S,스탠딩") == [2, 3])
  }

  @Test(arguments: [
    ("88000", [1, 2, 3]), ("-88000", [1, 2, 3]), ("88000-", [0, 1]), ("~66000", [2, 3]), ("66000~88000", [1, 2]),
    ("66,000-88,000", [1, 2]), ("0", []), ("≤88000", [1, 2, 3]), ("<=88,000", [1, 2, 3]), ("≥88000", [0, 1]),
    (">88000 <=88000", [0, 1, 2, 3]), ("<66000", [2, 3]),
  ])
  func `prices are a most, a least, or both`(_ text: String, _ expected: [Int]) {
    #expect(passing(text) == expected)
  }

  @Test func `several prices pass any of them, a name and a price both`() {
    #expect(passing("-44000 165000-") == [0, 3])
    #expect(passing("R -50000") == [])
    #expect(passing("S -70000") == [2])
  }

  @Test(arguments: ["-", "≤", "<=R", "88000-66000", "--", "9-9-9", "99999999999999999999"])
  func `what is no price is a name that nothing has`(_ text: String) {
    var filter = SeatFilter()
    filter.set(text, among: Self.tiers)
    #expect(filter.findsNothing)
    #expect(filter.isOn)
  }

  @Test func `prices are taken as they are shown where there is little room`() {
    for text in ["9.9만", "99k", "99000원", "-9.9만", "0-99k", " -99000"] {
      var filter = SeatFilter()
      filter.set(text, among: [TierPrice(tier: "R", price: Won(99_000)), TierPrice(tier: "VIP", price: Won(99_001))])
      #expect(filter.passes(tier: 0) && !filter.passes(tier: 1), "\(text)")
    }
  }

  @Test(
    arguments: [
      1, 999, 1000, 9_999, 10_000, 10_999, 25_900, 109_900, 150_001, 999_999, 1_234_567, 9_999_999, 10_000_000,
    ],
    Language.allCases)
  func `a price is found as it is shown, in full and in short`(_ price: Int64, _ language: Language) {
    let tiers = [TierPrice(tier: "Dearer", price: Won(price * 2)), TierPrice(tier: "Front", price: Won(price))]
    for text in [Won(price).short(language), Won(price).text(language), price.grouped] {
      var filter = SeatFilter()
      filter.set(text, among: tiers)
      #expect(!filter.findsNothing && filter.passes(tier: 1) && !filter.passes(tier: 0), "\(text)")
    }
  }

  @Test(arguments: [("1만", 10_999), ("10.9k", 10_999), ("10.9만", 109_999), ("1.2억", 129_999_999)] as [(String, Int64)])
  func `where nothing is as cheap, the figures that were typed are those that the price begins with`(
    _ text: String, _ price: Int64
  ) {
    var filter = SeatFilter()
    filter.set(text, among: [TierPrice(tier: "R", price: Won(price))])
    #expect(!filter.findsNothing && filter.passes(tier: 0))
    filter.set(text, among: [TierPrice(tier: "R", price: Won(price + 1))])
    #expect(filter.findsNothing)
    filter.set(text, among: [TierPrice(tier: "R", price: Won(price)), TierPrice(tier: "S", price: Won(9_000))])
    #expect(!filter.passes(tier: 0) && filter.passes(tier: 1), "what is as cheap comes first")
  }

  @Test func `a tier is found by the name by which it is shown`() {
    for (tier, shown) in [("특석", "특석"), ("R", "r석"), ("V P", "V P석"), ("일반석", "일반석")] {
      var filter = SeatFilter()
      filter.set(shown, among: [TierPrice(tier: tier, price: Won(9)), TierPrice(tier: "Other", price: Won(8))])
      #expect(filter.passes(tier: 0) && !filter.passes(tier: 1) && !filter.findsNothing, "\(shown)")
    }
    var both = SeatFilter()
    both.set("특석", among: [TierPrice(tier: "특석", price: Won(9)), TierPrice(tier: "특", price: Won(8))])
    #expect(both.passes(tier: 0) && !both.passes(tier: 1), "its own name before the one that is shown")
  }

  @Test func `a tier that is called by a number is meant by it`() {
    var filter = SeatFilter()
    filter.set("1", among: [TierPrice(tier: "1", price: Won(99_000)), TierPrice(tier: "2", price: Won(50_000))])
    #expect(filter.passes(tier: 0) && !filter.passes(tier: 1))
  }

  @Test func `Esc takes back what was typed, and what was before is looked for again`() {
    let tiers = [TierPrice(tier: "R", price: Won(99_000)), TierPrice(tier: "S", price: Won(50_000))]
    var filter = SeatFilter()
    filter.set("R", among: tiers)
    filter.edit()
    filter.set("S", among: tiers)
    filter.cancel(among: tiers)
    #expect(filter.text == "R")
    #expect(filter.passes(tier: 0) && !filter.passes(tier: 1))
  }
}
