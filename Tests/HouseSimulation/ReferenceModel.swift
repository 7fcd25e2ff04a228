package import Booking

/// The house's rules once more, as plainly as they can be written: arrays, walked from end to end. What the engine
/// answers is compared with this.
package final class ReferenceModel {
  let policy: Policy
  let users: [UserID]
  /// By start, then number.
  let sessions: [Session]
  /// Each session's seats as they were before anybody came.
  let emptySeats: [SessionID: [Seat]]
  let venue: LocalizedText
  package var now: Timestamp
  var nextAdmission: Timestamp
  var balances: [UserID: Won]
  var ledger: [LedgerEntry]
  package var tokens: [QueueToken] = []
  var reservations: [Reservation] = []
  var payments: [Payment] = []
  var requests: [ModelRequest] = []

  init(
    policy: Policy, opening: Timestamp, users: [(id: UserID, balance: Won)], sessions: [Session],
    seats: [SessionID: [Seat]], venue: LocalizedText
  ) {
    self.policy = policy
    self.users = users.map(\.id)
    self.sessions = sessions
    self.emptySeats = seats
    self.venue = venue
    now = opening
    nextAdmission = opening + policy.activationPeriod
    balances = Dictionary(uniqueKeysWithValues: users.map { ($0.id, $0.balance) })
    ledger = users.map { LedgerEntry(user: $0.id, amount: $0.balance, kind: .opening, at: opening) }
  }

  var waiting: [QueueToken] { tokens.filter { $0.state == .waiting } }
  var active: [QueueToken] { tokens.filter { $0.activity != nil } }
  var held: [Reservation] { reservations.filter { $0.status == .held } }

  func liveToken(of user: UserID) -> QueueToken? { tokens.first { $0.user == user && $0.isLive } }

  func seats(of session: SessionID) -> [Seat] {
    (emptySeats[session] ?? []).map { seat in
      for reservation in reservations where reservation.session == session && reservation.seat == seat.id {
        switch reservation.status {
        case .held: return seat.now(.held(by: reservation.id), reservation.user)
        case .confirmed: return seat.now(.sold(by: reservation.id), reservation.user)
        case .expired, .released: continue
        }
      }
      return seat
    }
  }

  func setState(_ state: QueueToken.State, of number: TicketNumber) {
    let index = tokens.firstIndex { $0.number == number }!
    let token = tokens[index]
    tokens[index] = QueueToken(
      credential: token.credential, user: token.user, issuedAt: token.issuedAt, state: state)
  }

  func setStatus(_ status: Reservation.Status, of id: ReservationID) {
    let index = reservations.firstIndex { $0.id == id }!
    let old = reservations[index]
    reservations[index] = Reservation(
      id: old.id, user: old.user, token: old.token, session: old.session, seat: old.seat, price: old.price,
      heldAt: old.heldAt, deadline: old.deadline, status: status)
  }

  /// Rule 9: the holder of an active token did something.
  func act(_ user: UserID) {
    guard let token = liveToken(of: user), let activity = token.activity else { return }
    setState(
      .active(
        QueueToken.Activity(
          since: activity.since, lastAction: now, lifetimeDeadline: activity.lifetimeDeadline,
          idleDeadline: now + policy.idleLimit)),
      of: token.number)
  }
}

/// A success that its request key answers again.
struct ModelRequest {
  let user: UserID
  let useCase: String
  let key: RequestKey
  let contents: [Int64]
  let answer: Answer
}

extension Seat {
  fileprivate func now(_ status: SeatStatus, _ taker: UserID) -> Seat {
    Seat(id: id, label: label, tier: tier, price: price, status: status, taker: taker)
  }
}
