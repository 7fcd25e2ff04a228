import Booking
import Canvas
import TestSupport
import Testing
import Wording

@testable import Screens

@Suite("Two languages, on every screen")
struct LanguageTests {
  /// The ways to each screen.
  enum Place: CaseIterable {
    case signIn, concerts, waitingRoom, sessions, seatMap, checkout, wallet, tickets

    var title: LocalizedText {
      switch self {
      case .signIn: LocalizedText("로그인", "Sign in")
      case .concerts: LocalizedText("공연", "Concerts")
      case .waitingRoom: LocalizedText("대기실", "Waiting room")
      case .sessions: LocalizedText("회차", "Sessions")
      case .seatMap: LocalizedText("좌석 선택", "Seat map")
      case .checkout: LocalizedText("결제", "Checkout")
      case .wallet: LocalizedText("지갑", "Wallet")
      case .tickets: LocalizedText("티켓", "Tickets")
      }
    }

    func open(on stage: TestStage) {
      switch self {
      case .signIn: break
      case .concerts: stage.signIn()
      case .waitingRoom:
        stage.signIn()
        stage.press(.enter)
      case .sessions: stage.registerPresence()
      case .seatMap: stage.openMap()
      case .checkout: stage.hold("A-1")
      case .wallet:
        stage.signIn()
        stage.press("w")
      case .tickets:
        stage.signIn()
        stage.press("t")
      }
    }
  }

  @Test(arguments: Place.allCases) func `L switches the language and back`(_ place: Place) throws {
    let stage = try TestStage(.english)
    place.open(on: stage)
    #expect(stage.top.contains(place.title.english))
    #expect(stage.bottom.contains("? help   q quit"))
    stage.press("?")
    stage.press(.escape)
    let english = stage.screen
    stage.press("L")
    #expect(stage.app.language == .korean)
    #expect(stage.top.contains(place.title.korean))
    #expect(stage.bottom.contains("? 도움말   q 종료"))
    stage.press("L")
    #expect(stage.screen == english)
  }

  @Test(arguments: Place.allCases) func `a screen in Korean has hardly an English word`(_ place: Place) throws {
    let stage = try TestStage(.korean)
    place.open(on: stage)
    let names = TestStage.people.map(\.name) + ["boxoffice", "Enter", "Space", "Esc", "Crowd"]
    let words = stage.screen.split { !$0.isASCII || !$0.isLetter }.map(String.init)
    let english = words.filter { word in word.count > 3 && !names.contains { $0.contains(word) } }
    #expect(english == [])
  }

  @Test(arguments: Place.allCases) func `Esc goes back, and in the end to signing in`(_ place: Place) throws {
    let stage = try TestStage()
    place.open(on: stage)
    for _ in 0..<4 { stage.press(.escape) }
    // Signing out while something is held asks first.
    if place == .checkout { stage.press("y") }
    #expect(stage.top.contains("Sign in"))
  }

  @Test(arguments: Place.allCases) func `? lists every key of the screen's table`(_ place: Place) throws {
    let stage = try TestStage()
    place.open(on: stage)
    let onLine = ["help", "quit"]
    stage.press("?")
    #expect(stage.screen.contains("Keys: \(place.title.english)"))
    var seen = stage.screen
    for _ in 0..<3 {
      stage.press(.space)
      seen += stage.screen
    }
    let everywhere = ["wallet", "tickets", "policy", "messages", "redraw", "suspend", "checkout"]
    for label in onLine + everywhere { #expect(seen.contains(label)) }
    let own: [String] =
      switch place {
      case .signIn: ["sign in", "find", "new person"]
      case .concerts: ["join the queue", "sign out"]
      case .waitingRoom: ["leave the queue"]
      case .sessions: ["seats", "all concerts", "leave"]
      case .seatMap: ["choose", "previous free", "eight rows back", "end of the row", "release my hold"]
      case .checkout: ["pay", "top up the difference", "release all"]
      case .wallet: ["top up 1,000,000", "top up another amount"]
      case .tickets: ["ticket", "page down"]
      }
    for label in own { #expect(seen.contains(label)) }
    stage.press(.escape)
    #expect(!stage.screen.contains("Keys: "))
  }
}
