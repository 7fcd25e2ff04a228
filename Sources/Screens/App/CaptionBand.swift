package import Booking
package import Canvas
internal import Wording

/// A band below the program's screen, in which a script or a demonstration explains what is to be seen.
package struct CaptionBand: Hashable, Sendable {
  /// Lines that a caption has.
  private static let lines = 2

  private let text: LocalizedText
  /// What the keys do meanwhile.
  private let hint: LocalizedText

  package init(_ text: LocalizedText, hint: LocalizedText) {
    self.text = text
    self.hint = hint
  }

  /// What it leaves the program of a screen: never less than that needs.
  package static func room(on size: Size) -> Size {
    Size(width: size.width, height: size.height - max(0, min(lines, size.height - App.leastSize.height)))
  }

  fileprivate func draw(in grid: inout Grid, below bottom: Int, _ shell: Shell) {
    let (width, theme) = (grid.size.width, shell.theme)
    let band = Rect(x: 0, y: bottom, width: width, height: grid.size.height - bottom)
    grid.fill(band, style: theme.caption)
    let hint = shell.language(hint)
    var rows = shell.language(text).wrapped(to: width - 2)
    if rows.count > band.height, band.height > 0 {
      let rest = rows[(band.height - 1)...].joined(separator: " ")
      rows = rows.prefix(band.height - 1) + [rest.fitted(to: width - 2, mark: shell.glyphs.ellipsis)]
    }
    for (index, row) in rows.prefix(band.height).enumerated() {
      grid.put(row, x: 1, y: bottom + index, style: theme.caption.with(.bold))
    }
    let last = rows.count == band.height ? rows.last?.cellWidth ?? 0 : 0
    guard band.height > 0, last + 3 + hint.cellWidth < width else { return }
    grid.put(hint, x: width - hint.cellWidth - 1, y: grid.size.height - 1, style: theme.caption)
  }
}

extension App {
  /// The picture with a hint laid over the end of its last line, for a moment: nothing moves for it.
  package func frame(_ size: Size, hinting hint: LocalizedText) -> Grid {
    var grid = frame(size)
    let text = " \(shell.language(hint)) "
    let (x, y) = (max(0, size.width - text.cellWidth), size.height - 1)
    // No half of a key's label is left beside it; labels stand three cells apart.
    var start = x
    while start > 0, (max(0, start - 3)..<start).contains(where: { grid[$0, y].scalar != " " }) { start -= 1 }
    grid.fill(Rect(x: start, y: y, width: x - start, height: 1))
    grid.put(text, x: x, y: y, style: shell.theme.caption)
    if shell.glyphs.isASCII { grid.substitute(\.plainSign) }
    return grid
  }

  /// The picture for a screen of this size with a caption below it, which takes no part of the program's own.
  package func frame(_ size: Size, with caption: CaptionBand?) -> Grid {
    guard let caption else { return frame(size) }
    var grid = frame(CaptionBand.room(on: size))
    let bottom = grid.size.height
    grid.extend(by: size.height - bottom)
    caption.draw(in: &grid, below: bottom, shell)
    if shell.glyphs.isASCII { grid.substitute(\.plainSign) }
    return grid
  }
}
