internal import Booking
internal import Screens
internal import Wording

/// Why the options of an import cannot be. Nothing was imported.
enum ImportFault: Error, Hashable {
  /// The option's name, here and below.
  case badName(String, NameFault)
  case notADate(String, String)
  case past(String, Timestamp)
  case repeatedDate(Timestamp)
  case tooManyDates(most: Int)
  case badLength(String)
  case overlap(HallClash)
  /// A hall that the house knows by this name has another plan.
  case otherPlan(LocalizedText)
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
  /// What the house refuses of an import, said of the option that can mend it; nil for anything else.
  init?(_ refusal: BookingError) {
    switch refusal {
    case .hallBusy(let clash): self = .overlap(clash)
    case .hallRedrawn(let name): self = .otherPlan(name)
    default: return nil
    }
  }

  func sentence(in language: Language) -> String {
    switch self {
    case .badName(let option, .empty):
      language("\(option): 비워 둘 수 없습니다.", "\(option): must not be empty.")
    case .badName(let option, .tooLong(let most)):
      language("\(option): 너무 깁니다(최대 \(most)자).", "\(option): too long (at most \(most) characters).")
    case .badName(let option, .unprintable(let scalar)):
      language(
        "\(option): 화면에 표시할 수 없는 문자(\(scalar.code))가 있습니다. 지워 주세요.",
        "\(option): contains the character \(scalar.code), which cannot be shown; remove it.")
    case .notADate(let option, let text):
      language(
        "\(option): 시각이 아닙니다(“\(text.brief)”). 2026-12-24T19:30처럼 공연장 시각(KST)으로 적어 주세요.",
        "\(option): “\(text.brief)” is not a time; write it like 2026-12-24T19:30, in the venue's time zone (KST).")
    case .past(let option, let instant):
      language(
        "\(option): 이미 지난 시각입니다(\(venueMinute(instant, .korean))).",
        "\(option): \(venueMinute(instant, .english)) is in the past.")
    case .repeatedDate(let start):
      language(
        "--date: 같은 시각을 두 번 적었습니다(\(venueMinute(start, .korean))).",
        "--date: \(venueMinute(start, .english)) is given twice.")
    case .tooManyDates(let most):
      language("--date: 한 번에 \(most)회차까지 넣을 수 있습니다.", "--date: at most \(most) can be given at a time.")
    case .badLength(let text):
      language(
        "--length: 1분에서 24시간까지, 2h30m이나 90m처럼 적어 주세요(“\(text.brief)”).",
        "--length: “\(text.brief)” is not a length from 1m to 24h; write it like 2h30m or 90m.")
    case .overlap(let clash) where clash.isSameConcert:
      language(
        "--date: “\(clash.other.korean)” \(clash.start.venueFigures) 회차가 이미 있는데 길이, 가격이나 판매 시각이 다릅니다. 있는 회차는 가져오기로 바뀌지 않습니다.",
        "--date: the session of “\(clash.other.english)” at \(clash.start.venueFigures) is already there, with another length, other prices or other sale times, which an import does not change."
      )
    case .overlap(let clash): "--date: \(BookingError.hallBusy(clash).sentence(in: language))"
    case .otherPlan(let name):
      language(
        "--hall: 공연장 “\(name.korean)”의 배치도가 이미 있는 것과 다릅니다. 좌석은 있는 배치도로 팔리므로 같은 공연장이면 그 배치도를, 다른 공연장이면 --hall로 다른 이름을 주세요.",
        "--hall: the hall “\(name.english)” is already there with another plan, from which its seats are sold; import that plan, or give a hall that is another room another name."
      )
    case .closesBeforeOpening:
      language(
        "--sale-closes: 판매 시작(--sale-opens, 없으면 지금)보다 늦어야 합니다.",
        "--sale-closes: must be later than the opening of the sale (--sale-opens, or else now).")
    case .closesAfterStart(let start):
      language(
        "--sale-closes: 공연 시작(\(venueMinute(start, .korean)))보다 늦을 수 없습니다.",
        "--sale-closes: must not be later than the start, \(venueMinute(start, .english)).")
    case .opensAfterStart(let start):
      language(
        "--sale-opens: 공연 시작(\(venueMinute(start, .korean)))보다 빨라야 합니다.",
        "--sale-opens: must be earlier than the start, \(venueMinute(start, .english)).")
    case .notAPrice(let text):
      language(
        "--price: \"등급=금액\"이 아닙니다(“\(text.brief)”). \"R=90000\"처럼 적어 주세요.",
        "--price: “\(text.brief)” is not CATEGORY=AMOUNT; write it like \"Stalls=90000\".")
    case .badAmount(let text, let most):
      language(
        "--price: 금액이 맞지 않습니다(“\(text.brief)”). 1원에서 \(most.amount.grouped)원까지 정수로 적어 주세요.",
        "--price: the amount in “\(text.brief)” must be a whole number of won from 1 to \(most.amount.grouped).")
    case .unknownCategory(let name, let known):
      language(
        "--price: 이 배치도에는 “\(name.brief)” 등급이 없습니다. 있는 등급: \(Self.list(known)).",
        "--price: the plan has no category “\(name.brief)”, only \(Self.list(known)).")
    case .repeatedPrice(let name):
      language("--price: “\(name.brief)” 등급의 가격을 두 번 적었습니다.", "--price: “\(name.brief)” is priced twice.")
    case .missingPrices(let names):
      language(
        "--price: 가격은 모든 등급에 적거나 아예 적지 않아야 합니다. 빠진 등급: \(Self.list(names)).",
        "--price: give a price for every category or for none; missing: \(Self.list(names)).")
    }
  }

  private static func list(_ names: [String]) -> String {
    let most = 12
    let rest = names.count > most ? ", … (+\(names.count - most))" : ""
    return names.prefix(most).map { "“\($0)”" }.joined(separator: ", ") + rest
  }
}

extension HallClash {
  /// Whether it is an evening that is there but for its particulars.
  fileprivate var isSameConcert: Bool { otherTime.lowerBound == start && other.names(sameAs: title) }
}
