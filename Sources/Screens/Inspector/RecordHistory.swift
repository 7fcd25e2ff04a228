internal import Booking
internal import Wording

/// What became of a record, with the rule that caused each change: "expired: 5:00 after the last action, rule 9".
struct RecordHistory {
  struct Line: Hashable {
    let at: Timestamp
    let text: LocalizedText
    /// Which rule caused it; nil for what no rule did.
    let rule: Int?
  }

  let lines: [Line]

  /// - Parameter events: all that is told of one record, in order.
  init(_ events: [Event]) {
    lines = events.indices.map { index in
      Line(
        at: events[index].at, text: Self.text(events[index], after: events[..<index]),
        rule: events[index].rule > 0 ? Int(events[index].rule) : nil)
    }
  }

  private static func text(_ event: Event, after earlier: ArraySlice<Event>) -> LocalizedText {
    let cause = cause(of: event, after: earlier)
    let rule = event.rule > 0 ? LocalizedText(", 규칙 \(event.rule)", ", rule \(event.rule)") : LocalizedText("", "")
    return LocalizedText(cause.korean + rule.korean, cause.english + rule.english)
  }

  private static func cause(of event: Event, after earlier: ArraySlice<Event>) -> LocalizedText {
    let until = event.deadline.map { $0.exact } ?? ""
    let won = event.amount ?? .zero
    /// How long it is since the last event of a kind.
    func since(_ kinds: Event.Kind...) -> Duration? {
      earlier.last { kinds.contains($0.kind) && ($0.token == event.token || event.token == nil) }.map {
        event.at - $0.at
      }
    }
    switch event.kind {
    case .tokenIssued: return LocalizedText("발급: 줄의 끝에 섬", "issued: joins the line at its end")
    case .tokenActivated:
      return LocalizedText("입장 주기에 활성됨, 기한 \(until)", "admitted at the period's end, until \(until)")
    case .tokenActed:
      return LocalizedText("활동: 비활동 한도가 다시 시작됨, 기한 \(until)", "activity: idle timer restarted, until \(until)")
    case .idleLimitMoved: return LocalizedText("시험자가 비활동 한도를 지금으로 옮김", "a tester moved the idle limit to now")
    case .tokenEnded: return end(event, since(.tokenActivated), since(.tokenActed, .tokenActivated), earlier.last?.kind)
    case .seatHeld:
      let time = event.deadline.map { $0 - event.at } ?? .zero
      return LocalizedText(
        "\(won.text(.korean))에 임시 예약, 기한 \(until) (\(time.countdown))",
        "held for \(won.text(.english)) until \(until) (\(time.countdown))")
    case .holdReleased: return LocalizedText("본인이 해제함", "released by its holder")
    case .holdExpired:
      let time = earlier.last { $0.kind == .seatHeld && $0.reservation == event.reservation }.map { event.at - $0.at }
      return LocalizedText(
        "만료: 임시 예약 후 \(time?.countdown ?? "?") 동안 결제 없음", "expired: unpaid \(time?.countdown ?? "?") after the hold")
    case .seatPaid: return LocalizedText("\(won.text(.korean)) 결제, 좌석 판매", "paid \(won.text(.english)), seat sold")
    case .userAdded: return LocalizedText("등록", "registered")
    case .balanceOpened: return LocalizedText("처음 잔액 \(won.text(.korean))", "opens with \(won.text(.english))")
    case .charged: return LocalizedText("\(won.text(.korean)) 충전", "topped up \(won.text(.english))")
    case .balanceSet:
      return LocalizedText("시험자가 잔액을 \(won.text(.korean)) 고침", "a tester set the balance, by \(won.text(.english))")
    case .priceSet:
      return LocalizedText("시험자가 가격을 \(won.text(.korean))으로 고침", "a tester set a price of \(won.text(.english))")
    case .programmeAdded: return LocalizedText("공연 추가", "concerts added")
    case .policySet: return LocalizedText("운영 규칙이 바뀜", "the policy changes")
    case .houseReset: return LocalizedText("처음부터 다시 시작", "the show starts again")
    }
  }

  private static func end(
    _ event: Event, _ life: Duration?, _ idle: Duration?, _ before: Event.Kind?
  ) -> LocalizedText {
    switch event.reason {
    case .paid: return LocalizedText("끝: 결제를 마침", "ended by paying")
    case .left: return LocalizedText("끝: 대기열에서 나감", "ended by leaving")
    case .idle where before == .idleLimitMoved:
      return LocalizedText("만료: 옮긴 비활동 한도", "expired: the idle limit that was moved")
    case .idle:
      return LocalizedText(
        "만료: 마지막 활동 후 \(idle?.countdown ?? "?")", "expired: \(idle?.countdown ?? "?") after the last action")
    case .lifetime:
      return LocalizedText(
        "만료: 입장 후 \(life?.countdown ?? "?")", "expired: \(life?.countdown ?? "?") after the admission")
    case nil: return LocalizedText("끝", "ended")
    }
  }
}

extension Event {
  /// What happened, for a list of everything: those too whom the feed passes over.
  func record(_ name: String, _ language: Language) -> String {
    switch kind {
    case .userAdded, .programmeAdded, .tokenActed, .balanceOpened, .charged:
      let cause = RecordHistory([self]).lines[0].text
      return "\(name) \(language(cause))".drop { $0 == " " }.description
    default: return words(name, language)
    }
  }
}
