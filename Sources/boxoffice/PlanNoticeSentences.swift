internal import Booking
internal import SeatingPlan

extension PlanNotice {
  /// What was done about it, how often, and where.
  func sentence(in language: Language) -> String {
    let what =
      switch kind {
      case .ignoredKey(let key): language("쓰지 않는 키 “\(key.brief)”", "the key “\(key.brief)” is not used")
      case .namedRow: language("이름 없는 열에 번호를 붙임", "rows without a name were numbered")
      case .namedZone: language("이름 없는 구역에 번호를 붙임", "zones without a name were numbered")
      case .emptyRow: language("좌석 없는 열을 뺌", "rows without seats were left out")
      case .unusableArea(.some(let shape)):
        language(
          "그릴 수 없는 도형(“\(shape.brief)”)을 뺌", "areas of shape “\(shape.brief)”, which cannot be drawn, were left out")
      case .unusableArea(.none): language("모양이 없는 도형을 뺌", "areas without a shape were left out")
      case .renamedID:
        language("앞 구역과 같은 좌석 ID를 새로 붙임", "seat ids that an earlier zone has were replaced")
      case .movedZone:
        language("앞 구역과 겹치는 구역을 맨 아래로 옮김", "zones that lay on an earlier one were moved below all before them")
      case .sharedSpot:
        language("다른 좌석과 같은 자리에 있는 좌석 (나란히 보입니다)", "seats stand where another one does (they are shown side by side)")
      case .sharedLabel:
        language("구역·열·번호가 다른 좌석과 같은 좌석", "seats have the zone, row and number of another one")
      }
    // Where a key stands first is enough to know it by.
    var shown = places
    if case .ignoredKey = kind { shown = Array(places.prefix(1)) }
    let places = shown.map { $0.text(language) }.joined(separator: ", ")
    let rest = Int64(count - shown.count).grouped
    let more = count > shown.count ? language(" 외 \(rest)곳", " and \(rest) more") : ""
    return "\(what): \(places)\(more)"
  }
}
