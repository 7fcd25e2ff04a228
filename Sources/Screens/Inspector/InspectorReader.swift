internal import Booking
internal import Wording

/// Reads the lines of a table from the house. What never changes, names and seats, is kept between looks.
struct InspectorReader {
  private var names: [UserID: String] = [:]
  private var seats: [SessionID: [SeatID: String]] = [:]

  /// - Throws: `storage`.
  mutating func rows(of table: InspectorTable, _ shell: Shell) throws(BookingError) -> [InspectorRow] {
    let language = shell.language
    switch table {
    case .tokens:
      let tokens = try shell.engine.inspect { auditor throws(BookingError) in try auditor.allTokens() }
      try learnNames(shell.engine)
      return tokens.reversed().map { row($0, language) }
    case .holds:
      return try reservations(shell).filter { $0.status == .held }
        .sorted { ($0.deadline, $0.id) < ($1.deadline, $1.id) }.map { row($0, language) }
    case .reservations: return try reservations(shell).reversed().map { row($0, language) }
    case .payments:
      let payments = try shell.engine.inspect { auditor throws(BookingError) in try auditor.allPayments() }
      try learnNames(shell.engine)
      return payments.sorted { $0.id > $1.id }.map { payment in
        InspectorRow(
          [
            "\(payment.id)", name(payment.user), "\(payment.reservation)", payment.amount.amount.grouped,
            payment.at.exact,
          ], .reservation(payment.reservation))
      }
    case .ledger:
      let entries = try shell.engine.inspect { auditor throws(BookingError) in try auditor.allLedgerEntries() }
      try learnNames(shell.engine)
      return entries.enumerated().reversed().map { index, entry in
        InspectorRow(
          [
            "\(index + 1)", name(entry.user), entry.kind.word(language), entry.amount.amount.grouped, entry.at.exact,
            entry.payment.map { "\($0)" } ?? "",
          ], .wallet(entry.user))
      }
    case .events:
      let events = try shell.engine.inspect { auditor throws(BookingError) in try auditor.lastEvents(Self.eventCount) }
      try learnNames(shell.engine)
      return events.reversed().map { event in
        InspectorRow(
          [
            "\(event.id)", event.at.exact, event.rule > 0 ? "\(event.rule)" : "",
            event.record(event.user.map(name) ?? "", language),
          ],
          event.reservation.map { .reservation($0) } ?? event.token.map { .token($0) } ?? event.user.map { .wallet($0) }
        )
      }
    case .policy:
      return PolicyValue.allCases.map { InspectorRow([$0.name(language), shell.policy.text(of: $0, language)]) }
    case .invariants: return []
    }
  }

  /// How many of the last events are listed.
  static let eventCount: Int64 = 2000

  private mutating func reservations(_ shell: Shell) throws(BookingError) -> [Reservation] {
    let (reservations, missing) = try shell.engine.inspect { [seats] auditor throws(BookingError) in
      let reservations = try auditor.allReservations()
      var missing: [SessionID: [SeatID: String]] = [:]
      for session in Set(reservations.map(\.session)) where seats[session] == nil {
        missing[session] = Dictionary(
          uniqueKeysWithValues: try auditor.seats(of: session).map { ($0.id, $0.label.short.clean) })
      }
      return (reservations, missing)
    }
    seats.merge(missing) { $1 }
    try learnNames(shell.engine)
    return reservations
  }

  private mutating func learnNames(_ engine: BookingEngine) throws(BookingError) {
    let users = try engine.users()
    guard users.count != names.count else { return }
    names = Dictionary(uniqueKeysWithValues: users.map { ($0.id, $0.name.clean) })
  }

  func name(_ user: UserID) -> String { names[user] ?? "\(user)" }

  private func row(_ token: QueueToken, _ language: Language) -> InspectorRow {
    let number = "\(token.number)"
    let (issued, who) = (token.issuedAt.time, name(token.user))
    switch token.state {
    case .waiting:
      return InspectorRow([number, who, language("대기", "waiting"), issued, "", "", "", ""], .token(token.number))
    case .active(let activity):
      return InspectorRow(
        [
          number, who, language("활성", "active"), issued, activity.since.time, activity.lastAction.time,
          activity.deadline.time, activity.limit.word(language),
        ], .token(token.number))
    case .expired(let at, let reason, let activity):
      return InspectorRow(
        [
          number, who, language("만료", "expired"), issued, activity?.since.time ?? "", activity?.lastAction.time ?? "",
          at.time, reason.word(language),
        ], .token(token.number), isFaint: true)
    }
  }

  private func row(_ reservation: Reservation, _ language: Language) -> InspectorRow {
    let (state, end, isFaint): (String, Timestamp?, Bool) =
      switch reservation.status {
      case .held: (language("임시 예약", "held"), nil, false)
      case .confirmed(let at): (language("확정", "confirmed"), at, false)
      case .expired(let at): (language("만료", "expired"), at, true)
      case .released(let at): (language("해제", "released"), at, true)
      }
    return InspectorRow(
      [
        "\(reservation.id)", name(reservation.user),
        seats[reservation.session]?[reservation.seat] ?? "\(reservation.seat)",
        reservation.price.amount.grouped, state, reservation.heldAt.time, reservation.deadline.time, end?.time ?? "",
      ], .reservation(reservation.id), isFaint: isFaint)
  }
}

extension Timestamp {
  /// The time of day, to the second.
  fileprivate var time: String { VenueDate(self).timeWithSeconds }
}
