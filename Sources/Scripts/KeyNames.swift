internal import Canvas

extension Key {
  private static let named: [String: Key] = [
    "Space": .space, "Enter": .enter, "Esc": .escape, "Tab": .tab, "Backspace": .backspace, "Del": Key(.delete),
    "Ins": Key(.insert), "Up": .up, "Down": .down, "Left": .left, "Right": .right, "Home": .home, "End": .end,
    "PgUp": .pageUp, "PgDn": .pageDown, "↑": .up, "↓": .down, "←": .left, "→": .right,
  ]

  /// A key by what the screens call it: `j`, `Enter`, `Ctrl-c`, `Shift-Tab`, `F1`; nil when there is none.
  package init?(named name: String) {
    var base = name[...]
    var modifiers: Modifiers = []
    let prefixes: [(String, Modifiers)] = [("Ctrl-", .control), ("Alt-", .alt), ("Shift-", .shift)]
    while let (prefix, modifier) = prefixes.first(where: { base.hasPrefix($0.0) && base.count > $0.0.count }) {
      base = base.dropFirst(prefix.count)
      modifiers.insert(modifier)
    }
    if let key = Self.named[String(base)] {
      self.init(key.code, modifiers)
    } else if base.unicodeScalars.count == 1, let scalar = base.unicodeScalars.first, scalar.cellWidth > 0 {
      let isCapital = modifiers.contains(.control) && ("A"..."Z").contains(scalar)
      self.init(.scalar(isCapital ? Unicode.Scalar(UInt8(scalar.value) + 32) : scalar), modifiers)
    } else if base.hasPrefix("F"), let number = Int(base.dropFirst()), (1...12).contains(number) {
      self.init(.function(number), modifiers)
    } else {
      return nil
    }
  }
}
