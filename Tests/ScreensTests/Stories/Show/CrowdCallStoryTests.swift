import Booking
import Canvas
import TestSupport
import Testing

@testable import Screens

@Suite("More customers for a demonstration")
struct CrowdCallStoryTests {
  let stage: TestStage

  init() throws {
    stage = try TestStage.presenting()
    stage.press("d", "A")
  }

  @Test func `A says who will come, and Enter calls them and leads back`() throws {
    #expect(stage.title == "Call customers")
    for text in ["how many", "100 people", "how they come", "evenly", "over how long", "2 min"] {
      #expect(stage.screen.contains(text))
    }
    stage.press(.right, "j", "l", "l", "j", "+", .enter)
    #expect(stage.title == "Control panel")
    #expect(stage.message.contains("200 more customers are coming."))
    let call = try #require(stage.show?.calls.first)
    #expect(call.customers == 200 && call.arrivals == .rush && call.span == .minutes(5))
    #expect(stage.screen.contains("yet to arrive 200/200"))
  }

  @Test func `a calls the same again, and says how many they are`() throws {
    stage.press(.right, .enter, "a")
    #expect(stage.show?.calls.map(\.customers) == [200, 200])
    stage.press("?")
    #expect(stage.screen.contains("200 more customers"))
  }

  @Test func `Esc calls nobody`() {
    stage.press(.right, .escape)
    #expect(stage.title == "Control panel")
    #expect(stage.show?.calls.isEmpty == true)
  }

  @Test func `each figure has a first and a last`() throws {
    for _ in 0..<30 { stage.press(.left) }
    stage.press("j")
    for _ in 0..<5 { stage.press(.left) }
    stage.press("j")
    for _ in 0..<20 { stage.press("-") }
    stage.press(.enter)
    #expect(stage.message.contains("1 more customer is coming."))
    let least = try #require(stage.show?.calls.first)
    #expect(least.customers == 1 && least.arrivals == .steady && least.span == .seconds(10))
    stage.press("A")
    for _ in 0..<30 { stage.press(.right) }
    stage.press("G")
    for _ in 0..<30 { stage.press(.right) }
    stage.press(.enter)
    let most = try #require(stage.show?.calls.last)
    #expect(most.customers == 10_000 && most.span == .hours(1))
  }

  @Test func `a store that fails calls nobody, and stays where it is`() {
    stage.show?.refusal = .storage(.full)
    stage.press(.enter)
    #expect(stage.title == "Call customers")
    #expect(stage.message.contains("!!"))
  }

  @Test func `a click chooses a figure`() {
    stage.click("over how long")
    stage.press(.right)
    #expect(stage.screen.contains("5 min"))
  }
}
