/// A place in a plan's file, from the top down.
package indirect enum PlanPath: Hashable, Sendable {
  case top
  case key(String, of: PlanPath)
  /// `name` is what people call it, once that is known: a zone's, a row's or a seat's.
  case index(Int, of: PlanPath, name: String? = nil)

  /// As jq writes it, such as `zones[0].rows[3].seats[5].category`; nil for the file itself.
  package var text: String? {
    switch self {
    case .top: nil
    case .key(let key, let parent): parent.text.map { "\($0).\(key)" } ?? key
    case .index(let index, let parent, _): "\(parent.text ?? "")[\(index)]"
    }
  }

  /// The names on the way here: a zone, its row, its seat.
  package var names: [String] {
    switch self {
    case .top: []
    case .key(_, let parent): parent.names
    case .index(_, let parent, let name): parent.names + (name.map { [$0] } ?? [])
    }
  }

  func named(_ name: String) -> PlanPath {
    guard case .index(let index, let parent, _) = self else { return self }
    return .index(index, of: parent, name: name)
  }
}

/// A place in a text; both count from 1, columns in characters.
package struct TextPosition: Hashable, Sendable {
  package let line: Int
  package let column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Where the byte at `offset` stands.
  init(of offset: Int, in bytes: [UInt8]) {
    let before = bytes.prefix(offset)
    let newline = UInt8(ascii: "\n")
    let start = before.lastIndex(of: newline).map { $0 + 1 } ?? 0
    line = 1 + before.count { $0 == newline }
    // Bytes that go on with a character begin no new column.
    column = 1 + before[start...].count { $0 & 0xC0 != 0x80 }
  }
}
