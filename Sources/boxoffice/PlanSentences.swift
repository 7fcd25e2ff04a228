internal import Booking
internal import Canvas
internal import Screens
internal import SeatingPlan
internal import Wording

extension PlanFault {
  /// Where, what is wrong there and, unless that says it, what to do.
  func sentence(in language: Language) -> String {
    let reason = reason(language)
    return place(language).map { "\($0): \(reason)" } ?? reason
  }

  private func place(_ language: Language) -> String? {
    switch self {
    case .tooLarge, .emptyFile, .tooManyValues, .tooManyObjects, .tooManySeats, .noSeats: nil
    case .notUTF8(let position), .notJSON(let position, _): position.text(language)
    case .missing(let path), .wrongType(let path, _), .outOfRange(let path, _, _), .empty(let path),
      .tooLong(let path, _), .unprintable(let path, _), .unknownCategory(_, let path), .repeatedID(_, _, let path),
      .repeatedCategory(_, _, let path):
      path.text(language)
    }
  }

  private func reason(_ language: Language) -> String {
    switch self {
    case .tooLarge(let most):
      language("파일이 너무 큽니다 (최대 \(most >> 20) MiB).", "the file is too large (at most \(most >> 20) MiB).")
    case .emptyFile: language("파일이 비어 있습니다.", "the file is empty.")
    case .notUTF8:
      language("UTF-8 글자가 아닙니다. 파일을 UTF-8로 저장해 주세요.", "not UTF-8 text; save the file as UTF-8.")
    case .notJSON(_, let flaw): flaw.reason(language)
    case .tooManyValues(let most):
      language("값이 너무 많습니다 (최대 \(Self.grouped(most))개).", "it holds too many values (at most \(Self.grouped(most))).")
    case .tooManyObjects(let most):
      language(
        "객체({…})가 너무 많습니다 (최대 \(Self.grouped(most))개).",
        "it holds too many objects {…} (at most \(Self.grouped(most))).")
    case .tooManySeats(let most):
      language("좌석이 너무 많습니다 (최대 \(Self.grouped(most))석).", "it has too many seats (at most \(Self.grouped(most))).")
    case .noSeats: language("배치도에 좌석이 하나도 없습니다.", "the plan has no seats.")
    case .missing: language("꼭 있어야 하는데 빠져 있습니다.", "required, but missing.")
    case .wrongType(_, let expected): expected.reason(language)
    case .outOfRange(_, let least, let most):
      language(
        "\(Self.grouped(least))에서 \(Self.grouped(most)) 사이여야 합니다.",
        "must be between \(Self.grouped(least)) and \(Self.grouped(most)).")
    case .empty: language("비워 둘 수 없습니다.", "must not be empty.")
    case .tooLong(_, let most):
      language("너무 깁니다 (최대 \(Self.grouped(most))자).", "too long (at most \(Self.grouped(most)) characters).")
    case .unprintable(_, let code):
      language(
        "화면에 표시할 수 없는 문자(\(Self.name(code)))가 있습니다. 지워 주세요.",
        "contains the character \(Self.name(code)), which cannot be shown; remove it.")
    case .repeatedID(let id, let first, _):
      language(
        "\(first.text(language))에 이미 있는 좌석 ID(“\(id)”)입니다. 좌석마다 다르게 적어 주세요.",
        "the seat ID “\(id)” is already taken by \(first.text(language)); give each seat its own.")
    case .repeatedCategory(let name, let first, _):
      language(
        "\(first.text(language))에 이미 있는 등급(“\(name)”)입니다. 하나를 지우거나 이름을 바꿔 주세요.",
        "the category “\(name)” is already listed at \(first.text(language)); remove or rename one of them.")
    case .unknownCategory(let name, _):
      language(
        "categories 목록에 없는 등급(“\(name)”)입니다. 목록에 더하거나 여기를 고쳐 주세요.",
        "the category “\(name)” is not listed in categories; add it there or correct it here.")
    }
  }

  private static func grouped(_ number: Int) -> String { Int64(number).grouped }

  /// As Unicode writes it, such as U+202E.
  private static func name(_ code: UInt32) -> String {
    let digits = String(code, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

extension PlanFault.Flaw {
  fileprivate func reason(_ language: Language) -> String {
    switch self {
    case .syntax:
      language(
        "JSON 문법에 맞지 않습니다. 이 부근의 쉼표, 따옴표, 괄호를 확인해 주세요.",
        "not valid JSON; check the commas, quotes and brackets around here.")
    case .earlyEnd:
      language("파일이 여기서 끊겼습니다. 온전한 파일인지 확인해 주세요.", "the file breaks off here; make sure that it is complete.")
    case .hugeNumber: language("수가 너무 큽니다.", "this number is too large.")
    case .tooDeep: language("괄호가 너무 깊게 겹쳐 있습니다.", "the brackets are nested too deeply.")
    }
  }
}

extension PlanFault.Expected {
  fileprivate func reason(_ language: Language) -> String {
    switch self {
    case .object: language("객체({…})여야 합니다.", "must be an object {…}.")
    case .list: language("목록([…])이어야 합니다.", "must be a list […].")
    case .text: language("따옴표로 묶은 글자(\"…\")여야 합니다.", "must be text in quotes \"…\".")
    case .textOrNumber: language("숫자이거나 따옴표로 묶은 글자(\"…\")여야 합니다.", "must be a number or text in quotes \"…\".")
    case .number: language("숫자여야 합니다.", "must be a number.")
    }
  }
}
