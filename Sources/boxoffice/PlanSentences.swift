internal import Booking
internal import Canvas
internal import Screens
internal import SeatingPlan

extension PlanFault {
  /// Where and why, in one sentence.
  func sentence(in language: Language) -> String {
    switch self {
    case .tooLarge(let most):
      language("파일이 너무 큽니다 (최대 \(most >> 20) MiB).", "the file is too large (at most \(most >> 20) MiB).")
    case .notUTF8(let position):
      "\(position.text(language)): \(language("UTF-8 글자가 아닙니다.", "this is not UTF-8 text."))"
    case .notJSON(let position?):
      "\(position.text(language)): \(language("JSON으로 읽을 수 없습니다.", "this cannot be read as JSON."))"
    case .notJSON(nil):
      language(
        "JSON으로 읽을 수 없습니다. 끝이 잘렸거나, 잘못된 낱말이나 너무 큰 수가 있을 수 있습니다.",
        "this cannot be read as JSON: it may end too early, or hold a bad word or a number that is too large.")
    case .tooManyValues(let most):
      language(
        "값이 너무 많습니다 (최대 \(Int64(most).grouped)개).", "there are too many values in it (at most \(Int64(most).grouped)).")
    case .tooManyObjects(let most):
      language(
        "객체 {…}가 너무 많습니다 (최대 \(Int64(most).grouped)개).",
        "there are too many objects {…} in it (at most \(Int64(most).grouped)).")
    case .tooManySeats(let most):
      language(
        "좌석이 너무 많습니다 (최대 \(Int64(most).grouped)석).", "there are too many seats (at most \(Int64(most).grouped)).")
    case .noSeats: language("좌석이 하나도 없습니다.", "there is not a single seat in it.")
    case .missing(let path):
      "\(path.text(language)): \(language("꼭 있어야 하는 키가 없습니다.", "this key must be there."))"
    case .wrongType(let path, let expected):
      "\(path.text(language)): \(language("\(expected.name(language)) 와야 합니다.", "this must be \(expected.name(language))."))"
    case .outOfRange(let path, let least, let most):
      """
      \(path.text(language)): \(language(
        "\(Int64(least).grouped)에서 \(Int64(most).grouped) 사이여야 합니다.",
        "this must lie between \(Int64(least).grouped) and \(Int64(most).grouped)."))
      """
    case .empty(let path): "\(path.text(language)): \(language("비어 있습니다.", "this is empty."))"
    case .tooLong(let path, let most):
      "\(path.text(language)): \(language("너무 깁니다 (최대 \(most)자).", "this is too long (at most \(most) characters)."))"
    case .unprintable(let path, let code):
      """
      \(path.text(language)): \(language(
        "화면에 쓸 수 없는 문자(\(Self.name(code)))가 있습니다.",
        "it has the character \(Self.name(code)), which cannot be shown."))
      """
    case .repeatedID(let id, let first, let again):
      """
      \(again.text(language)): \(language(
        "좌석 ID(“\(id)”)가 \(first.text(language))에 이미 있습니다.",
        "the seat id “\(id)” is that of \(first.text(language)) already."))
      """
    case .repeatedCategory(let name, let first, let again):
      """
      \(again.text(language)): \(language(
        "“\(name)” 등급이 \(first.text(language))에 이미 있습니다.",
        "the category “\(name)” is in \(first.text(language)) already."))
      """
    case .unknownCategory(let name, let path):
      """
      \(path.text(language)): \(language(
        "“\(name)”: categories에 없는 등급입니다.", "“\(name)” is not one of the plan's categories."))
      """
    }
  }

  /// As Unicode writes it, such as U+202E.
  private static func name(_ code: UInt32) -> String {
    let digits = String(code, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

extension PlanFault.Expected {
  /// With its particle or article.
  fileprivate func name(_ language: Language) -> String {
    switch self {
    case .object: language("객체 {…}가", "an object {…}")
    case .list: language("목록 […]이", "a list […]")
    case .text: language("글자 \"…\"가", "a text \"…\"")
    case .textOrNumber: language("글자 \"…\"나 수가", "a text \"…\" or a number")
    case .number: language("수가", "a number")
    }
  }
}

extension TextPosition {
  fileprivate func text(_ language: Language) -> String {
    language("\(line)행 \(column)열", "line \(line), column \(column)")
  }
}

extension PlanPath {
  /// The path, and what people call the place.
  func text(_ language: Language) -> String {
    guard let text else { return language("파일 전체", "the whole file") }
    let names = names
    let korean = zip(names, ["", "열", "번"]).map { $0 + $1 }.joined(separator: " ")
    let english = zip(["", "row ", "seat "], names).map { $0 + $1 }.joined(separator: " ")
    return names.isEmpty ? text.brief : "\(text.brief) (\(language(korean, english)))"
  }
}

extension String {
  /// A text from a file or an option, fit to be said in a sentence.
  var brief: String { clean.fitted(to: 100, mark: "…") }
}
