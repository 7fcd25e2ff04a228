internal import Booking
internal import Canvas
internal import Wording

/// A session in a list: one on sale with what is left of its seats, or one that is not, with when its sale opens.
struct SessionLine {
  let session: Session
  let venue: LocalizedText
  /// The cheapest and the dearest.
  let prices: [Won]
  /// Free seats and all; nil while it is not on sale.
  let seats: (remaining: Int64, total: Int64)?

  init(_ listing: SessionListing) {
    session = listing.session
    venue = listing.venue
    prices = [listing.lowestPrice, listing.highestPrice]
    seats = (listing.remaining, listing.total)
  }

  init(_ evening: ProgrammeEntry.Evening) {
    session = evening.session
    venue = evening.venue
    let prices = evening.prices.map(\.price)
    self.prices = [prices.min(), prices.max()].compactMap { $0 }
    seats = nil
  }

  /// Whether it can be chosen now.
  var isOnSale: Bool { seats != nil }

  /// Why it cannot be chosen; nil when it can.
  func obstacle(at now: Timestamp) -> LocalizedText? {
    guard !isOnSale else { return nil }
    guard now < session.saleOpens else { return SaleWords.over }
    let opens = VenueDate(session.saleOpens)
    return LocalizedText(
      "아직 판매 전입니다. 판매 시작: \(opens.moment(.korean, at: now)).",
      "Not on sale yet. The sale opens \(opens.moment(.english, at: now)).")
  }
}

/// When sessions are on sale, in words.
enum SaleWords {
  static let over = LocalizedText("판매가 끝났습니다.", "The sale is over.")

  /// Until when it is on sale, from when it will be, or that it is no more.
  static func text(_ session: Session, _ language: Language, at now: Timestamp) -> String {
    if now < session.saleOpens {
      let opens = VenueDate(session.saleOpens).moment(language, at: now)
      return language("판매 시작 \(opens)", "sale opens \(opens)")
    }
    guard session.isOnSale(at: now) else { return language("판매 종료", "sale over") }
    let closes = VenueDate(session.saleCloses).shortDateAndTime(language, at: now)
    return language("\(closes)까지 판매", "on sale until \(closes)")
  }

  /// The same where the heading says that it is about the sale.
  static func brief(_ session: Session, _ language: Language, at now: Timestamp) -> String {
    if now < session.saleOpens {
      let opens = VenueDate(session.saleOpens).shortDateAndTime(language, at: now)
      return language("\(opens) 판매 시작", "from \(opens)")
    }
    guard session.isOnSale(at: now) else { return language("판매 종료", "sale over") }
    let closes = VenueDate(session.saleCloses).shortDateAndTime(language, at: now)
    return language("\(closes)까지", "until \(closes)")
  }

  /// When the sale of the first of these opens; nil while one is on sale, and when none will be.
  static func opening(of sessions: [Session], at now: Timestamp) -> Timestamp? {
    sessions.contains { $0.isOnSale(at: now) } ? nil : sessions.map(\.saleOpens).filter { $0 > now }.min()
  }

  /// When that changes next, of any of these; nil when it does not any more.
  static func nextChange(of sessions: some Sequence<Session>, after now: Timestamp) -> Timestamp? {
    sessions.flatMap { [$0.saleOpens, $0.saleCloses, $0.start] }.filter { $0 > now }.min()
  }
}
