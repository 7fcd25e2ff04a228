package import Booking
internal import Wording

/// More customers for a demonstration: how many, and how they come.
package struct CrowdCall: Hashable, Sendable {
  package enum Arrivals: String, CaseIterable, Sendable { case steady, wave, rush }

  package var customers = 100
  package var arrivals = Arrivals.steady
  /// From the first arrival to the last one.
  package var span = Duration.minutes(2)

  package init() {}

  /// What can be changed, in the order it is shown.
  enum Value: CaseIterable { case customers, arrivals, span }

  private static let counts = [1, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000]
  private static let spans: [Int64] = [10, 30, 60, 120, 300, 600, 900, 1800, 3600]

  /// The same with one value a step larger or smaller, along the figures that people choose.
  func stepped(_ value: Value, by step: Int) -> Self {
    var call = self
    switch value {
    case .customers: call.customers = Self.step(customers, step, Self.counts)
    case .arrivals: call.arrivals = Self.step(arrivals, step, Arrivals.allCases)
    case .span: call.span = .seconds(Self.step(span.milliseconds / 1000, step, Self.spans))
    }
    return call
  }

  private static func step<Figure: Equatable>(_ figure: Figure, _ step: Int, _ figures: [Figure]) -> Figure {
    let place = figures.firstIndex(of: figure) ?? 0
    return figures[max(0, min(figures.count - 1, place + step))]
  }

  func text(of value: Value, _ language: Language) -> String {
    switch value {
    case .customers: language("\(Int64(customers).grouped)명", "\(Int64(customers).grouped) people")
    case .arrivals:
      switch arrivals {
      case .steady: language("고르게", "evenly")
      case .wave: language("세 번의 물결로", "in three waves")
      case .rush: language("처음에 몰려서", "in a rush")
      }
    case .span: span.spoken(language)
    }
  }
}

extension CrowdCall.Value {
  func name(_ language: Language) -> String {
    switch self {
    case .customers: language("몇 명", "how many")
    case .arrivals: language("오는 모양", "how they come")
    case .span: language("걸리는 시간", "over how long")
    }
  }
}
