internal import Booking
internal import Canvas
internal import Screens
internal import SeatingPlan
internal import Wording

extension TextPosition {
  func text(_ language: Language) -> String {
    language("\(line)번째 줄 \(column)번째 글자", "line \(line), column \(column)")
  }
}

extension PlanPath {
  /// The path, and what people call the place.
  func text(_ language: Language) -> String {
    guard let text else { return language("맨 바깥", "the top level") }
    let names = names
    let korean = zip(names, ["", "열", "번"]).map { $0 + $1 }.joined(separator: " ")
    let english = zip(["", "row ", "seat "], names).map { $0 + $1 }.joined(separator: " ")
    return names.isEmpty ? text.brief : "\(text.brief) (\(language(korean, english)))"
  }
}

extension String {
  /// A text from a file or an option, fit to be said in a sentence.
  var brief: String { outgoing.fitted(to: 100, mark: "…") }
}
