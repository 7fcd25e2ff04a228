internal import Booking
internal import Wording

/// What people do in a race, each told with what came of it.
extension Race {
  /// nil when it was refused, as in all of these.
  @discardableResult
  func hold(_ seats: [Seat], by user: UserID) throws(BookingError) -> [Reservation]? {
    guard let token = tokens[user] else { return nil }
    let key = newKey()
    let names = seats.map(\.label.short).joined(separator: ", ")
    return try record(user, LocalizedText("\(names) 예약", "holds \(names)")) { () throws(BookingError) in
      try engine.holdSeats(caller: user, token: token, session: session, seats: seats.map(\.id), key: key)
    } answer: { holds in
      let deadline = holds.first?.deadline.exact ?? ""
      return LocalizedText("\(deadline)까지", "until \(deadline)")
    } refusedFor: { refusal in
      guard case .seatTaken(let lost) = refusal, seats.count > 1 else { return nil }
      return seats.first { $0.id == lost }?.label.short
    }
  }

  /// - Parameter other: whose token is presented, where it is not one's own.
  @discardableResult
  func pay(
    _ holds: [Reservation], by user: UserID, with other: UserID? = nil, key: RequestKey? = nil
  ) throws(BookingError) -> Receipt? {
    guard let token = tokens[other ?? user] else { return nil }
    let key = key ?? newKey()
    let sum = holds.map(\.price).sum()
    let deed =
      other == nil
      ? LocalizedText("\(sum.text(.korean)) 결제", "pays \(sum.text(.english))")
      : LocalizedText("남의 토큰으로 결제", "pays with another's token")
    return try record(user, deed) { () throws(BookingError) in
      try engine.pay(caller: user, token: token, reservations: holds.map(\.id), key: key)
    } answer: { receipt in
      LocalizedText("잔액 \(receipt.balance.text(.korean))", "balance \(receipt.balance.text(.english))")
    }
  }

  func release(_ holds: [Reservation], by user: UserID) throws(BookingError) {
    try record(user, LocalizedText("임시 예약 해제", "releases the hold")) { () throws(BookingError) in
      try engine.release(caller: user, reservations: holds.map(\.id))
    }
  }

  func charge(_ amount: Won, to user: UserID, key: RequestKey? = nil) throws(BookingError) {
    let key = key ?? newKey()
    let deed = LocalizedText("\(amount.text(.korean)) 충전", "tops up \(amount.text(.english))")
    try record(user, deed) { () throws(BookingError) in
      try engine.charge(user: user, amount: amount, key: key)
    } answer: { balance in
      LocalizedText("잔액 \(balance.text(.korean))", "balance \(balance.text(.english))")
    }
  }

  @discardableResult
  func join(_ user: UserID) throws(BookingError) -> TokenStatus? {
    let status = try record(user, LocalizedText("토큰 요청", "asks for a token")) { () throws(BookingError) in
      try engine.issueToken(user: user)
    } answer: {
      $0.words
    }
    if let status { tokens[user] = status.token.credential }
    return status
  }

  /// Many at one instant, the people first, then some who are made for it. Returns their tokens in the order of asking.
  func joinAll(_ count: Int) throws(BookingError) -> [QueueToken] {
    var line: [QueueToken] = []
    for index in 0..<count {
      let user: UserID
      if index < people.count { user = people[index] } else { user = try engine.addUser(name: "Guest \(index)").id }
      line.append(try engine.issueToken(user: user).token)
    }
    note("\(count)명이 같은 순간에 토큰을 받음", "\(count) ask for a token at this instant")
    return line
  }

  func leave(_ user: UserID) throws(BookingError) {
    guard let token = tokens[user] else { return }
    try record(user, LocalizedText("대기열에서 나감", "leaves the queue")) { () throws(BookingError) in
      try engine.leaveQueue(caller: user, token: token)
    }
  }

  /// Looks at one's token, and tells it.
  @discardableResult
  func look(_ user: UserID) throws(BookingError) -> TokenStatus? {
    guard let token = tokens[user] else { return nil }
    return try record(user, LocalizedText("토큰 조회", "looks at the token")) { () throws(BookingError) in
      try engine.lookUpToken(token)
    } answer: {
      $0.words
    }
  }

  func endToken(of user: UserID) throws(BookingError) {
    try record(user, LocalizedText("토큰이 끝남", "token ends")) { () throws(BookingError) in
      try engine.endToken(of: user)
    }
  }

  func setBalance(of user: UserID, to balance: Won) throws(BookingError) {
    try engine.setBalance(of: user, to: balance)
    note("잔액을 \(balance.text(.korean))으로 고침", "the balance is set to \(balance.text(.english))", user)
  }

  func setPrice(of seat: Seat, to price: Won) throws(BookingError) {
    try engine.setPrice(of: seat.id, in: session, to: price)
    note(
      "\(seat.tier)석 가격이 \(price.text(.korean))으로 바뀜",
      "\(seat.tier) costs \(price.text(.english)) from now on")
  }
}

extension TokenStatus {
  fileprivate var words: LocalizedText {
    switch token.state {
    case .waiting:
      LocalizedText("#\(token.number), 대기 순서 \(position ?? 0)", "#\(token.number), position \(position ?? 0)")
    case .active(let activity):
      LocalizedText(
        "#\(token.number), \(activity.deadline.exact)까지 활성", "#\(token.number), active until \(activity.deadline.exact)"
      )
    case .expired(let at, let reason, _):
      LocalizedText(
        "#\(token.number), \(at.exact)에 만료: \(reason.word(.korean))",
        "#\(token.number), ended at \(at.exact): \(reason.word(.english))")
    }
  }
}

// MARK: - How things stand

extension Race {
  /// A person's token, without telling it.
  func status(of user: UserID) throws(BookingError) -> TokenStatus? {
    guard let token = tokens[user] else { return nil }
    return try engine.lookUpToken(token)
  }

  /// When a person's first hold ends, which is told.
  func tellDeadline(of user: UserID) throws(BookingError) -> Timestamp? {
    let deadline = try engine.account(of: user).holds.first?.reservation.deadline
    let text = deadline?.exact ?? "-"
    note("기한: \(text)", "deadline: \(text)", user)
    return deadline
  }

  func isSold(_ seat: Seat, to user: UserID) throws(BookingError) -> Bool {
    try engine.inspect { auditor throws(BookingError) in
      guard let seat = try auditor.seat(seat.id, of: session), case .sold = seat.status else { return false }
      return seat.taker == user
    }
  }

  /// The admissions of those who stand in a line, in order.
  func admissions(of line: [QueueToken]) throws(BookingError) -> [Event] {
    let numbers = Set(line.map(\.number))
    return try engine.events(after: EventID(0), limit: .max)
      .filter { event in event.kind == .tokenActivated && event.token.map(numbers.contains) ?? false }
  }
}
