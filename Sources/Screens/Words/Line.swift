internal import Canvas

/// A line of parts that share its cells. What tells (a row, a number, a price, an evening) stands whole, however long
/// the names are that come from outside: where not all has room they give way first, each kind in its turn.
struct Line {
  /// What a part is worth, the least first.
  enum Worth {
    /// Is left out.
    case remark
    /// The name of a concert, an artist, a venue or a person, cut at its end.
    case title
    /// The name of a section, cut in its middle, since its end tells as much as its beginning.
    case zone
    /// The name of a tier, cut likewise.
    case tier
    /// A row or a seat's number, cut likewise, but only where a name alone is longer than the line.
    case place
    /// Never cut.
    case whole
  }

  struct Part {
    let worth: Worth
    let text: String
    /// Said instead where there is little room; nil where nothing shorter says the same.
    let brief: String?
    /// What parts it from what stands before it.
    let gap: String
    /// nil for the line's own.
    let style: Style?

    init(_ worth: Worth, _ text: String, brief: String? = nil, gap: String = "", style: Style? = nil) {
      self.worth = worth
      self.text = text
      self.brief = brief
      self.gap = gap
      self.style = style
    }
  }

  /// How much of a part is shown: none of it at a width of 0.
  struct Fit: Hashable {
    fileprivate(set) var width: Int
    fileprivate(set) var isBrief = false
  }

  let parts: [Part]

  init(_ parts: [Part]) { self.parts = parts.filter { !$0.text.isEmpty } }

  /// Who gives way, and to what width; 0 leaves a part out, nil has it say its brief form. In this order, each only as
  /// far as it takes.
  private static let concessions: [(worth: Worth, least: Int?)] = [
    (.title, 8), (.remark, nil), (.remark, 0), (.zone, 10), (.whole, nil), (.tier, 6), (.title, 0), (.zone, 4),
    (.tier, 4), (.place, 8), (.tier, 0), (.zone, 0), (.place, 3),
  ]

  /// How the parts share so many cells.
  func fits(in room: Int) -> [Fit] {
    var fits = parts.map { Fit(width: min($0.text.cellWidth, max(0, room))) }
    for (worth, least) in Self.concessions where excess(fits, room) > 0 {
      let members = parts.indices.filter { parts[$0].worth == worth }
      for index in members.reversed() where least == nil && excess(fits, room) > 0 {
        guard let brief = parts[index].brief else { continue }
        fits[index] = Fit(width: brief.cellWidth, isBrief: true)
      }
      if let least { shrink(members, of: &fits, to: least, room) }
    }
    giveBack(&fits, room)
    return fits
  }

  /// What one part left out is more than the line was too long by; the others have the rest again.
  private func giveBack(_ fits: inout [Fit], _ room: Int) {
    for worth: Worth in [.place, .whole, .tier, .zone, .title] {
      for index in parts.indices where parts[index].worth == worth && fits[index].width > 0 {
        let more = min(parts[index].text.cellWidth - fits[index].width, -excess(fits, room))
        let isWhole = fits[index].width + more == parts[index].text.cellWidth
        guard more > 0, isWhole || !fits[index].isBrief else { continue }
        fits[index] = Fit(width: fits[index].width + more)
      }
    }
  }

  /// Cuts the widest of them first; what is left out takes its gap with it.
  private func shrink(_ members: [Int], of fits: inout [Fit], to least: Int, _ room: Int) {
    while true {
      let excess = excess(fits, room)
      // Of equals the last one gives way.
      let widest = members.filter { fits[$0].width > least }.max { fits[$0].width <= fits[$1].width }
      guard excess > 0, let widest else { return }
      if least == 0 {
        fits[widest].width = 0
      } else {
        let next = members.filter { $0 != widest }.map { fits[$0].width }.max() ?? 0
        let step = max(1, min(excess, fits[widest].width - max(least, next)))
        fits[widest].width -= step
      }
    }
  }

  /// By how many cells the parts are wider than there is room for.
  private func excess(_ fits: [Fit], _ room: Int) -> Int {
    var isFirst = true
    return zip(parts, fits).reduce(0) { sum, pair in
      guard pair.1.width > 0 else { return sum }
      defer { isFirst = false }
      return sum + pair.1.width + (isFirst ? 0 : pair.0.gap.cellWidth)
    } - room
  }

  /// Whether all that is no name stands whole in so many cells, and of each name enough to know it by.
  func isTelling(in room: Int) -> Bool {
    let fits = fits(in: room)
    return excess(fits, room) <= 0
      && zip(parts, fits).allSatisfy { part, fit in
        part.worth == .remark || part.worth == .title || fit.isBrief || fit.width >= min(4, part.text.cellWidth)
      }
  }

  /// The parts that are shown, each with its gap.
  private func pieces(in room: Int, mark: String) -> [(text: String, style: Style?)] {
    var pieces: [(String, Style?)] = []
    for (part, fit) in zip(parts, fits(in: room)) where fit.width > 0 {
      let text = fit.isBrief ? part.brief ?? part.text : part.text
      let cut =
        part.worth == .title ? text.fitted(to: fit.width, mark: mark) : text.shortened(to: fit.width, mark: mark)
      if !pieces.isEmpty { pieces.append((part.gap, nil)) }
      pieces.append((cut, part.style))
    }
    return pieces
  }

  func text(in room: Int, mark: String) -> String { pieces(in: room, mark: mark).map(\.text).joined() }

  /// Draws the line, at most `width` cells of it. Returns the column after it.
  @discardableResult
  func draw(in grid: inout Grid, x: Int, y: Int, width: Int, style: Style = .plain, _ shell: Shell) -> Int {
    var column = x
    for (text, own) in pieces(in: width, mark: shell.glyphs.ellipsis) {
      column = grid.put(text, x: column, y: y, style: own ?? style, width: max(0, x + width - column))
    }
    return column
  }
}

extension String {
  /// The text in so many cells: both its ends, with the mark between them when something was left out.
  func shortened(to width: Int, mark: String) -> String {
    guard cellWidth > width else { return self }
    let room = width - mark.cellWidth
    guard room > 1 else { return fitted(to: width, mark: mark) }
    let head = beginning(of: (room + 1) / 2)
    let tail = String(String(reversed()).beginning(of: room - head.cellWidth).reversed())
    return head + mark + tail
  }

  /// The longest beginning of whole characters that fits.
  private func beginning(of width: Int) -> String {
    var used = 0
    return String(
      prefix { character in
        used += String(character).cellWidth
        return used <= width
      })
  }

  /// The longest end that fits, with the mark before it when something was left out.
  func ending(in width: Int, mark: String) -> String {
    guard cellWidth > width else { return self }
    let mark = mark.cellWidth < width ? mark : ""
    return mark + String(String(reversed()).beginning(of: width - mark.cellWidth).reversed())
  }

  /// The text with spaces at which no line breaks; `broken` makes plain ones of them.
  var joinedUp: String { replacing(" ", with: Self.joint) }
  private static let joint = "\u{A0}"

  /// In lines of at most so many cells. They break between words, and within a word that is longer than a line.
  func broken(to width: Int) -> [String] {
    let width = max(2, width)
    return wrapped(to: width).flatMap { line in
      var rest = line.replacing(Self.joint, with: " ")
      var lines: [String] = []
      while rest.cellWidth > width {
        let fitting = rest.beginning(of: width)
        // A letter that is wider than the line stands in it all the same.
        let head = fitting.isEmpty ? String(rest.prefix(1)) : fitting
        lines.append(head)
        rest = String(rest.dropFirst(head.count))
      }
      return lines + [rest]
    }
  }
}
