import Booking
import Canvas
import TestSupport
import Testing
import Wording

@testable import Screens

@Suite("From the first look to the ticket")
struct FirstRunTests {
  @Test func `a person signs in, waits, chooses, holds, pays and has the ticket`() throws {
    let stage = try TestStage(.english)
    #expect(stage.top.contains("Sign in"))
    stage.signIn()
    #expect(stage.top.contains("Concerts"))
    #expect(stage.top.contains("김하늘"))
    #expect(stage.screen.contains("Jazz After Midnight"))
    stage.press(.enter)
    #expect(stage.top.contains("Waiting room"))
    #expect(stage.chips.contains("waiting"))
    stage.advance(.seconds(10))
    #expect(stage.top.contains("Sessions"))
    #expect(stage.chips.contains("active"))
    #expect(stage.screen.contains("200/200"))
    stage.press(.enter)
    #expect(stage.top.contains("Seat map"))
    stage.find("A-10")
    #expect(stage.screen.contains("row A seat 10"))
    stage.press(.enter)
    #expect(stage.top.contains("Checkout"))
    #expect(stage.message.contains("Seat held"))
    #expect(stage.chips.contains("1 held 5:00"))
    stage.press(.enter)
    #expect(stage.screen.contains("Pay 88,000 won"))
    stage.press("y")
    #expect(stage.top.contains("Tickets"))
    #expect(stage.top.contains("412,000 won"))
    #expect(stage.screen.contains("Seat"))
    #expect(stage.chips.contains("done #4"))
    #expect(try stage.user().balance == Won(412_000))
    #expect(try stage.violations() == [])
  }

  @Test func `the same in Korean, in the prescribed words`() throws {
    let stage = try TestStage(.korean)
    #expect(stage.top.contains("로그인"))
    stage.signIn()
    #expect(stage.screen.contains("한밤의 재즈 클럽"))
    stage.press(.enter)
    #expect(stage.top.contains("대기실"))
    #expect(stage.screen.contains("예상 대기 시간"))
    stage.advance(.seconds(10))
    #expect(stage.top.contains("회차"))
    #expect(stage.chips.contains("활성"))
    stage.press(.enter)
    #expect(stage.screen.contains("예약 가능"))
    stage.press(.enter)
    #expect(stage.message.contains("좌석 임시 예약 성공"))
    #expect(stage.chips.contains("임시 예약 1석 5:00"))
    stage.press(.enter, "y")
    #expect(stage.top.contains("티켓"))
    #expect(stage.screen.contains("결제 완료"))
    #expect(stage.chips.contains("만료"))
    #expect(try stage.violations() == [])
  }

  @Test func `a new person is registered with an empty wallet and signs in`() throws {
    let stage = try TestStage()
    stage.press("n")
    stage.type("Ada Han")
    stage.press(.enter)
    #expect(stage.message.contains("Ada Han is registered"))
    stage.press(.enter)
    #expect(stage.top.contains("Ada Han  0 won"))
  }

  @Test func `who signs in has no token before joining the queue`() throws {
    let stage = try TestStage()
    stage.signIn()
    #expect(stage.chips.contains("not in the queue"))
    #expect(try stage.engine.account(of: stage.user().id).status == nil)
  }

  @Test func `a house without a programme names the command that adds one, and nobody can join the queue`() throws {
    let stage = try TestStage(season: nil)
    stage.signIn()
    #expect(stage.screen.contains("boxoffice sample"))
    stage.press(.enter)
    #expect(stage.message.contains("nothing to book"))
    #expect(stage.top.contains("Concerts"))
    stage.press("L")
    #expect(stage.screen.contains("boxoffice sample"))
    stage.app.sampleCommand += " --store b.sqlite"
    stage.press(.down)
    #expect(stage.screen.contains("boxoffice sample --store b.sqlite"), "the store at hand, not the default one")
  }

  @Test func `once the last evening has begun, Concerts says so by itself`() throws {
    let stage = try TestStage(season: .single(.studio))
    stage.signIn()
    #expect(stage.screen.contains("Strings of the City"))
    stage.sleep(.days(26) + .hours(9))
    #expect(stage.screen.contains("boxoffice sample"))
  }
}
