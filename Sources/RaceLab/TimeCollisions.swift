internal import Booking
internal import Wording

extension Collision {
  static let ofTime = [tickPeriods, dueOrder, lookingChangesNothing]

  static let tickPeriods = Collision(
    .time, people: 2...2, LocalizedText("틱 50밀리초, 1초, 60초, 한 번", "ticks of 50 ms, 1 s, 60 s, or one"),
    rule: LocalizedText(
      "언제 확인하든 결과는 같습니다. 네 기록이 같아야 합니다.",
      "When somebody looks does not change what is true: the four records must be the same.")
  ) { race throws(BookingError) in
    var records: [[TickRecord]] = []
    for period in [Duration.milliseconds(50), .seconds(1), .minutes(1), .minutes(10)] {
      guard let (instant, events) = try race.playDueOrder(ticks: period) else { return false }
      records.append(events.map { TickRecord($0, from: instant) })
      race.note(
        "만료 2초 전부터 \(period.spoken(.korean)) 틱: 기록 \(events.count)개",
        "ticks of \(period.spoken(.english)), from 2 s before the end: \(events.count) events")
    }
    return records.allSatisfy { $0 == records[0] } && records[0].count == 6
  }

  static let dueOrder = Collision(
    .time, people: 2...2, LocalizedText("한 순간에 모두 만료", "everything due at one instant"),
    rule: LocalizedText(
      "정리 순서: 임시 예약, 토큰, 입장, 그다음은 번호순입니다.",
      "At one instant: holds end first, then tokens, then people are admitted; then by number.")
  ) { race throws(BookingError) in
    guard let (instant, events) = try race.playDueOrder(ticks: nil) else { return false }
    let due = events.filter { $0.at == instant }
    return due.map(\.kind) == [.holdExpired, .holdExpired, .tokenEnded, .tokenActivated]
      && due[0].reservation.map { first in due[1].reservation.map { first < $0 } ?? false } ?? false
  }

  static let lookingChangesNothing = Collision(
    .time, people: 1...1, LocalizedText("보기만 하면", "only looking"),
    rule: LocalizedText(
      "기한이 된 일이 없으면 조회는 아무것도 쓰지 않습니다.", "With nothing due, a look writes nothing.")
  ) { race throws(BookingError) in
    let seat = try race.open(seats: 1)[0]
    let user = race.people[0]
    let hold = try race.hold([seat], by: user)
    let before = try race.everything()
    for _ in 0..<100 {
      _ = try race.engine.programme()
      _ = try race.engine.balance(user: user)
      _ = try race.status(of: user)
      _ = try race.engine.queueHistory(span: .minutes(10))
    }
    race.note("백 번 봄: 공연, 잔액, 토큰, 대기열", "looked a hundred times: concerts, balance, token, queue")
    let after = try race.everything()
    return hold != nil && before == after
  }
}

/// What happened, and when, in a story that is told again.
private struct TickRecord: Equatable {
  let offset: Duration
  let kind: Event.Kind
  let user: UserID?
  let seat: SeatID?

  init(_ event: Event, from instant: Timestamp) {
    offset = event.at - instant
    kind = event.kind
    user = event.user
    seat = event.seat
  }
}

/// Every record that a look could change.
private struct Everything: Equatable {
  let house: House
  let lastEvent: EventID
  let tokens: [QueueToken]
  let reservations: [Reservation]
  let payments: [Payment]
  let ledger: [LedgerEntry]
}

extension Race {
  fileprivate func everything() throws(BookingError) -> Everything {
    try engine.inspect { auditor throws(BookingError) in
      Everything(
        house: try auditor.house(), lastEvent: try auditor.lastEvent(), tokens: try auditor.allTokens(),
        reservations: try auditor.allReservations(), payments: try auditor.allPayments(),
        ledger: try auditor.allLedgerEntries())
    }
  }

  /// Brings it about that two holds, a token and an admission fall due at one instant, and lets that come. Returns the
  /// instant and what happened after the holds; nil where they were refused.
  /// - Parameter ticks: how often somebody looks around that instant; nil for only then.
  fileprivate func playDueOrder(ticks: Duration?) throws(BookingError) -> (Timestamp, [Event])? {
    let (first, second) = (people[0], people[1])
    try emptyHouse {
      $0.maxActive = 1
      $0.idleLimit = .seconds(($0.idleLimit.milliseconds + 999) / 1000)
      $0.tokenLifetime = max($0.tokenLifetime, $0.idleLimit + .minutes(1))
      $0.holdDuration = $0.idleLimit
    }
    let seats = try open(seats: 2, for: [first])
    guard let instant = try hold([seats[1], seats[0]], by: first)?.first?.deadline else { return nil }
    let before = try engine.lastEvent()
    try join(second)
    if let ticks {
      // Until shortly before nothing falls due.
      try advance(to: instant - .seconds(2))
      let end = instant + (try engine.policy().idleLimit) + .minutes(1)
      while try engine.now() < instant + .seconds(2) { try advance(by: min(ticks, end - (try engine.now()))) }
      try advance(to: end)
    } else {
      try advance(to: instant, telling: true)
    }
    return (instant, try engine.events(after: before, limit: .max))
  }
}
