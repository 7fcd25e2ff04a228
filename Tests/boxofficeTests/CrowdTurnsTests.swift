import Booking
import GRDB
import Logging
import SQLiteStore
import Testing

@testable import boxoffice

@Suite("A crowd's turns in the loop")
struct CrowdTurnsTests {
  @Test func `no minute is seen twice when the crowd comes back from a store that was locked`() throws {
    let place = try PlayedFixture()
    let engine = place.house.engine
    var turns = CrowdTurns(place.show, log: Logger(label: "turns") { _ in SwiftLogNoOpLogHandler() })
    // Each look at it takes so long that the crowd never does all that it wants to do.
    var time: Int64 = 0
    func clock() -> Int64 {
      time += 30
      return time
    }
    var open = Configuration()
    open.allowsUnsafeTransactions = true
    let other = try DatabaseQueue(path: "\(try #require(place.house.store.filePath))", configuration: open)
    try other.inDatabase { try $0.execute(sql: "BEGIN IMMEDIATE") }
    place.clock.pass(6_000)
    let wasRefused = turns.act(atOnce: true, clock: clock)
    #expect(wasRefused)
    try other.inDatabase { try $0.execute(sql: "ROLLBACK") }
    time += RunLoop.failureInterval

    var seen = try engine.now()
    _ = turns.act(atOnce: true, clock: clock)
    #expect(try #require(place.show.nextTurn) < seen, "there is much to catch up on")
    for _ in 0..<2_000 where try #require(place.show.nextTurn) <= seen {
      let now = try engine.now()
      #expect(now >= seen)
      seen = now
      place.clock.pass(1)
      _ = turns.act(atOnce: true, clock: clock)
    }
    #expect(try #require(place.show.nextTurn) > seen, "and it does catch up")
  }
}
