internal import Booking
internal import Canvas
internal import Wording

/// How reports are set for a terminal of 80 columns.
enum ReportText {
  private static let width = 80
  /// The most that a name takes in a table.
  private static let widestName = 40
  /// A text in lines that break between words and begin with spaces, two more from the second one on. A longer word
  /// stays whole, so that it can be copied.
  static func wrapped(_ text: String, indent: Int = 0) -> [String] {
    text.wrapped(to: width, indent: indent, hanging: 2)
  }

  /// Rows in columns: the first from the left, the others from the right.
  static func table(_ rows: [[String]]) -> [String] {
    let rows = rows.map { [$0[0].fitted(to: widestName, mark: "…")] + $0.dropFirst() }
    let widths = (rows.first ?? []).indices.map { column in rows.map { $0[column].cellWidth }.max() ?? 0 }
    return rows.map { row in
      let cells = zip(row, widths).dropFirst().map { $0.rightAligned(in: $1 + 2) }
      return "  \(row[0].padded(to: widths[0]))\(cells.joined())"
    }
  }

  /// The first of many entries, and how many more there are.
  static func capped(_ entries: [[String]], most: Int = 12, _ language: Language) -> [String] {
    guard entries.count > most else { return entries.flatMap { $0 } }
    let rest = Int64(entries.count - most).grouped
    return entries.prefix(most).flatMap { $0 } + [language("  … 외 \(rest)개", "  … and \(rest) more")]
  }
}
