internal import Booking
internal import Canvas
internal import Screens
internal import Scripts
internal import Wording

/// Where a script stands: gives its keys to the app, waits, and looks at the screen. It knows machine time only by what
/// it is told.
struct ScriptPlayer {
  /// Why a script did not end well.
  enum Failure: Hashable {
    /// A text that should stand on the screen, or should not.
    case unmet(LocalizedText, isThere: Bool)
    case neverSeen(LocalizedText, within: Duration)
    /// A wait in booking time can have no end.
    case clockStands
    /// The store is not there any more, or was written over.
    case storeLost(BookingError)
    case unsaved(String, reason: String)
    /// A recording did not come to the same end.
    case otherRows, otherScreen
    /// Somebody opened the store, whose clock nobody else may tell.
    case disturbed
    /// The program was left before the script was over.
    case quit
  }

  enum State: Hashable {
    case playing, over
    case failed(Failure, line: Int)
  }

  /// How long a key can be followed by those who watch, in milliseconds of machine time.
  static let keyTime: Int64 = 200

  private let script: Script
  private let app: App
  /// Saves the screen under a name; answers why it could not.
  private let save: (String, Grid) -> String?
  /// A digest of the store's rows; nil when they cannot be read.
  private let rows: () -> String?
  private var next = 0
  /// When the next step may begin, in milliseconds of machine time.
  private var readyAt: Int64 = 0
  /// When the wait at hand ends, in booking time.
  private var deadline: Timestamp?
  private(set) var state = State.playing
  private(set) var caption: LocalizedText?
  /// Of the screen, the caption's part included.
  private(set) var size = Size(width: 80, height: 24)
  /// Whether there is a terminal, which has a size of its own.
  private var hasTerminal = false

  init(
    _ script: Script, at app: App, rows: @escaping () -> String? = { nil }, save: @escaping (String, Grid) -> String?
  ) {
    self.script = script
    self.app = app
    self.rows = rows
    self.save = save
  }

  /// The machine time at which there is something to do; nil when the screen must change first.
  func wakeAt(_ now: Int64) -> Int64? {
    guard let deadline, now >= readyAt else { return readyAt }
    return app.realTime(until: deadline).map { now + $0 }
  }

  /// What the keys of who watches do.
  static let hint = LocalizedText("Space 멈춤 · Esc 직접 하기", "Space pause · Esc take over")
  static let pauseHint = LocalizedText("멈춤 · Space 계속 · Esc 직접 하기", "paused · Space go on · Esc take over")

  /// What stands below the screen.
  var band: CaptionBand? { caption.map { CaptionBand($0, hint: Self.hint) } }

  /// Has a terminal of this size from now on.
  mutating func use(terminal size: Size) {
    hasTerminal = true
    use(size)
  }

  /// Draws at once in a new size: some of what the screens keep goes by it.
  private mutating func use(_ size: Size) {
    guard size != self.size else { return }
    self.size = size
    _ = app.frame(room)
  }

  /// Takes every step that can be taken at this instant. Returns whether there was one.
  /// - Parameter isNew: whether there may be something else on the screen than the last time.
  mutating func play(_ now: Int64, isNew: Bool) -> Bool {
    let first = next
    while state == .playing, now >= readyAt {
      guard next < script.lines.count else {
        state = .over
        return true
      }
      guard take(script.lines[next].step, now, isNew: isNew || next > first) else { break }
      next += 1
      deadline = nil
    }
    return next > first
  }

  /// The program was left; well, when nothing was to come after that.
  mutating func quit() {
    if next < script.lines.count { fail(.quit) } else { state = .over }
  }

  mutating func fail(_ failure: Failure) {
    state = .failed(failure, line: script.lines[min(next, script.lines.count - 1)].number)
  }

  /// Takes a step. False while it is not over.
  private mutating func take(_ step: Script.Step, _ now: Int64, isNew: Bool) -> Bool {
    switch step {
    case .press(let key):
      strike([.key(key)])
      readyAt = now + Self.keyTime
    case .rest(let time): readyAt = now + time.milliseconds
    case .at(let time): readyAt = time.milliseconds
    case .strike(let events): strike(events)
    case .rows(let digest): if rows() != digest { fail(.otherRows) }
    case .screen(let digest): if Digest.of(picture) != digest { fail(.otherScreen) }
    case .wait(let time): return hasPassed(time)
    case .until(let text, let time):
      if isNew || deadline == nil, has(text) { return true }
      if hasPassed(time), state == .playing { fail(.neverSeen(text, within: time)) }
      return false
    case .expect(let text, let isThere):
      guard has(text) == isThere else {
        fail(.unmet(text, isThere: isThere))
        return false
      }
    case .save(let name):
      guard let reason = save(name, picture) else { return true }
      fail(.unsaved(name, reason: reason))
      return false
    case .caption(let text): caption = text
    case .size(let size): if !hasTerminal { use(size) }
    }
    return true
  }

  /// Gives the app what came in one piece.
  func strike(_ events: [TerminalEvent]) {
    // Some keys go by the screen, which may not have been drawn since its size changed.
    _ = app.frame(room)
    app.handle(events)
  }

  /// The screen with what stands below it.
  var picture: Grid { app.frame(size, with: band ?? app.explanation) }

  /// What the band below leaves of the screen.
  private var room: Size { (band ?? app.explanation) == nil ? size : CaptionBand.room(on: size) }

  /// Whether a wait in booking time is over.
  private mutating func hasPassed(_ time: Duration) -> Bool {
    let now: Timestamp
    do throws(BookingError) { now = try app.now() } catch {
      if case .storage(let fault) = error, fault.isLasting { fail(.storeLost(error)) }
      return false
    }
    let deadline = deadline ?? now + time
    self.deadline = deadline
    if now >= deadline { return true }
    if app.realTime(until: deadline) == nil { fail(.clockStands) }
    return false
  }

  private func has(_ text: LocalizedText) -> Bool {
    // A caption is no part of what is looked at.
    app.frame(room).text.contains(app.language(text))
  }
}
