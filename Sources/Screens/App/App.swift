package import Booking
package import Wording

/// The whole program between the keyboard and the engine: a stack of screens that takes events and gives pictures.
/// Whoever runs it feeds events, calls `tick` when `wakeAt` comes or the store changes, and shows `frame`.
package final class App {
  /// What the loop around the app has to do.
  package enum Effect: Hashable, Sendable {
    case ring
    case title(String)
    case quit, suspend, redraw
    /// Pass over what falls due next, for a second: nobody looks at the house by itself.
    case dropTick
    /// Stand still for so much real time, without a key, a look or a picture.
    case stall(Duration)
    /// Have the mouse told from now on, or leave it to the terminal.
    case mouse(Bool)
    /// Forget what was typed before the picture that comes now: it shows a question.
    case discardTyped
    case log(String)
    /// Write a new file where the program was started, and say what became of it.
    case save(name: String, String)
  }

  let shell: Shell
  var screens: [any Screen]
  var overlay: Overlay?
  /// Whether the store did not answer the last time; whoever runs the app then leaves it some time.
  private(set) var isStoreFailing = false
  /// What was said of that, last.
  private var failure: Shell.Message?
  /// Whether the terminal's title calls the person, until they press a key.
  var isCalling = false
  /// An act that is tried again until it gets through.
  var pendingAct: (act: Act, obstacle: Shell.Obstacle, since: Timestamp)?

  /// - Throws: `storage` when the store does not answer.
  package init(
    engine: BookingEngine, language: Language, theme: Theme, mouse: Mouse = .used,
    random: any RandomNumberGenerator = SystemRandomNumberGenerator(), show: (any Show)? = nil
  ) throws(BookingError) {
    shell = try Shell(engine: engine, language: language, theme: theme, mouse: mouse, random: random, show: show)
    screens = [SignInScreen()]
    screens[0].refresh(shell, .opened)
  }

  package var language: Language { shell.language }

  /// Whether a question is open.
  package var isAsking: Bool { shell.dialog != nil }

  /// Says something that nobody asked, such as what fell due while the store was closed.
  package func announce(_ text: LocalizedText) { shell.say(.note, text.korean, text.english) }

  /// How long booking time will stand still, since the record lies ahead of the clock; nil when it goes on.
  package var standstill: Duration? { shell.engine.standstill }

  /// What the machine's wall clock reads, where it has another day than booking time, which is then shown with its date;
  /// nil elsewhere.
  package var otherDay: Timestamp? {
    get { shell.otherDay }
    set { shell.otherDay = newValue }
  }

  /// The command that adds concerts to this house, as it is shown where nothing is left to book.
  package var sampleCommand: String {
    get { shell.sampleCommand }
    set { shell.sampleCommand = newValue }
  }

  /// Says that something could not be done outside of the screens.
  package func complain(_ text: LocalizedText) { shell.say(.refusal, text.korean, text.english) }

  /// Changes the looks, when the terminal turns out to be of another kind.
  package func use(_ theme: Theme) { shell.theme = theme }

  package var theme: Theme { shell.theme }

  /// Has a demonstration explain itself, until somebody has seen enough.
  package func explain() { shell.explains = true }

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
      retry(pending.act)
    } else {
      refresh(isStoreNews ? .store : .time)
    }
  }

  /// Booking time now.
  /// - Throws: `storage`.
  package func now() throws(BookingError) -> Timestamp {
    if let look = shell.engine.lastRead { return shell.engine.now(by: look) }
    return try shell.engine.now()
  }

  /// When something falls due next; nil when nothing will, or when the store does not say.
  private var nextDue: Timestamp? {
    if let look = shell.engine.lastRead { return look.due }
    return (try? shell.engine.nextDue()) ?? nil
  }

  /// How long after it last looked the app must look again, in milliseconds of real time, because the store stood in its
  /// way; nil when it did not. Booking time may stand still.
  package var retryInterval: Int64? {
    if let pendingAct { return pendingAct.obstacle == .busy ? 100 : 500 }
    return isStoreFailing ? 500 : nil
  }

  /// When something visible changes by itself or falls due, in booking time; nil when nothing will.
  package var wakeAt: Timestamp? {
    let now = shell.now
    if pendingAct != nil { return ((try? self.now()) ?? now) + .milliseconds(100) }
    if isStoreFailing { return ((try? self.now()) ?? now) + .seconds(1) }
    var candidates: [Timestamp] = []
    if let due = nextDue { candidates.append(due) }
    if let change = screens[screens.count - 1].nextChange(shell), change > now { candidates.append(change) }
    // A countdown shows another second at each whole second before its end.
    let ticks = countdowns.filter { $0 > now }.map { end in
      let left: Duration = end - now
      return end - .seconds((left.milliseconds - 1) / 1000)
    }
    // The clock's seconds are drawn with the countdown's. Where nothing counts down they have an edge of their own.
    let unit: Int64 = shell.showsSeconds && ticks.isEmpty ? 1000 : 60_000
    candidates.append(Timestamp(milliseconds: (now.milliseconds / unit + 1) * unit))
    return (candidates + ticks).min()
  }

  /// Everything on screen that counts down, by when it ends.
  private var countdowns: [Timestamp] {
    var ends = shell.holds.map(\.reservation.deadline)
    if let activity = shell.account?.status?.token.activity {
      ends += [activity.lifetimeDeadline, activity.idleDeadline]
    }
    if let status = shell.account?.status, status.token.state == .waiting, screens.last is WaitingRoomScreen {
      ends.append(status.nextAdmission)
    }
    return ends
  }

  /// How many milliseconds of real time it takes until an instant of booking time; nil while the clock stands.
  package func realTime(until instant: Timestamp) -> Int64? {
    guard let now = try? now() else { return nil }
    return Self.realTime(for: instant - now, rate: shell.rate)
  }

  static func realTime(for booking: Duration, rate: Int64) -> Int64? {
    guard booking > .zero else { return 0 }
    return rate > 0 ? (booking.milliseconds * 1000 + rate - 1) / rate : nil
  }

  func refresh(_ reason: RefreshReason) {
    let before = shell.account
    do throws(BookingError) {
      let statusSnapshot = try statusSnapshot()
      guard statusSnapshot.beginning == shell.beginning else { return beginAgain(statusSnapshot) }
      shell.take(statusSnapshot)
      isStoreFailing = false
      // It stands in the log; on the screen it would be taken for what is so now.
      if let failure, shell.message == failure { shell.clearMessage() }
      failure = nil
    } catch {
      isStoreFailing = true
      // An act that is tried again says so already.
      if pendingAct == nil {
        shell.say(error)
        failure = shell.message
      }
      return
    }
    noticeChanges(since: before)
    screens[screens.count - 1].refresh(shell, reason)
    navigate()
    renewPalette()
    dropStaleMessage()
  }

  /// The house as it stands for who is signed in. One that was set back may not know them any more, or know somebody else
  /// by their number.
  private func statusSnapshot() throws(BookingError) -> StatusSnapshot {
    do throws(BookingError) {
      return try shell.engine.statusSnapshot(of: shell.user)
    } catch .unknownUser {
      return try shell.engine.statusSnapshot(of: nil)
    }
  }

  /// The house was set back to its beginning: who was signed in comes again, if there is somebody of that name.
  private func beginAgain(_ statusSnapshot: StatusSnapshot) {
    let name = shell.account?.user.name
    shell.signOut()
    shell.take(statusSnapshot)
    shell.account = nil
    shell.dialog = nil
    overlay = nil
    pendingAct = nil
    let isPresenting = screens.last is ControlPanelScreen
    screens = [SignInScreen()]
    screens[0].refresh(shell, .opened)
    let person = try? shell.engine.people().first { $0.user.name == name }
    if let person { try? signIn(person.user.id) }
    if isPresenting { shell.navigation = .push(ControlPanelScreen()) }
    navigate()
    shell.say(.note, "시연이 처음부터 다시 시작되었습니다.", "The show has started again.")
  }

  /// Signs somebody in who need not be asked, and goes to where they stand: in the queue, or at the programme.
  /// - Throws: `unknownUser`, `storage`.
  package func signIn(_ user: UserID) throws(BookingError) {
    let account = try shell.engine.account(of: user)
    shell.account = account
    shell.navigation = .start(account.status?.token.state == .waiting ? [WaitingRoomScreen(concert: nil)] : [])
    navigate()
  }

  /// Opens the presenter's side of a demonstration.
  package func openControlPanel() { perform(.controlPanel) }

  /// Tells of what happened by itself, wherever the person is: an admission, a token's end, the end of holds.
  func noticeChanges(since before: Account?) {
    guard let before, let account = shell.account, account.user.id == before.user.id else { return }
    noticeToken(before.status?.token, account.status?.token)
    let live = account.holds.map(\.reservation.id)
    let gone = before.holds.map(\.reservation).filter { $0.deadline <= shell.now && !live.contains($0.id) }
    // One that was paid in its last instant is gone too; the record says which ended.
    guard !gone.isEmpty, let bookings = try? shell.engine.bookings(of: account.user.id) else { return }
    let over = bookings.filter { booking in
      if case .expired = booking.reservation.status { gone.contains { $0.id == booking.reservation.id } } else { false }
    }.reversed()
    guard !over.isEmpty else { return }
    let seats = over.map(\.seat)
    shell.say(
      .refusal, LocalizedText("임시 예약 시간이 지나 좌석이 풀렸습니다.", "The time to pay is over; released:"),
      detail: LocalizedText(seatNames(seats, .korean), seatNames(seats, .english)))
    shell.effects.append(.ring)
    // A question about these seats has nothing to ask any more.
    shell.dialog = nil
  }

  private func noticeToken(_ before: QueueToken?, _ token: QueueToken?) {
    guard let before, let token, token.number == before.number else { return }
    switch (before.state, token.state) {
    case (.waiting, .active):
      shell.say(
        .success, "입장하셨습니다. 회차를 골라 주세요.", "You are in. Choose a session.", while: .active(token.number))
      shell.effects += [.ring, .title(shell.language("boxoffice: 입장!", "boxoffice: your turn!"))]
      isCalling = true
    case (.waiting, .expired(_, let reason, _)), (.active, .expired(_, let reason, _)):
      shell.effects.append(.title("boxoffice"))
      guard let limit = reason.limit(of: shell.policy) else { return }
      let stays = LocalizedText("임시 예약한 좌석은 그대로 결제할 수 있습니다.", "You can still pay for what you hold.")
      shell.say(
        .refusal,
        LocalizedText("활성 토큰이 만료되었습니다 (\(limit.korean)).", "Your token has ended (\(limit.english))."),
        detail: shell.holds.isEmpty ? nil : stays, while: .ended(token.number))
      shell.effects.append(.ring)
    default: break
    }
  }
}
