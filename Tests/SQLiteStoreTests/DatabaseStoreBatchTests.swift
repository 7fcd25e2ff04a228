import Booking
import TestSupport
import Testing

@testable import SQLiteStore

@Suite("Many small changes in one transaction")
struct DatabaseStoreBatchTests {
  @Test func `reads see what was written before them, and all of it is committed at the end`() throws {
    let house = try BookingFixture()
    let name = try house.store.batch { () throws(BookingError) in
      let user = try house.engine.addUser(name: "One")
      _ = try house.engine.charge(user: user.id, amount: Won(500), key: RequestKey("a"))
      return try house.engine.account(of: user.id).user
    }
    #expect(name.name == "One" && name.balance == Won(500))
    #expect(try house.engine.people().contains { $0.user == name })
    #expect(try house.violations() == [])
  }

  @Test func `a refusal undoes its own command and no other`() throws {
    let house = try BookingFixture()
    try house.store.batch { () throws(BookingError) in
      _ = try house.engine.addUser(name: "One")
      #expect(throws: BookingError.unknownUser) {
        try house.engine.charge(user: UserID(999), amount: Won(1), key: RequestKey("a"))
      }
      _ = try house.engine.addUser(name: "Two")
    }
    #expect(try house.engine.people().map(\.user.name).suffix(2) == ["One", "Two"])
  }

  @Test func `an error undoes the whole batch, and the store goes on`() throws {
    let house = try BookingFixture()
    let before = try house.contents()
    #expect(throws: BookingError.storage(.full)) {
      try house.store.batch { () throws(BookingError) in
        _ = try house.engine.addUser(name: "One")
        throw .storage(.full)
      }
    }
    #expect(try house.contents() == before)
    _ = try house.engine.addUser(name: "Two")
    #expect(try house.engine.people().last?.user.name == "Two")
  }

  @Test func `a batch within another is a part of it, and undone alone when it fails alone`() throws {
    let house = try BookingFixture()
    try house.store.batch { () throws(BookingError) in
      _ = try house.engine.addUser(name: "One")
      try house.store.batch { () throws(BookingError) in _ = try house.engine.addUser(name: "Two") }
      #expect(throws: BookingError.storage(.full)) {
        try house.store.batch { () throws(BookingError) in
          _ = try house.engine.addUser(name: "Three")
          throw .storage(.full)
        }
      }
    }
    #expect(try house.engine.people().map(\.user.name).suffix(2) == ["One", "Two"])
  }
}
