internal import Booking
internal import Wording

extension Collision {
  static let ofQueue = [
    askTwice, newcomer, leaverReturns, oldNumber, sameMillisecond, batches, idleLimit, lifetime, lookingRenewsNothing,
    fullHouse,
    badRow,
  ]

  static let askTwice = Collision(
    .queue, people: 2...2, LocalizedText("토큰을 두 번 요청", "a token asked for twice"),
    rule: LocalizedText(
      "규칙 1: 살아 있는 토큰은 한 사람에 하나입니다. 다시 요청하면 같은 토큰이고 줄은 그대로입니다.",
      "Rule 1: one live token a person. Asking again answers it unchanged; the line is as long as before.")
  ) { race throws(BookingError) in
    let (first, second) = (race.people[0], race.people[1])
    try race.emptyHouse()
    let token = try race.join(first)
    try race.join(second)
    let again = try race.join(first)
    let last = try race.look(second)
    try race.advance(to: try race.engine.nextAdmission())
    let inside = try race.join(first)
    return token?.token == again?.token && again?.position == 1 && last?.position == 2
      && inside?.token.credential == token?.token.credential && inside?.token.activity != nil
  }

  static let newcomer = Collision(
    .queue, people: 2...6, LocalizedText("입장 직전에 온 사람", "who comes just before an admission"),
    rule: LocalizedText(
      "규칙 9: 아무도 입장 사이에 활성이 되지 않고, 먼저 온 사람을 앞지르지 못합니다.",
      "Rule 9: nobody becomes active between admissions, and no newcomer overtakes.")
  ) { race throws(BookingError) in
    try race.emptyHouse { $0.batch = 1 }
    let last = race.people[race.people.count - 1]
    for user in race.people.dropLast() { try race.join(user) }
    let admission = try race.engine.nextAdmission()
    try race.advance(to: admission - .milliseconds(1))
    let newcomer = try race.join(last)
    for user in race.people { guard try race.status(of: user)?.token.state == .waiting else { return false } }
    for turn in race.people.indices {
      try race.advance(to: admission + .seconds(Int64(turn)), telling: true)
      // As many as there were admissions, the first ones.
      for (place, user) in race.people.enumerated() {
        guard (try race.status(of: user)?.token.activity != nil) == (place <= turn) else { return false }
      }
    }
    return newcomer?.position == Int64(race.people.count)
  }

  static let leaverReturns = Collision(
    .queue, people: 2...2, LocalizedText("줄을 떠났다 돌아온 사람", "who leaves the line and comes back"),
    rule: LocalizedText(
      "규칙 1: 번호는 늘기만 하고 다시 쓰이지 않습니다. 돌아온 사람은 맨 뒤입니다.",
      "Rule 1: numbers only grow and are never used again. Who comes back stands at the end.")
  ) { race throws(BookingError) in
    let (first, second) = (race.people[0], race.people[1])
    try race.emptyHouse()
    guard let token = try race.join(first), let other = try race.join(second) else { return false }
    try race.leave(first)
    let ahead = try race.look(second)
    guard let back = try race.join(first) else { return false }
    return ahead?.position == 1 && back.position == 2 && other.token.number > token.token.number
      && back.token.number > other.token.number
  }

  static let oldNumber = Collision(
    .queue, people: 1...1, LocalizedText("처음으로 되돌린 뒤의 옛 번호", "an old number after a reset"),
    rule: LocalizedText(
      "되돌린 뒤 옛 토큰은 유효하지 않고, 옛 요청 키는 모르는 키입니다.",
      "After a reset older tokens are not valid, and older request keys are unknown.")
  ) { race throws(BookingError) in
    let user = race.people[0]
    try race.emptyHouse()
    try race.setBalance(of: user, to: .zero)
    let key = race.newKey()
    try race.charge(Won(1), to: user, key: key)
    try race.join(user)
    try race.startAgain()
    let old = try race.look(user)
    // Not the old answer again, but a charge of its own.
    try race.charge(Won(1), to: user, key: key)
    let balance = try race.engine.balance(user: user)
    return old == nil && balance == Won(1) && race.refusals == [.invalidToken(.unknown)]
  }

  static let sameMillisecond = Collision(
    .queue, people: 2...6, LocalizedText("천 명이 같은 밀리초에", "a thousand in the same millisecond"),
    rule: LocalizedText(
      "규칙 9: 순서는 시각이 아니라 번호입니다. 받은 순서대로 활성이 됩니다.",
      "Rule 9: the order is by number, not by time. They become active in the order of issue.")
  ) { race throws(BookingError) in
    try race.emptyHouse { $0.batch = 300 }
    let line = try race.joinAll(1000)
    try race.advance(by: .seconds(4))
    let admissions = try race.admissions(of: line)
    var sizes: [Timestamp: Int] = [:]
    for event in admissions { sizes[event.at, default: 0] += 1 }
    for (instant, count) in sizes.sorted(by: { $0.key < $1.key }) {
      race.note("\(instant.exact)에 \(count)명 활성", "\(count) become active at \(instant.exact)")
    }
    return admissions.compactMap(\.token) == line.map(\.number)
      && sizes.sorted { $0.key < $1.key }.map(\.value) == [300, 300, 300, 100]
  }

  static let batches = Collision(
    .queue, people: 2...6, LocalizedText("배치 0명, 1명, 많이", "batches of 0, 1 and many"),
    rule: LocalizedText(
      "규칙 9: 꼭 min(배치, 대기, 빈자리)명이 활성이 됩니다.", "Rule 9: exactly min(batch, waiting, free places) become active.")
  ) { race throws(BookingError) in
    try race.emptyHouse { $0.batch = 0 }
    for user in race.people { try race.join(user) }
    var counts: [Int64] = []
    let many = Int64(race.people.count)
    for (batch, cap) in [(0, nil), (1, nil), (1000, many - 1), (1000, nil)] as [(Int64, Int64?)] {
      try race.setPolicy {
        $0.batch = batch
        $0.maxActive = cap
      }
      try race.advance(by: .seconds(1), telling: true)
      let inside = try race.engine.inspect { auditor throws(BookingError) in try auditor.activeTokens() }
      let limit = cap.map { LocalizedText(", 상한 \($0)명", ", cap \($0)") } ?? LocalizedText("", "")
      race.note(
        "배치 \(batch)명\(limit.korean): 이제 활성 \(inside)명", "batch \(batch)\(limit.english): \(inside) inside now")
      counts.append(inside)
    }
    return counts == [0, 1, max(1, many - 1), many]
  }

  static let idleLimit = Collision(
    .queue, people: 1...1, LocalizedText("비활동 한도 전후의 토큰", "a token around its idle limit"),
    rule: LocalizedText(
      "규칙 9: 한도 1밀리초 전에는 활성이고, 한도가 되면 정리 전에도 유효하지 않습니다.",
      "Rule 9: active 1 ms before the limit; at the limit it is not valid, before any sweep.")
  ) { race throws(BookingError) in
    let seat = try race.open(seats: 1)[0]
    let user = race.people[0]
    guard let deadline = try race.look(user)?.token.activity?.deadline else { return false }
    try race.advance(to: deadline - .milliseconds(1))
    let before = try race.look(user)
    try race.jump(to: deadline)
    try race.hold([seat], by: user)
    let at = try race.look(user)
    try race.jump(to: deadline + .milliseconds(1))
    try race.hold([seat], by: user)
    guard case .expired(deadline, .idle, _)? = at?.token.state else { return false }
    return before?.token.activity != nil
      && race.refusals == Array(repeating: .invalidToken(.expired(.idle)), count: 2)
  }

  static let lifetime = Collision(
    .queue, people: 1...1, LocalizedText("쉬지 않는 토큰의 수명", "the lifetime of a token that never rests"),
    rule: LocalizedText(
      "규칙 9: 활동해도 수명은 늘지 않습니다. 수명이 되면 끝나고 이유는 시간 초과입니다.",
      "Rule 9: acting does not stretch the lifetime; when it comes, that is the reason.")
  ) { race throws(BookingError) in
    let seats = try race.open(seats: 2)
    let user = race.people[0]
    guard let end = try race.look(user)?.token.activity?.lifetimeDeadline else { return false }
    // An action just before each idle limit, and one a millisecond before the end.
    var before = try race.engine.now()
    while let limit = try race.status(of: user)?.token.activity?.idleDeadline, limit < end {
      guard limit > before else { return false }
      before = limit
      try race.advance(to: limit - .milliseconds(1))
      guard let hold = try race.hold([seats[0]], by: user) else { return false }
      try race.release(hold, by: user)
    }
    try race.advance(to: end - .milliseconds(1))
    let last = try race.hold([seats[1]], by: user)
    try race.jump(to: end)
    try race.hold([seats[0]], by: user)
    return last != nil && race.refusals == [.invalidToken(.expired(.lifetime))]
  }

  static let lookingRenewsNothing = Collision(
    .queue, people: 1...1, LocalizedText("토큰만 보는 사람의 비활동 한도", "the idle limit of who only looks"),
    rule: LocalizedText(
      "규칙 2, 9: 토큰 조회와 거절된 것은 활동이 아닙니다. 비활동 한도는 그대로 옵니다.",
      "Rules 2, 9: looking at a token is no action, nor is what was refused. The limit comes.")
  ) { race throws(BookingError) in
    let seat = try race.open(seats: 1)[0]
    let user = race.people[0]
    guard let activity = try race.look(user)?.token.activity else { return false }
    try race.setPolicy { $0.holdDuration = max($0.holdDuration, $0.tokenLifetime) }
    let guest = try race.engine.takeSeats([seat.id], of: race.session).name
    race.note("\(guest)님이 그 좌석을 가짐", "\(guest) holds the seat")
    for part: Int64 in 1...3 {
      try race.advance(to: activity.since + .milliseconds((activity.deadline - activity.since).milliseconds * part / 4))
      try race.look(user)
      try race.hold([seat], by: user)
    }
    try race.advance(to: activity.deadline)
    guard case .expired(activity.deadline, .idle, _)? = try race.look(user)?.token.state else { return false }
    return race.refusals == Array(repeating: .seatTaken(seat.id), count: 3)
  }

  static let fullHouse = Collision(
    .queue, people: 2...6, LocalizedText("정원이 찬 채 모두 쉬는 줄", "a full house that idles, and a line"),
    rule: LocalizedText(
      "규칙 9: 자리는 토큰이 끝나는 그 순간 비고, 다음 입장 때 채워집니다. 상한은 넘지 않습니다.",
      "Rule 9: a place is free at the instant its token ends and filled at the next admission; the cap is kept.")
  ) { race throws(BookingError) in
    try race.emptyHouse { $0.maxActive = 1 }
    for user in race.people { try race.join(user) }
    var since: [Timestamp] = []
    for user in race.people {
      while try race.status(of: user)?.token.state == .waiting {
        guard let next = try race.engine.nextDue() else { return false }
        try race.advance(to: next, telling: true)
      }
      guard let activity = try race.status(of: user)?.token.activity else { return false }
      since.append(activity.since)
    }
    let policy = try race.engine.policy()
    let steps = zip(since.dropFirst(), since).map { $0 - $1 }
    return steps.allSatisfy { $0 >= policy.idleLimit && $0 <= policy.idleLimit + policy.activationPeriod }
  }

  static let badRow = Collision(
    .queue, people: 2...6, LocalizedText("줄 안의 깨진 기록 하나", "one bad row in the line"),
    rule: LocalizedText(
      "깨진 기록은 검사가 알리고, 나머지 사람은 제때 활성이 됩니다.",
      "The bad row is reported; everybody else is admitted in time."),
    breaksRow: true
  ) { race throws(BookingError) in
    try race.emptyHouse()
    for user in race.people { try race.join(user) }
    try race.breakToken(of: race.people[0])
    try race.advance(to: try race.engine.nextAdmission(), telling: true)
    for user in race.people.dropFirst() {
      guard try race.status(of: user)?.token.activity != nil else { return false }
    }
    return true
  }
}
