internal import Booking
internal import Wording

/// What the inspector can list.
enum InspectorTable: Int, CaseIterable {
  case tokens, holds, reservations, payments, ledger, events, policy, invariants

  func title(_ language: Language) -> String {
    switch self {
    case .tokens: language("토큰", "Tokens")
    case .holds: language("임시 예약", "Holds")
    case .reservations: language("예약", "Reservations")
    case .payments: language("결제", "Payments")
    case .ledger: language("원장", "Ledger")
    case .events: language("이벤트", "Events")
    case .policy: language("규칙", "Policy")
    case .invariants: language("불변식", "Invariants")
    }
  }

  /// What stands over the columns.
  func columns(_ language: Language) -> [String] {
    switch self {
    case .tokens:
      language(
        ["번호", "사람", "상태", "발급", "입장", "마지막 활동", "끝", "이유"],
        ["#", "person", "state", "issued", "admitted", "acted", "ends", "why"])
    case .holds, .reservations:
      language(
        ["번호", "사람", "좌석", "가격", "상태", "예약", "기한", "끝"],
        ["#", "person", "seat", "price", "state", "held", "until", "ended"])
    case .payments:
      language(["번호", "사람", "예약", "금액", "결제"], ["#", "person", "reservation", "amount", "paid"])
    case .ledger:
      language(["번호", "사람", "종류", "금액", "시각", "결제"], ["#", "person", "kind", "amount", "entered", "payment"])
    case .events: language(["번호", "시각", "규칙", "내용"], ["#", "instant", "rule", "what"])
    case .policy: language(["규칙", "값"], ["policy", "value"])
    case .invariants: language(["", "불변식", "어디"], ["", "invariant", "where"])
    }
  }

  /// Columns of numbers, which end together.
  var numbers: Set<Int> {
    switch self {
    case .tokens, .events: [0]
    case .holds, .reservations: [0, 3]
    case .payments: [0, 2, 3]
    case .ledger: [0, 3]
    case .policy: [1]
    case .invariants: []
    }
  }
}

/// A line of a table.
struct InspectorRow {
  let cells: [String]
  /// What its history is asked of; nil where it has none.
  let subject: HistorySubject?
  /// Whether it is over, or nothing to worry about.
  let isFaint: Bool

  init(_ cells: [String], _ subject: HistorySubject? = nil, isFaint: Bool = false) {
    self.cells = cells
    self.subject = subject
    self.isFaint = isFaint
  }
}
