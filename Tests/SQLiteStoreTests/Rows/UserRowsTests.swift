import Booking
import TestSupport
import Testing

@testable import SQLiteStore

@Suite("Rows of users, their ledger and their requests")
struct UserRowsTests {
  let house: BookingFixture
  let user: UserID

  init() throws {
    house = try BookingFixture(people: 2, balance: Won(100))
    user = house.people[0]
  }

  private func balance() throws -> Won? {
    try house.ask { reader throws(BookingError) in try reader.user(user) }?.balance
  }

  @Test func `give back a new user with an empty wallet`() throws {
    let name = "김하늘 \u{1F3B5}"
    let id = try house.tell { tx throws(BookingError) in try tx.insertUser(name: name) }
    let added = User(id: id, name: name, balance: .zero)
    #expect(try house.ask { reader throws(BookingError) in try reader.user(id) } == added)
    #expect(try house.ask { reader throws(BookingError) in try reader.users() }.last == added)
    #expect(try house.ask { reader throws(BookingError) in try reader.user(UserID(99)) } == nil)
  }

  @Test func `take a credit, and a debit up to the balance`() throws {
    #expect(try house.tell { tx throws(BookingError) in try tx.credit(user, Won(20)) } == 1)
    #expect(try balance() == Won(120))
    #expect(try house.tell { tx throws(BookingError) in try tx.debit(user, Won(121)) } == 0)
    #expect(try house.tell { tx throws(BookingError) in try tx.debit(user, Won(120)) } == 1)
    #expect(try balance() == .zero)
    #expect(try house.tell { tx throws(BookingError) in try tx.credit(UserID(99), Won(1)) } == 0)
  }

  @Test func `give back a user's own ledger in order`() throws {
    let charge = LedgerEntry(user: user, amount: Won(7), kind: .charge, at: .opening + .seconds(1))
    let others = LedgerEntry(user: house.people[1], amount: Won(8), kind: .charge, at: .opening)
    try house.tell { tx throws(BookingError) in
      try tx.insertLedgerEntry(others)
      try tx.insertLedgerEntry(charge)
    }
    let opening = LedgerEntry(user: user, amount: Won(100), kind: .opening, at: .opening)
    #expect(try house.ask { reader throws(BookingError) in try reader.ledger(of: user) } == [opening, charge])
  }

  @Test func `give back a request by user, use case and key`() throws {
    let key = RequestKey("열쇠")
    let record = RequestRecord(user: user, useCase: .pay, key: key, contents: "1/2,3", answer: [-5, 0, .max])
    try house.tell { tx throws(BookingError) in try tx.insertRequest(record, at: .opening) }
    try house.ask { reader throws(BookingError) in
      #expect(try reader.request(key, of: user, for: .pay) == record)
      #expect(try reader.request(key, of: user, for: .hold) == nil)
      #expect(try reader.request(key, of: house.people[1], for: .pay) == nil)
      #expect(try reader.request(RequestKey("other"), of: user, for: .pay) == nil)
    }
  }
}
