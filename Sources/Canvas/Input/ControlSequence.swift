/// A control sequence taken apart: what stands between its beginning, `ESC [` or `ESC O`, and its last byte.
struct ControlSequence {
  /// What the terminal marks its own reports with, `<`, `=`, `>` or `?`; nil in what keys send.
  private let mark: UInt8?
  /// What semicolons part, each taken apart at its colons; nil where nothing is written.
  let fields: [[Int?]]
  /// Whether it has bytes between its numbers and its last one, as no key sends.
  private let isOdd: Bool
  let final: UInt8

  /// - Parameter parameters: bytes from 0x20 to 0x3F.
  init(_ parameters: [UInt8], final: UInt8) {
    let marks = parameters.prefix { (0x3C...0x3F).contains($0) }
    let rest = parameters.dropFirst(marks.count)
    mark = marks.first
    isOdd = marks.count > 1 || !rest.allSatisfy { (0x30...0x3B).contains($0) }
    self.final = final
    fields =
      rest.isEmpty
      ? []
      : rest.split(separator: 0x3B, omittingEmptySubsequences: false).map { field in
        field.split(separator: 0x3A, omittingEmptySubsequences: false).map(Self.number)
      }
  }

  /// Numbers of more digits than anything has stay as large as this.
  private static let largest = 9_999_999

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    digits.isEmpty ? nil : digits.reduce(0) { min(largest, $0 * 10 + Int($1 & 0x0F)) }
  }

  /// Whether it can be a key's.
  var isPlain: Bool { mark == nil && !isOdd }

  /// A part of a field, both counted from 0; nil where it is not written.
  func part(_ field: Int, _ part: Int = 0) -> Int? {
    fields.indices.contains(field) && fields[field].indices.contains(part) ? fields[field][part] : nil
  }

  var beginsPaste: Bool { isPlain && final == 0x7E && fields == [[200]] }

  /// What the terminal tells by itself; nil for keys and for what nobody knows.
  var report: TerminalEvent? {
    if mark == 0x3C, !isOdd {
      guard final == 0x4D || final == 0x6D else { return nil }
      return TerminalEvent(mouse: fields.map { $0.first.flatMap { $0 } ?? 0 }, isPress: final == 0x4D)
    }
    guard isPlain else { return nil }
    switch final {
    case 0x49 where fields.isEmpty: return .focus(true)
    case 0x4F where fields.isEmpty: return .focus(false)
    case 0x52 where fields.count == 2 && fields.allSatisfy({ $0.count == 1 }):
      guard let line = part(0), let column = part(1) else { return nil }
      return .cursorReport(line: line, column: column)
    default: return nil
    }
  }
}

extension TerminalEvent {
  /// A press of the left button or a turn of the wheel; releases, movement and other buttons are nothing.
  /// - Parameter values: the button, the column and the line, the places from 1.
  init?(mouse values: [Int], isPress: Bool) {
    guard values.count == 3, isPress, values[0] >= 0, values[1] > 0, values[2] > 0 else { return nil }
    let position = Position(x: values[1] - 1, y: values[2] - 1)
    // Shift, Alt and Ctrl change nothing.
    switch values[0] & ~0b1_1100 {
    case 0: self = .click(position)
    case 64: self = .wheel(position, down: false)
    case 65: self = .wheel(position, down: true)
    default: return nil
    }
  }
}
