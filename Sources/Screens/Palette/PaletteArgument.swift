internal import Booking
internal import Wording

/// A value that a line of the palette needs, as it is typed.
enum PaletteArgument {
  case won, percent
  /// A time, perhaps one that goes back.
  case time(isSigned: Bool)

  var example: String {
    switch self {
    case .won: "50000"
    case .percent: "95%"
    case .time(let isSigned): isSigned ? "-1h" : "4m59s"
    }
  }

  /// Which values there are.
  func range(_ language: Language) -> String {
    switch self {
    case .won: language("0원 이상의 금액, 예: \(example)", "an amount from 0 won, such as \(example)")
    case .percent: language("0%부터 100%까지, 예: \(example)", "0 % to 100 %, such as \(example)")
    case .time(isSigned: false):
      language("366일까지의 시간, 예: \(example)", "a time of up to 366 days, such as \(example)")
    case .time(isSigned: true):
      language("앞뒤로 366일까지의 시간, 예: \(example)", "a time of up to 366 days either way, such as \(example)")
    }
  }

  /// Whether a word stands for a value, if perhaps for none that there is.
  static func isMeant(by word: String) -> Bool { word.first.map { $0.isNumber || "+-".contains($0) } ?? false }

  /// A value may be written in several words, such as 1시간 5분 or 95 %, but no number goes on in the next; nil for what is
  /// no such value.
  func value(of words: [String]) -> Int64? {
    let isOneNumber = zip(words, words.dropFirst()).allSatisfy { before, after in
      !(before.last?.isNumber ?? false && after.first?.isNumber ?? false)
    }
    return isOneNumber ? value(of: words.joined()) : nil
  }

  /// Won, hundredths of a whole, or milliseconds; nil for what is no such value.
  private func value(of word: String) -> Int64? {
    switch self {
    case .won:
      let digits = word.filter { $0 != "," }
      let unit = ["원", "won"].first { digits.hasSuffix($0) } ?? ""
      return Int64(digits.dropLast(unit.count)).flatMap { $0 >= 0 ? $0 : nil }
    case .percent:
      return Int64(word.hasSuffix("%") ? String(word.dropLast()) : word).flatMap { (0...100).contains($0) ? $0 : nil }
    case .time(let isSigned):
      guard isSigned, let sign = word.first, "+-".contains(sign) else { return Self.milliseconds(of: word) }
      return Self.milliseconds(of: word.dropFirst()).map { sign == "-" ? -$0 : $0 }
    }
  }

  /// Of a time in one piece, such as 4m59s or 4분59초; without a unit, of seconds.
  private static func milliseconds(of word: some StringProtocol) -> Int64? {
    var sum: Int64 = 0
    var rest = word[...]
    repeat {
      let digits = rest.prefix { $0.isNumber }
      let unit = rest.dropFirst(digits.count).prefix { !$0.isNumber }
      guard let part = Duration(written: digits + (koreanUnits[String(unit)] ?? String(unit))) else { return nil }
      let (total, overflow) = sum.addingReportingOverflow(part.milliseconds)
      guard !overflow, total <= Duration.days(366).milliseconds else { return nil }
      sum = total
      rest = rest.dropFirst(digits.count + unit.count)
    } while !rest.isEmpty
    return sum
  }

  private static let koreanUnits = ["일": "d", "시간": "h", "분": "m", "초": "s"]

  func text(_ value: Int64, _ language: Language) -> String {
    switch self {
    case .won: return Won(value).text(language)
    case .percent: return "\(value) %"
    case .time:
      let time = Duration.milliseconds(abs(value)).spoken(language)
      return value < 0 ? "-\(time)" : time
    }
  }
}
