import Booking
import Canvas
import TestSupport
import Testing
import Wording

@testable import Screens

@Suite("A store that does not answer")
struct BusyStoreTests {
  @Test func `an act that met a busy store is tried again by itself, and says how long`() throws {
    let stage = try TestStage()
    stage.hold("A-1")
    stage.press(.enter)
    stage.store.fail(.busy, times: 25)
    stage.press("y")
    #expect(stage.message.contains("busy"))
    #expect(try stage.user().balance == Won(500_000))
    stage.advance(.milliseconds(1_500))
    #expect(stage.message.contains("0:02"), "one and a half seconds, rounded up")
    #expect(try stage.user().balance == Won(500_000))
    stage.advance(.seconds(3))
    #expect(stage.top.contains("Tickets"))
    #expect(stage.store.tries == 26)
    #expect(try stage.user().balance == Won(412_000))
    #expect(try stage.violations() == [])
  }

  @Test func `it keeps its request key: what got through unnoticed is not done twice`() throws {
    let stage = try TestStage()
    stage.signIn()
    stage.press("w")
    stage.store.fail(.busy, times: 3, .after)
    stage.press("1", "y")
    stage.advance(.seconds(1))
    #expect(stage.message.contains("Topped up 10,000 won"))
    #expect(stage.store.tries == 4)
    #expect(try stage.user().balance == Won(510_000))
  }

  @Test func `the same for a hold`() throws {
    let stage = try TestStage()
    stage.openMap()
    stage.store.fail(.busy, times: 2, .after)
    stage.press(.enter)
    stage.advance(.seconds(1))
    #expect(stage.top.contains("Checkout"))
    #expect(stage.chips.contains("1 held"))
    #expect(try stage.violations() == [])
  }

  @Test func `charging in several steps charges each once`() throws {
    var policy = Policy()
    policy.maxCharge = Won(50_000)
    let stage = try TestStage(policy: policy)
    stage.hold("A-1", "A-2", by: "Daniel Cho")
    stage.store.fail(.busy, times: 2, .after)
    stage.press("g")
    stage.advance(.seconds(2))
    #expect(try stage.user("Daniel Cho").balance == Won(176_000))
  }

  @Test func `Esc gives up, and only that`() throws {
    let stage = try TestStage()
    stage.signIn()
    stage.press("w")
    stage.store.fail(.busy, times: 1000)
    stage.press("1", "y")
    stage.advance(.seconds(2))
    stage.press("1", "w", .enter)
    #expect(stage.message.contains("Trying again"))
    stage.press(.escape)
    #expect(stage.message.contains("Stopped retrying."))
    #expect(stage.top.contains("Wallet"))
    stage.store.fail(.busy, times: 0)
    stage.sleep(.minutes(2))
    #expect(try stage.user().balance == Won(500_000))
  }

  @Test(arguments: ["q", .control("c")] as [Key]) func `quitting gives up too`(_ key: Key) throws {
    let stage = try TestStage()
    stage.signIn()
    stage.press("w")
    stage.store.fail(.busy, times: .max)
    stage.press("1", "y")
    #expect(stage.message.contains("Trying again"), "from the start")
    stage.press(key)
    #expect(stage.effects.contains(.quit))
    stage.store.fail(.busy, times: 0)
    #expect(try stage.user().balance == Won(500_000))
  }

  @Test func `nothing that comes meanwhile changes what is tried again`() throws {
    let stage = try TestStage()
    stage.signIn()
    stage.press("w", "a")
    stage.type("100")
    stage.store.fail(.busy, times: .max)
    stage.press(.enter)
    stage.send([.paste("000")])
    stage.press("0", "q")
    #expect(stage.message.contains("Trying again"))
    #expect(stage.takeEffects().contains(.quit) == false)
    stage.store.fail(.busy, times: 0)
    stage.advance(.seconds(1))
    #expect(try stage.user().balance == Won(500_100))
  }

  @Test func `how long it has been tried counts from when it began, however old the picture was`() throws {
    let stage = try TestStage()
    stage.signIn()
    stage.press("w", "1")
    // Nobody looks, since nothing moves.
    stage.clock.advance(.seconds(25))
    stage.store.fail(.busy, times: .max)
    stage.press("y")
    #expect(stage.message.contains("for 0:00"), "\(stage.message)")
  }

  @Test func `the messages tell once that it was busy, and the log of the machine once`() throws {
    let stage = try TestStage()
    stage.signIn()
    stage.press("w", "1")
    stage.store.fail(.busy, times: 100)
    stage.press("y")
    _ = stage.takeEffects()
    stage.advance(.seconds(5))
    #expect(stage.store.tries > 20)
    #expect(stage.app.shell.log.count < 4, "\(stage.app.shell.log.map(\.text.english))")
    #expect(stage.takeEffects().isEmpty)
  }

  @Test(arguments: 0..<8) func `a look that met a busy store makes no later key act twice`(_ step: Int) throws {
    let stage = try TestStage()
    stage.signIn()
    stage.press("w")
    stage.store.failRead(.busy, after: step)
    stage.hearNews()
    stage.press("1", "y")
    stage.advance(.seconds(3))
    #expect(try stage.user().balance == Won(510_000))
    stage.hearNews()
    #expect(stage.top.contains("510,000 won"))
  }

  @Test func `while due work cannot be written the loop is not kept spinning`() throws {
    let stage = try TestStage()
    stage.signIn()
    stage.press(.enter)
    stage.store.fail(.full, times: .max)
    stage.sleep(.seconds(10))
    #expect(stage.message.contains("disk is full"))
    #expect(stage.app.isStoreFailing, "the loop leaves the store some time")
    stage.store.fail(.full, times: 0)
    stage.advance(.seconds(2))
    #expect(!stage.app.isStoreFailing)
    #expect(stage.top.contains("Sessions"))
  }

  /// A command that may have been carried out is asked again with its key, and what came of it is said.
  @Test(arguments: [FaultyStore.Moment.before, .after])
  func `what nobody knows the outcome of is asked again, done once, and told`(_ moment: FaultyStore.Moment) throws {
    let stage = try TestStage()
    stage.signIn()
    stage.press("w")
    stage.store.fail(.outcomeUnknown(.other("disk I/O error")), times: 3, moment)
    stage.press("1", "y")
    #expect(stage.message.contains("Not known yet whether this was done. Asking again"))
    stage.advance(.seconds(5))
    #expect(stage.message.contains("Topped up 10,000 won. Balance 510,000 won"))
    #expect(stage.store.tries == 4)
    #expect(try stage.user().balance == Won(510_000))
    #expect(try stage.violations() == [])
  }

  @Test(arguments: [StorageFault.busy, .full, .other("disk I/O error")])
  func `after that no failure says that nothing was done`(_ next: StorageFault) throws {
    let stage = try TestStage()
    stage.signIn()
    stage.press("w")
    stage.store.fail(.outcomeUnknown(.other("disk I/O error")), times: 1, .after)
    stage.press("1", "y")
    stage.store.fail(next, times: .max)
    stage.advance(.seconds(5))
    #expect(stage.message.contains("Not known yet"))
    stage.press(.escape)
    #expect(stage.message.contains("Stopped retrying. Wallet and tickets will show whether it was done."))
    stage.store.fail(.busy, times: 0)
    // Once more is the same request still, and is told to be.
    stage.press("1", "y")
    #expect(stage.message.contains("Topped up 10,000 won. Balance 510,000 won"))
    #expect(stage.message.contains("it was done once"))
    #expect(try stage.user().balance == Won(510_000))
  }

  @Test(arguments: [StorageFault.gone, .overwritten])
  func `a store that has gone in a commit is asked nothing more, and nobody is told that nothing was done`(
    _ fault: StorageFault
  ) throws {
    let stage = try TestStage()
    stage.signIn()
    stage.press("w")
    stage.store.fail(.outcomeUnknown(fault), times: 1, .after)
    stage.press("1", "y")
    #expect(stage.message.contains("Not known whether this was done"))
    stage.store.fail(fault, times: .max)
    stage.advance(.seconds(5))
    #expect(stage.store.tries == 0)
    stage.press("1", "y")
    #expect(stage.message.contains("Not known whether this was done"))
    #expect(!stage.message.contains("Nothing"))
  }

  @Test(arguments: [StorageFault.full, .readOnly, .damaged, .gone, .overwritten, .other("disk I/O error")])
  func `other faults are said and not tried again`(_ fault: StorageFault) throws {
    let stage = try TestStage()
    stage.signIn()
    stage.press("w")
    stage.store.fail(fault, times: 1)
    stage.press("1", "y")
    let sentence = BookingError.storage(fault).sentence(in: .english)
    #expect(stage.message.contains(sentence.prefix(60)))
    #expect(stage.takeEffects().contains(.log(sentence)))
    stage.advance(.seconds(5))
    #expect(stage.store.tries == 1)
    #expect(try stage.user().balance == Won(500_000))
  }
}
