import Booking
import Canvas
import TestSupport
import Testing
import Wording

@testable import Screens

@Suite("Choosing seats")
struct SeatChoosingTests {
  let stage: TestStage

  init() throws {
    stage = try TestStage()
    stage.openMap()
  }

  @Test func `a number before Enter holds nothing, and is said to be dropped`() throws {
    let stage = try TestStage()
    stage.openMap()
    stage.find("C-5")
    stage.press(.space, "9", .enter)
    #expect(stage.message.contains("Enter takes no number, so 9 was dropped"))
    #expect(!stage.chips.contains("held"))
    stage.press(.enter)
    #expect(stage.chips.contains("1 held"))
  }

  @Test func `Space chooses and drops, with the total beside the map`() {
    stage.find("A-3")
    stage.press(.space)
    stage.find("H-3")
    stage.press(.space)
    #expect(stage.choice == ["A-3", "H-3"])
    #expect(stage.panel.contains("2 chosen, 132,000 won"))
    #expect(stage.sentence.hasSuffix("chosen"))
    stage.press(.space)
    #expect(stage.choice == ["A-3"])
    #expect(stage.panel.contains("1 chosen, 88,000 won"))
  }

  @Test func `a fifth seat is refused in a sentence, and the four stay`() {
    stage.find("A-3")
    for _ in 0..<4 { stage.press(.space, "l") }
    #expect(stage.message == "")
    stage.press(.space)
    #expect(stage.message.contains(BookingError.tooManyHolds(limit: 4).sentence(in: .english)))
    #expect(stage.choice == ["A-3", "A-4", "A-5", "A-6"])
  }

  @Test func `what is held already counts against the limit`() {
    stage.find("A-3")
    stage.press(.space, "l", .space, "l", .space, .enter, .escape)
    #expect(stage.chips.contains("3 held"))
    stage.find("B-3")
    stage.press(.space, "l", .space)
    #expect(stage.message.contains(BookingError.tooManyHolds(limit: 4).sentence(in: .english)))
    #expect(stage.choice == ["B-3"])
  }

  @Test func `a range runs across the aisle, and Space, v or Enter end it`() {
    for end in [Key.space, "v"] {
      stage.find("A-9")
      stage.press("v", "3", "l")
      #expect(stage.choice == ["A-9", "A-10", "A-11", "A-12"])
      stage.press(end, "l", "l")
      #expect(stage.choice == ["A-9", "A-10", "A-11", "A-12"], "it has ended")
      stage.press(.escape)
      #expect(stage.choice == [])
    }
    stage.find("A-9")
    stage.press("v", "l", .enter)
    #expect(stage.chips.contains("2 held"))
  }

  @Test func `a range passes over taken seats`() throws {
    let rival = try Rival(on: stage)
    try rival.hold("A", 4)
    try rival.buy("A", 6)
    stage.hearNews()
    stage.find("A-3")
    stage.press("v", "5", "l")
    #expect(stage.choice == ["A-3", "A-5", "A-7", "A-8"])
    #expect(stage.message == "")
  }

  @Test func `a range goes up to the limit, says so, and shrinks again`() {
    stage.find("A-3")
    stage.press("v", "3", "l")
    #expect(stage.message == "")
    stage.press("l")
    #expect(stage.choice == ["A-3", "A-4", "A-5", "A-6"])
    #expect(stage.message.contains(BookingError.tooManyHolds(limit: 4).sentence(in: .english)))
    stage.press("4", "h")
    #expect(stage.choice == ["A-3"])
    #expect(stage.message == "")
  }

  @Test func `a range of two rows is a box, filled from where it began`() {
    stage.find("B-4")
    stage.press("v", "l", "k")
    #expect(stage.choice == ["B-4", "B-5", "A-4", "A-5"])
    stage.press("h", "h")
    #expect(stage.choice == ["B-4", "B-3", "A-4", "A-3"])
  }

  @Test func `Shift and an arrow choose as far as one goes, until a key without Shift`() {
    stage.find("A-3")
    stage.press(Key(.right, .shift), Key(.right, .shift))
    #expect(stage.choice == ["A-3", "A-4", "A-5"])
    stage.press(Key(.left, .shift))
    #expect(stage.choice == ["A-3", "A-4"])
    stage.press("l", "l")
    #expect(stage.choice == ["A-3", "A-4"])
    stage.press(Key(.down, .shift))
    #expect(stage.choice == ["A-3", "A-4", "A-6", "B-6"], "what was chosen before stays")
  }

  @Test func `Esc drops the range but not the earlier choice, and then that`() {
    stage.find("C-3")
    stage.press(.space)
    stage.find("A-3")
    stage.press("v", "l", .escape)
    #expect(stage.choice == ["C-3"])
    stage.press("l", "l")
    #expect(stage.choice == ["C-3"], "no range goes on")
    stage.press(.escape)
    #expect(stage.choice == [])
    #expect(stage.top.contains("Seat map"))
    stage.press(.escape)
    #expect(stage.top.contains("Sessions"))
  }

  @Test func `a filter keeps a range to the seats that pass`() {
    stage.press("f")
    stage.type("S")
    stage.press(.enter)
    stage.find("E-4")
    stage.press("v", "j")
    #expect(stage.choice.allSatisfy { $0.hasPrefix("F-") })
    #expect(stage.choice.count == 1)
  }

  @Test func `a range that goes on is named before the seat, and what ends it on the bottom line`() {
    stage.find("A-3")
    stage.press("v")
    #expect(stage.sentence.hasPrefix("range  1F row A seat 3"))
    #expect(stage.bottom.contains("Space end the range"))
    stage.press("l", .space)
    #expect(stage.sentence.hasPrefix("1F row A seat 4"))
    #expect(stage.bottom.contains("Space choose"))
  }

  @Test func `a taken seat is not offered on the bottom line, and the engine answers who asks for it`() throws {
    let rival = try Rival(on: stage)
    try rival.hold("B", 9)
    stage.hearNews()
    stage.find("B-9")
    #expect(!stage.bottom.contains("hold"))
    stage.press(.enter)
    #expect(stage.message.contains(BookingError.seatTaken(try rival.seat("B", 9)).sentence(in: .english)))
    stage.press("l")
    #expect(stage.bottom.contains("Enter hold "))
  }

  @Test func `a choice beyond the balance says by how much, what is held counted in`() throws {
    let poor = try TestStage()
    poor.openMap("이서준")
    let balance = try poor.user("이서준").balance.amount
    var cost: Int64 = 0
    poor.find("A-3")
    while cost <= balance {
      #expect(!poor.screen.contains("over balance"))
      poor.press(.space, "l")
      cost += 88_000
    }
    #expect(poor.panel.contains("! \((cost - balance).grouped) over balance"))
    poor.resize(60, 16)
    #expect(poor.sentence.contains("! over balance"))
  }

  @Test func `Esc after Shift and an arrow drops that range alone, and Space goes on choosing`() {
    stage.find("C-3")
    stage.press(.space)
    stage.find("A-5")
    stage.press(Key(.right, .shift))
    #expect(stage.choice == ["C-3", "A-5", "A-6"])
    #expect(stage.bottom.contains("Space choose"))
    stage.press(.escape)
    #expect(stage.choice == ["C-3"])
    stage.press(Key(.right, .shift), .space)
    #expect(stage.choice == ["C-3", "A-6"], "Space drops the seat under the cursor, as it says")
  }
}
