internal import Booking
internal import Canvas
internal import Wording

/// Narrows a list to the lines that have some text in them, as it is typed.
struct ListFilter: Hashable {
  private(set) var text = ""
  /// What is being typed; nil while nothing is.
  var field: TextField?
  /// What it was before it was edited.
  private var before = ""

  var isOn: Bool { !text.isEmpty }

  /// The keys that a list with a filter has.
  var commands: [Command] {
    let search = Command(.search, ["/"], "찾기", "find", isMain: true)
    return isOn
      ? [search, Command(.cancelEntry, [.escape, .backspace], "찾기 지우기", "show all", isMain: true)] : [search]
  }

  /// Follows a key of the filter. False when the act is none of its.
  mutating func follow(_ act: Act) -> Bool {
    switch act {
    case .search:
      before = text
      field = TextField(text, limit: 40)
    case .typed: text = field?.value ?? ""
    case .submit: field = nil
    case .cancelEntry:
      text = field == nil ? "" : before
      field = nil
    default: return false
    }
    return true
  }

  /// Whether any of the words has the text in it, capital or small.
  func matches(_ words: [String]) -> Bool {
    let wanted = text.folded
    return wanted.isEmpty || words.contains { $0.folded.holds(wanted) }
  }

  /// Draws the field, or what the list is narrowed to; nothing while it is off.
  func draw(in grid: inout Grid, x: Int, y: Int, width: Int, found: Int, _ shell: Shell) {
    if let field {
      let after = grid.put(shell.language("찾기: ", "Find: "), x: x, y: y, style: .bold)
      field.draw(in: &grid, x: after, y: y, width: min(42, x + width - after), style: shell.theme.field)
    } else if isOn {
      let summary = shell.language("찾기 “\(text.clean)”: \(found)건", "Found \(found) with \"\(text.clean)\"")
      grid.put(summary, x: x, y: y, style: .bold, width: width)
    }
  }
}
