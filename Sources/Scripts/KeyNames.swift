internal import Canvas

extension Key {
  private static let named: [String: Key] = [
    "Space": .space, "Enter": .enter, "Esc": .escape, "Tab": .tab, "Backspace": .backspace, "Del": Key(.delete),
    "Ins": Key(.insert), "Up": .up, "Down": .down, "Left": .left, "Right": .right, "Home": .home, "End": .end,
    "PgUp": .pageUp, "PgDn": .pageDown, "↑": .up, "↓": .down, "←": .left, "→": .right,
  ]

  /// A key by what the screens call it: `j`, `Enter`, `Ctrl-c`, `Shift-Tab`, `F1`, or a
  /// character by its number, as `U+301` for one that cannot be written alone; nil when there is none.
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
    } else if base.hasPrefix("U+"), let scalar = UInt32(base.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init),
      scalar.value >= 0xA0
    {
      self.init(.scalar(scalar), modifiers)
    } else if base.hasPrefix("F"), let number = Int(base.dropFirst()), (1...12).contains(number) {
      self.init(.function(number), modifiers)
    } else {
      return nil
    }
  }

  /// What `init(named:)` makes this key of; nil for one that has no name there.
  package var scriptName: String? {
    let base: String
    switch code {
    case .scalar(" "): base = "Space"
    case .scalar(let scalar) where scalar.cellWidth > 0 && scalar.standsAlone && !scalar.properties.isWhitespace:
      base = String(scalar)
    case .scalar(let scalar) where scalar.value >= 0xA0: base = "U+" + String(scalar.value, radix: 16, uppercase: true)
    case .function(let number) where (1...12).contains(number): base = "F\(number)"
    case .scalar, .function: return nil
    default:
      let plain = Key(code)
      guard let name = Self.named.filter({ $0.value == plain }).map(\.key).max(by: { $0.count < $1.count }) else {
        return nil
      }
      base = name
    }
    let prefixes: [(Modifiers, String)] = [(.control, "Ctrl-"), (.alt, "Alt-"), (.shift, "Shift-")]
    let name = prefixes.filter { modifiers.contains($0.0) }.map(\.1).joined() + base
    return Key(named: name) == self ? name : nil
  }
}

extension Unicode.Scalar {
  /// Whether it is a character of its own between others, as written in a line.
  var standsAlone: Bool { "\"\(self)\"".count == 3 && " \(self) ".count == 3 }
}
