package import Booking

/// A command that carries a request key, as a line of text: what one process asks, another can ask again.
package enum MoneyRequest: Sendable {
  case charge(UserID, Won)
  case hold(UserID, TokenCredential, SessionID, [SeatID])
  case pay(UserID, TokenCredential, [ReservationID])

  /// Asks, and tells the answer in a form that is the same for the same answer.
  package func ask(_ engine: BookingEngine, key: RequestKey) throws(BookingError) -> String {
    switch self {
    case .charge(let user, let amount): return "\(try engine.charge(user: user, amount: amount, key: key))"
    case .hold(let user, let token, let session, let seats):
      let holds = try engine.holdSeats(caller: user, token: token, session: session, seats: seats, key: key)
      return holds.map(\.id.description).joined(separator: ",")
    case .pay(let user, let token, let ids):
      let receipt = try engine.pay(caller: user, token: token, reservations: ids, key: key)
      return "\(receipt.balance) " + receipt.payments.map(\.id.description).joined(separator: ",")
    }
  }

  package var user: UserID {
    switch self {
    case .charge(let user, _), .hold(let user, _, _, _), .pay(let user, _, _): user
    }
  }

  package var useCase: RequestRecord.UseCase {
    switch self {
    case .charge: .charge
    case .hold: .hold
    case .pay: .pay
    }
  }

  package var line: String {
    switch self {
    case .charge(let user, let amount): "charge \(user) \(amount.amount)"
    case .hold(let user, let token, let session, let seats):
      "hold \(user) \(Self.words(token)) \(session) \(seats.map(\.description).joined(separator: ","))"
    case .pay(let user, let token, let ids):
      "pay \(user) \(Self.words(token)) \(ids.map(\.description).joined(separator: ","))"
    }
  }

  /// - Parameter words: what `line` makes, apart.
  package init?(_ words: some Collection<Substring>) {
    let words = words.map(String.init)
    guard words.count > 2, let user = Int64(words[1]).map({ UserID($0) }) else { return nil }
    func ids<Record>(_ text: String?) -> [ID<Record>] {
      (text ?? "").split(separator: ",").compactMap { Int64($0) }.map { ID($0) }
    }
    func token() -> TokenCredential? {
      guard words.count > 5, let number = Int64(words[2]), let high = UInt64(words[3]), let low = UInt64(words[4])
      else { return nil }
      return TokenCredential(number: TicketNumber(number), secret: TokenSecret(high: high, low: low))
    }
    switch words[0] {
    case "charge":
      guard let amount = Int64(words[2]) else { return nil }
      self = .charge(user, Won(amount))
    case "hold":
      guard let token = token(), let session = Int64(words[5]) else { return nil }
      self = .hold(user, token, SessionID(session), ids(words.last))
    case "pay":
      guard let token = token() else { return nil }
      self = .pay(user, token, ids(words.last))
    default: return nil
    }
  }

  private static func words(_ token: TokenCredential) -> String {
    "\(token.number) \(token.secret.high) \(token.secret.low)"
  }
}
