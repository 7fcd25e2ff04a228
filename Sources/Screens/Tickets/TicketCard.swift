internal import Booking
internal import Canvas

/// The ticket itself.
struct TicketCard {
  private let booking: BookedSeat

  init(_ booking: BookedSeat) { self.booking = booking }

  let height = 11

  private func rows(_ language: Language) -> [(name: String, value: String)] {
    [
      (language("일시", "Date"), "\(VenueDate(booking.session.start).dateAndTime(language)) \(VenueDate.zoneName)"),
      (language("공연장", "Venue"), language(booking.venue).clean),
      (language("좌석", "Seat"), "\(booking.seat.text(language).clean), \(tierName(booking.tier.clean, language))"),
      (language("가격", "Price"), booking.reservation.price.text(language)),
      (
        language("결제", "Paid"),
        booking.payment.map { "\(VenueDate($0.at).dateAndTime(language)) \(VenueDate.zoneName)" } ?? ""
      ),
      (language("티켓 번호", "Ticket"), number),
    ]
  }

  /// What it is called, at the door and as a file.
  var number: String { "BX-\(booking.payment?.id.description ?? "")-\(booking.reservation.id)" }

  /// The ticket as a file, to be printed or sent.
  func text(of person: String, _ language: Language) -> String {
    let rows = rows(language) + [(language("예매자", "Name"), person.clean)]
    let names = rows.map(\.name.cellWidth).max() ?? 0
    let lines = [language(booking.concert.title).clean, language(booking.concert.artist).clean, ""]
    return (lines + rows.map { "\($0.name.padded(to: names + 2))\($0.value)" }).map { $0 + "\n" }.joined()
  }

  func draw(in grid: inout Grid, _ area: Rect, _ shell: Shell) {
    let language = shell.language
    let rows = rows(language)
    let names = rows.map(\.name.cellWidth).max() ?? 0
    let title = language(booking.concert.title).clean
    let artist = language(booking.concert.artist).clean
    let width = max(title.cellWidth, artist.cellWidth, rows.map { names + 2 + $0.value.cellWidth }.max() ?? 0) + 8
    let box = area.centered(width: max(44, width), height: area.height)
    let inside = drawBox(in: &grid, box, title: language("티켓", "Ticket"), shell)
    grid.put(title, x: inside.x + 1, y: inside.y, style: .bold, width: inside.width - 2)
    grid.put(artist, x: inside.x + 1, y: inside.y + 1, width: inside.width - 2)
    // The empty line is what a small card can do without.
    let top = inside.y + (inside.height >= rows.count + 3 ? 3 : 2)
    for (line, row) in rows.enumerated() where top + line < inside.bottom {
      grid.put(row.name, x: inside.x + 1, y: top + line, style: shell.theme.faint)
      grid.put(
        row.value, x: inside.x + 3 + names, y: top + line, style: row.name == rows[2].name ? .bold : .plain,
        width: inside.width - names - 4)
    }
  }
}
