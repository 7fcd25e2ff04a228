/// A key press, as the terminal told of it.
package struct Key: Hashable, Sendable {
  package enum Code: Hashable, Sendable {
    case scalar(Unicode.Scalar)
    case enter, escape, tab, backspace, delete, insert
    case up, down, left, right, home, end, pageUp, pageDown
    case function(Int)
  }

  package struct Modifiers: OptionSet, Hashable, Sendable {
    package let rawValue: Int
    package init(rawValue: Int) { self.rawValue = rawValue }

    package static let shift = Modifiers(rawValue: 1)
    package static let alt = Modifiers(rawValue: 2)
    package static let control = Modifiers(rawValue: 4)
    /// Super, Hyper or Meta.
    package static let other = Modifiers(rawValue: 8)
  }

  package let code: Code
  package let modifiers: Modifiers

  package init(_ code: Code, _ modifiers: Modifiers = []) {
    self.code = code
    self.modifiers = modifiers
  }

  package static let enter = Key(.enter)
  package static let escape = Key(.escape)
  package static let tab = Key(.tab)
  package static let backspace = Key(.backspace)
  package static let up = Key(.up)
  package static let down = Key(.down)
  package static let left = Key(.left)
  package static let right = Key(.right)
  package static let home = Key(.home)
  package static let end = Key(.end)
  package static let pageUp = Key(.pageUp)
  package static let pageDown = Key(.pageDown)
  package static let space = Key(.scalar(" "))

  package static func control(_ letter: Unicode.Scalar) -> Key { Key(.scalar(letter), .control) }

  /// The letter that is typed, nil for keys that are none or come with Ctrl or Alt.
  package var text: Unicode.Scalar? {
    guard case .scalar(let scalar) = code, modifiers.subtracting(.shift).isEmpty else { return nil }
    return scalar
  }
}

extension Key: ExpressibleByUnicodeScalarLiteral {
  package init(unicodeScalarLiteral scalar: Unicode.Scalar) { self.init(.scalar(scalar)) }
}

/// What comes from the terminal.
package enum TerminalEvent: Hashable, Sendable {
  case key(Key)
  case paste(String)
  /// The left button was pressed.
  case click(Position)
  case wheel(Position, down: Bool)
  case focus(Bool)
  /// The answer to where the cursor is, from 1.
  case cursorReport(line: Int, column: Int)
}
