internal import Foundation
internal import TestSupport
internal import Testing

/// How little the program does when there is little to do.
@Suite(.serialized)
struct QuietnessTests {
  @Test func `sleeps through on a still screen and writes nothing`() async throws {
    let terminal = try Pty(try Stage(with: Quick.house), ["--language", "en"])
    try await terminal.wait(for: "Sign in")
    try await terminal.letEverybodyIn()
    let (written, wokenUp) = try await withinAMinute {
      let wakeUps = try #require(terminal.wakeUps)
      let written = try await terminal.listen(milliseconds: 2500).reduce(0, +)
      let after = try #require(terminal.wakeUps)
      return (written, after - wakeUps)
    }
    #expect(written == 0)
    #expect(wokenUp == 0)
  }

  @Test func `sleeps while a script is stopped, whatever was written before`() async throws {
    let stage = try Stage()
    try "rest 1h".write(toFile: stage.folder + "/a.script", atomically: true, encoding: .utf8)
    let terminal = try Pty(
      stage, ["demo", "--crowd", "40", "--hall", "club", "--script", "a.script", "--language", "en"], store: nil,
      environment: ["XDG_RUNTIME_DIR": stage.folder])
    try await terminal.wait(for: "Waiting room")
    terminal.write(" ")
    try await terminal.wait(for: "paused")
    try await terminal.settle()
    var asleep = 0
    for _ in 0..<50 {
      asleep += terminal.isAsleep ? 1 : 0
      _ = try await terminal.listen(milliseconds: 20)
    }
    #expect(asleep > 40)
  }

  /// A minute's edge changes the clock: then it is looked at again.
  private func withinAMinute<Answer>(_ look: () async throws -> Answer) async throws -> Answer {
    while true {
      let minute = Int(Date().timeIntervalSince1970) / 60
      let answer = try await look()
      if Int(Date().timeIntervalSince1970) / 60 == minute { return answer }
    }
  }

  @Test func `answers a key that changes nothing with nothing`() async throws {
    let terminal = try Pty(try Stage(with: Quick.house), ["--language", "en"])
    try await terminal.wait(for: "Sign in")
    try await terminal.letEverybodyIn()
    let written = try await withinAMinute {
      let before = terminal.output.count
      for key in ["Z", "k", "\u{1B}[99~", "\u{1B}[<0;1;1M\u{1B}[<0;1;1m", "\u{1B}[<64;1;9M"] {
        terminal.write(key)
        _ = try await terminal.listen(milliseconds: 150)
      }
      return terminal.output.count - before
    }
    #expect(written == 0)
  }

  @Test func `moves the seat map's cursor with few bytes`() async throws {
    let stage = try Stage(with: Quick.house)
    let terminal = try Pty(stage, ["--language", "en"])
    try await terminal.wait(for: "Sign in")
    terminal.write("\r")
    try await terminal.wait(for: "Jazz After Midnight")
    terminal.write("\r")
    try await terminal.wait(for: "200/200")
    terminal.write("jj\r")
    try await terminal.wait(for: "STAGE")
    try await terminal.settle()
    var costs: [Int] = []
    for key in ["l", "l", "h", "h", "l", "h", "l"] {
      costs.append(try await terminal.cost(of: key))
    }
    // A second's edge may fall into some of them.
    let median = costs.sorted()[costs.count / 2]
    #expect(median > 0)
    #expect(median <= 64, "\(costs)")
  }

  @Test func `ticks in the waiting room with at most 300 bytes`() async throws {
    let terminal = try Pty(try Stage(with: Quick.closedDoor), ["--language", "en"])
    try await terminal.wait(for: "Sign in")
    terminal.write("\r")
    try await terminal.wait(for: "Jazz After Midnight")
    terminal.write("\r")
    try await terminal.wait(for: "Your position")
    _ = try await terminal.listen(milliseconds: 500)
    let wakeUps = try #require(terminal.wakeUps)
    let pieces = try await terminal.listen(milliseconds: 3500)
    #expect(try #require(terminal.wakeUps) > wakeUps)
    let ticks = pieces.split(separator: 0).map { $0.reduce(0, +) }
    #expect(ticks.count >= 2)
    #expect(ticks.allSatisfy { $0 <= 300 }, "\(ticks)")
  }
}

extension Pty {
  /// Waits until nobody waits any more and nothing is left to be done.
  fileprivate func letEverybodyIn() async throws {
    try await wait(for: "active")
    try await settle()
  }

  /// How many bytes a key is answered with.
  func cost(of key: String) async throws -> Int {
    let before = output.count
    write(key)
    try await eventually("an answer to \(key)", every: 1) {
      try await self.listen(milliseconds: 50).contains { $0 > 0 } ? () : nil
    }
    return output.count - before
  }
}
