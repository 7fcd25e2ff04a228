internal import TestSupport
internal import Testing

/// The whole way to a ticket, in the built program.
@Suite(.serialized, Tmux.condition)
struct BookingStoryTests {
  @Test func `books a seat in Korean from the first run to the ticket`() async throws {
    let stage = try Stage()
    let terminal = try await Tmux(stage, ["--language", "ko"] + Quick.door)
    try await terminal.wait(title: "로그인")
    #expect(try await terminal.picture().has("김하늘"))
    try await terminal.press("Enter")
    try await terminal.wait(for: "공연", "한밤의 재즈 클럽", "겨울 나그네", "대기열 밖")
    try await terminal.press("Enter")
    try await terminal.wait(for: "회차", "매진", "200/200", "활성 #")
    try await terminal.press("j", "j", "Enter")
    let map = try await terminal.wait(for: "좌석 선택", "무 대", "예약 가능")
    let seat = try #require(map.seat.split(separator: ",").first)
    try await terminal.press("Enter")
    try await terminal.wait(for: "결제", "좌석 임시 예약 성공", "남은 시간", "결제 후 잔액", String(seat))
    try await terminal.press("Enter")
    try await terminal.wait(for: "결제할까요?")
    try await terminal.press("y")
    try await terminal.wait(for: "티켓", "결제가 완료되었습니다.", "티켓 번호", String(seat))
    try await terminal.press("w")
    try await terminal.wait(for: "지갑", "처음 잔액", "+500,000")
    try await terminal.press("q")
    #expect(try await terminal.end() == 0)
    #expect(try await stage.check().end == .exited(0))
  }

  @Test func `books a seat in English from the first run to the ticket`() async throws {
    let stage = try Stage()
    let terminal = try await Tmux(stage, ["--language", "en"] + Quick.door)
    try await terminal.wait(title: "Sign in")
    try await terminal.press("j", "Enter")
    try await terminal.wait(for: "Concerts", "Alex Morgan", "Jazz After Midnight", "not in the queue")
    try await terminal.press("Enter")
    try await terminal.wait(for: "Sessions", "sold out", "200/200", "active #")
    try await terminal.press("j", "j", "Enter")
    let map = try await terminal.wait(for: "Seat map", "STAGE", "available")
    let seat = try #require(map.seat.split(separator: ",").first)
    try await terminal.press("Enter")
    try await terminal.wait(for: "Checkout", "Seat held", "Time left", "Balance after", String(seat))
    try await terminal.press("Enter")
    try await terminal.wait(for: "No", "Pay ")
    try await terminal.press("y")
    try await terminal.wait(for: "Tickets", "Paid", String(seat))
    try await terminal.press("q")
    #expect(try await terminal.end() == 0)
    #expect(try await stage.check().end == .exited(0))
  }

  @Test func `tops up the difference in place and pays`() async throws {
    let stage = try Stage(with: Quick.house)
    let terminal = try await Tmux(stage, ["--language", "en"])
    try await terminal.signIn(as: "Daniel Cho")
    try await terminal.openSeatMap()
    try await terminal.press("Enter")
    try await terminal.wait(for: "Checkout", "Missing")
    try await terminal.press("Enter")
    try await terminal.wait(for: "Not enough balance.")
    try await terminal.press("g")
    try await terminal.wait(for: "Topped up ", "Balance after")
    try await terminal.press("Enter")
    try await terminal.wait(for: "Pay ")
    try await terminal.press("y")
    try await terminal.wait(for: "Tickets", "Paid", "Daniel Cho  0 won")
    #expect(try await stage.check().end == .exited(0))
  }

  @Test func `never pays by a held Enter key`() async throws {
    let stage = try Stage(with: Quick.house)
    let terminal = try await Tmux(stage, ["--language", "en"])
    try await terminal.signIn(as: "Mina Park")
    try await terminal.openSeatMap()
    try await terminal.press("Enter")
    try await terminal.wait(for: "Checkout", "Seat held")
    for _ in 0..<8 { try await terminal.type(String(repeating: "\r", count: 8)) }
    try await terminal.press("Escape")
    let picture = try await terminal.wait(for: "1 held")
    #expect(picture.has("Mina Park  1,200,000 won"))
    #expect(try await terminal.picture().title != "Tickets")
  }
}

extension Tmux {
  /// Signs a person in by name.
  func signIn(as name: String) async throws {
    try await wait(for: "Sign in", "김하늘")
    try await press("/")
    try await type(name)
    try await wait("only \(name)") { $0.has(name) && !$0.has("김하늘") }
    try await press("Enter", "Enter")
    try await wait(title: "Concerts")
  }

  /// Joins the queue and goes on to the map of a session of which every seat is free.
  func openSeatMap() async throws {
    try await press("Enter")
    try await wait(for: "Sessions", "200/200")
    try await press("j", "j", "Enter")
    try await wait(title: "Seat map")
  }

  /// Holds the seat that the map offers first.
  func holdSeat() async throws {
    try await openSeatMap()
    try await press("Enter")
    try await wait(for: "Checkout", "Seat held")
  }
}
