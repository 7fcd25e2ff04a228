internal import Booking

extension Collision {
  static let ofMoney = [
    payBeforeDeadline, payAtDeadline, payAfterDeadline, payTwiceWithOneKey, payTwiceWithTwoKeys, othersReservation,
    tooLittleMoney, changedPrice, paymentEndsToken, chargesAtOnce, chargeLimits,
  ]

  static let payBeforeDeadline = aroundDeadline(
    -1, LocalizedText("기한 1밀리초 전 결제", "payment 1 ms before the deadline"),
    rule: LocalizedText(
      "규칙 6: 기한 전이면 유효합니다. 결제되고 좌석은 팔립니다.",
      "Rule 6: valid while now < deadline. It is paid and sold."))

  static let payAtDeadline = aroundDeadline(
    0, LocalizedText("기한 정각에 결제", "payment at the deadline"), rule: tooLate)

  static let payAfterDeadline = aroundDeadline(
    1, LocalizedText("기한 1밀리초 뒤 결제", "payment 1 ms after the deadline"), rule: tooLate)

  private static let tooLate = LocalizedText(
    "규칙 10: 기한이 되면 예약이 먼저 끝납니다. 결제는 늦었고 좌석은 다음 사람의 것입니다.",
    "Rule 10: at the deadline the hold ends first. Paying is too late; the next has it.")

  /// Paying so many milliseconds off the deadline, while somebody wants the seat.
  private static func aroundDeadline(
    _ offset: Int64, _ title: LocalizedText, rule: LocalizedText
  ) -> Collision {
    Collision(.money, people: 2...2, title, rule: rule) { race throws(BookingError) in
      let seat = try race.open(seats: 1)[0]
      guard let hold = try race.hold([seat], by: race.people[0])?.first else { return false }
      try race.letIn(race.people[1], shortlyBefore: hold.deadline)
      try race.jump(to: hold.deadline + .milliseconds(offset))
      let receipt = try race.pay([hold], by: race.people[0])
      let next = try race.hold([seat], by: race.people[1])
      return offset < 0
        ? receipt != nil && next == nil && race.refusals == [.seatTaken(seat.id)]
        : receipt == nil && next != nil && race.refusals == [.reservationExpired]
    }
  }

  static let payTwiceWithOneKey = Collision(
    .money, people: 1...1, LocalizedText("같은 요청 키로 두 번 결제", "payment twice, one request key"),
    rule: LocalizedText("요청 키: 한 번만 결제되고 같은 답을 받습니다.", "Request keys: one payment, and the same answer twice.")
  ) { race throws(BookingError) in
    let seat = try race.open(seats: 1)[0]
    let user = race.people[0]
    let holds = try race.hold([seat], by: user) ?? []
    let (before, key) = (try race.engine.balance(user: user), race.newKey())
    let receipts = [try race.pay(holds, by: user, key: key), try race.pay(holds, by: user, key: key)]
    let spent = before - (try race.engine.balance(user: user))
    return receipts[0] != nil && receipts[0] == receipts[1] && spent == seat.price
  }

  static let payTwiceWithTwoKeys = Collision(
    .money, people: 1...1, LocalizedText("다른 요청 키로 두 번 결제", "payment twice, two request keys"),
    rule: LocalizedText("규칙 6: 두 번째는 이미 결제되었다는 답을 받습니다.", "Rule 6: the second is told that it is paid already.")
  ) { race throws(BookingError) in
    let seat = try race.open(seats: 1)[0]
    let user = race.people[0]
    let holds = try race.hold([seat], by: user) ?? []
    let before = try race.engine.balance(user: user)
    let receipts = [try race.pay(holds, by: user), try race.pay(holds, by: user)]
    let spent = before - (try race.engine.balance(user: user))
    return receipts[0] != nil && spent == seat.price && race.refusals == [.alreadyPaid]
  }

  static let othersReservation = Collision(
    .money, people: 2...2, LocalizedText("남의 예약과 남의 토큰으로 결제", "another's reservation, another's token"),
    rule: LocalizedText(
      "규칙 6: 남의 토큰은 유효하지 않고 남의 예약은 알 수 없습니다. 아무것도 바뀌지 않습니다.",
      "Rule 6: another's token is not valid, another's reservation unknown. Nothing changes.")
  ) { race throws(BookingError) in
    let seat = try race.open(seats: 1)[0]
    let (owner, other) = (race.people[0], race.people[1])
    let holds = try race.hold([seat], by: owner) ?? []
    func state() throws(BookingError) -> [Account] {
      [try race.engine.account(of: owner), try race.engine.account(of: other)]
    }
    let before = try state()
    try race.pay(holds, by: other)
    try race.pay(holds, by: other, with: owner)
    try race.release(holds, by: other)
    let isUntouched = try state() == before
    let receipt = try race.pay(holds, by: owner)
    return isUntouched && receipt != nil
      && race.refusals == [.unknownReservation, .invalidToken(.anothers), .unknownReservation]
  }

  static let tooLittleMoney = Collision(
    .money, people: 1...1, LocalizedText("1원이 모자란 결제", "payment with one won too little"),
    rule: LocalizedText(
      "규칙 6: 거절된 결제는 예약, 기한, 토큰을 그대로 둡니다. 1원을 더하면 결제됩니다.",
      "Rule 6: a refused payment leaves hold, deadline and token. One won more, and it is paid.")
  ) { race throws(BookingError) in
    let seat = try race.open(seats: 1)[0]
    let user = race.people[0]
    let holds = try race.hold([seat], by: user) ?? []
    try race.setBalance(of: user, to: seat.price - Won(1))
    let first = try race.pay(holds, by: user)
    guard try race.status(of: user)?.token.activity != nil else { return false }
    let kept = try race.tellDeadline(of: user)
    try race.charge(Won(1), to: user)
    let second = try race.pay(holds, by: user)
    return first == nil && kept == holds.first?.deadline && second?.balance == .zero
      && race.refusals == [.insufficientBalance(shortfall: Won(1))]
  }

  static let changedPrice = Collision(
    .money, people: 2...2, LocalizedText("예약 뒤 가격이 바뀐 결제", "a price that changes after the hold"),
    rule: LocalizedText(
      "규칙 5: 가격은 예약할 때 정해집니다. 바뀐 가격은 다음에 예약하는 사람의 것입니다.",
      "Rule 5: a hold fixes its price. The changed price is for whoever holds next.")
  ) { race throws(BookingError) in
    let seats = try race.open(seats: 2)
    let (first, second) = (race.people[0], race.people[1])
    let holds = try race.hold([seats[0]], by: first) ?? []
    let price = seats[0].price + Won(1000)
    for seat in seats where seat == seats[0] || seat.tier != seats[0].tier { try race.setPrice(of: seat, to: price) }
    let next = try race.hold([seats[1]], by: second)
    let receipt = try race.pay(holds, by: first)
    return receipt?.total == seats[0].price && next?.map(\.price) == [price]
      && race.refusals.isEmpty
  }

  static let paymentEndsToken = Collision(
    .money, people: 2...2, LocalizedText("결제로 끝난 토큰의 자리", "the place that a payment frees"),
    rule: LocalizedText(
      "규칙 6, 9: 결제하면 토큰이 그 순간 끝나고, 빈자리는 다음 입장 때 채워집니다.",
      "Rules 6, 9: paying ends the token at that instant; its place is filled at the next admission.")
  ) { race throws(BookingError) in
    let (first, second) = (race.people[0], race.people[1])
    try race.emptyHouse { $0.maxActive = 1 }
    let seat = try race.open(seats: 1, for: [first])[0]
    let holds = try race.hold([seat], by: first) ?? []
    try race.join(second)
    try race.advance(by: .milliseconds(1500))
    let instant = try race.engine.now()
    let receipt = try race.pay(holds, by: first)
    let ended = try race.look(first)
    guard case .expired(instant, .paid, _)? = ended?.token.state else { return false }
    let waiting = try race.look(second)
    let admission = try race.engine.nextAdmission()
    try race.advance(to: admission)
    let inside = try race.look(second)
    return receipt != nil && waiting?.token.state == .waiting && inside?.token.activity?.since == admission
      && race.refusals.isEmpty
  }

  static let chargesAtOnce = Collision(
    .money, people: 1...1, LocalizedText("두 단말기에서 동시에 충전", "charges at once, from two terminals"),
    rule: LocalizedText(
      "규칙 7: 받아들인 충전은 한 번씩 셉니다. 같은 요청 키는 한 번입니다.",
      "Rule 7: every accepted charge counts once; the same request key counts once.")
  ) { race throws(BookingError) in
    let user = race.people[0]
    try race.openDoors()
    try race.setBalance(of: user, to: .zero)
    let key = race.newKey()
    let policy = try race.engine.policy()
    let amount = Won(max(1, min(10_000, policy.maxCharge.amount, policy.balanceCeiling.amount / 2)))
    try race.charge(amount, to: user, key: key)
    try race.charge(amount, to: user)
    try race.charge(amount, to: user, key: key)
    let balance = try race.engine.balance(user: user)
    let entries = try race.engine.ledger(of: user)
    return balance == amount + amount && entries.map(\.amount).sum() == balance && race.refusals.isEmpty
  }

  static let chargeLimits = Collision(
    .money, people: 1...1, LocalizedText("충전 금액의 한도", "the limits of a charge"),
    rule: LocalizedText(
      "규칙 7: 1원부터 한도까지이고, 잔액은 상한을 넘지 못합니다. 거절되면 잔액은 그대로입니다.",
      "Rule 7: from 1 won to the limit, and no balance passes the ceiling. Refused, nothing changes.")
  ) { race throws(BookingError) in
    let user = race.people[0]
    try race.openDoors()
    let policy = try race.engine.policy()
    let (most, ceiling) = (policy.maxCharge, policy.balanceCeiling)
    try race.setBalance(of: user, to: .zero)
    for amount in [.zero, Won(-1), most + Won(1), Won(.max)] { try race.charge(amount, to: user) }
    let untouched = try race.engine.balance(user: user)
    let largest = min(most, ceiling - Won(1))
    try race.charge(Won(1), to: user)
    try race.charge(largest, to: user)
    let charged = try race.engine.balance(user: user)
    try race.setBalance(of: user, to: ceiling)
    try race.charge(Won(1), to: user)
    let full = try race.engine.balance(user: user)
    return untouched == .zero && charged == largest + Won(1) && full == ceiling
      && race.refusals
        == [.notPositive, .notPositive, .overMaximum(most), .overMaximum(most), .overCeiling(ceiling)].map {
          .invalidChargeAmount($0)
        }
  }
}
