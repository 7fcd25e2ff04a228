internal import Booking

/// How a customer behaves.
enum Temperament: CaseIterable {
  /// Knows what to buy, and pays at once.
  case decided
  /// Looks around for minutes before choosing.
  case browsing
  /// Pays when the hold has nearly ended.
  case dawdling
  /// Leaves the queue when it takes too long.
  case impatient
  /// Goes away while waiting, and is not there when the turn comes.
  case absent
  /// Holds seats and never pays.
  case abandoning
  /// Has too little money and charges it at the checkout.
  case short
  /// Presses every key twice.
  case doubleTapping

  /// Of a hundred customers.
  private var share: Int {
    switch self {
    case .decided: 36
    case .browsing: 22
    case .dawdling: 10
    case .impatient: 8
    case .absent: 7
    case .abandoning: 8
    case .short: 6
    case .doubleTapping: 3
    }
  }

  static func random(_ random: inout SeededGenerator) -> Temperament {
    var rest = Int.random(in: 0..<100, using: &random)
    for temperament in allCases {
      rest -= temperament.share
      if rest < 0 { return temperament }
    }
    return .decided
  }

  /// From being admitted, or noticing it, to looking at the sessions.
  var reaction: ClosedRange<Int64> { self == .browsing ? 3...15 : 1...6 }

  /// From the sessions to a choice of seats.
  var thinking: ClosedRange<Int64> {
    switch self {
    case .browsing: 30...150
    case .dawdling: 10...60
    default: 4...25
    }
  }

  /// From seeing seats that please to holding them: while somebody else may be faster.
  var deciding: ClosedRange<Int64> {
    switch self {
    case .browsing, .dawdling: 4...20
    case .doubleTapping: 1...3
    default: 2...8
    }
  }

  /// From holding to paying; nil for who never pays.
  func paying(_ hold: Duration, _ random: inout SeededGenerator) -> Duration? {
    switch self {
    case .abandoning: return nil
    case .dawdling: return .milliseconds(max(0, hold.milliseconds - random.duration(1...20).milliseconds))
    case .browsing: return random.duration(15...80)
    default: return random.duration(5...25)
    }
  }
}
