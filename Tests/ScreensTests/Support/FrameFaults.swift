import Canvas

/// What is wrong with a picture, whatever it shows; empty when it is sound.
enum FrameFaults {
  static func of(_ grid: Grid, isASCII: Bool) -> [String] {
    var faults: [String] = []
    for y in 0..<grid.size.height {
      var x = 0
      while x < grid.size.width {
        guard let scalar = grid[x, y].scalar else {
          faults.append("an orphan half at \(x),\(y)")
          x += 1
          continue
        }
        if (0x20..<0x7F).contains(scalar.value) {
          x += 1
          continue
        }
        if isControl(scalar) { faults.append("a control character at \(x),\(y)") }
        if isASCII, !isPlain(scalar) { faults.append("\(scalar) (U+\(String(scalar.value, radix: 16))) at \(x),\(y)") }
        let width = scalar.cellWidth
        if width == 0 { faults.append("no width at \(x),\(y)") }
        if width == 2, x + 1 >= grid.size.width || grid[x + 1, y].scalar != nil {
          faults.append("half a wide character at \(x),\(y)")
        }
        x += max(1, width)
      }
      if x != grid.size.width { faults.append("row \(y) is \(x) wide") }
    }
    let cursor = grid.cursor
    if !(0..<grid.size.width).contains(cursor.x) || !(0..<grid.size.height).contains(cursor.y) {
      faults.append("the cursor is outside at \(cursor.x),\(cursor.y)")
    }
    return faults
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .control || scalar.properties.generalCategory == .format
  }

  /// ASCII, or a letter such as names and Korean words are made of.
  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool { scalar.isASCII || scalar.properties.isAlphabetic }
}
