internal import Testing

/// How few bytes the map of a real hall takes in a large window.
@Suite(.serialized, PublishedPlan.condition)
struct MapQuietnessTests {
  /// The map of the published theatre, at rest.
  private func opened() async throws -> Pty {
    let stage = try Stage(with: Quick.house)
    try await stage.importPublishedPlan()
    let terminal = try Pty(stage, ["--language", "en"], width: 120, height: 40)
    try await terminal.wait(for: "Sign in")
    terminal.write("\r")
    try await terminal.wait(for: "Jazz After Midnight")
    terminal.write("/Matinee")
    try await terminal.settle()
    terminal.write("\r\r")
    try await terminal.wait(for: "1,057/1,057")
    terminal.write("\r")
    try await terminal.wait(for: "Ground floor row 1")
    try await terminal.settle()
    return terminal
  }

  @Test func `a step along a row takes at most 64 bytes, one to another row 80, a step that scrolls at most 3,000`()
    async throws
  {
    let terminal = try await opened()
    // Seconds that go by add to the steps, on a busy machine to nearly all: the cheapest is what a step takes. From row to
    // row more of the sentence changes.
    for (keys, most) in [(["l", "h", "l", "h", "l", "h", "l"], 64), (["j", "k", "j", "k", "j", "k", "j"], 80)] {
      var steps: [Int] = []
      for _ in 0..<60 where steps.min() ?? .max > most {
        for key in keys { steps.append(try await terminal.cost(of: key)) }
      }
      #expect(try #require(steps.min()) <= most, "\(steps)")
    }
    let wheel = ["\u{1B}[<65;30;20M", "\u{1B}[<65;30;20M", "\u{1B}[<64;30;20M"]
    let turns = try await terminal.costs(of: wheel)
    terminal.write("30j")
    try await terminal.settle()
    let scrolls = try await terminal.costs(of: Array(repeating: "j", count: 4)) + turns
    #expect(scrolls.contains { $0 > 1_000 }, "\(scrolls)")
    // And what a second's edge adds.
    #expect(scrolls.filter { $0 > 1_000 }.min() ?? .max <= 3_000 + 200, "\(scrolls)")
  }

  /// Where seats show their numbers, nearly every cell is another one after a step that scrolls.
  @Test func `a whole picture, and a step that scrolls the numbers, take at most 20,000 bytes`() async throws {
    let terminal = try await opened()
    let pictures = try await terminal.costs(of: ["+", "+", "-", "-", "-", "+", "i", "i", "?", "\u{1B}", "\u{C}"])
    #expect(pictures.allSatisfy { $0 <= 20_000 }, "\(pictures)")
    #expect(pictures.contains { $0 > 2_000 }, "\(pictures)")
    terminal.write("+++014l")
    try await terminal.settle()
    let numbers = try await terminal.costs(of: Array(repeating: "l", count: 8) + Array(repeating: "8j", count: 4))
    #expect(numbers.contains { $0 > 1_000 } && numbers.allSatisfy { $0 <= 20_000 }, "\(numbers)")
  }
}

extension Pty {
  /// How many bytes each of these keys is answered with.
  fileprivate func costs(of keys: [String]) async throws -> [Int] {
    var costs: [Int] = []
    for key in keys {
      let before = output.count
      write(key)
      // On a busy machine the answer takes its time, and must not be counted for the next key.
      for _ in 0..<10 where output.count < before + 200 { _ = try await listen(milliseconds: 50) }
      while try await listen(milliseconds: 100).contains(where: { $0 > 0 }) {}
      costs.append(output.count - before)
    }
    return costs
  }
}
