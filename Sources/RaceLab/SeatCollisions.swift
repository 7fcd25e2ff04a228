internal import Booking

extension Collision {
  static let ofSeats = [
    sameSeat, lastSeats, takeOver, holdAgain, releaseAndHoldAgain, releaseAndOther, tokenEndsDuringHold,
    sweepAfterPayment, sweepBeforePayment,
  ]

  static let sameSeat = Collision(
    .seats, people: 2...6, LocalizedText("같은 좌석을 동시에", "the same seat at once"),
    rule: LocalizedText(
      "규칙 5: 먼저 쓴 사람이 갖고, 나머지는 좌석이 이미 예약되었다는 답을 받습니다.",
      "Rule 5: who writes first has it; the others are told that it is taken.")
  ) { race throws(BookingError) in
    let seat = try race.open(seats: 1)[0]
    var winners: [UserID] = []
    for user in race.people where try race.hold([seat], by: user) != nil { winners.append(user) }
    return winners == [race.people[0]] && race.refusals.count == race.people.count - 1
      && race.refusals.allSatisfy { $0 == .seatTaken(seat.id) }
  }

  static let lastSeats = Collision(
    .seats, people: 2...2, LocalizedText("마지막 다섯 석을 네 석씩", "the last five seats, by fours"),
    rule: LocalizedText(
      "규칙 5: 전부 아니면 전무입니다. 한 석이라도 잃으면 아무것도 예약되지 않습니다.",
      "Rule 5: all or none. Who loses one seat of four holds none.")
  ) { race throws(BookingError) in
    let seats = try race.open(seats: 5, takingTheRest: true)
    let first = try race.hold(Array(seats[0..<4]), by: race.people[0])
    let second = try race.hold(Array(seats[1..<5]), by: race.people[1])
    let left = try race.engine.account(of: race.people[1]).holds
    return first?.count == 4 && second == nil && left.isEmpty && race.refusals == [.seatTaken(seats[1].id)]
  }

  static let takeOver = Collision(
    .seats, people: 2...2, LocalizedText("기한 전후에 남의 좌석 예약", "another's seat, around its deadline"),
    rule: LocalizedText(
      "규칙 10: 기한 1밀리초 전에는 예약되어 있고, 기한에는 누가 보기 전에도 풀려 있습니다.",
      "Rule 10: held 1 ms before the deadline, and free at it, before anybody looked.")
  ) { race throws(BookingError) in
    let seat = try race.open(seats: 1)[0]
    guard let hold = try race.hold([seat], by: race.people[0])?.first else { return false }
    try race.letIn(race.people[1], shortlyBefore: hold.deadline)
    try race.jump(to: hold.deadline - .milliseconds(1))
    let early = try race.hold([seat], by: race.people[1])
    try race.jump(to: hold.deadline)
    let onTime = try race.hold([seat], by: race.people[1])
    return early == nil && onTime != nil && race.refusals == [.seatTaken(seat.id)]
  }

  static let holdAgain = Collision(
    .seats, people: 1...1, LocalizedText("내 좌석을 다시 예약", "one's own seat, held again"),
    rule: LocalizedText(
      "규칙 5: 이미 예약된 좌석입니다. 기한은 늘어나지 않습니다.", "Rule 5: it is taken, by oneself too. Nothing stretches the five minutes."
    )
  ) { race throws(BookingError) in
    let seat = try race.open(seats: 1)[0]
    guard let hold = try race.hold([seat], by: race.people[0])?.first else { return false }
    try race.advance(by: race.pause(in: hold))
    let again = try race.hold([seat], by: race.people[0])
    let kept = try race.tellDeadline(of: race.people[0])
    return again == nil && kept == hold.deadline && race.refusals == [.seatTaken(seat.id)]
  }

  static let releaseAndHoldAgain = Collision(
    .seats, people: 1...1, LocalizedText("해제하고 다시 예약", "released, and held again"),
    rule: LocalizedText(
      "규칙 5: 해제한 좌석을 다시 예약하면 앞의 기한이 남아 있는 한 그 기한입니다.",
      "Rule 5: who holds again what they released gets the old deadline, while it is ahead.")
  ) { race throws(BookingError) in
    let seat = try race.open(seats: 1)[0]
    let user = race.people[0]
    guard let hold = try race.hold([seat], by: user)?.first else { return false }
    try race.advance(by: race.pause(in: hold))
    try race.release([hold], by: user)
    let again = try race.hold([seat], by: user)?.first
    let kept = try race.tellDeadline(of: user)
    return again?.deadline == hold.deadline && kept == hold.deadline && race.refusals.isEmpty
  }

  static let releaseAndOther = Collision(
    .seats, people: 2...2, LocalizedText("해제한 좌석을 곧바로 다른 사람이", "a released seat, at once for another"),
    rule: LocalizedText(
      "해제한 좌석은 그 순간 풀립니다. 다음 사람의 기한은 처음부터 셉니다.",
      "A released seat is free at that instant; the next person's time begins anew.")
  ) { race throws(BookingError) in
    let seat = try race.open(seats: 1)[0]
    guard let hold = try race.hold([seat], by: race.people[0])?.first else { return false }
    try race.advance(by: .seconds(1))
    try race.release([hold], by: race.people[0])
    let next = try race.hold([seat], by: race.people[1])?.first
    return next.map { $0.deadline > hold.deadline } ?? false && race.refusals.isEmpty
  }

  static let tokenEndsDuringHold = Collision(
    .seats, people: 1...1, LocalizedText("임시 예약 중 토큰 만료", "token ends during a hold"),
    rule: LocalizedText(
      "규칙 6: 토큰이 끝나도 임시 예약은 결제할 수 있습니다. 새로 예약할 수는 없습니다.",
      "Rule 6: a hold outlives its token and can be paid. A new hold is refused.")
  ) { race throws(BookingError) in
    let seats = try race.open(seats: 2)
    let user = race.people[0]
    let holds = try race.hold([seats[0]], by: user) ?? []
    try race.endToken(of: user)
    let late = try race.hold([seats[1]], by: user)
    let receipt = try race.pay(holds, by: user)
    return late == nil && receipt != nil && race.refusals == [.invalidToken(.expired(.idle))]
  }

  static let sweepAfterPayment = Collision(
    .seats, people: 1...1, LocalizedText("결제한 뒤 만료 정리", "the sweep after a payment"),
    rule: LocalizedText(
      "규칙 10: 팔린 좌석은 정리가 언제 오더라도 풀리지 않습니다.", "Rule 10: a sold seat is never released, whenever the sweep comes.")
  ) { race throws(BookingError) in
    let seat = try race.open(seats: 1)[0]
    let user = race.people[0]
    guard let hold = try race.hold([seat], by: user)?.first else { return false }
    try race.advance(to: hold.deadline - .milliseconds(1))
    let receipt = try race.pay([hold], by: user)
    try race.sweep(at: hold.deadline)
    try race.sweep(at: hold.deadline + .minutes(1))
    let isSold = try race.isSold(seat, to: user)
    return receipt != nil && isSold
  }

  static let sweepBeforePayment = Collision(
    .seats, people: 2...2, LocalizedText("만료 정리 뒤 결제", "the sweep before a payment"),
    rule: LocalizedText(
      "규칙 6, 10: 기한에 풀린 예약은 결제할 수 없고, 돈은 그대로이며, 좌석은 다음 사람의 것입니다.",
      "Rules 6, 10: what was released cannot be paid; no money moves; the next has the seat.")
  ) { race throws(BookingError) in
    let seat = try race.open(seats: 1)[0]
    guard let hold = try race.hold([seat], by: race.people[0])?.first else { return false }
    try race.letIn(race.people[1], shortlyBefore: hold.deadline)
    let before = try race.engine.balance(user: race.people[0])
    try race.sweep(at: hold.deadline)
    let receipt = try race.pay([hold], by: race.people[0])
    let next = try race.hold([seat], by: race.people[1])
    let after = try race.engine.balance(user: race.people[0])
    return receipt == nil && next != nil && before == after && race.refusals == [.reservationExpired]
  }
}
