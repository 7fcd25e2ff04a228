internal import Booking
internal import Canvas
internal import Wording

/// A demonstration from the presenter's side: the queue and the sale over time, what happens, and the clock's keys.
struct ControlPanelScreen: Screen {
  private(set) var figures = ShowFigures()
  private(set) var due: BookingEngine.Due?
  /// By person, of those who stand in the feed.
  private(set) var names: [UserID: String] = [:]
  private(set) var seats: Int64 = 0

  /// The speeds that + and - go through, in thousandths of real time.
  static let rates: [Int64] = [
    1000, 2000, 5000, 10_000, 30_000, 60_000, 120_000, 300_000, 600_000, 1_800_000, 3_600_000,
  ]

  func title(_ language: Language) -> String { language("진행판", "Control panel") }

  func commands(_ shell: Shell) -> [Command] {
    let isPaused = shell.rate == 0
    let noShow = shell.capabilities.refusal(of: .present)
    let noCrowd =
      noShow ?? (shell.show?.crowd == nil ? LocalizedText("지금은 관객이 없습니다.", "There is no crowd now.") : nil)
    let closed =
      shell.policy.batch == 0
      ? LocalizedText("지금은 아무도 입장하지 않습니다. e에서 먼저 인원을 늘려 주세요.", "Nobody is admitted now; let people in first (e).") : nil
    let more = Int64(shell.crowdCall.customers).grouped
    return [
      Command(.pauseClock, [.space], isPaused ? "진행" : "멈춤", isPaused ? "go on" : "pause", isMain: true),
      Command(.faster, ["+", "="], "속도", "speed", isMain: true, keyNames: "+ -"),
      Command(.slower, ["-"], "", "", keyNames: ""),
      Command(.editPolicy, ["e"], "규칙", "policy", isMain: true),
      Command(.compare, ["v"], "비교", "compare", isMain: true, unless: noShow ?? closed),
      Command(.nextDue, ["n"], "다음 기한", "next due", isMain: true),
      Command(.stepSecond, ["."], "1초 앞으로", "one second on"),
      Command(.stepAdmission, [">"], "다음 입장으로", "to the next admission"),
      Command(.callCrowd, ["a"], "관객 \(more)명 더", "\(more) more customers", isMain: true, unless: noShow),
      Command(.changeCall, ["A"], "관객 골라 부르기", "call others", unless: noShow),
      Command(.dismissCrowd, ["x"], "관객 돌려보내기", "dismiss the crowd", unless: noCrowd),
      Command(.restartShow, ["R"], "처음부터 다시", "start again", unless: noShow),
    ]
  }

  mutating func perform(_ act: Act, _ shell: Shell) {
    let rate = shell.rate
    switch act {
    case .pauseClock: setRate(rate == 0 ? shell.rateBeforePause : 0, shell)
    case .faster: setRate(Self.rates.first { $0 > rate } ?? BookingEngine.fastestRate, shell)
    case .slower: setRate(Self.rates.last { $0 < rate } ?? rate, shell)
    case .stepSecond: direct(shell) { engine throws(BookingError) in try engine.advance(by: .seconds(1)) }
    case .nextDue:
      guard due != nil else { return shell.say(.note, "정해진 다음 일이 없습니다.", "Nothing is due.") }
      direct(shell) { engine throws(BookingError) in try engine.advanceToNextDue() }
    case .stepAdmission:
      direct(shell) { engine throws(BookingError) in try engine.advance(by: engine.nextAdmission() - engine.now()) }
    case .editPolicy: shell.navigation = .push(PolicyEditorScreen())
    case .compare: shell.navigation = .push(ComparisonScreen(policy: shell.policy))
    case .callCrowd: _ = CrowdCallScreen.call(shell)
    case .changeCall: shell.navigation = .push(CrowdCallScreen())
    case .dismissCrowd:
      shell.dialog = .confirm(
        [
          LocalizedText("관객을 모두 돌려보낼까요?", "Dismiss the whole crowd?"),
          LocalizedText("줄과 판매에서 모두 나갑니다. 산 티켓은 남습니다.", "They leave the line and the sale; what they bought stays."),
        ], yes: Dialog.Choice("y", "돌려보내기", "Dismiss", .confirmed(.dismissCrowd)))
    case .confirmed(.dismissCrowd):
      if shell.attempt({ [show = shell.show] _ throws(BookingError) in try show?.dismissCrowd() }) != nil {
        shell.say(.success, "관객을 돌려보냈습니다.", "The crowd is dismissed.")
      }
    default: break
    }
  }

  private func setRate(_ rate: Int64, _ shell: Shell) {
    direct(shell) { engine throws(BookingError) in try engine.setRate(rate) }
  }

  private func direct(_ shell: Shell, _ body: (BookingEngine) throws(BookingError) -> some Any) {
    _ = shell.attempt { engine throws(BookingError) in _ = try body(engine) }
  }

  mutating func refresh(_ shell: Shell, _ reason: RefreshReason) {
    let news = shell.attempt { [figures] engine throws(BookingError) in
      try engine.catchUp(after: figures.seen, events: Int64(ShowFigures.feedLength))
    }
    // What comes after a gap is counted only when it is known what went before.
    guard let news else { return }
    if let news { figures.begin(with: news) }
    while let events = shell.attempt({ [figures] engine throws(BookingError) in
      try engine.events(after: figures.seen, limit: 5000)
    }), !events.isEmpty {
      figures.take(events)
      if events.count < 5000 { break }
    }
    due = shell.attempt { engine throws(BookingError) in try engine.due() } ?? nil
    let wanted = Set(figures.feed.compactMap(\.user) + [due?.user].compactMap { $0 })
    let missing = wanted.subtracting(names.keys)
    if !missing.isEmpty {
      let found = shell.attempt { engine throws(BookingError) in try engine.names(of: missing) } ?? [:]
      names = names.filter { wanted.contains($0.key) }.merging(found) { $1 }
    }
    if seats == 0 || reason == .opened {
      seats = shell.attempt { engine throws(BookingError) in try engine.seatsForSale() } ?? 0
    }
  }

  func draw(in grid: inout Grid, _ area: Rect, _ shell: Shell) {
    ControlPanelDrawing(screen: self, area: area, shell: shell).draw(in: &grid)
  }
}
