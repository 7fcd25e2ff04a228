internal import Booking
internal import Canvas

/// The mouse. A click is the key that stands at its place, so it can do nothing that a key cannot, and is refused with
/// the same sentence.
extension App {
  /// Whether the terminal is to tell of the mouse.
  package var usesMouse: Bool { shell.mouse == .used }

  /// A click late on its way from a mouse that was released meanwhile is none; nor is one while an act waits for the
  /// store.
  private var hearsMouse: Bool { usesMouse && !isTooSmall && pendingAct == nil }

  func click(_ place: Position) {
    guard hearsMouse else { return }
    let isOnMessage = chrome.messageArea?.contains(place) ?? false
    shell.clearMessage()
    attend { if let key = key(at: place, isOnMessage: isOnMessage) { press(key) } }
  }

  func wheel(_ place: Position, down: Bool) {
    guard hearsMouse else { return }
    shell.clearMessage()
    attend {
      let area = Chrome.area(of: shell.size)
      if shell.dialog != nil { return }
      if overlay != nil {
        overlay?.scroll(by: down ? 3 : -3, shell)
      } else if area.contains(place) {
        screens[screens.count - 1].wheel(at: place, down: down, in: area, shell)
      }
    }
  }

  /// Which key a click stands for, of what lies on top there; nil for none. A message hides what is under it.
  private func key(at place: Position, isOnMessage: Bool) -> Key? {
    if let command = chrome.command(at: place) { return command.keys[0] }
    if let dialog = shell.dialog { return dialog.choice(at: place, shell).map { Key(.scalar($0.key)) } }
    if let overlay { return overlay.box(shell).contains(place) ? nil : .escape }
    let area = Chrome.area(of: shell.size)
    guard area.contains(place), !isOnMessage else { return nil }
    let key = screens[screens.count - 1].click(at: place, in: area, shell)
    // Into a text that is being typed no click puts letters.
    return screens[screens.count - 1].entry != nil && key?.text != nil ? nil : key
  }

  /// The key that hands the mouse to the terminal and takes it back.
  var mouseCommand: Command {
    let obstacle: LocalizedText? =
      switch shell.mouse {
      case .used, .released: nil
      case .declined:
        LocalizedText(
          "--no-mouse로 시작했습니다. 마우스를 쓰려면 빼고 다시 여세요.",
          "Started with --no-mouse; without it the mouse works.")
      case .missing: LocalizedText("이 터미널은 마우스를 지원하지 않습니다.", "This terminal has no mouse support.")
      }
    return shell.mouse == .released
      ? Command(.mouse, ["M"], "마우스 잡기", "use the mouse")
      : Command(.mouse, ["M"], "마우스 놓기", "release the mouse", unless: obstacle)
  }

  func toggleMouse() {
    shell.mouse = usesMouse ? .released : .used
    shell.effects.append(.mouse(usesMouse))
    if usesMouse {
      shell.say(
        .note, LocalizedText("마우스를 다시 씁니다. M을 누르면 놓습니다.", "The mouse works here again. M releases it."),
        detail: LocalizedText("Shift를 누른 채 끌면 대개 글이 선택됩니다.", "Shift and drag usually selects text all the same."))
    } else {
      shell.say(
        .note,
        LocalizedText("마우스를 터미널에 넘겼습니다. M을 누르면 다시 씁니다.", "The terminal has the mouse now. M takes it back."),
        detail: LocalizedText(
          "Shift를 누른 채 끌면 놓지 않아도 대개 선택됩니다.", "Drag to select; Shift+drag mostly works without this."))
    }
  }
}
