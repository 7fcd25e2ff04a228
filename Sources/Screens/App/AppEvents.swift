internal import Booking
package import Canvas
internal import Wording

extension App {
  /// Handles what came in one piece, in order. What was typed before a question appeared does not answer it.
  package func handle(_ events: [TerminalEvent]) {
    for event in events {
      let hadDialog = shell.dialog != nil
      handle(event)
      if !hadDialog, shell.dialog != nil {
        shell.effects.append(.discardTyped)
        break
      }
    }
  }

  package func handle(_ event: TerminalEvent) {
    switch event {
    case .key(let key): strike(key)
    case .paste(let text): paste(text)
    case .click(let place): click(place)
    case .wheel(let place, let down): wheel(place, down: down)
    case .focus, .cursorReport: break
    }
  }

  /// Whether letters are text, and no hotkeys.
  var takesText: Bool {
    shell.dialog == nil && (overlay?.takesText ?? (screens[screens.count - 1].entry != nil))
  }

  /// With an input method on, letters act as the hotkeys under them. What nothing is bound to does nothing, where any
  /// other key would close what lies on top too.
  private func strike(_ key: Key) {
    let keys = key.hotkeys
    guard !takesText || keys.isEmpty else { return handle(key) }
    let hadDialog = shell.dialog != nil
    for key in keys where !takesText && (hadDialog || shell.dialog == nil) { handle(key) }
  }

  private func handle(_ key: Key) {
    if isTooSmall {
      if key == "q" || key == .control("c") { shell.effects.append(.quit) }
      return
    }
    switch key {
    case .control("l"): return perform(.redraw)
    case .control("z"): return perform(.suspend)
    case .control("c") where shell.dialog == nil: overlay = nil
    default: break
    }
    if pendingAct != nil {
      // Everything else waits for the act, or for its end.
      guard key == .escape || key == .control("c") || key == "q" && !takesText else { return }
      giveUp()
      if key == .escape { return }
    }
    // What was left out of a text is told until the text is done.
    if !(takesText && shell.message?.claim == .leftOut) || key == .enter || key == .escape { shell.clearMessage() }
    attend { press(key) }
  }

  /// Does what somebody's hand asks for: a sign of life, after which everything is looked at again.
  func attend(_ body: () -> Void) {
    if isCalling { shell.effects.append(.title("boxoffice")) }
    isCalling = false
    let presence = screens.last?.presence
    body()
    stay(presence)
    refresh(.key)
  }

  /// Gives a key to what lies on top.
  func press(_ key: Key) {
    if shell.dialog != nil || overlay.map({ !$0.takesText }) ?? false, key == ":" || key == .control("p") {
      // What is typed into the palette must answer nothing.
      shell.dialog = nil
      overlay = nil
      perform(.palette)
    } else if var dialog = shell.dialog {
      shell.dialog = nil
      switch dialog.handle(key) {
      case .open: shell.dialog = dialog
      case .closed(let act?): perform(act)
      case .closed(nil): break
      }
    } else if var open = overlay {
      overlay = nil
      switch open.handle(key, shell) {
      case .open:
        overlay = open
        tellRefused()
      case .closed(let act?): perform(act)
      case .closed(nil): break
      }
    } else if takesText {
      type(key)
    } else {
      dispatch(key)
    }
  }

  /// Looks the key up in the table of the screen, then in that of the house.
  private func dispatch(_ key: Key) {
    guard let command = allCommands.first(where: { $0.keys.contains(key) }) else { return }
    run(command)
  }

  private func run(_ command: Command) {
    if let obstacle = command.obstacle {
      shell.say(
        command.isAtLimit ? .note : .refusal, obstacle.korean, obstacle.english, while: .refused(command.act))
    } else {
      perform(command.act)
    }
  }

  private func type(_ key: Key) {
    let top = screens.count - 1
    switch key {
    case .enter: perform(.submit)
    case .escape: perform(.cancelEntry)
    case .control("c"): perform(.quit)
    default:
      if screens[top].entry?.handle(key) == true {
        tellRefused()
        perform(.typed)
      } else if key == .up || key == .down,
        let command = screens[top].commands(shell).first(where: { $0.keys.contains(key) })
      {
        run(command)
      }
    }
  }

  private func paste(_ text: String) {
    guard !isTooSmall, takesText, pendingAct == nil else { return }
    let lines = text.split(whereSeparator: \.isNewline)
    let line = String(lines.first ?? "")
    if overlay != nil { overlay?.paste(line) } else { screens[screens.count - 1].entry?.paste(line) }
    if lines.count > 1 {
      shell.say(.refusal, "붙여 넣은 글의 첫 줄만 넣었습니다.", "Only the first line of what was pasted was taken.", while: .leftOut)
    }
    tellRefused()
    guard overlay == nil else { return }
    perform(.typed)
    refresh(.key)
  }

  /// Says what was left out of what was typed or pasted.
  private func tellRefused() {
    let leftOut = overlay?.takeLeftOut() ?? screens[screens.count - 1].entry?.takeLeftOut() ?? TextField.LeftOut()
    if !leftOut.characters.isEmpty {
      let few = leftOut.characters.prefix(3).map(\.code).joined(separator: ", ")
      let codes = few + (leftOut.characters.count > 3 ? ", …" : "")
      shell.say(
        .refusal, "입력할 수 없는 문자를 뺐습니다: \(codes)", "Left out, since no text here may have it: \(codes)",
        while: .leftOut)
    }
    if let limit = leftOut.limit {
      shell.say(
        .refusal, "\(limit)자까지 들어갑니다. 나머지는 넣지 않았습니다.", "At most \(limit) characters fit; the rest was left out.",
        while: .leftOut)
    }
  }

  /// A key press or a click on a screen is a sign of life when the last one is over ten seconds old (rule 9).
  private func stay(_ presence: Presence?) {
    guard let presence, let user = shell.user, let token = shell.account?.status?.token,
      let activity = token.activity, let now = try? now(), now - activity.lastAction > .seconds(10)
    else { return }
    switch presence {
    case .sessions(let concert):
      _ = try? shell.engine.sessions(caller: user, token: token.credential, concert: concert, visit: .action)
    case .seats(let session): try? shell.engine.stay(caller: user, token: token.credential, session: session)
    }
  }
}
