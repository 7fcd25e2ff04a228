internal import ArgumentParser
internal import Booking
internal import Canvas
internal import Screens
internal import SeatingPlan

/// What is sold in an imported hall; what is not said is chosen.
struct ImportOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The hall's name; otherwise the plan's.", valueName: "name"))
  var hall: String?
  @Option(help: ArgumentHelp("The concert's title; otherwise the hall's name.", valueName: "title"))
  var title: String?
  @Option(help: ArgumentHelp("Who plays; otherwise to be announced.", valueName: "name"))
  var artist: String?
  @Option(
    help: ArgumentHelp(
      "When a session starts, such as 2026-12-24T19:30, in the venue's time zone (Asia/Seoul); give it once for each. Otherwise in two weeks at 19:30.",
      valueName: "time"))
  var date: [String] = []
  @Option(
    help: ArgumentHelp(
      "How long a session has the hall to itself, such as 2h30m; otherwise 2h. Sessions that overlap are refused.",
      valueName: "time"))
  var length: String?
  @Option(help: ArgumentHelp("When the sale opens, written like --date; otherwise at once.", valueName: "time"))
  var saleOpens: String?
  @Option(
    help: ArgumentHelp(
      "When the sale closes, written like --date; otherwise an hour before each start.", valueName: "time"))
  var saleCloses: String?
  @Option(
    help: ArgumentHelp(
      "What a seat of a category costs in won, such as \"Stalls=90000\". Give it for every category that has seats: if one is left out, nothing is imported. Without any, prices fall from the plan's first category to its last.",
      valueName: "category=amount"))
  var price: [String] = []

  static let mostDates = 50
  /// In characters.
  private static let longestName = 100
  /// How long before the start a sale closes when nothing else is said.
  private static let closing = Duration.hours(1)
  private static let lengths = Duration.minutes(1)...Duration.hours(24)

  /// The hall and its concert.
  func season(of plan: Plan, at now: Timestamp) throws(ImportFault) -> Season {
    let hall = try name(hall, "--hall") ?? plan.name
    let title = try name(title, "--title") ?? hall
    let artist =
      try name(artist, "--artist").map { LocalizedText($0, $0) } ?? LocalizedText("출연 미정", "Artist to be announced")
    let length = try length.map(Self.length) ?? Session.usualLength
    let prices = try ImportPrices.read(price, for: plan)
    let opens = try instant(saleOpens, "--sale-opens", after: now) ?? now
    let closes = try instant(saleCloses, "--sale-closes", after: now)
    if let closes, closes <= opens { throw .closesBeforeOpening }
    var evenings: [Season.Evening] = []
    for start in try starts(after: now) {
      guard opens < start else { throw .opensAfterStart(start) }
      if let closes, closes > start { throw .closesAfterStart(start) }
      let usual = start - Self.closing
      evenings.append(
        Season.Evening(
          hall: 0, start: start, length: length, saleOpens: opens,
          saleCloses: closes ?? (opens < usual ? usual : start), prices: prices))
    }
    return Season(
      halls: [HallDraft(name: LocalizedText(hall, hall), plan: plan)],
      shows: [Season.Show(title: LocalizedText(title, title), artist: artist, evenings: evenings)])
  }

  private func starts(after now: Timestamp) throws(ImportFault) -> [Timestamp] {
    guard !date.isEmpty else { return [VenueTimeArgument.inTwoWeeks(from: now)] }
    guard date.count <= Self.mostDates else { throw .tooManyDates(most: Self.mostDates) }
    var starts: [Timestamp] = []
    for text in date {
      guard let start = try instant(text, "--date", after: now) else { continue }
      guard !starts.contains(start) else { throw .repeatedDate(start) }
      starts.append(start)
    }
    return starts.sorted()
  }

  /// A bare number could be minutes or hours, so the unit must be said.
  private static func length(_ text: String) throws(ImportFault) -> Duration {
    guard let length = Duration(written: text), !(text.last?.isNumber ?? true), lengths.contains(length) else {
      throw .badLength(text)
    }
    return length
  }

  private func instant(
    _ text: String?, _ option: String, after now: Timestamp
  ) throws(ImportFault) -> Timestamp? {
    guard let text else { return nil }
    guard let time = VenueTimeArgument(text) else { throw .notADate(option, text) }
    guard time.instant > now else { throw .past(option, time.instant) }
    return time.instant
  }

  private func name(_ text: String?, _ option: String) throws(ImportFault) -> String? {
    guard let text = text?.composed else { return nil }
    if let scalar = NameText(text).firstUnprintable { throw .badName(option, .unprintable(scalar)) }
    guard text.count <= Self.longestName, text.unicodeScalars.count <= 4 * Self.longestName else {
      throw .badName(option, .tooLong(Self.longestName))
    }
    guard !text.looksBlank else { throw .badName(option, .empty) }
    return text
  }
}
