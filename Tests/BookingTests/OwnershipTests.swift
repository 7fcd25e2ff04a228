import Booking
import TestSupport
import Testing

/// Every use case that names a token or a reservation, with each owner that the named thing can have (P3).
@Suite("Who may do what")
struct OwnershipTests {
  /// The use cases that a token lets its owner in to.
  enum Entry: CaseIterable { case listSessions, listSeats, stay, hold, pay, leave }

  /// Whose token the caller presents.
  enum Presented: CaseIterable {
    case own, anothers, anothersThatWaits, anothersThatEnded, nobodys, guessed, anothersNumberWithOwnSecret

    /// Why it is refused; nil for the caller's own.
    var fault: TokenFault? {
      switch self {
      case .own: nil
      case .anothers, .anothersThatWaits, .anothersThatEnded: .anothers
      case .nobodys, .guessed, .anothersNumberWithOwnSecret: .unknown
      }
    }
  }

  /// Whose reservation the caller names.
  enum Named: CaseIterable { case anothersHold, anothersTicket, anothersEndedHold, nobodys }

  private let house: BookingFixture
  private let me: UserID
  private let own: TokenCredential
  private let other: TokenCredential
  private let ended: TokenCredential
  private let waiting: TokenCredential
  private let ownHold: ReservationID
  private let reservations: [Named: ReservationID]

  init() throws {
    house = try BookingFixture()
    me = house.people[0]
    let engine = house.engine
    let tokens = try house.people[0..<4].map { try engine.issueToken(user: $0).token.credential }
    house.clock.advance(.seconds(10))
    (own, other, ended) = (tokens[0], tokens[1], tokens[2])
    let seats = try house.seats().map(\.id)
    ownHold = try house.hold([seats[0]], by: me, with: own)[0].id
    let anothers = try house.hold([seats[1], seats[2]], by: house.people[1], with: other)
    let ticket = try house.hold([seats[3]], by: house.people[3], with: tokens[3])
    _ = try engine.pay(
      caller: house.people[3], token: tokens[3], reservations: ticket.map(\.id), key: house.key())
    try engine.release(caller: house.people[1], reservations: [anothers[1].id])
    try engine.leaveQueue(caller: house.people[2], token: ended)
    waiting = try engine.issueToken(user: house.people[4]).token.credential
    reservations = [
      .anothersHold: anothers[0].id, .anothersTicket: ticket[0].id, .anothersEndedHold: anothers[1].id,
      .nobodys: ReservationID(99),
    ]
  }

  private func credential(_ presented: Presented) -> TokenCredential {
    switch presented {
    case .own: own
    case .anothers: other
    case .anothersThatWaits: waiting
    case .anothersThatEnded: ended
    case .nobodys: TokenCredential(number: TicketNumber(99), secret: own.secret)
    case .guessed:
      TokenCredential(number: own.number, secret: TokenSecret(high: own.secret.high, low: own.secret.low ^ 1))
    case .anothersNumberWithOwnSecret: TokenCredential(number: other.number, secret: own.secret)
    }
  }

  private func enter(_ entry: Entry, as caller: UserID, _ token: TokenCredential) throws(BookingError) {
    let engine = house.engine
    switch entry {
    case .listSessions: _ = try engine.sessions(caller: caller, token: token, concert: nil, visit: .action)
    case .listSeats: _ = try engine.seats(caller: caller, token: token, session: house.session, visit: .action)
    case .stay: try engine.stay(caller: caller, token: token, session: house.session)
    case .hold:
      _ = try engine.holdSeats(
        caller: caller, token: token, session: house.session, seats: [SeatID(20)], key: RequestKey("h"))
    case .pay: _ = try engine.pay(caller: caller, token: token, reservations: [ownHold], key: RequestKey("p"))
    case .leave: try engine.leaveQueue(caller: caller, token: token)
    }
  }

  @Test(arguments: Entry.allCases, Presented.allCases)
  func `only one's own token lets one in, and another's changes nothing`(_ entry: Entry, _ presented: Presented) throws
  {
    let before = try house.contents()
    let token = credential(presented)
    guard let fault = presented.fault else {
      try enter(entry, as: me, token)
      return
    }
    #expect(throws: BookingError.invalidToken(fault)) { try enter(entry, as: me, token) }
    #expect(try house.contents() == before)
  }

  @Test(arguments: Entry.allCases) func `nobody's hands hold nobody's token`(_ entry: Entry) throws {
    let before = try house.contents()
    #expect(throws: BookingError.invalidToken(.anothers)) { try enter(entry, as: UserID(999), own) }
    #expect(try house.contents() == before)
  }

  @Test(arguments: Named.allCases) func `another's reservation is neither paid nor released`(_ named: Named) throws {
    let before = try house.contents()
    let id = reservations[named]!
    for ids in [[id], [ownHold, id], [id, ownHold]] {
      #expect(throws: BookingError.unknownReservation) {
        try house.engine.pay(caller: me, token: own, reservations: ids, key: house.key())
      }
      #expect(throws: BookingError.unknownReservation) { try house.engine.release(caller: me, reservations: ids) }
    }
    #expect(try house.contents() == before)
  }

  @Test func `another's seat is taken, held or sold`() throws {
    let before = try house.contents()
    for seat in try house.seats() where seat.status != .available && seat.taker != me {
      #expect(throws: BookingError.seatTaken(seat.id)) { try house.hold([seat.id], by: me, with: own) }
    }
    #expect(try house.contents() == before)
  }

  @Test func `another's request key is not one's own: it answers nothing and stands in nobody's way`() throws {
    let key = RequestKey("shared")
    #expect(try house.engine.charge(user: house.people[1], amount: Won(7), key: key) == Won(500_007))
    #expect(try house.engine.charge(user: me, amount: Won(7), key: key) == Won(500_007))
    #expect(try house.engine.balance(user: house.people[1]) == Won(500_007))
  }

  @Test func `a wallet is opened by who has one`() throws {
    #expect(throws: BookingError.unknownUser) { try house.engine.balance(user: UserID(999)) }
    #expect(throws: BookingError.unknownUser) {
      try house.engine.charge(user: UserID(999), amount: Won(1), key: house.key())
    }
    #expect(throws: BookingError.unknownUser) { try house.engine.issueToken(user: UserID(999)) }
    #expect(throws: BookingError.unknownUser) { try house.engine.account(of: UserID(999)) }
  }

  @Test func `what one sees of oneself is one's own`() throws {
    #expect(try house.engine.account(of: me).holds.map(\.reservation.id) == [ownHold])
    #expect(try house.engine.bookings(of: me).allSatisfy { $0.reservation.user == me })
    #expect(try house.engine.ledger(of: me).allSatisfy { $0.user == me })
  }

  @Test func `a secret does not appear where its token is written out`() {
    let text = "\(own) \(String(reflecting: own)) \(BookingError.invalidToken(.unknown))"
    for half in [own.secret.high, own.secret.low] {
      #expect(!text.contains("\(half)"))
      #expect(!text.lowercased().contains(String(half, radix: 16)))
    }
  }
}
