internal import Booking

extension Transaction {
  func concerts() throws(BookingError) -> [Concert] {
    try all("SELECT id, title_ko, title_en, artist_ko, artist_en FROM concert ORDER BY id") { row in
      try Concert(id: row.id(0), title: row.text(1), artist: row.text(3))
    }
  }

  func insertConcert(title: LocalizedText, artist: LocalizedText) throws(BookingError) -> ConcertID {
    ConcertID(
      try insert(
        "INSERT INTO concert (title_ko, title_en, artist_ko, artist_en) VALUES (?, ?, ?, ?)",
        [title.korean, title.english, artist.korean, artist.english]))
  }

  func hall(_ id: HallID) throws(BookingError) -> Hall? {
    try first("SELECT id, name_ko, name_en, plan FROM hall WHERE id = ?", [id.rawValue]) { row in
      try Hall(id: row.id(0), name: row.text(1), plan: row.value(3))
    }
  }

  func hallNames() throws(BookingError) -> [HallID: LocalizedText] {
    Dictionary(
      try all("SELECT id, name_ko, name_en FROM hall") { row in (try row.id(0), try row.text(1)) }
    ) { first, _ in first }
  }

  func seats(inHall id: HallID) throws(BookingError) -> [HallDraft.Seat] {
    try all("SELECT section, row, number, tier FROM seat WHERE hall_id = ? ORDER BY id", [id.rawValue]) { row in
      try HallDraft.Seat(
        label: SeatLabel(section: row.name(0), row: row.name(1), number: row.name(2)), tier: row.name(3))
    }
  }

  func insertHall(_ hall: HallDraft) throws(BookingError) -> HallID {
    let id = try insert(
      "INSERT INTO hall (name_ko, name_en, plan, seat_count) VALUES (?, ?, ?, ?)",
      [hall.name.korean, hall.name.english, hall.plan, hall.seats.count])
    var rest = hall.seats[...]
    while let seat = rest.first {
      let alike = rest.prefix { $0.tier == seat.tier && $0.label.isInRow(of: seat.label) }
      try insertEach(
        "INSERT INTO seat (hall_id, section, row, tier, number) VALUES (?, ?, ?, ?, ?)",
        [id, seat.label.section, seat.label.row, seat.tier], alike.lazy.map(\.label.number))
      rest = rest.dropFirst(alike.count)
    }
    // Nobody else writes meanwhile, so their numbers follow one another.
    let first = hall.seats.isEmpty ? nil : connection.lastInsertedRow - Int64(hall.seats.count) + 1
    try run("UPDATE hall SET first_seat_id = ? WHERE id = ?", [first, id])
    return HallID(id)
  }

  func session(_ id: SessionID) throws(BookingError) -> Session? {
    try first(Self.sessionSQL + " WHERE id = ?", [id.rawValue], Self.session)
  }

  func sessions() throws(BookingError) -> [Session] {
    try all(Self.sessionSQL + " ORDER BY start_at, id", [], Self.session)
  }

  func prices(of session: SessionID) throws(BookingError) -> [TierPrice] {
    try all(
      "SELECT tier, price FROM session_price WHERE session_id = ? ORDER BY price DESC, tier", [session.rawValue]
    ) { try TierPrice(tier: $0.name(0), price: $0.won(1)) }
  }

  func insertSession(
    concert: ConcertID, hall: HallID, start: Timestamp, length: Duration, saleOpens: Timestamp, saleCloses: Timestamp,
    prices: [TierPrice]
  ) throws(BookingError) -> SessionID {
    let id = try insert(
      """
      INSERT INTO session (concert_id, hall_id, start_at, length_ms, sale_opens_at, sale_closes_at)
      VALUES (?, ?, ?, ?, ?, ?)
      """,
      [
        concert.rawValue, hall.rawValue, start.milliseconds, length.milliseconds, saleOpens.milliseconds,
        saleCloses.milliseconds,
      ])
    for price in prices {
      try run(
        "INSERT INTO session_price (session_id, tier, price) VALUES (?, ?, ?)", [id, price.tier, price.price.amount])
    }
    try run(
      """
      INSERT INTO session_seat (session_id, seat_id)
      SELECT ?, seat.id
      FROM hall JOIN seat ON seat.id BETWEEN hall.first_seat_id AND hall.first_seat_id + hall.seat_count - 1
      WHERE hall.id = ? AND seat.hall_id = hall.id
      """, [id, hall.rawValue])
    return SessionID(id)
  }

  func setPrice(of tier: String, in session: SessionID, to price: Won) throws(BookingError) -> Int {
    try run(
      "UPDATE session_price SET price = ? WHERE session_id = ? AND tier = ?",
      [price.amount, session.rawValue, tier])
  }

  func sessionsThatMayOverlap() throws(BookingError) -> Set<SessionID> {
    Set(try all("SELECT id FROM session WHERE may_overlap = 1") { try $0.id(0) })
  }

  /// Halls whose seats are not those that the hall says, one after another.
  func hallFaults() throws(BookingError) -> [String] {
    try all(
      """
      SELECT hall.id FROM hall
      LEFT JOIN (SELECT hall_id, MIN(id) AS first, MAX(id) AS last, COUNT(*) AS count FROM seat GROUP BY hall_id) AS seats
        ON seats.hall_id = hall.id
      WHERE hall.seat_count <> COALESCE(seats.count, 0) OR hall.first_seat_id IS NOT seats.first
        OR seats.last - seats.first + 1 <> seats.count
      """
    ) { "hall \(try $0.count(0)) does not have the seats that it says" }
  }

  private static let sessionSQL: SQL =
    "SELECT id, concert_id, hall_id, start_at, length_ms, sale_opens_at, sale_closes_at FROM session"

  private static func session(_ row: Columns) throws -> Session {
    try Session(
      id: row.id(0), concert: row.id(1), hall: row.id(2), start: row.instant(3),
      length: row.duration(4), saleOpens: row.instant(5), saleCloses: row.instant(6))
  }
}

extension SeatLabel {
  fileprivate func isInRow(of other: SeatLabel) -> Bool { row == other.row && section == other.section }
}
