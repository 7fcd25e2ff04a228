internal import Booking
internal import Canvas

/// Values by name, one a line, of which the chosen one is stepped with the arrows.
struct StepLines {
  let rows: [(name: String, value: String)]
  let cursor: ListCursor

  func draw(in grid: inout Grid, _ lines: ListLines, x: Int, _ shell: Shell) {
    let width = rows.map(\.name.cellWidth).max() ?? 0
    let valueWidth = max(14, rows.map(\.value.cellWidth).max() ?? 0)
    for (index, y) in lines.rows {
      let isHere = index == cursor.index
      let text = " \(rows[index].name.padded(to: width))   \(rows[index].value.rightAligned(in: valueWidth)) "
      let after = grid.put(text, x: x, y: y, style: isHere ? shell.theme.selected : .plain)
      if isHere {
        grid.put(shell.glyphs.isASCII ? " < >" : " ← →", x: after, y: y, style: shell.theme.faint)
        grid.cursor = Position(x: x, y: y)
      }
    }
  }
}
