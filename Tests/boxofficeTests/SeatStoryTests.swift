internal import TestSupport
internal import Testing

/// Several terminals on one store, and holds that end.
@Suite(.serialized, Tmux.condition)
struct SeatStoryTests {
  @Test func `shows another terminal's hold without a key press and refuses the same seat`() async throws {
    let stage = try Stage(with: Quick.house)
    let first = try await Tmux(stage, ["--language", "en"])
    try await first.signIn(as: "Alex Morgan")
    let second = try await Tmux(stage, ["--language", "en"])
    try await second.signIn(as: "Mina Park")
    try await first.openSeatMap()
    try await second.openSeatMap()
    let before = try await second.wait(for: "Seat map", "available")
    let seat = try #require(before.seat.split(separator: ",").first.map(String.init))
    #expect(try await first.picture().seat.hasPrefix(seat))

    try await first.press("Enter")
    try await first.wait(for: "Checkout", "Seat held")
    let after = try await second.wait("the hold") { $0.seat.hasPrefix(seat) && $0.seat.hasSuffix("held") }
    #expect(after.lines[6...20].contains { $0.contains("░") })
    try await second.press("Enter")
    try await second.wait(for: "Seat map", "That seat is already taken.", seat)
    #expect(try await stage.check().end == .exited(0))
  }

  @Test func `refuses in the prescribed Korean words`() async throws {
    let stage = try Stage(with: Quick.house)
    let first = try await Tmux(stage, ["--language", "en"])
    try await first.signIn(as: "Alex Morgan")
    try await first.holdSeat()
    try await first.press("Escape")
    try await first.wait(title: "Seat map")
    try await first.press("q")
    try await first.wait(for: "You are holding 1 seat.")
    try await first.press("y")
    #expect(try await first.end() == 0)

    let second = try await Tmux(stage, ["--language", "ko"])
    try await second.wait(for: "로그인", "Mina Park")
    try await second.press("j", "j", "j", "Enter")
    try await second.wait(for: "공연", "Mina Park")
    try await second.press("Enter")
    try await second.wait(for: "회차", "199/200")
    try await second.press("j", "j", "Enter")
    try await second.wait(title: "좌석 선택")
    // The best seat that is left lies beside the one that is held.
    try await second.press("h")
    let seat = try await second.wait("a held seat") { $0.seat.hasSuffix(", 임시 예약") }.seat
    try await second.press("Enter")
    try await second.wait(for: "좌석이 이미 예약되었습니다.", String(seat.prefix { $0 != "," }))
  }

  @Test func `frees the seat when the time to pay is over`() async throws {
    let stage = try Stage()
    let terminal = try await Tmux(stage, ["--language", "en", "--hold-duration", "15s"] + Quick.door)
    try await terminal.signIn(as: "Mina Park")
    try await terminal.openSeatMap()
    let seat = try await terminal.wait(for: "available").seat
    try await terminal.press("Enter")
    try await terminal.wait(for: "Checkout", "Time left")
    try await terminal.wait(for: "Checkout", "You hold no seats.")
    try await terminal.press("Escape")
    try await terminal.wait("the same seat, free") { $0.title == "Seat map" && $0.seat == seat }
    try await terminal.press("t")
    try await terminal.wait(for: "Tickets", "expired", String(seat.prefix { $0 != "," }))
    #expect(try await stage.check().end == .exited(0))
  }

  @Test func `asks before quitting with a hold and stays by default`() async throws {
    let stage = try Stage(with: Quick.house)
    let terminal = try await Tmux(stage, ["--language", "en"])
    try await terminal.signIn(as: "Mina Park")
    try await terminal.holdSeat()
    try await terminal.press("q")
    try await terminal.wait(for: "You are holding 1 seat.", "Stay")
    try await terminal.press("Enter")
    try await terminal.wait("the question is gone") { !$0.has("You are holding") && $0.title == "Checkout" }
    try await terminal.press("C-c")
    try await terminal.wait(for: "You are holding 1 seat.")
    try await terminal.press("r")
    #expect(try await terminal.end() == 0)

    let next = try await Tmux(stage, ["--language", "en"])
    try await next.signIn(as: "Mina Park")
    #expect(try await !next.picture().has("held"))
    #expect(try await stage.check().end == .exited(0))
  }

  @Test func `leads to checkout at sign-in while a hold is alive`() async throws {
    let stage = try Stage(with: Quick.house)
    let first = try await Tmux(stage, ["--language", "en"])
    try await first.signIn(as: "Mina Park")
    try await first.holdSeat()
    try await first.press("q")
    try await first.wait(for: "You are holding")
    try await first.press("y")
    #expect(try await first.end() == 0)

    let second = try await Tmux(stage, ["--language", "en"])
    try await second.wait(for: "Sign in", "Mina Park")
    try await second.press("j", "j", "j", "Enter")
    try await second.wait(for: "Checkout", "Mina Park", "Time left", "1 held")
  }
}
