import Booking
import Canvas
import TestSupport
import Testing
import Wording

@testable import Screens

/// States worth a picture.
enum Scene: String, CaseIterable, Sendable {
  case signIn = "sign-in"
  case concerts
  case waitingRoom = "waiting-room"
  case sessions
  case seatMap = "seat-map"
  case checkout, wallet, tickets
  case newPerson = "new-person"
  case help, policy, messages, question
  case missingMoney = "missing-money"
  case urgentHold = "urgent-hold"
  case endedMap = "ended-map"
  case endedSessions = "ended-sessions"
  case theatre, arena
  case seatList = "seat-list"
  case seatNumbers = "seat-numbers"
  case seatSearch = "seat-search"
  case seatFilter = "seat-filter"
  case seatRange = "seat-range"
  case nothingBookable = "nothing-bookable"
  case holdEnded = "hold-ended"
  case lostSeats = "lost-seats"
  case refusedAmount = "refused-amount"
  case controlPanel = "control-panel"
  case policyEditor = "policy-editor"
  case comparison

  /// One picture of each screen.
  static let screens: [Scene] = [
    .signIn, .concerts, .waitingRoom, .sessions, .seatMap, .checkout, .wallet, .tickets,
  ]

  /// Those that are also pictured on a large screen.
  static let main: [Scene] = [.concerts, .waitingRoom, .sessions, .seatMap, .checkout]

  /// The scene as it came about in a window of this size.
  func frame(
    _ language: Language, _ width: Int = 80, _ height: Int = 24, glyphs: Glyphs = .unicode, hasColor: Bool = true
  ) throws -> Grid {
    let stage = try TestStage(
      language, policy: policy, crowd: crowd, season: season, glyphs: glyphs, hasColor: hasColor,
      kind: isShow ? .demonstration : .real, show: isShow ? StageShow(crowd: (size: 1500, toCome: 420)) : nil)
    stage.size = Size(width: width, height: height)
    _ = stage.grid
    try play(on: stage)
    return stage.grid
  }

  /// Whether it is pictured in a demonstration, in the terminal that opened it.
  private var isShow: Bool { [.controlPanel, .policyEditor, .comparison].contains(self) }

  private var season: Season? {
    switch self {
    case .controlPanel, .policyEditor, .comparison: .single(.club)
    case .theatre, .seatList, .seatNumbers, .seatSearch, .seatFilter: .single(.theatre)
    case .arena: .single(.arena)
    case .nothingBookable: nil
    default: .stage()
    }
  }

  private var policy: Policy {
    var policy = Policy()
    if self == .waitingRoom { policy.batch = 20 }
    if self == .controlPanel { policy.batch = 5 }
    return policy
  }

  private var crowd: Int {
    switch self {
    case .waitingRoom: 90
    case .controlPanel: 250
    default: 0
    }
  }

  private func play(on stage: TestStage) throws {
    switch self {
    case .signIn: break
    case .concerts, .nothingBookable: stage.signIn()
    case .waitingRoom:
      stage.signIn()
      stage.press(.enter)
      _ = try stage.engine.issueToken(user: stage.user("Daniel Cho").id)
      stage.sleep(.seconds(23))
    case .sessions: stage.registerPresence()
    case .seatMap: try fillMap(on: stage)
    case .checkout: stage.hold("A-10", "A-11", "H-3")
    case .wallet:
      stage.hold("A-10")
      stage.press(.enter, "y", "w", "1", "y", "a")
    case .tickets:
      stage.hold("A-10", "A-11")
      stage.press(.enter, "y")
    case .newPerson:
      stage.press("n")
      stage.type("박지우")
    case .help:
      stage.openMap()
      stage.press("?")
    case .policy:
      stage.signIn()
      stage.press("p")
    case .messages:
      stage.hold("A-10")
      stage.press("g", "m")
    case .question:
      stage.hold("A-10")
      stage.press("q")
    case .missingMoney: stage.hold("A-10", "A-11", by: "이서준")
    case .urgentHold:
      stage.hold("A-10")
      stage.sleep(.minutes(4) + .seconds(20))
    case .endedMap:
      try fillMap(on: stage)
      stage.sleep(.minutes(5))
    case .endedSessions:
      stage.registerPresence()
      stage.sleep(.minutes(5))
    case .theatre, .arena: stage.openMap()
    case .seatList:
      stage.openMap()
      stage.press("i", "j", .space)
    case .seatNumbers:
      stage.openMap()
      stage.press("+", "+", .space)
    case .seatSearch:
      stage.openMap()
      stage.press("/")
      stage.type("C열 3")
    case .seatFilter:
      stage.openMap()
      stage.press("f")
      stage.type("-70000")
      stage.press(.enter)
    case .seatRange:
      stage.openMap()
      stage.find("A-3")
      stage.press("v", "2", "l", "v")
      stage.find("C-9")
      stage.press(.space, "1", "2")
    case .holdEnded:
      stage.hold("A-10", "A-11")
      stage.press(.escape)
      stage.sleep(.minutes(5))
    case .lostSeats:
      let rival = try Rival(on: stage)
      stage.openMap()
      for seat in ["C-5", "C-6"] {
        stage.find(seat)
        stage.press(.space)
      }
      try rival.hold("C", 5)
      try rival.hold("C", 6)
      stage.hearNews()
    case .refusedAmount:
      stage.signIn("최은서")
      stage.press("w", "a")
      stage.type("60000")
      stage.press(.enter)
    case .controlPanel: try playShow(on: stage)
    case .policyEditor:
      stage.press("d", .space, "e", "j", .right)
    case .comparison:
      stage.press("d", .space, "v")
      stage.show?.finishComparison()
      stage.hearNews()
    }
  }

  /// Seven minutes of a show: the line grows shorter, seats are held, paid and lost, and the clock is paused.
  private func playShow(on stage: TestStage) throws {
    let rival = try Rival(on: stage)
    stage.signIn()
    stage.press(.enter, "d", .space, ">")
    for number in 5...7 { try rival.hold("C", number) }
    let session = try #require(try stage.engine.programme().first?.evenings.first).session.id
    for round in 1...16 {
      try stage.engine.advance(by: .seconds(25))
      let user = try stage.user("Crowd \(round * 8)").id
      let token = try stage.engine.issueToken(user: user).token.credential
      _ = try stage.engine.charge(user: user, amount: Won(200_000), key: RequestKey("charge"))
      let holds = try stage.engine.holdSeats(
        caller: user, token: token, session: session, seats: [try rival.seat("D", round)], key: RequestKey("hold"))
      _ = try stage.engine.pay(
        caller: user, token: token, reservations: holds.map(\.id), key: RequestKey("pay"))
    }
    stage.hearNews()
    stage.press("n", ".")
  }

  /// A map with every state of a seat on it: mine and paid, held and chosen; others' held and sold.
  private func fillMap(on stage: TestStage) throws {
    let rival = try Rival(on: stage)
    stage.hold("A-10")
    // The ticket's card, the list of tickets, and the programme close one after another.
    stage.press(.enter, "y", .escape, .escape, .enter)
    stage.advance(.seconds(10))
    try rival.hold("B", 9)
    try rival.buy("B", 12)
    stage.press(.enter)
    stage.find("A-11")
    stage.press(.enter, .escape)
    stage.find("C-5")
    stage.press(.space)
    stage.find("C-6")
    stage.press(.space, "j")
    #expect(stage.map != nil, "the scene ends on the map")
  }
}
