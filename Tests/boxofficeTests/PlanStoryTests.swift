internal import TestSupport
internal import Testing

/// A real hall, from its plan to a ticket.
@Suite(.serialized, Tmux.condition, PublishedPlan.condition)
struct PlanStoryTests {
  @Test func `a seat in the balcony of an imported hall is found by its name, held and paid`() async throws {
    let stage = try Stage(with: Quick.house)
    try await stage.importPublishedPlan()
    let terminal = try await Tmux(stage, ["--language", "en"], width: 120, height: 40)
    try await terminal.signIn(as: "Mina Park")
    try await terminal.openPublishedPlan()
    let map = try await terminal.wait(for: "Seat map", "STAGE", "Ground floor", "Parkett vorne, 90,000 won, available")
    // Its rows with both aisles, each with its name before it.
    for row in [" 1 ", " 7 ", " 16 ", " 32 "] {
      #expect(map.lines.contains { $0.contains(row + "▢ ▢ ▢") && $0.contains("▢   ▢") }, "\(row)")
    }

    try await terminal.press("/")
    try await terminal.wait(for: "Seat: ")
    try await terminal.type("balc 18 7")
    let balcony = try await terminal.wait("the seat") {
      $0.seat == "Balcony row 18 seat 7, Balkon hinten, 40,000 won, available"
    }
    #expect(balcony.lines.contains { $0.contains(" 19 ▢ ▢ ▢") })
    // Once, as the map has it, though the plan's picture says it as well.
    #expect(balcony.lines.contains { $0.contains("  Balcony  ") } && !balcony.has("BALCONY"))
    try await terminal.press("Enter")
    try await terminal.wait("no more typing") { !$0.has("Seat: ") }
    try await terminal.press("Space")
    try await terminal.wait(for: "1 chosen, 40,000 won", "Balcony 18-7")
    try await terminal.press("Enter")
    try await terminal.wait(for: "Checkout", "Seat held", "Balcony row 18 seat 7")
    try await terminal.press("Enter")
    try await terminal.wait(for: "Pay 40,000 won")
    try await terminal.press("y")
    try await terminal.wait(for: "Tickets", "Paid", "Matinee", "Balcony row 18 seat 7", "Mina Park  1,160,000 won")
    try await terminal.press("q")
    #expect(try await terminal.end() == 0)
    let check = try await stage.check()
    #expect(check.end == .exited(0))
    #expect(!check.output.contains("BROKEN"))
  }

  @Test func `it is booked at 80 by 24 as well, and the other terminal sees it`() async throws {
    let stage = try Stage(with: Quick.house)
    try await stage.importPublishedPlan()
    let first = try await Tmux(stage, ["--language", "en"])
    try await first.signIn(as: "Mina Park")
    try await first.openPublishedPlan()
    let second = try await Tmux(stage, ["--language", "ko"], width: 120, height: 40)
    try await second.wait(for: "로그인", "Alex Morgan")
    try await second.press("j", "Enter")
    try await second.wait(title: "공연")
    try await second.openPublishedPlan(title: "좌석 선택")
    for terminal in [first, second] {
      try await terminal.press("/")
      try await terminal.type("balcony 17-20")
      try await terminal.press("Enter")
    }
    try await second.wait("the seat") { $0.seat.hasPrefix("Balcony 17열 20번, ") && $0.seat.hasSuffix("예약 가능") }
    try await first.wait("the seat") { $0.seat.hasPrefix("Balcony row 17 seat 20, ") && !$0.has("Seat: ") }
    try await first.press("Enter")
    try await first.wait(for: "Checkout", "Seat held")
    try await second.wait("the hold") { $0.seat.hasSuffix(", 임시 예약") }
  }

  @Test func `a click on a seat chooses it`() async throws {
    let stage = try Stage(with: Quick.house)
    try await stage.importPublishedPlan()
    let terminal = try await Tmux(stage, ["--language", "en"], width: 120, height: 40)
    try await terminal.signIn(as: "Mina Park")
    try await terminal.openPublishedPlan()
    try await terminal.press("/")
    try await terminal.type("ground 20 10")
    try await terminal.press("Enter")
    let map = try await terminal.wait("the seat") {
      $0.seat.hasPrefix("Ground floor row 20 seat 10,") && !$0.has("Seat: ")
    }
    let (x, y) = try await terminal.cursor()
    #expect(map.lines[y].contains("▢"))
    try await terminal.press("Home")
    try await terminal.wait("the row's first") { $0.seat.hasPrefix("Ground floor row 20 seat 1,") }
    try await terminal.type("\u{1B}[<0;\(x + 1);\(y + 1)M\u{1B}[<0;\(x + 1);\(y + 1)m")
    try await terminal.wait(for: "1 chosen", "Ground floor 20-10", "Ground floor row 20 seat 10,")
  }
}

extension Tmux {
  /// From Concerts to the map of the imported hall.
  fileprivate func openPublishedPlan(title: String = "Seat map") async throws {
    try await press("/")
    try await type("Matinee")
    try await wait("only that concert") { $0.has("Matinee") && !$0.has("Blue Night") && !$0.has("파란 밤") }
    try await press("Enter", "Enter")
    try await wait(for: "1,057/1,057")
    try await press("Enter")
    try await wait(title: title)
  }
}
