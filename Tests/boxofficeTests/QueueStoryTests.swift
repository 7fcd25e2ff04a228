internal import Booking
internal import Files
internal import SQLiteStore
internal import TestSupport
internal import Testing

@testable import boxoffice

/// The queue as people meet it: the wait, a place that is kept, a token that ends.
@Suite(.serialized, Tmux.condition)
struct QueueStoryTests {
  @Test func `shows the place in the line and keeps it over quitting`() async throws {
    let stage = try Stage(with: Quick.closedDoor)
    let first = try await Tmux(stage, ["--language", "en"])
    try await first.signIn(as: "Alex Morgan")
    try await first.press("Enter")
    let room = try await first.wait(for: "Waiting room", "Your position", "Estimated wait", "Next admission", "In line")
    #expect(room.has("position 121"))
    #expect(room.has("up to 50"))
    try await first.press("q")
    #expect(try await first.end() == 0)

    let second = try await Tmux(stage, ["--language", "en"])
    try await second.signIn(as: "Alex Morgan")
    let concerts = try await second.picture()
    let chip = try #require(room.lines[1].split(separator: "position").first)
    #expect(concerts.lines[1].hasPrefix(chip))
    #expect(concerts.has("position 121"))
    try await second.press("Enter")
    try await second.wait(for: "Waiting room", "position 121", "121")
  }

  @Test func `lets in by itself when the turn comes`() async throws {
    let stage = try Stage()
    let terminal = try await Tmux(stage, ["--language", "en", "--activation-period", "1s", "--batch", "60"])
    try await terminal.signIn(as: "Alex Morgan")
    try await terminal.press("Enter")
    try await terminal.wait(for: "Sessions", "You are in.", "active #")
  }

  @Test func `leaves the queue after a question`() async throws {
    let stage = try Stage(with: Quick.closedDoor)
    let terminal = try await Tmux(stage, ["--language", "en"])
    try await terminal.signIn(as: "Alex Morgan")
    try await terminal.press("Enter")
    try await terminal.wait(title: "Waiting room")
    try await terminal.press("x")
    try await terminal.wait(for: "Leave the queue?")
    try await terminal.press("y")
    try await terminal.wait(for: "Concerts", "You left the queue.", "expired #")
    #expect(try await stage.check().end == .exited(0))
  }

  @Test func `greys the seat map when the idle limit ends the token and offers to join again`() async throws {
    let stage = try Stage()
    let terminal = try await Tmux(
      stage, ["--language", "en", "--idle-limit", "15s", "--token-lifetime", "1h"] + Quick.door)
    try await terminal.signIn(as: "Alex Morgan")
    try await terminal.openSeatMap()
    #expect(try await !terminal.areSeatsGrey())
    try await terminal.wait(for: "Seat map", "Your token has ended", "idle limit 15 s", "join the queue again")
    #expect(try await terminal.areSeatsGrey())
    try await terminal.press("Enter")
    try await terminal.wait(for: "Sessions", "active #")
  }

  @Test func `lets a hold be paid after its token has ended`() async throws {
    let stage = try Stage()
    let terminal = try await Tmux(
      stage, ["--language", "en", "--idle-limit", "15s", "--token-lifetime", "15001ms"] + Quick.door)
    try await terminal.signIn(as: "Mina Park")
    try await terminal.holdSeat()
    try await terminal.press("Escape")
    try await terminal.wait(for: "Seat map", "Your token has ended", "pay for the 1 seat you hold")
    try await terminal.press("c")
    try await terminal.wait(for: "Checkout", "Time left")
    try await terminal.press("Enter")
    try await terminal.wait(for: "Pay ")
    try await terminal.press("y")
    try await terminal.wait(for: "Tickets", "Paid")
    #expect(try await stage.check().end == .exited(0))
  }

  @Test func `tells what fell due while it was closed`() async throws {
    let stage = try Stage(with: [
      "--activation-period", "1s", "--batch", "1000", "--idle-limit", "1500ms", "--token-lifetime", "1501ms",
    ])
    let store = try StoreFile(path: stage.store).openReadOnly()
    let house = try store.audit { reader throws(BookingError) in try reader.house() }
    store.close()
    // The house's time goes on: there is no clock here to move but the machine's.
    let due = house.admissionEpoch + .seconds(1) + .milliseconds(1501)
    _ = try await eventually("the tokens' end") {
      MachineClock.now(in: house, at: FilePath(stage.store)) > due ? () : nil
    }
    let terminal = try await Tmux(stage, ["--language", "en"])
    try await terminal.wait(for: "While it was closed: 120 admitted, 120 tokens ended")
  }
}

extension Tmux {
  /// Whether the free seats are drawn dim and without their tiers' colours.
  fileprivate func areSeatsGrey() async throws -> Bool {
    let picture = try await styledPicture()
    let rows = picture.split(separator: "\n").filter { $0.contains("▢▢▢▢") }
    return !rows.isEmpty && !rows.contains { $0.contains("38;5;") } && picture.contains(/\u{1B}\[(0;)?2m/)
  }
}
