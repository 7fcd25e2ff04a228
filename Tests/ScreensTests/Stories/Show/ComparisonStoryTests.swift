import Booking
import Canvas
import TestSupport
import Testing

@testable import Screens

@Suite("A sale without a queue, with one, and with a cap, side by side")
struct ComparisonStoryTests {
  private func open(_ stage: TestStage) -> TestStage {
    stage.press("d", .space, "v")
    return stage
  }

  private func rows(_ stage: TestStage, _ name: String) -> [String] {
    let row = stage.screen.split(separator: "\n").first { $0.hasPrefix("  \(name)") } ?? ""
    return row.dropFirst(name.count + 2).split(separator: " ").map(String.init)
  }

  @Test func `v begins it from the control panel, with the cap in force or a usual one`() throws {
    let stage = try open(.presenting())
    #expect(stage.title == "With and without a queue")
    #expect(stage.show?.compared.map(\.cap) == [100])
    #expect(stage.screen.contains("One sale to the same 60 customers. The queue admits 50 every 10 s."))
    #expect(stage.screen.contains("playing 3:00"))
    stage.press(.escape)
    #expect(stage.title == "Control panel")
    let capped = try open(.presenting(policy: .with { $0.maxActive = 30 }))
    #expect(capped.show?.compared.map(\.cap) == [30])
    #expect(capped.show?.compared.first?.policy.maxActive == 30)
    let closed = try open(.presenting(policy: .with { $0.maxActive = 0 }))
    #expect(closed.show?.compared.map(\.cap) == [100], "a closed door is no comparison")
  }

  @Test func `tells of waits, of tokens and of seats, and is told when all are over`() throws {
    let stage = try open(.presenting())
    stage.show?.finishComparison()
    stage.hearNews()
    #expect(stage.screen.contains("played to the end"))
    #expect(rows(stage, "Median wait") == ["0:01", "1:40", "6:40"])
    #expect(rows(stage, "90% waited at most") == ["0:01", "1:40", "6:40"])
    #expect(rows(stage, "Seats lost to a faster buyer") == ["77", "5", "2"])
    #expect(rows(stage, "Turns that expired unused") == ["20", "20", "20"])
    #expect(rows(stage, "Gave up in line") == ["0", "0", "0"])
    #expect(rows(stage, "Sold") == ["40/400", "40/400", "40/400"])
  }

  @Test func `the courses are drawn on one scale and over one time`() throws {
    let stage = try open(.presenting())
    stage.show?.finishComparison()
    stage.hearNews()
    let lines = stage.screen.split(separator: "\n").map(String.init)
    let first = try #require(lines.firstIndex { $0.hasPrefix("  In line") })
    #expect(lines[first].contains("no queue"))
    #expect(lines[first + 1].contains("a queue"))
    #expect(lines[first + 2].contains("cap of 100"))
    // 1 waits at most without a queue, 50 with one, 60 with a cap.
    #expect(lines[first].hasSuffix(" 1"))
    #expect(lines[first + 1].hasSuffix("50"))
    #expect(lines[first + 2].hasSuffix("60"))
    #expect(!lines[first + 1].contains("█"))
    #expect(lines[first + 2].contains("█"))
    #expect(lines.contains { $0.contains("opening") && $0.contains("10:38") })
  }

  @Test func `the arrows choose another cap, and all begin again`() throws {
    let stage = try open(.presenting())
    stage.press(.right, "l", .left, "-", "-", "h")
    #expect(stage.show?.compared.map(\.cap) == [100, 150, 200, 150, 100, 75, 50])
    #expect(stage.screen.contains("cap of 50"))
    for _ in 0..<30 { stage.press(.left) }
    #expect(stage.show?.compared.last?.cap == 1, "a cap of none lets nobody in")
    for _ in 0..<40 { stage.press(.right) }
    #expect(stage.show?.compared.last?.cap == 1000)
  }

  @Test func `while nobody is admitted there is nothing to compare, and it is said`() throws {
    let stage = try open(.presenting(policy: .with { $0.batch = 0 }))
    #expect(stage.title == "Control panel")
    #expect(stage.message.contains("Nobody is admitted now; let people in first (e)."))
    stage.app.explain()
    let text = stage.app.frame(stage.size, with: stage.app.explanation).text
    #expect(text.contains("The door is closed: nobody gets in"))
  }

  @Test func `a terminal that only joined the show has none`() throws {
    let stage = try TestStage(season: .single(.club), kind: .demonstration)
    stage.press("d", "v")
    #expect(stage.title == "Control panel")
    #expect(stage.message.contains("Only at the terminal that opened the show."))
  }

  @Test func `a store that fails says so, and nothing is drawn`() throws {
    let stage = try TestStage.presenting()
    stage.show?.refusal = .storage(.full)
    stage.press("d", "v")
    #expect(stage.title == "With and without a queue")
    #expect(!stage.screen.contains("no queue"))
    #expect(!stage.message.isEmpty)
  }
}
