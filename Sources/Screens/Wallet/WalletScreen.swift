internal import Booking
internal import Canvas

/// The balance, how it came about, and ways to charge it.
struct WalletScreen: Screen {
  private static let presets: [Int64] = [10_000, 50_000, 100_000, 500_000, 1_000_000]

  private var ledger: [LedgerEntry] = []
  private var cursor = ListCursor()
  private var requestKey: RequestKey?
  var entry: TextField?

  func title(_ language: Language) -> String { language("지갑", "Wallet") }

  func commands(_ shell: Shell) -> [Command] {
    Self.presets.enumerated().map { index, amount in
      Command(
        .charge(index), [Key(.scalar(Unicode.Scalar(UInt8(49 + index))))], "\(amount.grouped)원 충전",
        "charge \(amount.grouped)", isMain: index < 3)
    } + [Command(.chargeOther, ["a"], "다른 금액", "other amount", isMain: true)] + MoveKeys.list
  }

  mutating func perform(_ act: Act, _ shell: Shell) {
    if cursor.follow(act, count: ledger.count) { return }
    switch act {
    case .charge(let index): charge(Won(Self.presets[index]), shell)
    case .chargeOther: entry = TextField(limit: 24)
    case .cancelEntry:
      entry = nil
      requestKey = nil
    case .typed: requestKey = nil
    case .submit: submit(shell)
    default: break
    }
  }

  private mutating func submit(_ shell: Shell) {
    let digits = (entry?.value ?? "").filter { $0 != "," && $0 != " " && $0 != "원" }
    guard let amount = Int64(digits) else {
      shell.say(.invalidChargeAmount(.notPositive))
      return
    }
    if charge(Won(amount), shell) { entry = nil }
  }

  @discardableResult
  private mutating func charge(_ amount: Won, _ shell: Shell) -> Bool {
    guard let user = shell.user else { return false }
    let balance = shell.command(&requestKey) { engine, key throws(BookingError) in
      try engine.charge(user: user, amount: amount, key: key)
    }
    guard let balance else { return false }
    shell.say(
      .success, "\(amount.text(.korean))을 충전했습니다. 잔액 \(balance.text(.korean)).",
      "Charged \(amount.text(.english)). Balance \(balance.text(.english)).")
    return true
  }

  mutating func refresh(_ shell: Shell, _ reason: RefreshReason) {
    guard let user = shell.user else { return }
    let entries = shell.attempt { engine throws(BookingError) in try engine.ledger(of: user) }
    if let entries { ledger = entries }
    cursor.clamp(to: ledger.count)
  }

  func draw(in grid: inout Grid, _ area: Rect, _ shell: Shell) {
    let language = shell.language
    let balance = shell.account?.user.balance ?? .zero
    grid.put(language("잔액", "Balance"), x: 2, y: area.y + 1)
    grid.put(balance.text(language), x: 12, y: area.y + 1, style: .bold)
    var x = 2
    for (index, amount) in Self.presets.enumerated() {
      let after = grid.put("\(index + 1)", x: x, y: area.y + 3, style: shell.theme.keyName)
      x = grid.put(" +\(amount.grouped)", x: after, y: area.y + 3) + 3
    }
    if let entry {
      let after = grid.put(language("충전할 금액: ", "Amount: "), x: 2, y: area.y + 4, style: .bold)
      entry.draw(in: &grid, x: after, y: area.y + 4, width: 26, style: shell.theme.field)
    } else {
      let after = grid.put("a", x: 2, y: area.y + 4, style: shell.theme.keyName)
      grid.put(
        language(
          " 다른 금액 (한 번에 \(shell.policy.maxCharge.text(.korean))까지, 잔액 \(shell.policy.balanceCeiling.text(.korean))까지)",
          " another amount (up to \(shell.policy.maxCharge.text(.english)) at once)"), x: after, y: area.y + 4,
        width: area.width - 6)
    }
    grid.put(
      String(repeating: String(shell.glyphs.horizontal), count: area.width), x: 0, y: area.y + 5,
      style: shell.theme.faint)
    let list = area.below(6)
    for (line, index) in cursor.window(of: ledger.count, height: list.height).enumerated() {
      let movement = ledger[index]
      let style = index == cursor.index ? shell.theme.selected : Style.plain
      let kind: String =
        switch movement.kind {
        case .opening: language("처음 잔액", "opening balance")
        case .charge: language("충전", "charge")
        case .payment: language("결제", "payment")
        }
      let sign = movement.amount > .zero ? "+" : ""
      let amount = "\(sign)\(movement.amount.amount.grouped)"
      let text =
        "  " + VenueDate(movement.at).dateAndTime(language).padded(to: 30) + kind.padded(to: 18)
        + amount.rightAligned(in: max(12, min(20, area.width - 54)))
      grid.put(text.padded(to: area.width), x: 0, y: list.y + line, style: style)
      if index == cursor.index, entry == nil { grid.cursor = Position(x: 0, y: list.y + line) }
    }
    if ledger.isEmpty { grid.put(language("아직 내역이 없습니다.", "No movements yet."), x: 2, y: list.y, style: .dim) }
  }
}
