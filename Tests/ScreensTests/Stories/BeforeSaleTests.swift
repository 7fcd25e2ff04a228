import Booking
import Canvas
import SeatingPlan
import TestSupport
import Testing
import Wording

@testable import Screens

@Suite("Before a sale opens")
struct BeforeSaleTests {
  /// One concert whose sale opens `opens` after the house, and one that is on sale.
  private static func season(opens: Duration, withAnother: Bool = false) -> Season {
    func show(_ title: String, _ opens: Duration, _ start: Duration) -> Season.Show {
      Season.Show(
        title: LocalizedText(title, title), artist: LocalizedText("악단", "The band"),
        evenings: [
          Season.Evening(
            hall: 0, start: .opening + start, saleOpens: .opening + opens, saleCloses: .opening + start - .hours(1),
            prices: [TierPrice(tier: "R", price: Won(88_000))])
        ])
    }
    let early = show("Early", opens, .days(20))
    return Season(halls: [.studio], shows: withAnother ? [early, show("Open", .zero, .days(30))] : [early])
  }

  @Test(arguments: [("Sale opens", Language.english), ("판매 시작", .korean)])
  func `who comes is told when it opens, and no turn is used up`(_ words: String, _ language: Language) throws {
    let stage = try TestStage(language, season: Self.season(opens: .hours(1)))
    stage.signIn()
    #expect(stage.screen.contains(language("11:00 판매 시작", "from Fri 1 May 11:00")))
    stage.press(.enter)
    #expect(stage.top.contains(language("회차", "Sessions")))
    #expect(stage.screen.contains(language("판매 시작 11:00", "sale opens 11:00")))
    stage.advance(.minutes(20))
    #expect(try stage.engine.account(of: stage.user().id).status == nil, "no token was issued")
    stage.press(.enter)
    #expect(stage.app.isAsking)
    #expect(stage.screen.contains("11:00"))
    stage.press(.enter)
    #expect(try stage.engine.account(of: stage.user().id).status == nil, "No is the answer that is chosen")
    #expect(stage.top.contains(language("회차", "Sessions")))
  }

  @Test func `an opening on another day says the day, and in another year the year`() throws {
    let stage = try TestStage(season: Self.season(opens: .days(2)))
    stage.signIn()
    stage.press(.enter)
    #expect(stage.screen.contains("sale opens Sun 3 May 10:00"))
  }

  @Test func `who insists waits, and sees in the waiting room when it opens`() throws {
    let stage = try TestStage(season: Self.season(opens: .hours(1)))
    stage.signIn()
    stage.press(.enter, .enter, "y")
    #expect(stage.top.contains("Waiting room"))
    #expect(stage.screen.contains("Sale opens") && stage.screen.contains("11:00"))
    stage.advance(.seconds(10))
    #expect(stage.top.contains("Sessions"))
    #expect(stage.screen.contains("sale opens 11:00"), "and so does who is in")
    stage.press(.enter)
    #expect(stage.message.contains("The sale opens 11:00"))
  }

  @Test func `when the sale opens it is said, and Enter joins`() throws {
    let stage = try TestStage(season: Self.season(opens: .minutes(7) + .seconds(30)))
    stage.signIn()
    stage.press(.enter)
    stage.advance(.minutes(7) + .seconds(29))
    #expect(!stage.screen.contains("The sale is open"))
    _ = stage.takeEffects()
    stage.advance(.seconds(1))
    #expect(stage.message.contains("The sale is open. Enter joins the queue."))
    #expect(stage.takeEffects().contains(.ring))
    stage.press(.enter)
    #expect(stage.top.contains("Waiting room"))
    #expect(!stage.screen.contains("Sale opens"))
  }

  @Test func `who is in for another concert sees what is not on sale yet, greyed, and cannot choose it`() throws {
    let stage = try TestStage(season: Self.season(opens: .hours(1), withAnother: true))
    stage.signIn()
    stage.press("j", .enter)
    stage.advance(.seconds(10))
    #expect(!stage.screen.contains("Early"))
    stage.press("f")
    #expect(stage.screen.contains("Early") && stage.screen.contains("sale opens 11:00"))
    stage.press(.home, .enter)
    #expect(stage.top.contains("Sessions"))
    #expect(stage.message.contains("Not on sale yet. The sale opens 11:00."))
    stage.press("j", .enter)
    #expect(stage.top.contains("Seat map"))
  }

  @Test func `who lost a turn to the wait is shown the opening before the next`() throws {
    let stage = try TestStage(season: Self.season(opens: .hours(1)))
    stage.signIn()
    stage.press(.enter, .enter, "y")
    stage.advance(.seconds(10))
    stage.sleep(.minutes(6))
    #expect(stage.screen.contains("Your token has ended"))
    stage.press(.enter)
    #expect(stage.screen.contains("sale opens 11:00"))
    #expect(stage.chips.contains("expired"))
  }

  @Test func `what was said of a sale to come goes when it opens`() throws {
    let stage = try TestStage(season: Self.season(opens: .minutes(3)))
    stage.signIn()
    stage.press(.enter, .enter, "y")
    stage.advance(.seconds(10))
    stage.press(.enter)
    #expect(stage.message.contains("Not on sale yet. The sale opens 10:03."))
    stage.advance(.minutes(2))
    #expect(stage.message.contains("Not on sale yet."), "it is so still")
    stage.advance(.seconds(50))
    #expect(!stage.screen.contains("Not on sale yet."))
    #expect(stage.screen.contains("8/8"))
  }

  @Test func `where the sale is over nobody is asked to wait`() throws {
    let stage = try TestStage(season: Self.season(opens: .hours(1)))
    stage.sleep(.days(19) + .hours(23) + .minutes(30))
    stage.signIn()
    stage.press(.enter, .enter)
    #expect(stage.message.contains("The sale is over."))
    #expect(try stage.engine.account(of: stage.user().id).status == nil)
  }
}
