/// A person who books, with the wallet's balance.
package struct User: Hashable, Sendable {
  package let id: UserID
  package let name: String
  package let balance: Won

  package init(id: UserID, name: String, balance: Won) {
    self.id = id
    self.name = name
    self.balance = balance
  }
}

/// One movement of a wallet. The balance is the sum of them.
package struct LedgerEntry: Hashable, Sendable {
  package enum Kind: String, Sendable {
    case opening, charge, payment
    /// What a tester set a balance to, up or down; on demonstrations only.
    case adjustment
  }

  package let user: UserID
  /// Negative for a payment and for an adjustment down.
  package let amount: Won
  package let kind: Kind
  package let payment: PaymentID?
  package let at: Timestamp

  package init(user: UserID, amount: Won, kind: Kind, payment: PaymentID? = nil, at: Timestamp) {
    self.user = user
    self.amount = amount
    self.kind = kind
    self.payment = payment
    self.at = at
  }
}
