import Booking
import Canvas
import TestSupport
import Testing

@testable import Screens

@Suite("A sale with a cap and without, side by side")
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
    #expect(stage.title == "Compare caps")
    #expect(stage.show?.compared.map(\.cap) == [100])
    #expect(stage.screen.contains("The same 60 customers twice, up to 50 let in every 10 s."))
    #expect(stage.screen.contains("playing 3:00"))
    stage.press(.escape)
    #expect(stage.title == "Control panel")
    let capped = try open(.presenting(policy: .with { $0.maxActive = 30 }))
    #expect(capped.show?.compared.map(\.cap) == [30])
    #expect(capped.show?.compared.first?.policy.maxActive == 30)
    let closed = try open(.presenting(policy: .with { $0.maxActive = 0 }))
    #expect(closed.show?.compared.map(\.cap) == [100], "a closed door is no comparison")
  }

  @Test func `tells of waits, of tokens and of seats, and is told when both are over`() throws {
    let stage = try open(.presenting())
    stage.show?.finishComparison()
    stage.hearNews()
    #expect(stage.screen.contains("played to the end"))
    #expect(rows(stage, "Waited, half of them") == ["1:40", "6:40"])
    #expect(rows(stage, "Waited, nine in ten") == ["1:40", "6:40"])
    #expect(rows(stage, "Let in") == ["60", "60"])
    #expect(rows(stage, "Tokens that ended unused") == ["20", "20"])
    #expect(rows(stage, "Gave up in line") == ["0", "0"])
    #expect(rows(stage, "Sold") == ["40/400", "40/400"])
  }

  @Test func `both courses are drawn on one scale and over one time`() throws {
    let stage = try open(.presenting())
    stage.show?.finishComparison()
    stage.hearNews()
    let lines = stage.screen.split(separator: "\n").map(String.init)
    let first = try #require(lines.firstIndex { $0.hasPrefix("  In line") })
    #expect(lines[first].contains("no cap"))
    #expect(lines[first + 1].contains("cap of 100"))
    // 50 wait at most without a cap, 60 with one.
    #expect(lines[first].hasSuffix("50"))
    #expect(lines[first + 1].hasSuffix("60"))
    #expect(!lines[first].contains("█"))
    #expect(lines[first + 1].contains("█"))
    #expect(lines.contains { $0.contains("opening") && $0.contains("10:38") })
  }

  @Test func `the arrows choose another cap, and both begin again`() throws {
    let stage = try open(.presenting())
    stage.press(.right, "l", .left, "-", "-", "h")
    #expect(stage.show?.compared.map(\.cap) == [100, 150, 200, 150, 100, 75, 50])
    #expect(stage.screen.contains("cap of 50"))
    for _ in 0..<30 { stage.press(.left) }
    #expect(stage.show?.compared.last?.cap == 1, "a cap of none lets nobody in")
    for _ in 0..<40 { stage.press(.right) }
    #expect(stage.show?.compared.last?.cap == 1000)
  }

  @Test func `o compares with a sale that has no queue at all, and with one that has`() throws {
    let stage = try open(.presenting())
    #expect(stage.bottom.contains("o without a queue"))
    stage.press("o")
    #expect(stage.show?.compared.map(\.isQueued) == [true, false])
    #expect(stage.screen.contains("no queue") && !stage.screen.contains("no cap"))
    stage.press(.right, "o")
    #expect(stage.show?.compared.map(\.isQueued) == [true, false, false, true])
    #expect(stage.show?.compared.map(\.cap) == [100, 100, 150, 150])
    #expect(stage.screen.contains("no cap"))
  }

  @Test func `while nobody is admitted there is nothing to compare, and it is said`() throws {
    let stage = try open(.presenting(policy: .with { $0.batch = 0 }))
    #expect(stage.title == "Control panel")
    #expect(stage.message.contains("Nobody is admitted now; let people in first (e)."))
    stage.app.explain()
    let text = stage.app.frame(stage.size, with: stage.app.explanation).text
    #expect(text.contains("The door is closed: the line only grows"))
  }

  @Test func `a terminal that only joined the show has none`() throws {
    let stage = try TestStage(season: .single(.club), kind: .demonstration)
    stage.press("d", "v")
    #expect(stage.title == "Control panel")
    #expect(stage.message.contains("Another terminal opened this show."))
  }

  @Test func `a store that fails says so, and nothing is drawn`() throws {
    let stage = try TestStage.presenting()
    stage.show?.refusal = .storage(.full)
    stage.press("d", "v")
    #expect(stage.title == "Compare caps")
    #expect(!stage.screen.contains("no cap"))
    #expect(!stage.message.isEmpty)
  }
}
