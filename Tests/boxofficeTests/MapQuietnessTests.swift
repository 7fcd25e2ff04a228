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

  /// To another row both its number and the seat's may change in the sentence, at places far from each other.
  @Test func `a step along a row takes at most 64 bytes, one to another row 80, a step that scrolls 3,000`()
    async throws
  {
    let terminal = try await opened()
    for (there, back, most) in [("l", "h", 64), ("j", "k", 80)] {
      #expect(try await terminal.finds(1...most, going: there, and: back))
    }
    var scrolls: [Int] = []
    for _ in 0..<20 where !scrolls.contains(where: { (1_000...3_000).contains($0) }) {
      for way in ["40k", "30j"] {
        terminal.write(way)
        try await terminal.settle()
      }
      for _ in 0..<3 { scrolls.append(try await terminal.cost(of: "j")) }
    }
    #expect(scrolls.contains { (1_000...3_000).contains($0) }, "\(scrolls)")
    #expect(
      try await terminal.finds(1_000...3_000, going: "\u{1B}[<65;30;20M", and: "\u{1B}[<64;30;20M"))
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
