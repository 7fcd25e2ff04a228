package import Booking

/// One thing that somebody does to a house, or the passing of time.
package enum Operation {
  case wait(Duration)
  /// The terminal ends and starts again.
  case restart
  case issue(UserID)
  case lookUp(TokenCredential)
  case sessions(UserID, TokenCredential, ConcertID?, Visit)
  case seats(UserID, TokenCredential, SessionID, Visit)
  case stay(UserID, TokenCredential, SessionID)
  case hold(UserID, TokenCredential, SessionID, [SeatID], RequestKey)
  case pay(UserID, TokenCredential, [ReservationID], RequestKey)
  case charge(UserID, Won, RequestKey)
  case balance(UserID)
  case leave(UserID, TokenCredential)
  case release(UserID, [ReservationID])
  case runSchedule
}

/// What came of it, in a form in which the engine's and the model's can be compared.
package enum Answer: Equatable {
  case done
  case refused(BookingError)
  case due(Timestamp?)
  case token(TokenStatus)
  case sessions([SessionListing])
  case seats([Seat])
  case holds([Reservation])
  case receipt([Payment], total: Won, balance: Won)
  case balance(Won)

  init(_ receipt: Receipt) { self = .receipt(receipt.payments, total: receipt.total, balance: receipt.balance) }
}

extension BookingEngine {
  func answer(_ operation: Operation) -> Answer {
    do throws(BookingError) {
      switch operation {
      case .wait, .restart: return .done
      case .issue(let user): return .token(try issueToken(user: user))
      case .lookUp(let token): return .token(try lookUpToken(token))
      case .sessions(let caller, let token, let concert, let visit):
        return .sessions(try sessions(caller: caller, token: token, concert: concert, visit: visit))
      case .seats(let caller, let token, let session, let visit):
        return .seats(try seats(caller: caller, token: token, session: session, visit: visit).seats)
      case .stay(let caller, let token, let session):
        try stay(caller: caller, token: token, session: session)
        return .done
      case .hold(let caller, let token, let session, let seats, let key):
        return .holds(try holdSeats(caller: caller, token: token, session: session, seats: seats, key: key))
      case .pay(let caller, let token, let ids, let key):
        return Answer(try pay(caller: caller, token: token, reservations: ids, key: key))
      case .charge(let user, let amount, let key):
        return .balance(try charge(user: user, amount: amount, key: key))
      case .balance(let user): return .balance(try balance(user: user))
      case .leave(let caller, let token):
        try leaveQueue(caller: caller, token: token)
        return .done
      case .release(let caller, let ids):
        try release(caller: caller, reservations: ids)
        return .done
      case .runSchedule: return .due(try runSchedule())
      }
    } catch { return .refused(error) }
  }
}

extension ReferenceModel {
  /// - Parameter secret: what the engine gave to a token that the operation made.
  package func answer(_ operation: Operation, at instant: Timestamp, secret: TokenSecret) -> Answer {
    pass(to: instant)
    do throws(BookingError) { return try carryOut(operation, secret: secret) } catch { return .refused(error) }
  }

  /// Returns, or puts everything back as it was and throws.
  private func carryOut(_ operation: Operation, secret: TokenSecret) throws(BookingError) -> Answer {
    let before = (tokens, reservations)
    do throws(BookingError) {
      switch operation {
      case .wait, .restart: return .done
      case .issue(let user): return .token(try issue(user, secret: secret))
      case .lookUp(let token): return .token(try lookUp(token))
      case .sessions(let caller, let token, let concert, let visit):
        return .sessions(try listSessions(caller, token, concert: concert, visit: visit))
      case .seats(let caller, let token, let session, let visit):
        return .seats(try listSeats(caller, token, session, visit: visit))
      case .stay(let caller, let token, let session):
        _ = try listSeats(caller, token, session, visit: .action)
        return .done
      case .hold(let caller, let token, let session, let seats, let key):
        let contents = [token.number.rawValue, session.rawValue] + seats.map(\.rawValue)
        return try once(key, caller, "hold", contents) { () throws(BookingError) in
          .holds(try hold(caller, token, session, seats))
        }
      case .pay(let caller, let token, let ids, let key):
        let contents = [token.number.rawValue] + ids.map(\.rawValue)
        return try once(key, caller, "pay", contents) { () throws(BookingError) in
          Answer(try pay(caller, token, ids))
        }
      case .charge(let user, let amount, let key):
        guard users.contains(user) else { throw .unknownUser }
        return try once(key, user, "charge", [amount.amount]) { () throws(BookingError) in
          .balance(try charge(user, amount))
        }
      case .balance(let user):
        guard let balance = balances[user] else { throw .unknownUser }
        return .balance(balance)
      case .leave(let caller, let token):
        try leave(caller, token)
        return .done
      case .release(let caller, let ids):
        try release(caller, ids)
        return .done
      case .runSchedule: return .due(nextDue)
      }
    } catch {
      (tokens, reservations) = before
      throw error
    }
  }
}
