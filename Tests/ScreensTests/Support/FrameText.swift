import Canvas

/// A picture as text: its rows, then a letter for each cell's style, then what the letters mean.
struct FrameText {
  private let grid: Grid

  init(_ grid: Grid) { self.grid = grid }

  var text: String {
    var letters: [Style: Character] = [.plain: "."]
    var legend: [String] = []
    let styles = (0..<grid.size.height).map { y in
      String(
        (0..<grid.size.width).map { x in
          let style = grid[x, y].style
          if let letter = letters[style] { return letter }
          let letter = Character(UnicodeScalar(UInt8(97 + legend.count)))
          letters[style] = letter
          legend.append("\(letter) \(describe(style))")
          return letter
        })
    }
    let cursor = "cursor \(grid.cursor.x),\(grid.cursor.y)\(grid.isCursorVisible ? " visible" : "")"
    return ([grid.text, "---"] + styles + ["---"] + legend + [cursor]).joined(separator: "\n") + "\n"
  }

  private func describe(_ style: Style) -> String {
    let names: [(Style.Attributes, String)] = [
      (.bold, "bold"), (.dim, "dim"), (.underline, "underline"), (.reverse, "reverse"),
    ]
    var words = names.filter { style.attributes.contains($0.0) }.map(\.1)
    if let colors = style.colors {
      let (front, back) = (colors.foreground, colors.background)
      words.append("\(front.xterm) on \(back.xterm) (\(front.basic) on \(back.basic))")
    }
    return words.joined(separator: " ")
  }
}
