import Booking
import Canvas
import TestSupport
import Testing

@testable import Screens

@Suite("What renews the idle limit, and what does not (rule 9)")
struct PresenceTests {
  let stage: TestStage

  init() throws { stage = try TestStage() }

  /// When the token's last action was, counted from its activation.
  private func lastAction() throws -> Duration {
    let activity = try #require(try stage.token().activity)
    return activity.lastAction - activity.since
  }

  enum Place: CaseIterable { case sessions, seatMap, checkout }

  private func goTo(_ place: Place) {
    stage.registerPresence()
    guard place != .sessions else { return }
    stage.press(.enter)
    guard place == .checkout else { return }
    stage.press(.enter)
  }

  @Test(arguments: Place.allCases) func `a key press after more than ten seconds does`(_ place: Place) throws {
    goTo(place)
    stage.advance(.seconds(10))
    stage.press("j")
    #expect(try lastAction() == .zero, "ten seconds are not over ten seconds")
    stage.advance(.milliseconds(1))
    stage.press("j")
    #expect(try lastAction() == .milliseconds(10_001))
    #expect(stage.chips.contains("idle timeout in 5:00"))
  }

  @Test func `a key press that only moves, opens help or switches the language counts as well`() throws {
    goTo(.seatMap)
    for (minute, key) in (["h", "?", "L"] as [Key]).enumerated() {
      stage.sleep(.minutes(1))
      stage.press(key)
      #expect(try lastAction() == .minutes(Int64(minute) + 1))
    }
  }

  @Test(arguments: Place.allCases) func `time, resizing and news do not`(_ place: Place) throws {
    let rival = try Rival(on: stage)
    goTo(place)
    stage.sleep(.minutes(2))
    _ = stage.frame(100, 40)
    _ = stage.frame(80, 24)
    try rival.hold("I", 26)
    stage.hearNews()
    stage.send([.focus(true), .cursorReport(line: 1, column: 2)])
    #expect(try lastAction() == .zero)
  }

  @Test func `automatic entry does not: the limit counts from the activation`() throws {
    stage.signIn()
    stage.press(.enter)
    stage.sleep(.seconds(14))
    #expect(stage.top.contains("Sessions"))
    #expect(try lastAction() == .zero)
    #expect(stage.chips.contains("idle timeout in 4:56"))
  }

  @Test func `keys on Concerts, Wallet and Tickets do not`() throws {
    goTo(.sessions)
    stage.press(.escape)
    #expect(stage.top.contains("Concerts"))
    stage.sleep(.minutes(1))
    stage.press("j", "w", "1", "y", .escape, "t", .escape)
    #expect(try lastAction() == .zero)
  }

  @Test func `coming to the sessions by hand does`() throws {
    goTo(.sessions)
    stage.press(.escape)
    stage.advance(.seconds(3))
    stage.press(.enter)
    #expect(stage.top.contains("Sessions"))
    #expect(try lastAction() == .seconds(3))
  }

  @Test func `a refused hold does not by itself`() throws {
    let rival = try Rival(on: stage)
    goTo(.seatMap)
    stage.find("A-3")
    try rival.hold("A", 3)
    stage.advance(.seconds(9))
    stage.press(.enter)
    #expect(stage.message.contains("already taken"))
    #expect(try lastAction() == .zero)
  }

  @Test func `who keeps pressing keys stays until the lifetime is over`() throws {
    goTo(.seatMap)
    for _ in 0..<9 {
      stage.sleep(.minutes(1))
      stage.press("l")
    }
    #expect(try stage.token().activity != nil)
    #expect(stage.chips.contains("ends in 1:00"))
  }
}
