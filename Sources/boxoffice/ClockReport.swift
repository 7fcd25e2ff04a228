internal import Booking
internal import Canvas
internal import Screens
internal import Wording

/// A store's anchor, its record and a machine's clock side by side, and what follows from them.
struct ClockReport {
  let house: House
  let reading: ClockAnchoring.Reading
  private let finding: ClockAnchoring.Finding

  init(
    house: House, reading: ClockAnchoring.Reading, company: ClockAnchoring.Company, newestStamp: () -> Timestamp?
  ) {
    self.house = house
    self.reading = reading
    finding = ClockAnchoring.judge(house, by: reading, company: company, newestStamp: newestStamp)
  }

  /// Whether booking time goes on without a word.
  var agrees: Bool {
    switch finding {
    case .inForce(nil), .anew(_, nil): true
    default: false
    }
  }

  func lines(in language: Language) -> [String] {
    let anchor = house.anchor
    let wall = anchor.witness.map { language(", 벽시계 ", ", wall clock ") + venueTime($0.wall, language) } ?? ""
    let rows: [(String, String)] = [
      (language("기록", "record"), venueTime(house.latest, language)),
      (
        language("기준", "anchor"),
        venueTime(anchor.instant, language) + "\n" + sinceBoot(anchor.bootID, anchor.boot, language) + wall
      ),
      (
        language("컴퓨터", "machine"),
        venueTime(reading.wall, language) + "\n" + sinceBoot(reading.bootID, reading.boot, language)
          + namespace(language)
      ),
    ]
    let width = rows.map { $0.0.cellWidth }.max() ?? 0
    var lines = rows.flatMap { name, text in
      text.split(separator: "\n").enumerated().map { index, line in
        (index == 0 ? name : "").padded(to: width) + "  " + line
      }
    }
    lines += ReportText.wrapped(conclusion(language))
    return lines
  }

  /// How far booking time is from the wall clock, where its owner once had it go on from the record.
  private func distance(_ language: Language) -> String {
    let ahead = max(house.anchor.instant(atBoot: reading.boot), house.latest) - reading.wall
    guard max(ahead, -ahead) > ClockAnchoring.tolerance else { return "" }
    let size = max(ahead, -ahead).words(language)
    return ahead > .zero
      ? language(
        " 예매 시각은 컴퓨터의 벽시계보다 \(size) 앞서 갑니다.", " Booking time runs \(size) ahead of this machine's wall clock.")
      : language(
        " 예매 시각은 컴퓨터의 벽시계보다 \(size) 뒤에 갑니다.", " Booking time runs \(size) behind this machine's wall clock.")
  }

  private func sinceBoot(_ id: String, _ boot: Int64, _ language: Language) -> String {
    let id = id.clean.fitted(to: 13, mark: "…")
    let time = Duration.milliseconds(boot).words(language)
    return language("부팅 \(id) 뒤 \(time)", "\(time) after boot \(id)")
  }

  private func namespace(_ language: Language) -> String {
    let offset = MachineClock.namespaceOffset
    guard offset != .zero else { return "" }
    let size = max(offset, -offset).words(language)
    let sign = offset < .zero ? "−" : "+"
    return language(", 시간 이름공간 \(sign)\(size) (뺐음)", ", time namespace \(sign)\(size) (taken out)")
  }

  private func conclusion(_ language: Language) -> String {
    switch finding {
    case .inForce(nil): language("서로 맞습니다.", "They agree.") + distance(language)
    case .anew(let anchor, nil):
      language(
        "열면 예매 시각은 \(venueTime(anchor.instant, language))부터 이어집니다.",
        "When it is opened, booking time goes on from \(venueTime(anchor.instant, language)).")
    case .inForce(let notice?):
      notice.text(in: language)
        + (reading.wall < house.latest
          ? ""
          : language(
            " --accept는 컴퓨터의 시각으로 옮깁니다.", " --accept moves booking time to this machine's wall clock."))
    case .anew(_, let notice?): notice.text(in: language)
    case .undecided(let fault):
      BookingError.storage(.clock(fault)).sentence(in: language)
        + language(
          " --resume은 기록에서 잇고, --accept는 컴퓨터의 시각을 받아들여 그동안의 기한을 모두 처리합니다.",
          " --resume goes on from the record; --accept takes this machine's time, and all that is due by then is settled."
        )
    }
  }
}

extension ClockAnchoring.Notice {
  fileprivate func text(in language: Language) -> String { language(text.korean, text.english) }
}
