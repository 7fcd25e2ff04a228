import Booking
import Canvas
import TestSupport
import Testing

@testable import Screens

@Suite("A message whose time is over")
struct StaleMessageTests {
  @Test func `of held seats goes when they are held no more`() throws {
    let stage = try TestStage()
    stage.hold("A-1", "A-2", "A-3")
    #expect(stage.message.contains("3 seats held"))
    let user = try stage.user().id
    let holds = try stage.engine.account(of: user).holds.map(\.reservation.id)
    try stage.engine.release(caller: user, reservations: [holds[0]])
    stage.hearNews()
    #expect(!stage.screen.contains("3 seats held"))
    try stage.engine.release(caller: user, reservations: Array(holds.dropFirst()))
    stage.hearNews()
    #expect(stage.screen.contains("You hold no seats") && !stage.screen.contains("seats held"))
    stage.press("m")
    #expect(stage.screen.contains("3 seats held"), "it happened")
  }

  @Test func `of an empty list goes when the list is no longer empty`() throws {
    let stage = try TestStage(season: .single(.club))
    stage.registerPresence()
    stage.press("/")
    stage.type("nothing")
    stage.press(.enter, .enter)
    #expect(stage.message.contains("No session matches."))
    stage.press(.escape)
    #expect(!stage.screen.contains("No session matches."))
  }

  @Test func `of an admission goes with the token`() throws {
    let stage = try TestStage()
    stage.registerPresence()
    #expect(stage.message.contains("You are in."))
    let user = try stage.user().id
    try stage.engine.leaveQueue(caller: user, token: try stage.token().credential)
    stage.hearNews()
    #expect(!stage.screen.contains("You are in."))
  }

  @Test func `of a limit goes when something was released`() throws {
    let stage = try TestStage()
    stage.hold("A-1", "A-2", "A-3", "A-4")
    stage.press(.escape)
    stage.find("C-5")
    stage.press(.enter)
    #expect(stage.message.contains("You hold 4 seats, the limit."))
    let user = try stage.user().id
    try stage.engine.release(
      caller: user, reservations: [try stage.engine.account(of: user).holds[0].reservation.id])
    stage.hearNews()
    #expect(!stage.screen.contains("the limit"))
  }

  @Test func `of a balance goes when it is another`() throws {
    let stage = try TestStage()
    stage.signIn()
    stage.press("w", "1", "y")
    #expect(stage.message.contains("Balance 510,000 won."))
    _ = try stage.engine.charge(user: stage.user().id, amount: Won(1000), key: RequestKey("elsewhere"))
    stage.hearNews()
    #expect(!stage.message.contains("510,000"))
  }

  @Test func `of a seat that somebody has goes when it is free again`() throws {
    let stage = try TestStage()
    let rival = try Rival(on: stage)
    stage.openMap()
    stage.find("A-9")
    let hold = try rival.hold("A", 9)
    stage.hearNews()
    stage.press(.space)
    #expect(stage.message.contains("already taken"), "\(stage.screen)")
    try stage.engine.release(caller: try stage.user(Rival.name).id, reservations: hold.map(\.id))
    stage.hearNews()
    #expect(!stage.screen.contains("already taken"))
  }

  @Test func `of something that happened stays until a key is pressed`() throws {
    let stage = try TestStage()
    stage.hold("A-1")
    stage.press("x", "y")
    #expect(stage.message.contains("Released."))
    stage.sleep(.minutes(2))
    #expect(stage.message.contains("Released."))
    stage.press("j")
    #expect(!stage.message.contains("Released."))
  }
}
