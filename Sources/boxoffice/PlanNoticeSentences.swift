internal import Booking
internal import SeatingPlan
internal import Wording

extension PlanNotice {
  /// Under which heading of a report a notice stands, in their order there.
  enum Heading: CaseIterable {
    case mended, leftOut, ignored, toCheck

    func text(_ language: Language) -> String {
      switch self {
      case .mended: language("배치도에서 고친 것", "Mended in the plan")
      case .leftOut: language("배치도에서 뺀 것", "Left out of the plan")
      case .ignored: language("무시한 키", "Keys that were ignored")
      case .toCheck: language("확인해 볼 것", "Worth a look")
      }
    }
  }

  var heading: Heading {
    switch kind {
    case .namedRow, .namedZone, .renamedID, .movedZone, .fewerMarks: .mended
    case .emptyRow, .unusableArea: .leftOut
    case .ignoredKey: .ignored
    case .sharedSpot, .sharedLabel: .toCheck
    }
  }

  /// What it is, how often, and one place as an example.
  func sentence(in language: Language) -> String {
    let place = first.text(language)
    if count == 1 { return "\(what(language)): \(place)" }
    return language("\(what(language)): \(place) 등", "\(what(language)), for example \(place)")
  }

  private func what(_ language: Language) -> String {
    let number = Int64(count).grouped
    let isOne = count == 1
    func some(_ noun: String) -> String { "\(number) \(noun)\(isOne ? "" : "s")" }
    let (was, have) = isOne ? ("was", "has") : ("were", "have")
    switch kind {
    case .ignoredKey(let key):
      return isOne ? "“\(key.brief)”" : language("“\(key.brief)” \(number)개", "“\(key.brief)” in \(number) places")
    case .namedRow:
      return language("이름 없는 열 \(number)개에 번호를 붙였습니다", "\(some("row")) without a name \(was) numbered")
    case .namedZone:
      return language("이름 없는 구역 \(number)개에 번호를 붙였습니다", "\(some("zone")) without a name \(was) numbered")
    case .emptyRow: return language("좌석 없는 열 \(number)개", "\(some("row")) without seats")
    case .unusableArea(.some(let shape)):
      return language(
        "그릴 수 없는 모양(“\(shape.brief)”)의 도형 \(number)개",
        "\(some("area")) whose shape “\(shape.brief)” cannot be drawn")
    case .unusableArea(.none): return language("모양이 없는 도형 \(number)개", "\(some("area")) without a shape")
    case .renamedID:
      return language(
        "앞 구역과 겹치는 좌석 ID \(number)개를 바꿨습니다", "\(some("seat ID")) already used in an earlier zone \(was) replaced")
    case .movedZone:
      return language(
        "앞 구역과 겹치는 구역 \(number)개를 아래로 옮겼습니다",
        "\(some("zone")) that overlapped an earlier one \(was) moved below it")
    case .fewerMarks:
      return language(
        "한 글자의 부호가 넷을 넘어 넷만 남긴 글 \(number)개",
        "\(some("text")) with over four marks on a letter; the first four are kept")
    case .sharedSpot:
      return language(
        "다른 좌석과 자리가 겹치는 좌석 \(number)석을 따로 그렸습니다",
        "\(some("seat")) in another's place \(was) drawn apart")
    case .sharedLabel:
      return language(
        "구역·열·번호가 다른 좌석과 똑같은 좌석 \(number)석",
        "\(some("seat")) \(have) the zone, row and number of another")
    }
  }
}
