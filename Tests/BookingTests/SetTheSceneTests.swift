import Booking
import SQLiteStore
import TestSupport
import Testing

@Suite("What a tester does to a demonstration")
struct SetTheSceneTests {
  private let clock = SteppedClock()
  private let store: DatabaseStore
  private let engine: BookingEngine
  private let session: SessionID
  private let ada: UserID
  private let ben: UserID

  init() throws {
    store = try DatabaseStore.inMemory()
    engine = BookingEngine(store: store, clock: clock, random: SeededRandom(seed: 1))
    try engine.create(
      .demonstration, anchor: clock.anchor(at: .opening, rate: 1000), policy: Policy(),
      season: BookingFixture.season(rows: 4, width: 10),
      people: ["Ada", "Ben"].map { SeedUser(name: $0, balance: Won(500_000)) })
    session = try #require(try engine.programme().flatMap(\.evenings).first).session.id
    let people = try engine.people().map(\.user.id)
    (ada, ben) = (people[0], people[1])
  }

  private func violations() throws -> [Violation] {
    try store.audit { reader throws(BookingError) in try Audit(reader) }.violations()
  }

  private func seats() throws -> [Seat] {
    try store.read { reader throws(BookingError) in try reader.seats(of: session) }
  }

  private func registerPresence(_ user: UserID) throws -> TokenCredential {
    let token = try engine.issueToken(user: user).token.credential
    clock.advance(.seconds(10))
    try engine.runSchedule()
    return token
  }

  private func hold(_ seats: [SeatID], _ token: TokenCredential) throws -> [Reservation] {
    try engine.holdSeats(caller: ada, token: token, session: session, seats: seats, key: RequestKey("hold"))
  }

  @Test func `an active token ends now, by its idle limit, and its holds can still be paid`() throws {
    let token = try registerPresence(ada)
    let holds = try hold([try seats()[0].id], token)
    clock.advance(.seconds(7))
    let now = try engine.now()
    try engine.endToken(of: ada)
    let status = try engine.lookUpToken(token)
    guard case .expired(let at, let reason, _) = status.token.state else {
      Issue.record("it lives on: \(status)")
      return
    }
    #expect(at == now)
    #expect(reason == .idle)
    #expect(try engine.events(after: EventID(0)).suffix(2).map(\.kind) == [.idleLimitMoved, .tokenEnded])
    let receipt = try engine.pay(caller: ada, token: token, reservations: holds.map(\.id), key: RequestKey("pay"))
    #expect(receipt.total == BookingFixture.price)
    #expect(try violations() == [])
  }

  @Test func `the clock is moved until somebody's turn has come, and no further`() throws {
    for user in [ada, ben] { _ = try engine.issueToken(user: user) }
    var policy = Policy()
    policy.batch = 1
    try engine.setPolicy(policy)
    try engine.setRate(0)
    #expect(try engine.advanceToTurn(of: ben))
    #expect(try engine.now() == .opening + .seconds(20))
    #expect(try engine.account(of: ben).status?.token.activity?.since == .opening + .seconds(20))
    #expect(try engine.advanceToTurn(of: ben), "it has come already")
    #expect(try engine.now() == .opening + .seconds(20))
    #expect(try violations() == [])
  }

  @Test(arguments: [(0, nil), (5, 0)] as [(Int64, Int64?)])
  func `where nobody is let in the clock is not moved`(_ batch: Int64, _ cap: Int64?) throws {
    _ = try engine.issueToken(user: ada)
    var policy = Policy()
    policy.batch = batch
    policy.maxActive = cap
    try engine.setPolicy(policy)
    #expect(try !engine.advanceToTurn(of: ada))
    #expect(try engine.now() == .opening)
  }

  @Test func `the clock is not moved for longer than a day`() throws {
    for user in [ada, ben] { _ = try engine.issueToken(user: user) }
    var policy = Policy()
    policy.batch = 1
    policy.activationPeriod = .hours(20)
    try engine.setPolicy(policy)
    #expect(try !engine.advanceToTurn(of: ben))
    #expect(try engine.now() <= .opening + .days(1))
    #expect(try engine.advanceToTurn(of: ben), "it goes on from there")
    #expect(try violations() == [])
  }

  @Test func `a token that is not active is not ended, and the cause is told`() throws {
    #expect(throws: BookingError.inactiveToken(.unknown)) { try engine.endToken(of: ada) }
    let token = try engine.issueToken(user: ada).token.credential
    #expect(throws: BookingError.inactiveToken(.waiting)) { try engine.endToken(of: ada) }
    try engine.leaveQueue(caller: ada, token: token)
    #expect(throws: BookingError.inactiveToken(.expired(.left))) { try engine.endToken(of: ada) }
    #expect(throws: BookingError.unknownUser) { try engine.endToken(of: UserID(99)) }
  }

  @Test(arguments: [0, 1, 87_999, 499_999, 500_000, 500_001, 10_000_000])
  func `a balance becomes what it is set to, by an entry in the ledger`(_ won: Int64) throws {
    try engine.setBalance(of: ada, to: Won(won))
    #expect(try engine.balance(user: ada) == Won(won))
    #expect(try engine.ledger(of: ada).map(\.amount).sum() == Won(won))
    #expect(try engine.ledger(of: ada).count == (won == 500_000 ? 1 : 2))
    #expect(try engine.balance(user: ben) == Won(500_000))
    #expect(try violations() == [])
  }

  @Test func `a balance below nothing or above the ceiling is refused`() throws {
    #expect(throws: BookingError.invalidChargeAmount(.notPositive)) { try engine.setBalance(of: ada, to: Won(-1)) }
    #expect(throws: BookingError.invalidChargeAmount(.overCeiling(Won(10_000_000)))) {
      try engine.setBalance(of: ada, to: Won(10_000_001))
    }
    #expect(throws: BookingError.unknownUser) { try engine.setBalance(of: UserID(99), to: .zero) }
    #expect(try engine.balance(user: ada) == Won(500_000))
  }

  @Test func `P8 a tier's price changes for whoever holds next, and a hold keeps its own`() throws {
    let token = try registerPresence(ada)
    let (held, next) = (try seats()[0], try seats()[1])
    let hold = try hold([held.id], token)[0]
    let seen = try engine.lastEvent()
    try engine.setPrice(of: held.id, in: session, to: Won(1))
    let changes = try engine.seatChanges(caller: ada, token: token, session: session, after: seen)
    #expect(changes.seats.count == 40, "all seats are told of, for the tier has many")
    #expect(changes.seats.filter { $0.tier == held.tier }.allSatisfy { $0.price == Won(1) })
    let key = RequestKey("next")
    let later = try engine.holdSeats(caller: ada, token: token, session: session, seats: [next.id], key: key)
    #expect(later.map(\.price) == [Won(1)])
    let receipt = try engine.pay(caller: ada, token: token, reservations: [hold.id], key: RequestKey("pay"))
    #expect(receipt.total == held.price)
    #expect(try violations() == [])
  }

  @Test func `a price of nothing, or one that nobody could pay, is refused`() throws {
    let seat = try seats()[0]
    #expect(throws: BookingError.invalidChargeAmount(.notPositive)) {
      try engine.setPrice(of: seat.id, in: session, to: .zero)
    }
    #expect(throws: BookingError.invalidChargeAmount(.overCeiling(Won(10_000_000)))) {
      try engine.setPrice(of: seat.id, in: session, to: Won(10_000_001))
    }
    #expect(throws: BookingError.unknownSeat(SeatID(999))) {
      try engine.setPrice(of: SeatID(999), in: session, to: Won(1))
    }
    #expect(throws: BookingError.unknownSession) { try engine.setPrice(of: seat.id, in: SessionID(99), to: Won(1)) }
    #expect(try seats()[0].price == seat.price)
  }

  @Test func `seats are taken by a guest who stands in no line, until their deadline`() throws {
    let token = try registerPresence(ada)
    let wanted = Array(try seats()[3...4].map(\.id))
    let guest = try engine.takeSeats(wanted, of: session)
    #expect(throws: BookingError.seatTaken(wanted[1])) { try hold([wanted[1]], token) }
    #expect(throws: BookingError.seatTaken(wanted[0])) { try engine.takeSeats([wanted[0]], of: session) }
    #expect(throws: BookingError.unknownSeat(SeatID(999))) { try engine.takeSeats([SeatID(999)], of: session) }
    #expect(throws: BookingError.unknownSession) { try engine.takeSeats([], of: SessionID(99)) }
    #expect(try engine.people().filter { $0.token != nil }.map(\.user.id) == [ada])
    #expect(try engine.account(of: guest.id).holds.map(\.reservation.seat) == wanted)
    try engine.advance(by: .minutes(5))
    #expect(try seats().allSatisfy { $0.status == .available })
    #expect(try violations() == [])
  }

  @Test(arguments: [(0, 0), (50, 20), (95, 38), (99, 40), (100, 40), (250, 40), (-1, 0)] as [(Int64, Int)])
  func `a hall is filled to so many of a hundred seats, rounded up, and no further`(_ percent: Int64, _ taken: Int)
    throws
  {
    #expect(try engine.fill(session, to: percent) == Int64(taken))
    #expect(try seats().count { $0.status != .available } == taken)
    #expect(try engine.fill(session, to: percent) == 0, "it is so full already")
    #expect(try violations() == [])
  }

  @Test func `what is held or sold already counts, and nobody else's money is touched`() throws {
    let token = try registerPresence(ada)
    _ = try hold(Array(try seats()[0...1].map(\.id)), token)
    #expect(try engine.fill(session, to: 50) == 18)
    #expect(try engine.balance(user: ada) == Won(500_000))
    #expect(try engine.account(of: ada).holds.count == 2)
    #expect(try seats().count { if case .sold = $0.status { true } else { false } } == 18)
    #expect(throws: BookingError.unknownSession) { try engine.fill(SessionID(99), to: 50) }
    #expect(try violations() == [])
  }

  @Test func `a real house refuses all of it`() throws {
    let house = try BookingFixture()
    let seat = try house.seats()[0].id
    let before = try house.contents()
    #expect(throws: BookingError.notADemonstration) { try house.engine.endToken(of: house.people[0]) }
    #expect(throws: BookingError.notADemonstration) { try house.engine.setBalance(of: house.people[0], to: .zero) }
    #expect(throws: BookingError.notADemonstration) { try house.engine.takeSeats([seat], of: house.session) }
    #expect(throws: BookingError.notADemonstration) { try house.engine.fill(house.session, to: 95) }
    #expect(try house.contents() == before)
  }
}
