internal import Foundation
internal import Testing

/// How little the program does when there is little to do.
@Suite(.serialized)
struct QuietnessTests {
  @Test func `sleeps through on a still screen and writes nothing`() async throws {
    let terminal = try Pty(try Stage(), ["--language", "en"] + Quick.door)
    try await terminal.wait(for: "Sign in")
    // Everybody who waited is in, and nothing is left to be done.
    try await Task.sleep(for: .milliseconds(600))
    try await terminal.settle()
    // A minute's edge changes the clock: then it is looked at again.
    for _ in 0..<2 {
      let minute = Int(Date().timeIntervalSince1970) / 60
      let wakeUps = try #require(terminal.wakeUps)
      let written = try await terminal.listen(milliseconds: 2500).reduce(0, +)
      let after = try #require(terminal.wakeUps)
      guard Int(Date().timeIntervalSince1970) / 60 == minute else { continue }
      #expect(after - wakeUps == 0)
      #expect(written == 0)
      return
    }
  }

  @Test func `answers a key that changes nothing with nothing`() async throws {
    let terminal = try Pty(try Stage(), ["--language", "en"] + Quick.door)
    try await terminal.wait(for: "Sign in")
    try await Task.sleep(for: .milliseconds(600))
    try await terminal.settle()
    let before = terminal.output.count
    for key in ["Z", "k", "\u{1B}[99~"] {
      terminal.write(key)
      _ = try await terminal.listen(milliseconds: 150)
    }
    let minuteEdge = 64
    #expect(terminal.output.count - before <= minuteEdge)
  }

  @Test func `moves the seat map's cursor with few bytes`() async throws {
    let stage = try Stage()
    let terminal = try Pty(stage, ["--language", "en"] + Quick.door)
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
    #expect(median <= 140, "\(costs)")
  }

  @Test func `ticks in the waiting room with at most 300 bytes`() async throws {
    let terminal = try Pty(try Stage(), ["--language", "en"] + Quick.closedDoor)
    try await terminal.wait(for: "Sign in")
    terminal.write("\r")
    try await terminal.wait(for: "Jazz After Midnight")
    terminal.write("\r")
    try await terminal.wait(for: "Your position")
    _ = try await terminal.listen(milliseconds: 500)
    let pieces = try await terminal.listen(milliseconds: 3500)
    let ticks = pieces.split(separator: 0).map { $0.reduce(0, +) }
    #expect(ticks.count >= 2)
    #expect(ticks.allSatisfy { $0 <= 300 }, "\(ticks)")
  }
}

extension Pty {
  /// How many bytes a key is answered with.
  fileprivate func cost(of key: String) async throws -> Int {
    let before = output.count
    write(key)
    try await eventually("an answer to \(key)", every: 1) {
      try await self.listen(milliseconds: 50).contains { $0 > 0 } ? () : nil
    }
    return output.count - before
  }
}
