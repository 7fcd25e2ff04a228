/// What makes a token impossible to guess: 128 random bits.
package struct TokenSecret: Hashable, Sendable {
  package let high: UInt64
  package let low: UInt64

  package init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// Compares in constant time, so that the time an answer takes tells nothing about the secret.
  package static func == (a: Self, b: Self) -> Bool { (a.high ^ b.high) | (a.low ^ b.low) == 0 }
}

extension TokenSecret: CustomStringConvertible, CustomDebugStringConvertible {
  /// Says nothing: what is written out ends in logs and on screens.
  package var description: String { "secret" }
  package var debugDescription: String { description }
}

/// What a customer presents: the ticket number and its secret.
package struct TokenCredential: Hashable, Sendable {
  package let number: TicketNumber
  package let secret: TokenSecret

  package init(number: TicketNumber, secret: TokenSecret) {
    self.number = number
    self.secret = secret
  }
}

extension TokenCredential {
  /// Equal for equal credentials, without giving the secret away: what a request's contents say of its token.
  var fingerprint: String { "\(number).\((secret.high ^ secret.low) >> 32)" }
}

/// A place in the one queue of the house.
package struct QueueToken: Hashable, Sendable {
  package enum EndReason: String, Sendable, CaseIterable { case paid, left, lifetime, idle }

  /// The limits of an active token; it is valid while now is before both.
  package struct Activity: Hashable, Sendable {
    package let since: Timestamp
    package let lastAction: Timestamp
    package let lifetimeDeadline: Timestamp
    package let idleDeadline: Timestamp

    package init(since: Timestamp, lastAction: Timestamp, lifetimeDeadline: Timestamp, idleDeadline: Timestamp) {
      self.since = since
      self.lastAction = lastAction
      self.lifetimeDeadline = lifetimeDeadline
      self.idleDeadline = idleDeadline
    }

    package var deadline: Timestamp { min(lifetimeDeadline, idleDeadline) }
    /// Which limit ends it: the lifetime when both fall together (rule 2).
    package var limit: EndReason { lifetimeDeadline <= idleDeadline ? .lifetime : .idle }
  }

  package enum State: Hashable, Sendable {
    case waiting
    case active(Activity)
    case expired(at: Timestamp, reason: EndReason, activity: Activity?)
  }

  package let credential: TokenCredential
  package let user: UserID
  package let issuedAt: Timestamp
  package let state: State

  package init(credential: TokenCredential, user: UserID, issuedAt: Timestamp, state: State) {
    self.credential = credential
    self.user = user
    self.issuedAt = issuedAt
    self.state = state
  }

  package var number: TicketNumber { credential.number }

  package var isLive: Bool { if case .expired = state { false } else { true } }

  /// The limits while the token is active, nil otherwise.
  package var activity: Activity? { if case .active(let activity) = state { activity } else { nil } }
}
