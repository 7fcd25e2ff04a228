internal import Booking
internal import Wording

/// Whether an invariant breaks. It is loud, and lasts until somebody has acknowledged it and all hold again.
struct Alarm: Hashable {
  /// What breaks now.
  private(set) var violations: [Violation] = []
  /// What broke first since the last acknowledgement.
  private(set) var first: Violation?

  var isRaised: Bool { first != nil }
  var isBroken: Bool { !violations.isEmpty }

  /// Takes a judgement. Returns whether something breaks that did not before.
  mutating func take(_ judgement: [Violation]) -> Bool {
    let isNew = !Set(judgement.map(\.invariant)).isSubset(of: Set(violations.map(\.invariant)))
    violations = judgement
    if first == nil { first = judgement.first }
    return isNew
  }

  /// Does nothing while something breaks.
  mutating func acknowledge() { if !isBroken { first = nil } }

  /// Every invariant with whether it holds, and where it does not.
  func rows(_ language: Language) -> [InspectorRow] {
    let broken = Dictionary(grouping: violations, by: \.invariant)
    return Invariant.allCases.flatMap { invariant -> [InspectorRow] in
      let title = invariant.title(in: language)
      guard let places = broken[invariant] else { return [InspectorRow(["OK", title, ""])] }
      return places.map { InspectorRow(["!!", title, $0.place.clean]) }
    }
  }
}

extension Shell {
  /// Takes a judgement of the house; what is newly broken rings, and goes into the messages and the log.
  func raise(_ violations: [Violation]) {
    guard alarm.take(violations), let first = violations.first else { return }
    let (korean, english) = (first.invariant.title(in: .korean), first.invariant.title(in: .english))
    effects += [
      .ring, .title(language("boxoffice: 불변식이 깨짐!", "boxoffice: invariant broken!")),
      .log("invariant broken: \(english): \(first.place)"),
    ]
    say(
      .refusal, LocalizedText("불변식이 깨졌습니다: \(korean)", "Invariant broken: \(english)"),
      detail: LocalizedText(first.place, first.place))
  }
}
