internal import TestSupport
internal import Testing

/// Windows that change their size, and a program that is stopped and continued.
@Suite(.serialized, Tmux.condition)
struct WindowStoryTests {
  @Test func `redraws at every size and loses nothing`() async throws {
    let stage = try Stage(with: Quick.house)
    let terminal = try await Tmux(stage, ["--language", "en"])
    try await terminal.signIn(as: "Mina Park")
    try await terminal.openSeatMap()
    try await terminal.press("Space")
    let before = try await terminal.wait(for: "Seat map", "1 chosen")

    try await terminal.resize(width: 60, height: 16)
    let compact = try await terminal.wait("the compact map") { $0.lines.count == 16 && $0.lines[15].contains("q quit") }
    #expect(compact.title == "Seat map")
    #expect(compact.lines[15].contains("? help"))
    #expect(compact.seat.hasSuffix("chosen | 1 seat, 88,000 won"), "the seat in few words, and the choice")

    try await terminal.resize(width: 40, height: 10)
    try await terminal.wait(for: "This window is too small.", "60x16", "40x10")
    try await terminal.press("Enter")

    try await terminal.resize(width: 80, height: 24)
    try await terminal.wait("the same picture, but for the countdowns") { picture in
      picture.lines.count == 24 && picture.lines[2...] == before.lines[2...]
    }
  }

  @Test func `gives the terminal to the shell on Ctrl-Z and takes it again on fg`() async throws {
    let stage = try Stage(with: Quick.house)
    let terminal = try await Tmux(
      stage, running: ["bash", "--norc", "--noprofile", "-i"], environment: ["TERM": "tmux-256color", "PS1": "shell> "])
    try await terminal.wait(for: "shell>")
    try await terminal.type("clear; '\(Stage.program)' --store '\(stage.store)' --language en\r")
    try await terminal.signIn(as: "Mina Park")
    let clock = ContinuousClock()
    let beforeHold = clock.now
    try await terminal.holdSeat()
    let left = try await terminal.secondsLeft()

    try await terminal.press("C-z")
    try await terminal.wait(for: "Stopped", "shell>")
    try await terminal.type("echo in-be\"\"tween\r")
    try await terminal.wait(for: "echo in-be", "in-between")
    try await terminal.resize(width: 100, height: 30)
    let stop = clock.now
    _ = try await eventually("some seconds") { clock.now - stop >= .seconds(3) ? () : nil }
    try await terminal.type("fg\r")
    let picture = try await terminal.wait("the checkout, larger") { $0.title == "Checkout" && $0.lines.count == 30 }
    #expect(picture.lines[29].contains("q quit"))
    let counted = try await left - terminal.secondsLeft()
    // The time of the stop was counted, and no more than has passed since somebody asked for the seat.
    #expect(counted >= 2)
    #expect(counted <= Int((clock.now - beforeHold).components.seconds) + 1)

    try await terminal.press("q")
    try await terminal.wait(for: "You are holding")
    try await terminal.press("y")
    try await terminal.wait("the shell") { $0.title == "" && $0.has("shell>") }
    try await terminal.type("echo status $?\r")
    try await terminal.wait(for: "status 0")
  }
}

extension Tmux {
  /// What the countdown of the held seats says.
  fileprivate func secondsLeft() async throws -> Int {
    let picture = try await wait(for: "Time left ")
    let line = try #require(picture.lines.first { $0.contains("Time left ") })
    let words = line.split(separator: " ")
    let digits = try #require(words.first { $0.contains(":") }).split(separator: ":").compactMap { Int($0) }
    return digits[0] * 60 + digits[1]
  }
}
