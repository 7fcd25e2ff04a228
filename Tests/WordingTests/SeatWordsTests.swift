import Booking
import Testing
import Wording

struct SeatWordsTests {
  @Test func `seats and tiers have their names in both languages`() {
    let label = SeatLabel(section: "1F", row: "B", number: "12")
    #expect(label.text(.korean) == "1F B열 12번")
    #expect(label.text(.english) == "1F row B seat 12")
    #expect(label.short == "1F B-12")
    #expect(tierName("VIP", .korean) == "VIP석")
    #expect(tierName("VIP", .english) == "VIP")
    #expect(tierName("Standing", .korean) == "Standing")
    #expect(tierName("특석", .korean) == "특석")
  }
}
