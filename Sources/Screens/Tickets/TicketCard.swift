internal import Booking
internal import Canvas
internal import Wording

/// The ticket itself. Its lines break rather than lose anything that tells.
struct TicketCard {
  /// A fact on the ticket, with its name.
  private struct Row {
    /// What a card that has not room for everything does without, the first of these before the next.
    enum Worth: Int { case payment, venue, needed }

    let name: String
    let value: String
    var worth = Worth.needed
    var isSeat = false
  }

  private let booking: BookedSeat

  init(_ booking: BookedSeat) { self.booking = booking }

  private func rows(_ language: Language) -> [Row] {
    [
      Row(
        name: language("일시", "Date"),
        value: "\(VenueDate(booking.session.start).dateAndTime(language)) \(VenueDate.zoneName)"),
      Row(name: language("공연장", "Venue"), value: language(booking.venue).clean, worth: .venue),
      Row(
        name: language("좌석", "Seat"),
        value: "\(booking.seat.unbroken(language)), \(tierName(booking.tier.clean, language))", isSeat: true),
      Row(name: language("가격", "Price"), value: booking.reservation.price.text(language)),
      Row(
        name: language("결제", "Paid"),
        value: booking.payment.map { "\(VenueDate($0.at).dateAndTime(language)) \(VenueDate.zoneName)" } ?? "",
        worth: .payment),
      Row(name: language("티켓 번호", "Ticket"), value: number),
    ]
  }

  /// What it is called, at the door and as a file.
  var number: String { "BX-\(booking.payment?.id.description ?? "")-\(booking.reservation.id)" }

  /// The ticket as a file, to be printed or sent: lines of at most 80 cells.
  func text(of person: String, _ language: Language) -> String {
    let rows = rows(language) + [Row(name: language("예매자", "Name"), value: person.clean)]
    let names = (rows.map(\.name.cellWidth).max() ?? 0) + 2
    let heading = [booking.concert.title, booking.concert.artist].flatMap { language($0).clean.broken(to: 80) }
    let facts = rows.flatMap { row in
      row.value.broken(to: 80 - names).enumerated().map { index, line in
        (index == 0 ? row.name : "").padded(to: names) + line
      }
    }
    return (heading + [""] + facts).map { $0 + "\n" }.joined()
  }

  /// A line of the card; `name` stands before a fact's first line and is empty before the others, and nil over the facts.
  private struct CardLine {
    var name: String?
    let text: String
    var style = Style.plain
  }

  /// How the ticket is set in a card of at most this size, borders and all.
  private struct Layout {
    var lines: [CardLine] = []
    var names = 0
    var size = Size(width: 0, height: 0)
  }

  private func layout(in room: Size, _ shell: Shell) -> Layout {
    let language = shell.language
    var layout = Layout()
    let rows = rows(language)
    layout.names = (rows.map(\.name.cellWidth).max() ?? 0) + 2
    let title = language(booking.concert.title).clean
    let artist = language(booking.concert.artist).clean
    let widest = max(title.cellWidth, artist.cellWidth, rows.map { layout.names + $0.value.cellWidth }.max() ?? 0)
    layout.size.width = min(room.width, max(44, widest + 8))
    let (inside, most) = (layout.size.width - 6, room.height - 2)
    var facts = rows.map { row in (row: row, lines: row.value.broken(to: inside - layout.names)) }
    var heading = title.broken(to: inside).map { CardLine(text: $0, style: .bold) }
    var under = artist.broken(to: inside).map { CardLine(text: $0) }
    var hasSpace = true
    func excess() -> Int {
      heading.count + under.count + (hasSpace ? 1 : 0) + facts.reduce(0) { $0 + $1.lines.count } - most
    }
    // What a small card can do without: the empty line, then the second lines of names, then who plays, and so on.
    if excess() > 0 { hasSpace = false }
    if excess() > 0 { under = Array(under.prefix(1)) }
    if excess() > 0, heading.count > 1 {
      heading = [CardLine(text: title.fitted(to: inside, mark: shell.glyphs.ellipsis), style: .bold)]
    }
    if excess() > 0 { under = [] }
    if excess() > 0 { facts.removeAll { $0.row.worth == .payment } }
    if excess() > 0, let venue = facts.firstIndex(where: { $0.row.worth == .venue }) {
      facts[venue].lines = [facts[venue].row.value.fitted(to: inside - layout.names, mark: shell.glyphs.ellipsis)]
    }
    if excess() > 0, let seat = facts.firstIndex(where: \.row.isSeat) {
      facts[seat].lines = seatLines(max(1, facts[seat].lines.count - excess()), inside - layout.names, shell)
    }
    layout.lines =
      heading + under + (hasSpace ? [CardLine(text: "")] : [])
      + facts.flatMap { row, lines in
        lines.enumerated().map { index, text in
          CardLine(name: index == 0 ? row.name : "", text: text, style: row.isSeat ? .bold : .plain)
        }
      }
    layout.size.height = min(most, layout.lines.count) + 2
    return layout
  }

  /// The seat in so many lines, in which its section gives way.
  private func seatLines(_ count: Int, _ width: Int, _ shell: Shell) -> [String] {
    let parts = booking.seat.parts(shell.language).map { Line.Part($0.worth, $0.text.joinedUp, gap: $0.gap) }
    let line = Line(parts + [Line.Part(.tier, tierName(booking.tier.clean, shell.language), gap: ", ")])
    // Words do not fill their lines.
    for cells in stride(from: count * width, to: width, by: -1) {
      let lines = line.text(in: cells, mark: shell.glyphs.ellipsis).broken(to: width)
      if lines.count <= count { return lines }
    }
    return line.text(in: width, mark: shell.glyphs.ellipsis).broken(to: width)
  }

  /// How many lines it takes of so much room.
  func height(in room: Size, _ shell: Shell) -> Int { layout(in: room, shell).size.height }

  func draw(in grid: inout Grid, _ area: Rect, _ shell: Shell) {
    let layout = layout(in: Size(width: area.width, height: area.height), shell)
    let box = area.centered(width: layout.size.width, height: area.height)
    let inside = drawBox(in: &grid, box, title: shell.language("티켓", "Ticket"), shell)
    for (index, line) in layout.lines.prefix(inside.height).enumerated() {
      let (x, y) = (inside.x + 1, inside.y + index)
      if let name = line.name { grid.put(name, x: x, y: y, style: shell.theme.faint) }
      let indent = line.name == nil ? 0 : layout.names
      grid.put(line.text, x: x + indent, y: y, style: line.style, width: inside.width - 2 - indent)
    }
  }
}
