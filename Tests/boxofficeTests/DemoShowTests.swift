import Booking
import GRDB
import SQLiteStore
import TestSupport
import Testing

@testable import boxoffice

@Suite("A show")
struct DemoShowTests {
  @Test func `that cannot start again because the store is busy stays as it is, and can a moment later`() throws {
    let place = try PlayedFixture(crowd: 30)
    let before = try place.house.store.contents()
    let turn = place.show.nextTurn
    var open = Configuration()
    open.allowsUnsafeTransactions = true
    let other = try DatabaseQueue(path: "\(try #require(place.house.store.filePath))", configuration: open)
    try other.inDatabase { try $0.execute(sql: "BEGIN IMMEDIATE") }
    #expect(throws: BookingError.storage(.busy)) { try place.show.restart() }
    #expect(place.show.nextTurn == turn)
    try other.inDatabase { try $0.execute(sql: "ROLLBACK") }
    #expect(try place.house.store.contents() == before)
    try place.show.restart()
    let people = try place.house.engine.people()
    #expect(people.first { $0.user.name == DemoShow.you }?.token != nil)
    #expect(place.show.nextTurn != nil)
    #expect(try place.house.engine.statusSnapshot(of: nil).rate == 20_000)
    #expect(try place.house.engine.violations() == [])
  }

  @Test func `is not moved by its wall clock, whichever way that is stepped`() throws {
    let place = try PlayedFixture(crowd: 5)
    let before = try place.house.engine.now()
    for step in [Duration.hours(1), .hours(-3), .days(400)] { #expect(try !place.show.stepWallClock(by: step)) }
    #expect(try place.house.engine.now() == before)
  }

  @Test func `is copied with its instant, and what is done to the copy is not done to it`() throws {
    let place = try PlayedFixture(crowd: 5)
    let before = try place.house.store.contents()
    let copy = try place.show.scratchCopy()
    #expect(try copy.now() == place.house.engine.now())
    try copy.advance(by: .hours(1))
    #expect(try place.house.store.contents() == before)
  }
}
