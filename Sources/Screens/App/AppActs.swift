internal import Booking
internal import Canvas
internal import Wording

extension App {
  func perform(_ act: Act) {
    shell.obstacle = nil
    switch act {
    case .language: shell.language = shell.language(.english, .korean)
    case .help: overlay = .help(HelpCard(title: title, commands: allCommands))
    case .palette: openPalette()
    case .policy: overlay = .policy
    case .rule(let number): overlay = .rule(number)
    case .messages: overlay = .messages(ListCursor(.max))
    case .mouse: toggleMouse()
    case .explain: shell.explains.toggle()
    case .redraw: shell.effects.append(.redraw)
    case .suspend: shell.effects.append(.suspend)
    case .quit: askToQuit()
    case .confirmed(.quit(let releasing)): quit(releasing: releasing)
    case .concerts: show(ConcertsScreen())
    case .sessions: show(SessionsScreen(concert: nil, byHand: true))
    case .waitingRoom: show(WaitingRoomScreen(concert: nil))
    case .signInAs(let user): signInAs(user)
    case .bench(let act): perform(act)
    case .inspector: show(InspectorScreen())
    case .restartShow: askToRestart()
    case .confirmed(.restartShow):
      _ = shell.attempt { [show = shell.show] _ throws(BookingError) in try show?.restart() }
    case .races: show(LaboratoryScreen())
    case .race(let index):
      let race = RaceScreen(index)
      shell.navigation = screens[screens.count - 1] is RaceScreen ? .replace(race) : .push(race)
    case .wallet: show(WalletScreen())
    case .tickets: show(TicketsScreen())
    case .controlPanel: show(ControlPanelScreen())
    case .checkout: show(CheckoutScreen())
    case .signOut: askToSignOut()
    case .confirmed(.signOut): shell.navigation = .signOut
    case .back where screens.count > 1 && !(screens[screens.count - 1] is ConcertsScreen): shell.navigation = .pop
    default: screens[screens.count - 1].perform(act, shell)
    }
    // What comes after is the refresh of the next screen, which is tried again anyway.
    if let obstacle = shell.obstacle {
      pendingAct = (pendingAct?.act ?? act, obstacle, pendingAct?.since ?? (try? now()) ?? shell.now)
      sayTrying()
    }
    navigate()
  }

  /// Tries an act again; who reads the messages need not know how often.
  func retry(_ act: Act) {
    shell.clearMessage()
    let (logged, effects) = (shell.log, shell.effects)
    perform(act)
    if shell.obstacle != nil { (shell.log, shell.effects) = (logged, effects) } else { pendingAct = nil }
    refresh(.key)
  }

  private func sayTrying() {
    guard let pendingAct else { return }
    let time = ((try? now()) ?? shell.now) - pendingAct.since
    switch pendingAct.obstacle {
    case .busy:
      shell.say(
        .refusal, "저장소가 사용 중입니다. \(time.countdown)째 다시 시도하고 있습니다 (Esc 그만두기).",
        "The store is busy. Trying again for \(time.countdown) now (Esc gives up).")
    case .unknownOutcome:
      shell.say(
        .refusal, "처리되었는지 아직 모릅니다. 같은 요청을 \(time.countdown)째 다시 묻고 있습니다 (Esc 그만두기).",
        "Not known yet whether this was done. Asking again for \(time.countdown) now (Esc gives up).")
    }
  }

  /// Stops trying the act again.
  func giveUp() {
    switch pendingAct?.obstacle {
    case .busy: shell.say(.note, "다시 시도를 그만두었습니다.", "Stopped retrying.")
    case .unknownOutcome:
      shell.say(
        .note, "그만두었습니다. 처리되었는지는 지갑과 예매 내역에 나옵니다.",
        "Stopped retrying. Wallet and tickets will show whether it was done.")
    case nil: break
    }
    pendingAct = nil
  }

  private func show<S: Screen>(_ screen: S) {
    if let index = screens.firstIndex(where: { $0 is S }) {
      screens.removeSubrange((index + 1)...)
      screens[index].refresh(shell, .returned)
    } else {
      shell.navigation = .push(screen)
    }
  }

  func navigate() {
    while let step = shell.navigation {
      shell.navigation = nil
      // On another screen it would be another act.
      pendingAct = nil
      switch step {
      case .push(let screen):
        screens.append(screen)
        refreshTop(.opened)
      case .replace(let screen):
        screens[screens.count - 1] = screen
        refreshTop(.opened)
      case .pop:
        if screens.count > 1 { screens.removeLast() }
        refreshTop(.returned)
      case .signOut:
        shell.signOut()
        screens = [SignInScreen()]
        refreshTop(.opened)
      case .start(let more):
        screens = [SignInScreen(), ConcertsScreen()]
        refreshTop(.opened)
        for screen in more {
          screens.append(screen)
          refreshTop(.opened)
        }
      }
    }
  }

  private func refreshTop(_ reason: RefreshReason) {
    // In a house that was set back the same number may be somebody else's; the next look begins again.
    if let statusSnapshot = try? shell.engine.statusSnapshot(of: shell.user),
      statusSnapshot.beginning == shell.beginning
    {
      let before = shell.account
      shell.take(statusSnapshot)
      noticeChanges(since: before)
    }
    screens[screens.count - 1].refresh(shell, reason)
  }

  private func askToQuit() {
    guard !shell.holds.isEmpty else {
      shell.effects.append(.quit)
      return
    }
    shell.dialog = Dialog(
      [
        LocalizedText("임시 예약한 좌석이 \(shell.holds.count)석 있습니다.", "You are holding \(seatCount(shell.holds.count))."),
        LocalizedText("그대로 끝내도 남은 시간 동안은 유지됩니다.", "What you hold stays yours until its time is over."),
      ],
      [
        Dialog.Choice("n", "계속하기", "Stay", nil),
        Dialog.Choice("y", "두고 종료", "Quit, keep them", .confirmed(.quit(releasing: false))),
        Dialog.Choice("r", "해제하고 종료", "Release and quit", .confirmed(.quit(releasing: true))),
      ])
  }

  private func askToSignOut() {
    guard !shell.holds.isEmpty else {
      shell.navigation = .signOut
      return
    }
    let count = shell.holds.count
    shell.dialog = .confirm(
      [
        LocalizedText("임시 예약한 좌석이 \(count)석 있습니다. 로그아웃할까요?", "You are holding \(seatCount(count)). Sign out?"),
        LocalizedText("남은 시간 동안은 유지됩니다.", "What you hold stays yours until its time is over."),
      ], yes: Dialog.Choice("y", "로그아웃", "Sign out", .confirmed(.signOut)))
  }

  private func askToRestart() {
    shell.dialog = .confirm(
      [
        LocalizedText("처음부터 다시 시작할까요?", "Start the show again?"),
        LocalizedText("지금까지의 예약과 결제는 모두 지워집니다.", "All bookings and payments so far are forgotten."),
      ], yes: Dialog.Choice("y", "다시 시작", "Start again", .confirmed(.restartShow)))
  }

  private func quit(releasing: Bool) {
    if releasing, let user = shell.user {
      let holds = shell.holds.map(\.reservation.id)
      guard
        shell.attempt({ engine throws(BookingError) in try engine.release(caller: user, reservations: holds) }) != nil
      else { return }
    }
    shell.effects.append(.quit)
  }
}
