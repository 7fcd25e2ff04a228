package import Booking

/// The whole program between the keyboard and the engine: a stack of screens that takes events and gives pictures.
/// Whoever runs it feeds events, calls `tick` when `wakeAt` comes or the store changes, and shows `frame`.
package final class App {
  /// What the loop around the app has to do.
  package enum Effect: Hashable, Sendable {
    case ring
    case title(String)
    case quit, suspend, redraw
  }

  let shell: Shell
  var screens: [any Screen]
  var overlay: Overlay?
  /// Whether the store did not answer the last time; whoever runs the app then leaves it some time.
  package private(set) var isStoreFailing = false
  /// An act that met a busy store, tried again until it gets through.
  var pendingAct: (act: Act, since: Timestamp)?

  /// - Throws: `storage` when the store does not answer.
  package init(
    engine: BookingEngine, language: Language, theme: Theme,
    random: any RandomNumberGenerator = SystemRandomNumberGenerator()
  ) throws(BookingError) {
    shell = try Shell(engine: engine, language: language, theme: theme, random: random)
    screens = [SignInScreen()]
    screens[0].refresh(shell, .opened)
  }

  package var language: Language { shell.language }

  /// Says something that nobody asked, such as what fell due while the store was closed.
  package func announce(_ text: LocalizedText) { shell.say(.note, text.korean, text.english) }

  /// Changes the looks, when the terminal turns out to be of another kind.
  package func use(_ theme: Theme) { shell.theme = theme }

  package var theme: Theme { shell.theme }

  /// What the loop has to do since this was last asked.
  package func takeEffects() -> [Effect] {
    defer { shell.effects = [] }
    return shell.effects
  }
}

extension App {
  /// Does what is due and looks again. `isStoreNews` says that another process changed the store.
  package func tick(isStoreNews: Bool = false) {
    if let pending = pendingAct {
      retry(pending.act, since: pending.since)
    } else {
      refresh(isStoreNews ? .store : .time)
    }
  }

  /// Booking time now.
  /// - Throws: `storage`.
  package func now() throws(BookingError) -> Timestamp { try shell.engine.now() }

  /// When something visible changes by itself or falls due, in booking time; nil when nothing will.
  package var wakeAt: Timestamp? {
    let now = shell.now
    if pendingAct != nil { return ((try? shell.engine.now()) ?? now) + .milliseconds(100) }
    var candidates: [Timestamp] = []
    if let due = try? shell.engine.nextDue() { candidates.append(due) }
    let unit: Int64 = countsSeconds ? 1000 : 60_000
    candidates.append(Timestamp(milliseconds: (now.milliseconds / unit + 1) * unit))
    return candidates.min()
  }

  private var countsSeconds: Bool {
    !shell.holds.isEmpty || shell.isActive || (screens.last?.countsSeconds(shell) ?? false)
  }

  func refresh(_ reason: RefreshReason) {
    let before = shell.account?.status?.token
    do throws(BookingError) {
      try shell.engine.runSchedule()
      shell.now = try shell.engine.now()
      shell.policy = try shell.engine.policy()
      if let user = shell.user { shell.account = try shell.engine.account(of: user) }
      isStoreFailing = false
    } catch {
      isStoreFailing = true
      shell.say(error)
      return
    }
    noticeTokenChange(since: before)
    screens[screens.count - 1].refresh(shell, reason)
    navigate()
  }

  /// Tells of an admission, and of an end that nobody asked for, wherever the person is.
  func noticeTokenChange(since before: QueueToken?) {
    guard let before, let token = shell.account?.status?.token, token.number == before.number else { return }
    switch (before.state, token.state) {
    case (.waiting, .active):
      shell.say(.success, "입장하셨습니다. 회차를 골라 주세요.", "You are in. Choose a session.")
      shell.effects += [.ring, .title(shell.language("boxoffice: 입장!", "boxoffice: your turn!"))]
    case (let earlier, .expired(_, let reason, _))
    where earlier != token.state && (reason == .idle || reason == .lifetime):
      guard before.isLive else { return }
      shell.say(.note, reason.sentence(in: .korean), reason.sentence(in: .english))
      shell.effects += [.ring, .title("boxoffice")]
    default: break
    }
  }
}
