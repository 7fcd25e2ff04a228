import Booking
import GRDB
import TestSupport
import Testing

@testable import SQLiteStore

@Suite("Rows of those who left the line")
struct LeaverRowsTests {
  private let house: BookingFixture

  init() throws {
    house = try BookingFixture()
    try house.store.queue.write { try $0.execute(sql: "UPDATE house SET last_ticket = 540000") }
  }

  private func leave(_ numbers: [Int64]) throws {
    try house.tell { tx throws(BookingError) in
      for number in numbers {
        let ticket = TicketNumber(number)
        try tx.insertToken(
          QueueToken(
            credential: TokenCredential(number: ticket, secret: TokenSecret(high: 1, low: UInt64(number))),
            user: house.people[0], issuedAt: .opening, state: .waiting))
        _ = try tx.endToken(ticket, at: .opening, reason: .left)
        try tx.insertLeaver(ticket)
      }
    }
  }

  private func count(before number: Int64) throws -> Int64 {
    try house.ask { reader throws(BookingError) in try reader.leavers(before: TicketNumber(number)) }
  }

  /// Around the ends of blocks of every size, and anywhere.
  private static let edges: [Int64] = [1, 63, 64, 65, 4095, 4096, 4097, 262_143, 262_144, 262_145, 530_000]

  @Test(arguments: 0..<5 as Range<UInt64>)
  func `are counted before any number, until the head passes them`(_ seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    var left = Set(Self.edges.filter { _ in Bool.random(using: &random) })
    for _ in 0..<150 { left.insert(Int64.random(in: 1...540_000, using: &random)) }
    for _ in 0..<150 { left.insert(Int64.random(in: 4000...4500, using: &random)) }
    try leave(left.shuffled(using: &random))
    let heads = ([0] + Self.edges + (0..<10).map { _ in Int64.random(in: 1...540_000, using: &random) }).sorted()
    for head in heads {
      try house.tell { tx throws(BookingError) in try tx.deleteLeavers(through: TicketNumber(head)) }
      left = left.filter { $0 > head }
      for number in Self.edges + (0..<10).map({ _ in Int64.random(in: 1...540_000, using: &random) }) {
        #expect(try count(before: number) == left.count { $0 < number }, "head \(head), before \(number)")
      }
      #expect(
        try house.store.audit { auditor throws(BookingError) in try auditor.integrityFaults() } == [], "head \(head)")
    }
  }

  @Test(arguments: [
    "UPDATE leaver_block SET leavers = 1 WHERE size = 4096", "DELETE FROM leaver_block WHERE size = 64",
  ])
  func `are told of when their blocks do not count them`(_ damage: String) throws {
    try leave([10, 11])
    try house.store.queue.write { try $0.execute(sql: damage) }
    let faults = try house.store.audit { auditor throws(BookingError) in try auditor.integrityFaults() }
    #expect(faults.contains { $0.contains("does not count who left") })
  }
}
