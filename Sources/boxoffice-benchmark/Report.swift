internal import Foundation

/// The table of what was measured, and the same as JSON.
struct Report {
  struct Line {
    let subject: String
    let experiment: Experiment
    let rounds: [Experiment.Round]

    /// Of the rounds' ratios.
    var ratio: Double { ratios[ratios.count / 2] }
    private var ratios: [Double] { rounds.map(\.ratio).sorted() }
    var spread: ClosedRange<Double> { ratios[0]...ratios[ratios.count - 1] }
    var isMet: Bool { experiment.goal.isMet(by: ratio) }

    /// A percentile of ours in microseconds, the median of the rounds'; nil for what is no time.
    func microseconds(_ percent: Double) -> Double? {
      let values = rounds.compactMap { $0.ours.map { $0.percentile(percent) / 1000 } }.sorted()
      return values.isEmpty ? nil : values[values.count / 2]
    }
  }

  private(set) var lines: [Line] = []

  mutating func add(_ line: Line) { lines.append(line) }

  static let columns = ["", "p50 us", "p95", "p99", "ratio", "least", "most", "goal", "", "to"]

  static func row(_ line: Line) -> [String] {
    [line.experiment.name] + [50, 95, 99].map { line.microseconds($0).map(text) ?? "" }
      + [line.ratio, line.spread.lowerBound, line.spread.upperBound].map(text)
      + [line.experiment.goal.text, line.isMet ? "met" : "MISSED", line.experiment.anchor]
  }

  var table: String {
    let rows = [Self.columns] + lines.map(Self.row)
    let widths = Self.columns.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      row.enumerated().map { column, text in
        let gap = String(repeating: " ", count: widths[column] - text.count)
        return column == 0 || column == row.count - 1 ? text + gap : gap + text
      }.joined(separator: "  ").trimmingCharacters(in: .whitespaces)
    }.joined(separator: "\n")
  }

  /// One object a line of the table; times in microseconds.
  var json: String {
    let objects = lines.map { line -> [String: Any] in
      [
        "subject": line.subject, "name": line.experiment.name, "anchor": line.experiment.anchor,
        "p50_us": line.microseconds(50) ?? NSNull(), "p95_us": line.microseconds(95) ?? NSNull(),
        "p99_us": line.microseconds(99) ?? NSNull(),
        "ratio": line.ratio, "ratios": line.rounds.map(\.ratio), "goal": line.experiment.goal.text,
        "is_met": line.isMet,
      ]
    }
    guard let data = try? JSONSerialization.data(withJSONObject: objects, options: [.prettyPrinted, .sortedKeys])
    else { return "[]" }
    return String(decoding: data, as: UTF8.self)
  }

  /// Three digits that count.
  static func text(_ value: Double) -> String {
    let digits = value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : value >= 0.1 ? 3 : 5
    return String(format: "%.\(digits)f", value)
  }
}
