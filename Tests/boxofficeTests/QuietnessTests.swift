internal import Foundation
internal import TestSupport
internal import Testing
internal import Wording

@testable import boxoffice

/// How little the program does when there is little to do.
@Suite(.serialized)
struct QuietnessTests {
  @Test func `sleeps through on a still screen and writes nothing`() async throws {
    let terminal = try Pty(try Stage(with: Quick.house), ["--language", "en"])
    try await terminal.wait(for: "Sign in")
    try await terminal.letEverybodyIn()
    // A second one would be a library's, and wake by itself.
    #expect(terminal.threads.count == 1)
    let spent = try await withinAMinute { try await terminal.spend(milliseconds: 10_000) }
    #expect(spent.bytes == 0)
    #expect(spent.wakeUps == 0)
    #expect(spent.runTime == 0)
    // Of the whole process the system tells no more than hundredths of a second.
    #expect(spent.processorTime <= 50)
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

  @Test func `has one thread after a race too, which opens and closes stores of its own`() async throws {
    let stage = try Stage()
    let terminal = try Pty(
      stage, ["demo", "--crowd", "40", "--hall", "club", "--no-captions", "--language", "en"], store: nil,
      environment: ["XDG_RUNTIME_DIR": stage.folder])
    try await terminal.wait(for: "Waiting room")
    terminal.write(":lab\r")
    try await terminal.wait(for: "Race laboratory")
    terminal.write("\r")
    try await terminal.wait(for: "Rule")
    terminal.write("\u{1B}")
    try await terminal.wait(for: "Race laboratory")
    #expect(terminal.threads.count == 1)
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
    // To another row its name changes too.
    for (there, back, most) in [("l", "h", 64), ("j", "k", 80)] {
      #expect(try await terminal.finds(1...most, going: there, and: back))
    }
  }

  @Test func `ticks in the waiting room with at most 300 bytes a second`() async throws {
    let terminal = try Pty(try Stage(with: Quick.closedDoor), ["--language", "en"])
    try await terminal.wait(for: "Sign in")
    terminal.write("\r")
    try await terminal.wait(for: "Jazz After Midnight")
    terminal.write("\r")
    try await terminal.wait(for: "Your position")
    _ = try await terminal.listen(milliseconds: 500)
    let spent = try await terminal.spend(milliseconds: 3500)
    // A late tick tells of several seconds at once.
    let ticks = spent.elapsed / 1000 + 1
    #expect(spent.pieces.contains { $0 > 0 })
    #expect(spent.pieces.reduce(0, +) <= 300 * ticks, "\(spent.pieces)")
    // The clock goes with the countdown, and nothing else has to be looked at.
    #expect((2...spent.elapsed / 1000 + 2).contains(spent.wakeUps), "\(spent.wakeUps) in \(spent.elapsed) ms")
    // Ten times the 0.3 % that it may take.
    #expect(spent.processorTime <= spent.elapsed * 3 / 100, "\(spent.processorTime)")
  }

  @Test func `erases the screen at the start, on Ctrl-L and when the window changes, and never else`() async throws {
    let terminal = try Pty(try Stage(with: Quick.house), ["--language", "en"])
    try await terminal.wait(for: "Sign in")
    try await terminal.letEverybodyIn()
    let atStart = terminal.erasures
    #expect(atStart > 0)
    for (keys, news) in [
      ("\r", "Jazz After Midnight"), ("\r", "200/200"), ("jj\r", "STAGE"), ("?", "Keys: "), ("?", "STAGE"),
      (" ", "1 chosen"), ("i", ""), ("\r", "Seat held"), ("\r", "No"), ("y", "Paid"),
    ] {
      let before = terminal.output.count
      terminal.write(keys)
      try await terminal.wait(for: news, since: before)
      try await terminal.settle()
    }
    #expect(terminal.erasures == atStart)
    terminal.write("\u{C}")
    try await terminal.settle()
    #expect(terminal.erasures == atStart + 1)
    terminal.resize(width: 90, height: 30)
    try await terminal.settle()
    #expect(terminal.erasures == atStart + 2)
  }

  @Test func `hides a cursor that is seen while it draws, and shows it once`() async throws {
    let terminal = try Pty(try Stage(with: Quick.house), ["--language", "en"])
    try await terminal.wait(for: "Sign in")
    try await terminal.letEverybodyIn()
    terminal.write("n")
    try await terminal.wait(for: "New name:")
    try await terminal.settle()
    #expect(terminal.text().hasSuffix("\u{1B}[?25h"))
    for letters in [["a", "b", "c"], ["x", "y", "z"], ["가", "나", "다"]] {
      // Another letter each time, since a minute's edge may have fallen into the last one.
      var rest = letters[...]
      let text = try await withinAMinute {
        let before = terminal.output.count
        let letter = rest.popFirst() ?? "q"
        terminal.write(letter)
        try await terminal.wait(for: letter, since: before)
        try await terminal.settle()
        return terminal.text(since: before)
      }
      #expect(text.hasPrefix("\u{1B}[?25l") && text.hasSuffix("\u{1B}[?25h"), "\(text.debugDescription)")
      #expect(text.ranges(of: "\u{1B}[?25").count == 2, "\(text.debugDescription)")
    }
  }
}

/// What a program did in a time.
struct Spending {
  /// How many bytes came at each look.
  let pieces: [Int]
  let wakeUps: Int
  /// Nanoseconds of all threads.
  let runTime: Int
  /// Milliseconds of the whole process.
  let processorTime: Int
  /// Milliseconds that it took, which on a busy machine are more than were asked for.
  let elapsed: Int

  var bytes: Int { pieces.reduce(0, +) }
}

extension Pty {
  /// What the program does in a time.
  func spend(milliseconds: Int) async throws -> Spending {
    func figures() throws -> [Int] { try [wakeUps, runTime, processorTime].map { try #require($0) } }
    let start = MachineClock.steady()
    let before = try figures()
    let pieces = try await listen(milliseconds: milliseconds)
    let spent = zip(try figures(), before).map { $0 - $1 }
    return Spending(
      pieces: pieces, wakeUps: spent[0], runTime: spent[1], processorTime: spent[2],
      elapsed: Int(MachineClock.steady() - start))
  }
}

extension Pty {
  /// How often the whole screen was erased.
  fileprivate var erasures: Int {
    // To the screen's end from its beginning, or all of it.
    text().ranges(of: "\u{1B}[J").count + text().ranges(of: "\u{1B}[2J").count
  }

  /// Waits until nobody waits any more and nothing is left to be done.
  fileprivate func letEverybodyIn() async throws {
    try await wait(for: "active")
    try await settle()
  }

  /// Whether going there and going back are both answered with so many bytes at least once: seconds that go by add to
  /// the steps, on a busy machine to nearly all.
  func finds(_ bounds: ClosedRange<Int>, going there: String, and back: String) async throws -> Bool {
    var missing: Set = [there, back]
    for _ in 0..<100 where !missing.isEmpty {
      for key in [there, back] where bounds.contains(try await cost(of: key)) { missing.remove(key) }
    }
    return missing.isEmpty
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
