import Booking
import TestSupport
import Testing

@testable import SQLiteStore

@Suite("Rows of tokens")
struct TokenRowsTests {
  let house: BookingFixture
  let user: UserID
  let activity = QueueToken.Activity(
    since: Timestamp(milliseconds: 1), lastAction: Timestamp(milliseconds: 2),
    lifetimeDeadline: Timestamp(milliseconds: 9), idleDeadline: Timestamp(milliseconds: 5))

  init() throws {
    house = try BookingFixture()
    user = house.people[0]
    try house.insertToken(1, of: user)
  }

  private func state() throws -> QueueToken.State? {
    try house.ask { reader throws(BookingError) in try reader.token(TicketNumber(1)) }?.state
  }

  private func activate() throws -> Int {
    try house.tell { tx throws(BookingError) in try tx.activateToken(TicketNumber(1), activity) }
  }

  private func end(at instant: Int64) throws -> Int {
    try house.tell { tx throws(BookingError) in
      try tx.endToken(TicketNumber(1), at: Timestamp(milliseconds: instant), reason: .left)
    }
  }

  private func touch(at instant: Int64, idle: Int64) throws -> Int {
    try house.tell { tx throws(BookingError) in
      try tx.touchToken(
        TicketNumber(1), at: Timestamp(milliseconds: instant), idleDeadline: Timestamp(milliseconds: idle))
    }
  }

  @Test func `give back the secret to the last bit`() throws {
    let secret = TokenSecret(high: 0x8000_0000_0000_0001, low: .max)
    try house.insertToken(2, of: house.people[1], secret: secret)
    let token = try house.ask { reader throws(BookingError) in try reader.token(TicketNumber(2)) }
    #expect(token?.credential == TokenCredential(number: TicketNumber(2), secret: secret))
    #expect(token?.user == house.people[1])
    #expect(token?.issuedAt == .opening)
  }

  @Test func `go from waiting to active to ended`() throws {
    #expect(try state() == .waiting)
    #expect(try activate() == 1)
    #expect(try state() == .active(activity))
    #expect(try end(at: 4) == 1)
    #expect(try state() == .expired(at: Timestamp(milliseconds: 4), reason: .left, activity: activity))
  }

  @Test func `end from waiting without ever having had limits`() throws {
    #expect(try end(at: 4) == 1)
    #expect(try state() == .expired(at: Timestamp(milliseconds: 4), reason: .left, activity: nil))
  }

  @Test func `are not activated twice, nor after the end`() throws {
    #expect(try activate() == 1)
    #expect(try activate() == 0)
    #expect(try end(at: 4) == 1)
    #expect(try activate() == 0)
  }

  @Test func `do not end twice`() throws {
    #expect(try end(at: 4) == 1)
    #expect(try end(at: 5) == 0)
    #expect(try state() == .expired(at: Timestamp(milliseconds: 4), reason: .left, activity: nil))
  }

  @Test func `are touched only while active`() throws {
    #expect(try touch(at: 3, idle: 6) == 0)
    #expect(try activate() == 1)
    #expect(try touch(at: 3, idle: 6) == 1)
    #expect(try state() == .active(touched(at: 3, idle: 6)))
    #expect(try end(at: 4) == 1)
    #expect(try touch(at: 5, idle: 7) == 0)
  }

  @Test func `end next at the nearer of both limits, ties by number`() throws {
    try house.insertToken(2, of: house.people[1])
    let later = QueueToken.Activity(
      since: activity.since, lastAction: activity.since, lifetimeDeadline: Timestamp(milliseconds: 9),
      idleDeadline: Timestamp(milliseconds: 20))
    try house.tell { tx throws(BookingError) in _ = try tx.activateToken(TicketNumber(2), later) }
    func next() throws -> Int64? {
      try house.ask { reader throws(BookingError) in try reader.nextTokenToEnd() }?.number.rawValue
    }
    #expect(try next() == 2)
    _ = try activate()
    #expect(try next() == 1)
    _ = try touch(at: 4, idle: 30)
    #expect(try next() == 1)
    _ = try end(at: 5)
    #expect(try next() == 2)
  }

  @Test func `are found live, latest, waiting and active`() throws {
    _ = try end(at: 4)
    for number in 2...4 { try house.insertToken(Int64(number), of: house.people[number - 2]) }
    try house.tell { tx throws(BookingError) in _ = try tx.activateToken(TicketNumber(2), activity) }
    try house.ask { reader throws(BookingError) in
      #expect(try reader.liveToken(of: user)?.number == TicketNumber(2))
      #expect(try reader.latestToken(of: user)?.number == TicketNumber(2))
      #expect(try reader.latestToken(of: house.people[5]) == nil)
      #expect(try reader.liveTokens().map(\.number.rawValue) == [2, 3, 4])
      #expect(try reader.waitingTokens(after: TicketNumber(2), count: 1).map(\.number.rawValue) == [3])
      #expect(try reader.activeTokens() == 1)
    }
  }

  private func touched(at instant: Int64, idle: Int64) -> QueueToken.Activity {
    QueueToken.Activity(
      since: activity.since, lastAction: Timestamp(milliseconds: instant),
      lifetimeDeadline: activity.lifetimeDeadline, idleDeadline: Timestamp(milliseconds: idle))
  }
}
