/// A seat of a session.
struct SeatPlace: Hashable {
  let session: SessionID
  let seat: SeatID

  init(session: SessionID, seat: SeatID) {
    self.session = session
    self.seat = seat
  }

  init(_ reservation: Reservation) { self.init(session: reservation.session, seat: reservation.seat) }
}

extension Audit {
  func unpaidSales() -> [String] {
    var faults: [String] = []
    let byReservation = Dictionary(grouping: payments, by: \.reservation)
    for reservation in reservations {
      let paid = byReservation[reservation.id] ?? []
      guard case .confirmed(let at) = reservation.status else {
        if !paid.isEmpty { faults.append("reservation \(reservation.id) is paid but not confirmed") }
        continue
      }
      if status(of: SeatPlace(reservation)) != .sold(by: reservation.id) {
        faults.append("reservation \(reservation.id) is confirmed but its seat \(reservation.seat) is not sold to it")
      }
      if paid.count != 1 || paid.first?.amount != reservation.price || paid.first?.user != reservation.user {
        faults.append("reservation \(reservation.id) has \(paid.count) payments, or one of another amount or user")
      } else if let payment = paid.first, payment.at != at {
        faults.append("reservation \(reservation.id) ended at another instant than that of payment \(payment.id)")
      }
    }
    return faults + undebitedPayments()
      + seats {
        if case .sold(let id) = $0 { id } else { nil }
      } matching: { status in
        if case .confirmed = status { true } else { false }
      }
  }

  private func undebitedPayments() -> [String] {
    var faults: [String] = []
    let debits = Dictionary(grouping: ledger.filter { $0.kind == .payment }, by: \.payment)
    for payment in payments {
      if reservation(payment.reservation) == nil { faults.append("payment \(payment.id) is for no reservation") }
      let debit = debits[payment.id] ?? []
      if debit.count != 1 || debit.first?.amount != -payment.amount || debit.first?.user != payment.user {
        faults.append("payment \(payment.id) has no single debit of its amount")
      } else if debit.first?.at != payment.at {
        faults.append("payment \(payment.id) was debited at another instant than its own")
      }
    }
    if debits.count != payments.count { faults.append("\(debits.count) debits for \(payments.count) payments") }
    return faults
  }

  func unreservedHolds() -> [String] {
    let faults = reservations.filter { $0.status == .held && status(of: SeatPlace($0)) != .held(by: $0.id) }
      .map { "reservation \($0.id) is held but its seat \($0.seat) is not held by it" }
    return faults + sharedSeats()
      + seats {
        if case .held(let id) = $0 { id } else { nil }
      } matching: {
        $0 == .held
      }
  }

  /// Seats of one status whose reservation is missing, is for another seat, or has the wrong status.
  private func seats(
    with reservationOf: (SeatStatus) -> ReservationID?, matching isRight: (Reservation.Status) -> Bool
  ) -> [String] {
    var faults: [String] = []
    for (session, rows) in seatRows {
      for row in rows {
        guard let id = reservationOf(row.status) else { continue }
        if let reservation = reservation(id), reservation.seat == row.seat, reservation.session == session,
          isRight(reservation.status)
        {
          continue
        }
        faults.append("seat \(row.seat) of session \(session) does not match reservation \(id)")
      }
    }
    return faults
  }

  private func status(of place: SeatPlace) -> SeatStatus? {
    guard let rows = seatRows[place.session], let first = rows.first else { return nil }
    // The seats of a hall are numbered one after another.
    let index = place.seat.rawValue - first.seat.rawValue
    if index >= 0, index < rows.count, rows[Int(index)].seat == place.seat { return rows[Int(index)].status }
    return rows.row(place.seat.rawValue, by: \.seat.rawValue)?.status
  }

  /// Reservations that took a seat while another had it, and seats whose version does not count their reservations'
  /// beginnings and ends.
  private func sharedSeats() -> [String] {
    var faults: [String] = []
    var last: [SeatPlace: (reservation: Reservation, changes: Int64)] = [:]
    for reservation in reservations {
      let place = SeatPlace(reservation)
      let before = last[place]
      if let other = before?.reservation, other.end.map({ $0 > reservation.heldAt }) ?? true {
        faults.append("reservation \(reservation.id) took seat \(reservation.seat) from reservation \(other.id)")
      }
      last[place] = (reservation, (before?.changes ?? 0) + (reservation.status == .held ? 1 : 2))
    }
    for (session, rows) in seatRows {
      for row in rows {
        let changes = last[SeatPlace(session: session, seat: row.seat)]?.changes ?? 0
        if row.version != changes {
          faults.append("seat \(row.seat) of session \(session) counts \(row.version) changes, not \(changes)")
        }
      }
    }
    return faults
  }

  func wrongSeatCounts() -> [String] {
    let halls = Dictionary(grouping: hallSeats, by: \.hall)
    var faults: [String] = []
    for (id, session) in sessions.sorted(by: { $0.key < $1.key }) {
      let (rows, seats) = (seatRows[id] ?? [], halls[session.hall] ?? [])
      if rows.map(\.seat) != seats.map(\.id) {
        let own = Set(seats.map(\.id))
        if let other = rows.first(where: { !own.contains($0.seat) }) {
          faults.append("session \(id) has seat \(other.seat), which is not in its hall \(session.hall)")
        }
        let listed = rows.count { own.contains($0.seat) }
        if listed != seats.count {
          faults.append("session \(id) lists \(listed) seats of the \(seats.count) in its hall")
        }
      }
      let priced = Set((currentPrices[id] ?? []).map(\.tier))
      faults += Set(seats.map(\.tier)).subtracting(priced).sorted().map { "session \(id) has no price for \($0)" }
    }
    return faults
  }

  func lostMoney() -> [String] {
    let moneyIn = ledger.filter { $0.kind != .payment }.map(\.amount).sum()
    let kept = users.map(\.balance).sum() + payments.map(\.amount).sum()
    return moneyIn == kept ? [] : ["\(moneyIn.amount) won came in, \(kept.amount) are accounted for"]
  }
}

extension Reservation {
  /// When it ended; nil while it is held, and for good once it is paid.
  fileprivate var end: Timestamp? {
    switch status {
    case .held, .confirmed: nil
    case .expired(let at), .released(let at): at
    }
  }
}
