internal import Booking
internal import SQLiteStore
internal import TestSupport
internal import Testing
internal import Wording

/// Keys on their way through the terminal.
@Suite(.serialized, Tmux.condition)
struct KeyboardTests {
  @Test func `takes a lone Esc for a key`() async throws {
    let terminal = try await Tmux(try Stage(with: Quick.house), ["--language", "en"])
    try await terminal.wait(for: "Sign in", "q quit")
    try await terminal.press("?")
    try await terminal.wait(for: "┌─", "Ctrl-L")
    try await terminal.press("Escape")
    try await terminal.wait("the card is gone") { $0.title == "Sign in" && !$0.has("Ctrl-L") }
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `handles five hundred keys of one write in order`(seed: UInt64) async throws {
    let stage = try Stage(with: Quick.house)
    let terminal = try await Tmux(stage, ["--language", "en"])
    try await terminal.wait(for: "Sign in", "q quit")
    let store = try StoreFile(path: stage.store).openReadOnly()
    defer { store.close() }
    let people = try store.read { reader throws(BookingError) in try reader.users() }.map(\.name)
    var random = SeededRandom(seed: seed)
    var keys = ""
    var place = 0
    for _ in 0..<500 {
      let key = ["j", "j", "j", "k", "k", "G", "g"].randomElement(using: &random) ?? "j"
      keys += key
      switch key {
      case "j": place = min(place + 1, people.count - 1)
      case "k": place = max(place - 1, 0)
      case "G": place = people.count - 1
      default: place = 0
      }
    }
    try await terminal.type(keys)
    try await terminal.press("Enter")
    let picture = try await terminal.wait(title: "Concerts")
    #expect(picture.lines[0].contains(people[place]), "seed \(seed)")
  }

  @Test func `puts a paste into a text field and nowhere else`() async throws {
    let terminal = try await Tmux(try Stage(with: Quick.house), ["--language", "en"])
    try await terminal.wait(for: "Sign in", "q quit")
    try await terminal.paste("qqq")
    try await terminal.press("n")
    try await terminal.wait(for: "New name:")
    try await terminal.paste("홍길동 q")
    try await terminal.wait(for: "홍길동 q")
    try await terminal.press("Enter")
    try await terminal.wait(for: "홍길동 q is registered.")
  }

  @Test func `does not take what was typed with a key for the answer to the question that the key brings up`()
    async throws
  {
    let stage = try Stage(with: Quick.house)
    let before = try stage.payments()
    let terminal = try await Tmux(stage, ["--language", "en"])
    try await terminal.signIn(as: "Mina Park")
    try await terminal.holdSeat()
    try await terminal.type("\ryyyy")
    try await terminal.wait(for: "Checkout", "Pay ", "No")
    #expect(try stage.payments() == before)
    // A key that is held down answers once, and does nothing more.
    for _ in 0..<4 { try await terminal.type("yyyyyyyy") }
    try await terminal.wait(for: "Tickets", "Paid")
    #expect(try stage.payments() == before + 1)
    try await terminal.type("qyyy")
    #expect(try await terminal.end() == 0)
  }
}

/// Bytes that a terminal emulator would not let through.
@Suite(.serialized)
struct RawKeyboardTests {
  @Test func `takes no sequence that it does not know for Esc, and a lone Esc at once`() async throws {
    let terminal = try Pty(try Stage(with: Quick.house), ["--language", "en"])
    try await terminal.wait(for: "Sign in")
    try await terminal.wait(for: "active")
    try await terminal.settle()
    terminal.write("?")
    try await terminal.wait(for: "Ctrl-L")
    try await terminal.settle()
    for sequence in [
      "\u{1B}[99~", "\u{1B}[5;5;5y", "\u{1B}O5x", "\u{1B}[?1;2c", "\u{1B}[57344u", "\u{1B}]11;rgb:0/0/0\u{7}",
      "\u{1B}P1$r0m\u{1B}\\", "\u{1B}[200~text\u{1B}[201~", "\u{1B}[I", "\u{1B}[O",
    ] {
      let before = terminal.output.count
      terminal.write(sequence)
      _ = try await terminal.listen(milliseconds: 300)
      #expect(terminal.text(since: before).utf8.count < 100, "the card stays: \(sequence.debugDescription)")
    }
    var delays: [Swift.Duration] = []
    let clock = ContinuousClock()
    for _ in 0..<3 {
      let before = terminal.output.count
      let start = clock.now
      terminal.write("\u{1B}")
      while terminal.output.count < before + 200, clock.now - start < .seconds(20) {
        _ = try await terminal.listen(milliseconds: 10)
      }
      delays.append(clock.now - start)
      terminal.write("?")
      try await terminal.settle()
    }
    // Ten times the 50 ms that it may take.
    #expect(try #require(delays.min()) < .milliseconds(500), "\(delays)")
  }
}

extension Stage {
  /// How many payments were made.
  fileprivate func payments() throws -> Int {
    let store = try StoreFile(path: store).openReadOnly()
    defer { store.close() }
    return try store.audit { reader throws(BookingError) in try reader.allPayments() }.count
  }
}
