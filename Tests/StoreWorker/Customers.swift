import Booking
import SQLiteStore
import TestSupport

/// Does at random everything that customers do, one act at a time, with the jobs of the house in between.
struct Customers {
  let engine: BookingEngine
  let store: DatabaseStore
  let users: [UserID]
  let session: SessionID
  private let seed: UInt64
  private var random: SeededRandom
  private var number = 0

  init(_ users: [UserID], engine: BookingEngine, store: DatabaseStore, session: SessionID, seed: UInt64) {
    (self.users, self.engine, self.store, self.session, self.seed) = (users, engine, store, session, seed)
    random = SeededRandom(seed: seed)
  }

  /// - Parameter ask: asks for what carries a request key; the key is used once.
  mutating func act(
    asking ask: (MoneyRequest, RequestKey) throws(BookingError) -> Void
  ) throws(BookingError) {
    number += 1
    let key = RequestKey("\(seed)-\(number)")
    let user = users.randomElement(using: &random)!
    let account = try engine.account(of: user)
    guard let token = account.status?.token, token.isLive else {
      _ = try engine.issueToken(user: user)
      return
    }
    let holds = account.holds.map(\.reservation.id)
    switch Int.random(in: 0..<10, using: &random) {
    case 0: try ask(.charge(user, Won(Int64.random(in: 1...1000, using: &random))), key)
    case 1: try engine.leaveQueue(caller: user, token: token.credential)
    case 2 where !holds.isEmpty: try engine.release(caller: user, reservations: holds)
    case 3: _ = try engine.runSchedule()
    case 4: store.checkpoint()
    case 5...7 where !holds.isEmpty: try ask(.pay(user, account.payingToken ?? token.credential, holds), key)
    default:
      let seats = try store.read { reader throws(BookingError) in try reader.seats(of: session) }
      let free = seats.filter { $0.status == .available }.map(\.id).shuffled(using: &random)
      let wanted = Array(free.prefix(Int.random(in: 1...3, using: &random)))
      if !wanted.isEmpty { try ask(.hold(user, token.credential, session, wanted), key) }
    }
  }
}
