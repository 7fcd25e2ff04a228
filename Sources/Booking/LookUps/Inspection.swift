/// For testers and owners: everything in a house, and what became of each record. Nothing is changed but for what falls due.
extension BookingEngine {
  /// Looks at all records in one view, settled.
  package func inspect<Answer>(
    _ body: (any StoreAuditor) throws(BookingError) -> Answer
  ) throws(BookingError) -> Answer {
    try runSchedule()
    return try store.audit(body)
  }

  /// What breaks an invariant now; empty when all hold.
  package func violations() throws(BookingError) -> [Violation] {
    try inspect { auditor throws(BookingError) in try Audit(auditor) }.violations()
  }

  /// What the record tells of something, in order.
  package func history(of subject: HistorySubject) throws(BookingError) -> [Event] {
    try inspect { auditor throws(BookingError) in
      var found: [Event] = []
      var seen = EventID(0)
      while true {
        let events = try auditor.events(after: seen, limit: 5000)
        found += events.filter(subject.concerns)
        guard let last = events.last else { return found }
        seen = last.id
      }
    }
  }
}

/// A record whose history can be asked for.
package enum HistorySubject: Hashable, Sendable {
  /// With what was held and paid under it.
  case token(TicketNumber)
  case reservation(ReservationID)
  /// What came into a wallet and went from it.
  case wallet(UserID)

  func concerns(_ event: Event) -> Bool {
    switch self {
    case .token(let number): event.token == number
    case .reservation(let id): event.reservation == id
    case .wallet(let user):
      event.user == user && [.userAdded, .balanceOpened, .charged, .balanceSet, .seatPaid].contains(event.kind)
    }
  }
}
