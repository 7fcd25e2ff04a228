import Booking
import Canvas
import TestSupport
import Testing
import Wording

@testable import Screens

@Suite("What the control panel shows of a show")
struct PanelFiguresStoryTests {
  /// Sixty people and the rival wait, twenty are admitted at a time, and the clock stands.
  private func present(_ language: Language = .english, glyphs: Glyphs = .unicode) throws -> TestStage {
    let stage = try TestStage.presenting(language, policy: .with { $0.batch = 20 }, crowd: 60, glyphs: glyphs)
    stage.size = Size(width: 100, height: 30)
    stage.press("d", .space)
    return stage
  }

  private func figures(_ stage: TestStage) -> [String] {
    ["In line", "Active", "Held", "Sold", "Revenue", "Unpaid", "Left without tickets"].map {
      stage.figure($0) ?? "no \($0)"
    }
  }

  @Test func `counts the queue, the seats and the money as they change`() throws {
    let stage = try present()
    let rival = try Rival(on: stage)
    #expect(figures(stage) == ["61", "0", "0", "0/200", "0 won", "0", "0"])
    stage.press(">")
    #expect(figures(stage) == ["41", "20", "0", "0/200", "0 won", "0", "0"])
    try rival.hold("A", 9)
    try rival.hold("A", 10)
    stage.hearNews()
    #expect(figures(stage) == ["41", "20", "2", "0/200", "0 won", "0", "0"])
    try rival.buy("A", 11)
    stage.hearNews()
    #expect(figures(stage) == ["41", "19", "2", "1/200", "88,000 won", "0", "0"])
    stage.press("n", "n", "n", "n")
    #expect(stage.elapsed == .minutes(5) + .seconds(10))
    #expect(figures(stage) == ["0", "41", "0", "1/200", "88,000 won", "2", "19"])
    #expect(try stage.violations() == [])
  }

  @Test func `counts what happened before it was opened`() throws {
    let stage = try TestStage.presenting()
    stage.hold("A-10", "A-11")
    stage.press(.enter, "y", "d")
    #expect(stage.figure("Sold") == "2/200")
    #expect(stage.figure("Revenue") == "176,000 won")
    #expect(stage.feed.prefix(2) == ["You leave with tickets", "You pay 176,000 won for 2 seats"])
  }

  @Test func `counts right though what happened has gone from the record unseen`() throws {
    let stage = try TestStage.presenting(
      policy: .with {
        $0.batch = 20
        $0.eventRetention = .hours(1)
      }, crowd: 60)
    stage.size = Size(width: 100, height: 30)
    let rival = try Rival(on: stage)
    stage.press("d", .space, ">", "e")
    try rival.buy("A", 11)
    for _ in 0..<3 { try stage.engine.advance(by: .hours(2)) }
    for _ in 0..<2 { try stage.engine.setRate(0) }
    _ = try stage.engine.charge(user: try stage.user().id, amount: Won(1), key: RequestKey("late"))
    _ = try stage.engine.charge(user: try stage.user().id, amount: Won(1), key: RequestKey("later"))
    #expect(try stage.engine.events(after: EventID(0)).allSatisfy { $0.kind != .seatPaid })
    stage.press(.escape)
    #expect(stage.title == "Control panel")
    let shown = figures(stage)
    #expect(Array(shown.prefix(5)) == ["0", "0", "0", "1/200", "88,000 won"])
    // Who comes late sees the same.
    stage.press(.escape, "d")
    #expect(figures(stage) == shown)
  }

  @Test func `the charts show when it happened, and how much of it`() throws {
    let stage = try present()
    #expect(stage.chart("In line")?.total == "61")
    #expect(stage.chart("Admitted")?.total == "0")
    stage.press(">", ">")
    let first = try #require(stage.chart("Admitted"))
    #expect(first.total == "40")
    #expect(first.columns.filter { $0 == "█" }.count == 2, "two admissions, some seconds apart")
    #expect(first.columns.filter { $0 != "█" }.allSatisfy { $0 == " " })
    try stage.engine.advance(by: .minutes(2))
    stage.hearNews()
    let second = try #require(stage.chart("Admitted"))
    #expect(second.columns.last == " ", "what happened has moved to the left")
    #expect(second.columns.contains("█"))
    #expect(second.total == "61")
    #expect(stage.chart("In line")?.total == "0")
    #expect(stage.chart("In line")?.columns.contains("█") == true)
    #expect(stage.screen.contains("about the last 3 minutes"))
  }

  @Test func `the line stands before the door with a fence behind each admission`() throws {
    let stage = try present()
    let admission = String(repeating: "▪", count: 20) + "│"
    #expect(stage.screen.contains(" The line   \(admission)\(admission)\(admission)▪\n"))
    stage.press(">", ">", ">")
    #expect(stage.screen.contains(" The line   ▪\n"))
    stage.press(">")
    #expect(stage.screen.contains(" The line   nobody"))
  }

  @Test(arguments: [60, 80, 100, 133]) func `a line that is too long says how many more stand in it`(width: Int) throws
  {
    let stage = try TestStage.presenting(policy: .with { $0.batch = 20 }, crowd: 1234)
    stage.size = Size(width: width, height: 24)
    stage.press("d")
    let row = try #require(stage.screen.split(separator: "\n").first { $0.hasPrefix(" The line") })
    let more = try #require(row.split(separator: "+").last.flatMap { Int64($0.filter(\.isNumber)) })
    let groups = row.split(separator: "│").dropLast().map { $0.count { $0 == "▪" } }
    #expect(!groups.isEmpty && groups.allSatisfy { $0 == groups[0] && $0 >= 2 })
    #expect(Int64(groups.count * 20) + more == 1235)
  }

  @Test func `tells the newest first, and the presenter's own as theirs`() throws {
    let stage = try TestStage.presenting()
    stage.size = Size(width: 80, height: 30)
    stage.hold("A-10")
    stage.press("d")
    #expect(stage.feed == ["You hold 1 seat, 88,000 won", "You are admitted #2", "Alex Morgan is admitted #1"])
    stage.press("L")
    #expect(stage.feed == ["나: 1석 임시 예약 88,000원", "나: 입장 #2", "Alex Morgan 입장 #1"])
  }

  @Test func `speaks Korean`() throws {
    let stage = try present(.korean)
    #expect(stage.title == "진행판")
    for text in ["멈춤", "다음(n): 10:00:10 20명 입장", "대기 인원", "포기·만료", "지난 3분쯤", "줄"] {
      #expect(stage.screen.contains(text))
    }
    #expect(stage.figure("대기") == "61")
    #expect(stage.figure("못 사고 나감") == "0")
    stage.press("n")
    #expect(stage.figure("활성") == "20")
  }
}

@Suite("The control panel in windows of every size")
struct PanelWindowsTests {
  private func busy(_ language: Language, _ glyphs: Glyphs) throws -> TestStage {
    let stage = try TestStage(
      language, policy: .with { $0.batch = 20 }, crowd: 300, season: .single(.club), glyphs: glyphs,
      hasColor: glyphs == .unicode, kind: .demonstration, show: StageShow(crowd: (size: 1500, toCome: 1234)))
    let rival = try Rival(on: stage)
    stage.registerPresence()
    stage.press("d", ">", .space)
    try rival.hold("A", 10)
    try rival.buy("A", 9)
    stage.hearNews()
    return stage
  }

  private static let sizes = [(60, 16), (61, 17), (75, 19), (80, 24), (100, 30), (120, 40), (300, 100)]

  @Test(arguments: Language.allCases, [Glyphs.unicode, .ascii])
  func `names every figure and chart, and draws nothing over another`(_ language: Language, _ glyphs: Glyphs) throws {
    let stage = try busy(language, glyphs)
    let words =
      language == .korean
      ? ["대기", "활성", "임시 예약", "판매", "매출", "미결제"]
      : ["In line", "Active", "Held", "Sold", "Revenue", "Unpaid"]
    for (width, height) in Self.sizes {
      stage.resize(width, height)
      let picture = stage.screen
      #expect(FrameFaults.of(stage.grid, isASCII: glyphs.isASCII) == [], "\(picture)")
      #expect(["못 사고 나감", "Left without tickets", "No tickets"].contains { stage.figure($0) != nil }, "\(picture)")
      for word in words { #expect(stage.figure(word) != nil, "\(word) at \(width)x\(height)\n\(picture)") }
      #expect(stage.figure(words[3]) == "1/200", "\(picture)")
      #expect(stage.figure(words[4]) == language("88,000원", "88,000 won"), "\(picture)")
      let charts =
        language == .korean
        ? ["대기 인원", "입장", "임시 예약", "판매", "매출", "포기·만료"]
        : ["In line", "Admitted", "Holds", "Sales", "Revenue", "Lost"]
      for name in charts {
        let shown = glyphs.isASCII ? String(name.map { $0 == "·" ? "-" : $0 }) : name
        #expect(stage.chart(shown).map { Int($0.total) } != nil, "\(name) at \(width)x\(height)\n\(picture)")
      }
      #expect(picture.contains(language("올 관객 1234/1500", "yet to arrive 1234/1500")), "\(picture)")
      #expect(picture.contains(language("지난 3분쯤", "about the last 3 minutes")), "\(picture)")
      #expect(picture.contains(language(" 줄  ", " The line  ")), "\(picture)")
    }
  }

  @Test(arguments: Language.allCases) func `large figures have their places in a small window too`(
    _ language: Language
  ) throws {
    let stage = try TestStage(
      language, season: .single(.arena), kind: .demonstration, show: StageShow(crowd: (size: 1500, toCome: 0)))
    stage.press("d", ">")
    let user = try stage.user(Rival.name).id
    let session = try stage.engine.programme()[0].evenings[0].session.id
    let token = try stage.token(of: Rival.name).credential
    let seats = try stage.engine.seats(caller: user, token: token, session: session, visit: .action).seats
    let holds = try stage.engine.holdSeats(
      caller: user, token: token, session: session, seats: seats.prefix(4).map(\.id), key: RequestKey("a"))
    let sale = try stage.engine.pay(
      caller: user, token: token, reservations: holds.map(\.id), key: RequestKey("b"))
    stage.hearNews()
    for (width, height) in Self.sizes {
      stage.resize(width, height)
      #expect(stage.figure(language("판매", "Sold"))?.hasPrefix("4") == true, "\(stage.screen)")
      let none = stage.figure(language("못 사고 나감", "Left without tickets")) ?? stage.figure("No tickets")
      #expect(none == "0", "\(stage.screen)")
      let revenue = stage.figure(language("매출", "Revenue"))
      #expect(revenue == sale.total.text(language) || revenue == sale.total.short(language, .down), "\(stage.screen)")
    }
  }

  @Test func `what is cut carries a mark`() throws {
    let stage = try TestStage.presenting()
    let name = String(repeating: "W", count: 40)
    let user = try stage.engine.addUser(name: name).id
    _ = try stage.engine.issueToken(user: user)
    stage.press("d", ">")
    #expect(stage.feed.first == "\(name) is admitted #2")
    stage.press("n")
    stage.resize(60, 24)
    #expect(stage.feed.first == "\(name): token…", "\(stage.screen)")
  }
}
