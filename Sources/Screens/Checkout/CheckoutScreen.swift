internal import Booking
internal import Canvas
internal import Wording

/// What is held, what it costs, and how long there is to pay.
struct CheckoutScreen: Screen {
  private var cursor = ListCursor()
  private var payment: Attempt?
  private var charging: Attempt?
  /// What the open question is about: just these are paid or released, whatever else is held by then.
  private var asked: [ReservationID] = []
  private var askedToken: TokenCredential?

  func title(_ language: Language) -> String { language("결제", "Checkout") }

  /// A key press here repeats the list of seats while the token is active (rule 9).
  private(set) var presence: Presence?

  func commands(_ shell: Shell) -> [Command] {
    let nothing = shell.holds.isEmpty ? LocalizedText("결제할 좌석이 없습니다.", "There is nothing to pay.") : nil
    let short = shortfall(shell)
    let poor =
      short > .zero
      ? chargeObstacle(shell)
        ?? LocalizedText("잔액이 부족합니다. g를 눌러 충전하세요.", "Not enough balance. g tops up the difference.")
      : nil
    let isEmpty = shell.holds.isEmpty
    return [
      Command(.pay, [.enter], "결제하기", "pay", isMain: !isEmpty, unless: nothing ?? poor),
      Command(
        .chargeShortfall, ["g"], "모자란 금액 충전", "top up the difference", isMain: short > .zero,
        unless: chargeObstacle(shell)),
      Command(.release, ["x"], "이 좌석 해제", "release this seat", isMain: !isEmpty, unless: nothing),
      Command(.releaseAll, ["X"], "모두 해제", "release all", unless: nothing),
    ] + MoveKeys.list
  }

  private func total(_ shell: Shell) -> Won { shell.holds.map(\.reservation.price).sum() }

  private func shortfall(_ shell: Shell) -> Won {
    max(.zero, total(shell) - (shell.account?.user.balance ?? .zero))
  }

  private func chargeObstacle(_ shell: Shell) -> LocalizedText? {
    let short = shortfall(shell)
    guard short > .zero else { return LocalizedText("잔액이 충분합니다.", "The balance is enough.") }
    let ceiling = shell.policy.balanceCeiling
    guard (shell.account?.user.balance ?? .zero) + short <= ceiling else {
      return LocalizedText(
        "잔액 한도(\(ceiling.text(.korean)))를 넘어 충전할 수 없습니다.",
        "The balance may not pass \(ceiling.text(.english)).")
    }
    return nil
  }

  mutating func perform(_ act: Act, _ shell: Shell) {
    if cursor.follow(act, count: shell.holds.count) { return }
    switch act {
    case .pay:
      asked = shell.holds.map(\.reservation.id)
      askedToken = shell.account?.payingToken
      let count = shell.holds.count
      let total = total(shell)
      shell.dialog = .confirm(
        [
          LocalizedText(
            "\(count)석, \(total.text(.korean))을 결제할까요?", "Pay \(total.text(.english)) for \(seatCount(count))?")
        ], yes: Dialog.Choice("y", "결제", "Pay", .confirmed(.pay)))
    case .confirmed(.pay): pay(shell)
    case .chargeShortfall: charge(shell)
    case .release:
      guard cursor.index < shell.holds.count else { return }
      let hold = shell.holds[cursor.index]
      asked = [hold.reservation.id]
      shell.dialog = .confirm(
        [LocalizedText("\(hold.seat.unbroken(.korean)) 임시 예약을 해제할까요?", "Release \(hold.seat.unbroken(.english))?")],
        yes: Dialog.Choice("y", "해제", "Release", .confirmed(.release)))
    case .confirmed(.release), .confirmed(.releaseAll): release(asked, shell)
    case .releaseAll:
      asked = shell.holds.map(\.reservation.id)
      shell.dialog = .confirm(
        [LocalizedText("임시 예약 \(shell.holds.count)석을 모두 해제할까요?", "Release all \(seatCount(shell.holds.count))?")],
        yes: Dialog.Choice("y", "모두 해제", "Release all", .confirmed(.releaseAll)))
    default: break
    }
  }

  private mutating func pay(_ shell: Shell) {
    guard let user = shell.user, let token = askedToken else {
      shell.say(.reservationExpired)
      return
    }
    let receipt = shell.command(&payment, for: "\(asked)") { [asked] engine, key throws(BookingError) in
      try engine.pay(caller: user, token: token, reservations: asked, key: key)
    }
    guard let receipt else { return }
    shell.say(
      .success, "결제가 완료되었습니다. \(receipt.payments.count)석, \(receipt.total.text(.korean)).",
      "Paid \(receipt.total.text(.english)) for \(seatCount(receipt.payments.count)). Enjoy the evening!")
    shell.navigation = .start([TicketsScreen(openFirst: true)])
  }

  /// Charges what is missing, in as many charges as the limit of one asks for.
  private mutating func charge(_ shell: Shell) {
    guard let user = shell.user else { return }
    var whole = Won.zero
    while true {
      // Read again before each step: a step that is tried again may have got through the first time.
      guard let account = shell.attempt({ engine throws(BookingError) in try engine.account(of: user) }) else { return }
      shell.account = account
      let missing = shortfall(shell)
      if missing == .zero { break }
      whole = max(whole, missing)
      let step = min(missing, shell.policy.maxCharge)
      guard
        shell.command(
          &charging, for: "\(step.amount)",
          { engine, key throws(BookingError) in
            try engine.charge(user: user, amount: step, key: key)
          }) != nil
      else { return }
    }
    shell.say(.success, "\(whole.text(.korean))을 충전했습니다.", "Topped up \(whole.text(.english)).")
  }

  private mutating func release(_ ids: [ReservationID], _ shell: Shell) {
    guard let user = shell.user,
      shell.attempt({ engine throws(BookingError) in try engine.release(caller: user, reservations: ids) }) != nil
    else { return }
    shell.say(.success, "임시 예약을 해제했습니다.", "Released.")
  }

  mutating func refresh(_ shell: Shell, _ reason: RefreshReason) {
    cursor.clamp(to: shell.holds.count)
    presence = shell.holds.first.map { .seats($0.session.id) }
  }

  private func lines(_ area: Rect, _ shell: Shell) -> ListLines {
    let list = Rect(x: 0, y: area.y + 3, width: area.width, height: max(1, area.height - 9))
    return ListLines(cursor, of: shell.holds.count, in: list)
  }

  mutating func click(at place: Position, in area: Rect, _ shell: Shell) -> Key? {
    cursor.follow(clickAt: place, in: lines(area, shell))
  }

  mutating func wheel(at place: Position, down: Bool, in area: Rect, _ shell: Shell) {
    cursor.follow(wheelDown: down, count: shell.holds.count)
  }

  func draw(in grid: inout Grid, _ area: Rect, _ shell: Shell) {
    let language = shell.language
    guard let first = shell.holds.first else {
      grid.put(language("임시 예약한 좌석이 없습니다.", "You hold no seats."), x: 2, y: area.y + 2, style: .bold)
      grid.put(
        language("Esc를 누르면 앞 화면으로, t를 누르면 티켓과 지난 예약으로 갑니다.", "Esc goes back; t shows your tickets and past holds."),
        x: 2,
        y: area.y + 4, width: area.width - 4)
      return
    }
    drawTime(of: first.reservation, in: &grid, area, shell)
    if isNarrow(area.width), shell.holds.indices.contains(cursor.index) {
      Line(evening(of: shell.holds[cursor.index], shell)).draw(
        in: &grid, x: 2, y: area.y + 2, width: area.width - 4, shell)
    }
    let lines = lines(area, shell)
    for (index, y) in lines.rows {
      draw(shell.holds[index], isChosen: index == cursor.index, in: &grid, y: y, area.width, shell)
    }
    let y = lines.bottom
    drawSums(in: &grid, Rect(x: 2, y: y + 1, width: area.width - 4, height: area.bottom - y - 1), shell)
  }

  /// Where a line has no room for the evening beside the seat, that of the chosen one stands over the list.
  private func isNarrow(_ width: Int) -> Bool { width < 76 }

  private func evening(of hold: BookedSeat, _ shell: Shell, style: Style? = nil) -> [Line.Part] {
    let evening = VenueDate(hold.session.start).shortDateAndTime(shell.language, at: shell.now)
    return [
      Line.Part(.whole, evening, gap: "  ", style: style),
      Line.Part(.title, shell.language(hold.concert.title).clean, gap: " ", style: style),
    ]
  }

  private func draw(_ hold: BookedSeat, isChosen: Bool, in grid: inout Grid, y: Int, _ width: Int, _ shell: Shell) {
    let language = shell.language
    let style = isChosen ? shell.theme.selected : Style.plain
    grid.fill(Rect(x: 0, y: y, width: width, height: 1), style: style)
    let price = hold.reservation.price.text(language)
    let left = (hold.reservation.deadline - shell.now).countdown
    let end = width - price.cellWidth - 10
    let line = Line(
      hold.seat.parts(language) + [Line.Part(.tier, tierName(hold.tier.clean, language), gap: ", ")]
        + (isNarrow(width) ? [] : evening(of: hold, shell, style: style)))
    let x = grid.put("\(shell.glyphs.seatOwnHold) ", x: 2, y: y, style: style.with(.bold))
    line.draw(in: &grid, x: x, y: y, width: end - x, style: style.with(.bold), shell)
    grid.put(left.rightAligned(in: 6), x: end + 1, y: y, style: style)
    grid.put(price, x: width - price.cellWidth - 2, y: y, style: style)
    if isChosen { grid.cursor = Position(x: 0, y: y) }
  }

  private func drawTime(of hold: Reservation, in grid: inout Grid, _ area: Rect, _ shell: Shell) {
    let left = hold.deadline - shell.now
    let whole = hold.deadline - hold.heldAt
    let isUrgent = left < .seconds(45)
    let text = shell.language("남은 시간 \(left.countdown)", "Time left \(left.countdown)")
    let style = isUrgent ? shell.theme.urgent : Style.bold
    let x = grid.put(isUrgent ? " \(text) " : text, x: 2, y: area.y + 1, style: style)
    let width = max(8, area.width - x - 4)
    grid.put(
      shell.glyphs.bar(left.milliseconds, of: whole.milliseconds, width: width), x: x + 2, y: area.y + 1,
      style: isUrgent ? shell.theme.urgentBar : shell.theme.bar)
  }

  private func drawSums(in grid: inout Grid, _ area: Rect, _ shell: Shell) {
    let language = shell.language
    let balance = shell.account?.user.balance ?? .zero
    let total = total(shell)
    let short = shortfall(shell)
    var rows = [
      (language("합계", "Total"), total, Style.bold), (language("지금 잔액", "Balance now"), balance, .plain),
    ]
    rows.append(
      short > .zero
        ? (language("모자란 금액", "Missing"), short, shell.theme.urgent)
        : (language("결제 후 잔액", "Balance after"), balance - total, .plain))
    for (line, row) in rows.enumerated() where line < area.height {
      grid.put(row.0, x: area.x, y: area.y + line)
      let amount = row.1.text(language)
      grid.put(amount, x: area.right - amount.cellWidth, y: area.y + line, style: row.2)
    }
    let hint =
      short > .zero
      ? chargeObstacle(shell).map { language($0) }
        ?? language(
          "g를 누르면 모자란 \(short.text(language))을 바로 충전합니다.", "g tops up the missing \(short.text(language)) right here.")
      : language("Enter를 누르면 결제합니다.", "Enter pays.")
    if area.height > 4 { grid.put(hint, x: area.x, y: area.y + 4, style: .bold, width: area.width) }
  }
}
