import Booking
import Canvas
import TestSupport
import Testing
import Wording

@testable import Screens

@Suite("Refusals, as they stand on screen")
struct RefusalTests {
  @Test(arguments: Language.allCases) func `a number that nobody has`(_ language: Language) throws {
    let stage = try TestStage(language)
    stage.press("/")
    stage.type("99999")
    stage.press(.enter)
    #expect(stage.message.contains(BookingError.unknownUser.sentence(in: language)))
    #expect(stage.top.contains(language("로그인", "Sign in")))
  }

  @Test func `a name of nothing but spaces`() throws {
    let stage = try TestStage()
    stage.press("n", .space, .space, .enter)
    #expect(stage.message.contains(BookingError.invalidName(.empty).sentence(in: .english)))
    #expect(try stage.engine.people().count == TestStage.people.count + 2)
  }

  @Test func `a name takes no more than forty cells of the screen`() throws {
    let stage = try TestStage()
    stage.press("n")
    stage.type(String(repeating: "가", count: 21))
    stage.press(.enter)
    #expect(stage.screen.contains(BookingError.invalidName(.tooLong(40)).sentence(in: .english)))
    #expect(stage.message.contains("At most 40 columns"))
    stage.press(.backspace, .enter)
    #expect(try stage.engine.people().last?.user.name == String(repeating: "가", count: 20))
  }

  @Test(arguments: [
    ("0", ChargeFault.notPositive), ("-5", .notPositive), ("abc", .notPositive), ("", .notPositive),
    ("五", .notPositive), ("1万", .notPositive),
    ("億億億億億億億億億億億億億億億億億億", .notPositive),
    ("1.5", .notPositive), ("99999999999999999999999", .overMaximum(Won(1_000_000))),
    ("9223372036854775807", .overMaximum(Won(1_000_000))),
    ("1000001", .overMaximum(Won(1_000_000))),
  ])
  func `an amount that cannot be charged`(_ typed: String, _ fault: ChargeFault) throws {
    let stage = try TestStage()
    stage.signIn()
    stage.press("w", "a")
    stage.type(typed)
    stage.press(.enter)
    let refusal = BookingError.invalidChargeAmount(fault)
    #expect(stage.message.contains(refusal.sentence(in: .english)))
    #expect(stage.screen.contains("Amount:"), "the amount stays there to be mended")
    #expect(try stage.user().balance == Won(500_000))
  }

  @Test func `an amount that would pass the balance ceiling`() throws {
    let stage = try TestStage(.korean)
    stage.signIn("최은서")
    stage.press("w", "3")
    #expect(stage.message.contains("!!  잔액은 10,000,000원을 넘을 수 없습니다."), "the preset is disabled and says why")
    stage.press("a")
    stage.type("50001")
    stage.press(.enter)
    #expect(stage.message.contains("충전 금액이 유효하지 않습니다."))
    #expect(stage.message.contains("10,000,000"))
    #expect(try stage.user("최은서").balance == Won(9_950_000))
  }

  @Test func `more seats than one person may hold, when choosing and when holding`() throws {
    let stage = try TestStage()
    stage.openMap()
    for seat in ["A-1", "A-2", "A-3", "A-4", "A-5"] {
      stage.find(seat)
      stage.press(.space)
    }
    #expect(stage.message.contains(BookingError.tooManyHolds(limit: 4).sentence(in: .english)))
    stage.press(.enter)
    #expect(stage.chips.contains("4 held"))
    stage.press(.escape)
    stage.find("B-1")
    stage.press(.enter)
    #expect(stage.message.contains("4 seats"))
    #expect(try stage.engine.account(of: stage.user().id).holds.count == 4)
  }

  @Test func `a sale that closes while the map is open`() throws {
    let stage = try TestStage()
    stage.sleep(.minutes(119))
    stage.openMap()
    stage.sleep(.seconds(50))
    stage.press(.enter)
    #expect(stage.message.contains(BookingError.saleClosed(.over).sentence(in: .english)))
    #expect(stage.top.contains("Seat map"))
    #expect(try stage.violations() == [])
  }

  @Test func `a hold that ended while the question was open`() throws {
    let stage = try TestStage()
    stage.hold("A-1")
    stage.press(.enter)
    stage.clock.advance(.minutes(5))
    stage.press("y")
    #expect(stage.message.contains("The time to pay is over; released: 1F row A seat 1"))
    #expect(!stage.screen.contains("Pay 88,000 won"))
    #expect(stage.screen.contains("You hold no seats"))
    #expect(try stage.user().balance == Won(500_000))
    #expect(try stage.violations() == [])
  }

  @Test func `the cause stands behind the sentence, or on a second line where both do not fit`() throws {
    let stage = try TestStage()
    stage.signIn("최은서")
    stage.press("w", "a")
    stage.type("50001")
    stage.press(.enter)
    let refusal = BookingError.invalidChargeAmount(.overCeiling(Won(10_000_000)))
    let (sentence, cause) = (refusal.sentence(in: .english), try #require(refusal.detail(in: .english)))
    #expect(stage.message == " !!  \(sentence) \(cause)")
    let rows = stage.frame(60, 16).text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(rows[13] == " !!  \(sentence)")
    #expect(rows[14] == "     \(cause)")
  }

  @Test func `the last refusal stays until a key, and is kept in the list of messages`() throws {
    let stage = try TestStage()
    stage.press("/")
    stage.type("99999")
    stage.press(.enter)
    stage.sleep(.minutes(3))
    #expect(stage.message.contains("No such user"))
    stage.press(.escape)
    #expect(!stage.message.contains("No such user"))
    stage.press("m")
    #expect(stage.screen.contains("No such user"))
  }
}
