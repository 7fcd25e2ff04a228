extension BookingEngine {
  /// Adds a person with an empty wallet.
  /// - Throws: `invalidName` when it is blank, longer than 40 characters, or has characters that cannot be shown. The
  ///   name is kept as it is given; who types it gives it in NFC.
  package func addUser(name: String) throws(BookingError) -> User {
    try write { context throws(BookingError) in try context.addUser(name: name, opening: .zero) }
  }
}

extension WriteContext {
  func addUser(name: String, opening balance: Won) throws(BookingError) -> User {
    let name = try checkName(name)
    let id = try store.insertUser(name: name)
    try store.append(Event(.userAdded, at: now, rule: 0).with { $0.user = id })
    if balance > .zero {
      guard try store.credit(id, balance) == 1 else { throw .storage(.damaged) }
      try store.insertLedgerEntry(LedgerEntry(user: id, amount: balance, kind: .opening, at: now))
      try store.append(
        Event(.balanceOpened, at: now, rule: 0).with {
          $0.user = id
          $0.amount = balance
        })
    }
    return User(id: id, name: name, balance: balance)
  }

  private func checkName(_ name: String) throws(BookingError) -> String {
    let most = 40
    var trimmed = name[...]
    while trimmed.first?.isWhitespace == true { trimmed.removeFirst() }
    while trimmed.last?.isWhitespace == true { trimmed.removeLast() }
    guard !trimmed.isEmpty else { throw .invalidName(.empty) }
    guard trimmed.count <= most, trimmed.unicodeScalars.count <= most * 4 else { throw .invalidName(.tooLong(most)) }
    let text = NameText(trimmed)
    if let scalar = text.firstUnprintable { throw .invalidName(.unprintable(scalar)) }
    guard !String(trimmed).looksBlank else { throw .invalidName(.empty) }
    return String(trimmed)
  }
}
