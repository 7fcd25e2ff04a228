internal import Booking
internal import Screens

/// Why the options of an import cannot be. Nothing was imported.
enum ImportFault: Error, Hashable {
  /// The option's name, here and below.
  case badName(String)
  case notADate(String, String)
  case past(String, Timestamp)
  case repeatedDate(Timestamp)
  case tooManyDates(most: Int)
  case closesBeforeOpening
  case closesAfterStart(Timestamp)
  case opensAfterStart(Timestamp)
  case notAPrice(String)
  case badAmount(String, most: Won)
  case unknownCategory(String, known: [String])
  case repeatedPrice(String)
  case missingPrices([String])
}

extension ImportFault {
  func sentence(in language: Language) -> String {
    switch self {
    case .badName(let option):
      language(
        "\(option): 화면에 쓸 수 있는 글자로 1자에서 100자까지 적어 주세요.",
        "\(option): give 1 to 100 characters, all of which can be shown.")
    case .notADate(let option, let text):
      language(
        "\(option): “\(text.brief)”: 시각이 아닙니다. 2026-12-24T19:30처럼 공연장 시각(KST)으로 적어 주세요.",
        "\(option): “\(text.brief)” is not a time; write it like 2026-12-24T19:30, in the venue's time zone (KST).")
    case .past(let option, let instant):
      language(
        "\(option): 이미 지난 시각입니다 (\(venueMinute(instant, .korean))).",
        "\(option): \(venueMinute(instant, .english)) is past.")
    case .repeatedDate(let start):
      language(
        "--date: \(venueMinute(start, .korean))이 두 번 있습니다.", "--date: \(venueMinute(start, .english)) is given twice.")
    case .tooManyDates(let most):
      language("--date: 한 번에 \(most)개까지 됩니다.", "--date: at most \(most) at a time.")
    case .closesBeforeOpening:
      language(
        "--sale-closes: 판매 시작(--sale-opens, 없으면 지금)보다 늦어야 합니다.",
        "--sale-closes: must come after the sale opens (--sale-opens, otherwise now).")
    case .closesAfterStart(let start):
      language(
        "--sale-closes: \(venueMinute(start, .korean)) 공연이 시작하기 전이거나 그때여야 합니다.",
        "--sale-closes: must not come after the start, \(venueMinute(start, .english)).")
    case .opensAfterStart(let start):
      language(
        "--sale-opens: \(venueMinute(start, .korean)) 공연이 시작하기 전이어야 합니다.",
        "--sale-opens: must come before the start, \(venueMinute(start, .english)).")
    case .notAPrice(let text):
      language(
        "--price: “\(text.brief)”: \"등급=금액\" 꼴이 아닙니다.",
        "--price: “\(text.brief)” is not of the form \"CATEGORY=AMOUNT\".")
    case .badAmount(let text, let most):
      language(
        "--price: “\(text.brief)”: 금액은 1원에서 \(most.amount.grouped)원까지의 정수입니다.",
        "--price: “\(text.brief)”: an amount is a whole number of won from 1 to \(most.amount.grouped).")
    case .unknownCategory(let name, let known):
      language(
        "--price: “\(name.brief)” 등급은 없습니다. 이 배치도의 등급: \(Self.list(known)).",
        "--price: there is no category “\(name.brief)”; the plan's are \(Self.list(known)).")
    case .repeatedPrice(let name):
      language("--price: “\(name.brief)” 등급의 가격이 두 번 있습니다.", "--price: the category “\(name.brief)” is priced twice.")
    case .missingPrices(let names):
      language("--price: 가격이 없는 등급이 있습니다: \(Self.list(names)).", "--price: there is none for \(Self.list(names)).")
    }
  }

  private static func list(_ names: [String]) -> String {
    let most = 12
    let rest = names.count > most ? ", … (+\(names.count - most))" : ""
    return names.prefix(most).map { "“\($0)”" }.joined(separator: ", ") + rest
  }
}
