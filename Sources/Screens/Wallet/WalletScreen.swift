internal import Booking
internal import Canvas
internal import Wording

/// The balance, how it came about, and ways to charge it.
struct WalletScreen: Screen {
  private static let presets: [Int64] = [10_000, 50_000, 100_000, 500_000, 1_000_000]

  private var ledger: [LedgerEntry] = []
  private var cursor = ListCursor()
  private var attempt: Attempt?
  var entry: TextField?

  func title(_ language: Language) -> String { language("지갑", "Wallet") }

  func commands(_ shell: Shell) -> [Command] {
    [Command(.chargeOther, ["a", .enter], "금액 입력해 충전", "top up another amount", isMain: true)]
      + Self.presets.enumerated().map { index, amount in
        Command(
          .charge(index), [Self.key(index)], "\(amount.grouped)원 충전", "top up \(amount.grouped)",
          unless: obstacle(amount, shell))
      } + MoveKeys.list
  }

  /// Why an amount cannot be charged now; nil when it can.
  private func obstacle(_ amount: Int64, _ shell: Shell) -> LocalizedText? {
    let policy = shell.policy
    let error: BookingError? =
      if Won(amount) > policy.maxCharge {
        .invalidChargeAmount(.overMaximum(policy.maxCharge))
      } else if (shell.account?.user.balance ?? .zero) + Won(amount) > policy.balanceCeiling {
        .invalidChargeAmount(.overCeiling(policy.balanceCeiling))
      } else { nil }
    return error.flatMap { error in
      error.detail(in: .korean).flatMap { korean in error.detail(in: .english).map { LocalizedText(korean, $0) } }
    }
  }

  mutating func perform(_ act: Act, _ shell: Shell) {
    if cursor.follow(act, count: ledger.count) { return }
    switch act {
    case .charge(let index):
      let amount = Won(Self.presets[index])
      shell.dialog = .confirm(
        [LocalizedText("\(amount.text(.korean))을 충전할까요?", "Top up \(amount.text(.english))?")],
        yes: Dialog.Choice("y", "충전", "Top up", .confirmed(.charge(index))))
    case .confirmed(.charge(let index)): charge(Won(Self.presets[index]), shell)
    case .chargeOther: entry = TextField(limit: 24)
    case .cancelEntry: entry = nil
    case .submit: submit(shell)
    default: break
    }
  }

  private mutating func submit(_ shell: Shell) {
    let typed = (entry?.value ?? "").filter { !",，원".contains($0) && !$0.isWhitespace }
    let digits = typed.unicodeScalars.compactMap(\.decimalDigit)
    guard !digits.isEmpty, digits.count == typed.unicodeScalars.count else {
      shell.say(.invalidChargeAmount(.notPositive))
      return
    }
    // A number too long to be one is over every limit.
    let amount = digits.count > 18 ? Int64.max : digits.reduce(0) { $0 * 10 + $1 }
    if charge(Won(amount), shell) { entry = nil }
  }

  @discardableResult
  private mutating func charge(_ amount: Won, _ shell: Shell) -> Bool {
    guard let user = shell.user else { return false }
    let balance = shell.command(&attempt, for: "\(amount.amount)") { engine, key throws(BookingError) in
      try engine.charge(user: user, amount: amount, key: key)
    }
    guard let balance else { return false }
    shell.say(
      .success, "\(amount.text(.korean))을 충전했습니다. 잔액 \(balance.text(.korean)).",
      "Topped up \(amount.text(.english)). Balance \(balance.text(.english)).", while: .balance(balance))
    return true
  }

  mutating func refresh(_ shell: Shell, _ reason: RefreshReason) {
    guard let user = shell.user else { return }
    let entries = shell.attempt { engine throws(BookingError) in try engine.ledger(of: user) }
    if let entries { ledger = entries }
    cursor.clamp(to: ledger.count)
  }

  /// What can be charged with one key, where it stands, as far as there is room.
  private func presetPlaces(_ area: Rect) -> [(index: Int, text: String, place: Rect)] {
    var places: [(index: Int, text: String, place: Rect)] = []
    var x = 2
    for (index, amount) in Self.presets.enumerated() {
      let text = " +\(amount.grouped)"
      guard x + 1 + text.cellWidth < area.width else { break }
      places.append((index, text, Rect(x: x, y: area.y + 3, width: 1 + text.cellWidth, height: 1)))
      x += 1 + text.cellWidth + 3
    }
    return places
  }

  private static func key(_ index: Int) -> Key { Key(.scalar(Unicode.Scalar(UInt8(49 + index)))) }

  /// The words beside `a`, with the limits where they fit, and where both stand.
  private func otherAmount(_ area: Rect, _ shell: Shell) -> (text: String, place: Rect) {
    let most = shell.policy.maxCharge
    let ceiling = shell.policy.balanceCeiling
    let limits = shell.language(
      " 다른 금액 (한 번에 \(most.text(.korean)), 잔액 \(ceiling.text(.korean))까지)",
      " another amount (up to \(most.text(.english)), a balance of \(ceiling.text(.english)))")
    let text = limits.cellWidth + 3 < area.width ? limits : shell.language(" 다른 금액", " another amount")
    return (text, Rect(x: 2, y: area.y + 4, width: 1 + text.cellWidth, height: 1))
  }

  private func lines(_ area: Rect) -> ListLines { ListLines(cursor, of: ledger.count, in: area.below(6)) }

  mutating func click(at place: Position, in area: Rect, _ shell: Shell) -> Key? {
    if let preset = presetPlaces(area).first(where: { $0.place.contains(place) }) { return Self.key(preset.index) }
    if otherAmount(area, shell).place.contains(place) { return "a" }
    // A line of the ledger opens nothing.
    _ = cursor.follow(clickAt: place, in: lines(area))
    return nil
  }

  mutating func wheel(at place: Position, down: Bool, in area: Rect, _ shell: Shell) {
    cursor.follow(wheelDown: down, count: ledger.count)
  }

  func draw(in grid: inout Grid, _ area: Rect, _ shell: Shell) {
    let language = shell.language
    let balance = shell.account?.user.balance ?? .zero
    grid.put(language("잔액", "Balance"), x: 2, y: area.y + 1)
    grid.put(balance.text(language), x: 12, y: area.y + 1, style: .bold)
    for (index, text, place) in presetPlaces(area) {
      let style = obstacle(Self.presets[index], shell) == nil ? Style.plain : .dim
      let after = grid.put(Self.key(index).name(shell), x: place.x, y: place.y, style: shell.theme.keyName)
      grid.put(text, x: after, y: place.y, style: style)
    }
    if let entry {
      let after = grid.put(language("충전할 금액: ", "Amount: "), x: 2, y: area.y + 4, style: .bold)
      entry.draw(in: &grid, x: after, y: area.y + 4, width: 26, style: shell.theme.field)
    } else {
      let (text, place) = otherAmount(area, shell)
      let after = grid.put("a", x: place.x, y: place.y, style: shell.theme.keyName)
      grid.put(text, x: after, y: place.y)
    }
    grid.put(
      String(repeating: String(shell.glyphs.horizontal), count: area.width), x: 0, y: area.y + 5,
      style: shell.theme.faint)
    // The newest line ends at the balance of now, each older one where the next began.
    var balances = [balance]
    for movement in ledger.dropLast() { balances.append(balances[balances.count - 1] - movement.amount) }
    for (index, y) in lines(area).rows {
      draw(
        ledger[index], balance: balances[index], isChosen: index == cursor.index, in: &grid, y: y, area.width, shell)
      if index == cursor.index, entry == nil { grid.cursor = Position(x: 0, y: y) }
    }
    if ledger.isEmpty {
      grid.put(language("아직 내역이 없습니다.", "No movements yet."), x: 2, y: area.y + 6, style: .dim)
    }
  }

  private func draw(
    _ movement: LedgerEntry, balance: Won, isChosen: Bool, in grid: inout Grid, y: Int, _ width: Int, _ shell: Shell
  ) {
    let language = shell.language
    let style = isChosen ? shell.theme.selected : Style.plain
    let kind = movement.kind.word(language)
    let date = VenueDate(movement.at)
    let isWide = width >= 76
    let at = isWide ? date.dateAndTime(language) : date.shortDateAndTime(language, at: shell.now)
    let when = at.padded(to: max(isWide ? 28 : 18, at.cellWidth + 1))
    let sign = movement.amount > .zero ? "+" : ""
    let amount = "\(sign)\(movement.amount.amount.grouped)".rightAligned(in: 13)
    let after = " " + balance.text(language).rightAligned(in: isWide ? 15 : 13)
    // The kind gives way: date and amounts tell.
    let room = min(isWide ? 17 : 11, width - 3 - when.cellWidth - amount.cellWidth - after.cellWidth)
    let word = kind.padded(to: max(0, room), mark: shell.glyphs.ellipsis)
    grid.put("  \(when)\(word)\(amount)\(after)".padded(to: width), x: 0, y: y, style: style)
  }
}

extension Unicode.Scalar {
  /// The value of an ASCII or full-width digit, as input methods type them; nil for anything else.
  fileprivate var decimalDigit: Int64? {
    guard properties.generalCategory == .decimalNumber, let value = properties.numericValue else { return nil }
    return Int64(value)
  }
}
