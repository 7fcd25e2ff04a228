import Booking
import GRDB
import TestSupport
import Testing

@testable import SQLiteStore

@Suite("Pay (use case 6, rule 6)")
struct PayTests {
  let house: BookingFixture
  let user: UserID
  let token: TokenCredential
  let holds: [Reservation]

  init() throws {
    house = try BookingFixture(balance: Won(100_000))
    user = house.people[0]
    token = try house.admit(user)
    holds = try house.hold([try house.seat("A", 1).id, try house.seat("D", 1).id], by: user, with: token)
  }

  private func pay(
    _ reservations: [ReservationID], caller: UserID? = nil, token: TokenCredential? = nil
  ) throws -> Receipt {
    try house.engine.pay(
      caller: caller ?? user, token: token ?? self.token, reservations: reservations, key: house.key())
  }

  @Test func `P8 a price that changed after the hold is not asked for`() throws {
    try house.store.queue.write { try $0.execute(sql: "UPDATE session_price SET price = price + 7000") }
    #expect(try house.seat("A", 2).price == BookingFixture.price + Won(7000))
    let receipt = try pay(holds.map(\.id))
    #expect(receipt.total == Won(80_000))
    #expect(receipt.balance == Won(20_000))
    #expect(
      try Set(house.violations().map(\.invariant)) == [.programmeStands, .holdsKeepTheRules],
      "nobody changes a price of a real house")
  }

  /// Expects a refusal that changes nothing: hold, deadline, token and money are as they were (H7).
  private func expectRefused(
    _ refusal: BookingError, _ reservations: [ReservationID], caller: UserID? = nil, token: TokenCredential? = nil,
    location: SourceLocation = #_sourceLocation
  ) throws {
    let before = try house.contents()
    #expect(throws: refusal, sourceLocation: location) {
      try pay(reservations, caller: caller, token: token)
    }
    #expect(try house.contents() == before, sourceLocation: location)
  }

  @Test func `pays all, confirms the seats and answers records, total and new balance`() throws {
    house.clock.advance(.minutes(1))
    let receipt = try pay(holds.map(\.id))
    #expect(receipt.payments.map(\.reservation) == holds.map(\.id))
    #expect(receipt.payments.map(\.amount) == [Won(50_000), Won(30_000)])
    #expect(receipt.payments.allSatisfy { $0.at == house.clock.instant && $0.user == user })
    #expect(receipt.total == Won(80_000))
    #expect(receipt.balance == Won(20_000))
    #expect(try house.seat("A", 1).status == .sold(by: holds[0].id))
    #expect(try house.reservation(holds[1].id)?.status == .confirmed(at: house.clock.instant))
    let debits = try house.engine.ledger(of: user).filter { $0.kind == .payment }
    #expect(debits.map(\.amount) == [Won(-30_000), Won(-50_000)])
    #expect(debits.map(\.payment) == receipt.payments.reversed().map(\.id))
    #expect(try house.events(.seatPaid).map(\.reservation) == holds.map(\.id))
    #expect(try house.violations() == [])
  }

  @Test func `P9 the token is expired as paid at once, and its place is free at the next admission`() throws {
    let house = try BookingFixture(policy: .with { $0.maxActive = 1 })
    let (user, next) = (house.people[0], house.people[1])
    let token = try house.admit(user)
    let hold = try house.hold([try house.seat("A", 1).id], by: user, with: token)
    let waiting = try house.engine.issueToken(user: next).token.credential
    house.clock.advance(.seconds(10))
    #expect(try house.engine.lookUpToken(waiting).position == 1)
    house.clock.advance(.seconds(5))
    _ = try house.engine.pay(caller: user, token: token, reservations: hold.map(\.id), key: house.key())
    guard case .expired(house.clock.instant, .paid, _) = try house.engine.lookUpToken(token).token.state else {
      Issue.record("the token is still live")
      return
    }
    #expect(throws: BookingError.inactiveToken(.expired(.paid))) {
      try house.engine.sessions(caller: user, token: token, visit: .refresh)
    }
    house.clock.advance(.seconds(5))
    #expect(try house.engine.lookUpToken(waiting).token.activity?.since == house.clock.instant)
    #expect(try house.violations() == [])
  }

  @Test func `P3 refuses a token that was never issued`() throws {
    let never = TokenCredential(number: TicketNumber(9), secret: token.secret)
    try expectRefused(.invalidToken(.unknown), [holds[0].id], token: never)
  }

  @Test func `P3 refuses another's token, and another's reservation`() throws {
    let rival = house.people[1]
    let rivalToken = try house.admit(rival)
    try expectRefused(.invalidToken(.anothers), [holds[0].id], token: rivalToken)
    try expectRefused(.invalidToken(.anothers), [holds[0].id], caller: rival)
    try expectRefused(.unknownReservation, [holds[0].id], caller: rival, token: rivalToken)
  }

  @Test func `refuses an empty or a repeating list`() throws {
    try expectRefused(.emptyOrRepeated, [])
    try expectRefused(.emptyOrRepeated, [holds[0].id, holds[0].id])
  }

  @Test func `checks all reservations for one fault before the next fault`() throws {
    let paid = try pay([holds[1].id]).payments[0].reservation
    let again = try house.admit(user)
    let released = try house.hold([try house.seat("B", 1).id], by: user, with: again)[0].id
    try house.engine.release(caller: user, reservations: [released])
    let unknown = ReservationID(999)
    try expectRefused(.unknownReservation, [released, paid, holds[0].id, unknown])
    try expectRefused(.alreadyPaid, [released, holds[0].id, paid])
    try expectRefused(.reservationExpired, [holds[0].id, released])
  }

  @Test func `H7 P6 refuses when the balance does not reach, and says what is missing`() throws {
    let house = try BookingFixture(balance: Won(79_999))
    let user = house.people[0]
    let token = try house.admit(user)
    let holds = try house.hold([try house.seat("A", 1).id, try house.seat("D", 1).id], by: user, with: token)
    let before = try house.contents()
    #expect(throws: BookingError.insufficientBalance(shortfall: Won(1))) {
      try house.engine.pay(caller: user, token: token, reservations: holds.map(\.id), key: house.key())
    }
    #expect(try house.contents() == before)
    _ = try house.engine.charge(user: user, amount: Won(1), key: house.key())
    let receipt = try house.engine.pay(caller: user, token: token, reservations: holds.map(\.id), key: house.key())
    #expect(receipt.balance == .zero)
    #expect(try house.violations() == [])
  }

  @Test func `an ended token still pays, and keeps its end and reason`() throws {
    try house.engine.leaveQueue(caller: user, token: token)
    let ended = try house.token(token.number)
    house.clock.advance(.minutes(1))
    #expect(try pay([holds[0].id]).balance == Won(50_000))
    #expect(try house.token(token.number) == ended)
    #expect(try house.violations() == [])
  }

  @Test func `a waiting token pays too, and keeps its place`() throws {
    try house.engine.leaveQueue(caller: user, token: token)
    let waiting = try house.engine.issueToken(user: user).token
    _ = try pay([holds[0].id], token: waiting.credential)
    #expect(try house.engine.lookUpToken(waiting.credential).position == 1)
    #expect(try house.token(waiting.number) == waiting)
  }

  @Test func `only the presented token ends`() throws {
    try house.engine.leaveQueue(caller: user, token: token)
    let active = try house.admit(user)
    _ = try pay([holds[0].id])
    #expect(try house.engine.lookUpToken(active).position == 0)
  }

  @Test func `the sale window plays no part`() throws {
    let closes = house.clock.instant + .minutes(1)
    let session = try house.addEvening(opens: .opening, closes: closes, start: closes + .minutes(1))
    let hold = try house.hold([try house.seat("A", 1).id], by: user, with: token, session: session)
    house.clock.instant = closes + .minutes(2)
    #expect(try pay(hold.map(\.id)).total == Won(50_000))
    #expect(try house.violations() == [])
  }

  @Test func `P1 a second payment under another key is refused and takes nothing`() throws {
    _ = try pay([holds[0].id])
    for _ in 0..<5 { try expectRefused(.alreadyPaid, [holds[0].id]) }
    #expect(try house.engine.balance(user: user) == Won(50_000))
  }

  @Test func `P1 ten payments under one key pay once and all answer the first receipt`() throws {
    let key = house.key()
    let receipts = try (0..<10).map { _ in
      try house.engine.pay(caller: user, token: token, reservations: holds.map(\.id), key: key)
    }
    #expect(Set(receipts).count == 1)
    #expect(receipts[0].balance == Won(20_000))
    #expect(try house.engine.ledger(of: user).filter { $0.kind == .payment }.count == 2)
    #expect(try house.violations() == [])
  }
}
