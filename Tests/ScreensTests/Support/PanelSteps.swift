import Booking
import Canvas
import Foundation
import TestSupport
import Wording

@testable import Screens

/// What a presenter sees of a demonstration.
extension TestStage {
  /// What a presenter sits before: the show that this terminal opened.
  static func presenting(
    _ language: Language = .english, policy: Policy = Policy(), crowd: Int = 0, glyphs: Glyphs = .unicode
  ) throws -> TestStage {
    try TestStage(
      language, policy: policy, crowd: crowd, season: .single(.club), glyphs: glyphs, kind: .demonstration,
      show: StageShow())
  }

  /// Booking time since the opening.
  var elapsed: Duration? { (try? engine.now()).map { $0 - .opening } }

  /// The clock's speed as the top line ends with it.
  var speedShown: String { top.split(separator: " ").last.map(String.init) ?? "" }

  /// The name of the screen in the top line.
  var title: String {
    let rest = top.drop { $0 != app.theme.glyphs.dot.first }.dropFirst().drop { $0 == " " }
    return rest.range(of: "  ").map { String(rest[..<$0.lowerBound]) } ?? String(rest)
  }

  /// The panel's top row, and how many rows stand empty between its parts: none in a low window.
  private var panelTop: (y: Int, gap: Int) {
    let area = Chrome.area(of: size)
    return (area.y, area.height >= 20 ? 1 : 0)
  }

  /// What stands below a word of the control panel's figures; nil where the word does not stand.
  func figure(_ word: String) -> String? {
    let y = panelTop.y + 1 + panelTop.gap
    guard let name = texts(y).first(where: { $0.text == word }) else { return nil }
    return texts(y + 1).first { $0.x == name.x }?.text ?? ""
  }

  /// The texts of a row, each of one style, with nothing plain between them.
  private func texts(_ y: Int) -> [(x: Int, text: String)] {
    let grid = grid
    var texts: [(x: Int, text: String)] = []
    for x in 0..<size.width where grid[x, y].style != .plain {
      if x == 0 || grid[x - 1, y].style != grid[x, y].style { texts.append((x, "")) }
      if let scalar = grid[x, y].scalar { texts[texts.count - 1].text.unicodeScalars.append(scalar) }
    }
    return texts
  }

  /// A chart of the control panel: its columns, and the number behind it; nil where there is none of that name.
  func chart(_ name: String) -> (columns: String, total: String)? {
    let grid = grid
    let from = panelTop.y + 3 + 2 * panelTop.gap
    guard let y = (from..<(from + 6)).first(where: { grid.row($0).hasPrefix(" \(name) ") }) else { return nil }
    let columns = String.UnicodeScalarView((12..<(size.width - 9)).compactMap { grid[$0, y].scalar })
    return (String(columns), grid.row(y).split(separator: " ").last.map(String.init) ?? "")
  }

  /// What the control panel tells of the last happenings, the newest first, without their times.
  var feed: [String] {
    let area = Chrome.area(of: size)
    let from = panelTop.y + 11 + 3 * panelTop.gap
    return (min(from, area.bottom)..<area.bottom).map { String(grid.row($0).dropFirst(11)) }.filter { !$0.isEmpty }
  }
}
