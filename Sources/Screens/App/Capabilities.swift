internal import Booking
internal import Wording

/// What may be done at a terminal besides booking. Whatever asks whether something may be done asks this value.
struct Capabilities: OptionSet, Hashable {
  let rawValue: Int

  /// Looks at every record, and has the rules judged.
  static let inspect = Capabilities(rawValue: 1)
  /// Directs the clock and the policy.
  static let direct = Capabilities(rawValue: 2)
  /// Brings about a state that is wanted: seats taken, balances and prices set, tokens ended.
  static let arrange = Capabilities(rawValue: 4)
  /// Has the show behind it: its crowd, comparisons, races and beginning.
  static let present = Capabilities(rawValue: 8)

  /// At a real store.
  static let customer: Capabilities = [.inspect]
  /// At a terminal that joined a demonstration.
  static let demonstration: Capabilities = [.inspect, .direct, .arrange]
  /// At the terminal that opened the show.
  static let presenter: Capabilities = [.inspect, .direct, .arrange, .present]

  init(rawValue: Int) { self.rawValue = rawValue }

  init(_ kind: House.Kind, hasShow: Bool) {
    self = kind == .real ? .customer : hasShow ? .presenter : .demonstration
  }

  /// Why something cannot be done that needs these; nil when it can.
  func refusal(of needed: Capabilities) -> LocalizedText? {
    if isSuperset(of: needed) { return nil }
    guard contains(.direct) else {
      let refusal = BookingError.notADemonstration
      return LocalizedText(refusal.sentence(in: .korean), refusal.sentence(in: .english))
    }
    return LocalizedText("시연을 연 터미널에서만 됩니다.", "Only at the terminal that opened the show.")
  }
}
