import Booking
import GRDB
import TestSupport

@testable import SQLiteStore

/// A house in which every kind of thing has happened once. Seats and people are told apart by number.
struct LivedInFixture {
  let house: BookingFixture

  /// Reservation 1 of person 3 expired; 2 is paid and 3 released and held again as 5, by person 1; 4 is held by
  /// person 2. Token 1 ended by paying, 2 is active, 3 ended idle, 4 left the line, 5 waits.
  /// - Parameters:
  ///   - isRecordShort: whether all of this came so late that the house's beginnings have gone from the record.
  ///   - isRecordGone: whether all of it is so long ago that nothing of it is on record.
  init(isRecordShort: Bool = false, isRecordGone: Bool = false) throws {
    var policy = Policy()
    policy.tokenLifetime = .minutes(20)
    policy.idleLimit = .minutes(4)
    policy.eventRetention = .hours(1)
    house = try BookingFixture(policy: policy)
    if isRecordShort { house.clock.advance(.hours(3)) }
    let people = house.people
    let first = try house.admit(people[0])
    let second = try house.admit(people[1])
    let third = try house.admit(people[2])
    try house.hold([try house.seat("B", 1).id], by: people[2], with: third)
    house.clock.advance(.minutes(2))
    let mine = try house.hold([try house.seat("A", 1).id, try house.seat("A", 2).id], by: people[0], with: first)
    try house.engine.stay(caller: people[1], token: second, session: house.session)
    house.clock.advance(.minutes(3))
    try house.hold([try house.seat("A", 3).id], by: people[1], with: second)
    try house.engine.release(caller: people[0], reservations: [mine[1].id])
    try house.hold([mine[1].seat], by: people[0], with: first)
    _ = try house.engine.charge(user: people[3], amount: Won(10_000), key: house.key())
    _ = try house.engine.pay(caller: people[0], token: first, reservations: [mine[0].id], key: house.key())
    let leaver = try house.engine.issueToken(user: people[3]).token.credential
    _ = try house.engine.issueToken(user: people[4])
    try house.engine.leaveQueue(caller: people[3], token: leaver)
    guard isRecordGone else { return }
    house.clock.advance(.hours(5))
    for _ in 0..<2 { _ = try house.engine.charge(user: people[5], amount: Won(1), key: house.key()) }
  }

  /// Writes what the rules forbid and the schema would refuse.
  func vandalise(_ sql: String) throws {
    try house.store.queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON")
      try db.execute(sql: sql)
      try db.execute(sql: "PRAGMA foreign_keys = ON; PRAGMA ignore_check_constraints = OFF")
    }
  }
}
