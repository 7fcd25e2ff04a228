internal import Booking
internal import Canvas
internal import Glibc
internal import Logging
internal import SQLiteStore
internal import Screens
internal import Scripts
internal import Wording

/// A script played at a house. Everything happens in beats at instants of their own, so that what comes of it does not
/// depend on how often somebody looks. Times are milliseconds of machine time since its beginning.
final class Playback {
  /// How often the crowd acts and the app looks at it.
  static let beat: Int64 = 33

  /// How many turns sales that are compared are played on by in a beat.
  private static let trialTurns = 60

  let app: App
  /// Whether it is the tour, after which the show goes on however it ends.
  let isTour: Bool
  private let house: HouseOpening.Opened
  private let show: DemoShow?
  private let log: Logger
  /// A show's clock, which stands until a beat lets it pass; nil for a real house, whose time goes on by itself.
  private let clock: PlayedClock?
  private(set) var player: ScriptPlayer
  private(set) var now: Int64 = 0
  /// When the app wants to be woken, in booking time.
  private var wake: Timestamp?
  private var effects: [App.Effect] = []
  /// The speed of the clock before somebody stopped the script; nil while it plays.
  private var rateBeforePause: Int64?
  private(set) var isPaused = false
  /// Whether it is a recording, which goes on to its end whether or not the program was left before.
  private(set) var isRecording: Bool
  /// Whether it is one that is repeated, and not one that is made.
  private let isReplay: Bool
  /// Whether it says what must come of it: a recording that was cut off does not.
  private let hasEnd: Bool
  /// Until when nobody looks, because somebody had the loop stand still or a tick dropped.
  private var standsUntil: Int64 = 0
  private var ticksRest: Int64 = 0

  init(
    _ script: Script, at app: App, house: HouseOpening.Opened, show: DemoShow?, clock: PlayedClock?, log: Logger,
    isTour: Bool = false, isRecording: Bool = false, save: @escaping (String, Grid) -> String?
  ) {
    self.app = app
    self.isTour = isTour
    self.isRecording = isRecording
    isReplay = isRecording && script != .endless
    hasEnd = script.hasEnd
    self.house = house
    self.show = show
    self.clock = clock
    self.log = log
    player = ScriptPlayer(script, at: app, rows: { try? Digest.of(house.store.contents()) }, save: save)
    wake = app.wakeAt
  }

  var isPlaying: Bool { player.state == .playing }

  /// What the loop around it has to do since this was last asked.
  func takeEffects() -> [App.Effect] {
    defer { effects = [] }
    // What was recorded was done then: to leave, to stand still, to write files.
    return isReplay ? effects.filter { !$0.isOfTheLoop } : effects
  }

  var frame: Grid { player.picture }

  /// Has a terminal of this size from now on; without one the script says how large the screen is.
  func use(terminal size: Size) { player.use(terminal: size) }

  /// The next beat.
  var nextBeat: Int64 {
    let regular = (now / Self.beat + 1) * Self.beat
    // A step that is due at an instant of its own has a beat at that instant.
    return max(now + 1, standsUntil, min(regular, player.wakeAt(now) ?? regular))
  }

  /// Plays every beat up to an instant, unless the script ends before or `isLate` wants to see to something else.
  func play(through end: Int64, unless isLate: () -> Bool = { false }) {
    guard !isPaused else { return }
    if now == 0 { take(isNew: true) }
    while isPlaying, nextBeat <= end, !isLate() { play(at: nextBeat) }
  }

  private func play(at beat: Int64) {
    clock?.pass(beat - now)
    now = beat
    take(isNew: look())
  }

  /// Plays all of it where nobody watches: a show's time passes at once, a real house's as it does.
  func playAlone() {
    let start = MachineClock.steady()
    take(isNew: true)
    while isPlaying {
      if clock == nil {
        let delay = start + nextBeat - MachineClock.steady()
        if delay > 0 { usleep(UInt32(delay * 1000)) }
        play(at: nextBeat)
      } else {
        play(at: busyBeat)
      }
      effects = []
      if house.store.wantsCheckpoint(whenIdle: false) { house.store.checkpoint() }
    }
  }

  /// The next beat in which something happens, where nobody else has the store open.
  private var busyBeat: Int64 {
    guard !(show?.isComparing ?? false) else { return nextBeat }
    let due = [wake, show?.nextTurn].compactMap { $0 }.min().flatMap { app.realTime(until: $0) }
    let regular = due.map { max(now / Self.beat + 1, (now + $0 + Self.beat - 1) / Self.beat) * Self.beat }
    return max(now + 1, standsUntil, [regular, player.wakeAt(now)].compactMap { $0 }.min() ?? nextBeat)
  }

  /// Lets the crowd do what it wants to do by now, and the app look at what changed. Returns whether it did.
  private func look() -> Bool {
    guard let booking = try? house.engine.now() else { return false }
    let isForeign = (try? house.store.hasForeignChange()) ?? true
    let isDue = wake.map { $0 <= booking } ?? false
    let isTurn = show?.nextTurn.map { $0 <= booking } ?? false
    if isForeign, !isOurs {
      player.fail(.disturbed)
      return false
    }
    let isComparing = show?.isComparing ?? false
    guard isForeign || isDue && now >= ticksRest || isTurn || isComparing else { return false }
    do throws(BookingError) {
      _ = try show?.act(through: booking, limit: .max)
      if isComparing { try show?.playComparison(limit: Self.trialTurns) }
    } catch {
      log.error("the crowd: \(error.sentence(in: .english))")
    }
    app.tick(isStoreNews: isForeign || isTurn)
    note()
    return true
  }

  /// Whether the clock is still the one that the show was opened with: who joins one that nobody watches brings another.
  private var isOurs: Bool {
    guard let clock else { return true }
    let anchor = try? house.store.read { reader throws(BookingError) in try reader.house().anchor }
    return anchor?.bootID == clock.bootID
  }

  private func take(isNew: Bool) {
    if player.play(now, isNew: isNew) { note() }
  }

  private func note() {
    let new = app.takeEffects()
    effects += new
    wake = app.wakeAt
    for effect in new {
      switch effect {
      case .stall(let time): standsUntil = max(standsUntil, now + time.milliseconds)
      case .dropTick: ticksRest = now + RunLoop.droppedTime
      case .save(let name, _) where isRecording:
        app.announce(LocalizedText("\(name)에 저장합니다.", "Saving as \(name)."))
      default: break
      }
    }
    if isPlaying, !isRecording, effects.contains(.quit) { player.quit() }
  }

  /// A digest of the store's rows.
  var rows: String? { try? Digest.of(house.store.contents()) }

  /// Plays up to an instant, and gives the app what came from the terminal then.
  func strike(_ events: [TerminalEvent], at instant: Int64) {
    play(through: instant - 1)
    if instant > now { play(at: instant) }
    player.strike(events)
    note()
  }

  /// Nothing is taken before this instant: the last beat, or the end of a time in which nobody looks.
  var reached: Int64 { max(now, standsUntil) }

  /// Lets a show's clock stand with the script, or both go on.
  func togglePause() {
    isPaused.toggle()
    // Without beats its time stands still, and its rows stay as they are.
    guard !isRecording else { return }
    if isPaused {
      rateBeforePause = try? house.engine.statusSnapshot(of: nil).rate
      try? house.engine.setRate(0)
    } else if let rate = rateBeforePause {
      try? house.engine.setRate(rate)
    }
    app.tick(isStoreNews: true)
    note()
  }

  /// Lets a show's clock skip machine time in which no beat was played: booking time goes on from where it stood.
  func skip(_ milliseconds: Int64) {
    guard !isRecording, let clock, let booking = try? house.engine.now() else { return }
    clock.pass(milliseconds)
    try? house.engine.holdBack(to: booking)
  }

  /// Ends the script where it stands, and leaves the house to whoever sits there.
  func leave() {
    if isPaused { togglePause() }
    isRecording = false
    follow()
    clock?.free()
  }

  /// What is said when it is over and somebody sits there.
  var farewell: LocalizedText {
    let what =
      if isTour {
        LocalizedText("둘러보기가 끝났습니다.", "That was the tour.")
      } else if !isRecording {
        LocalizedText("대본이 끝났습니다.", "The script is over.")
      } else if hasEnd {
        LocalizedText("저장소와 화면이 녹화 때와 같습니다.", "Repeated to the same rows and screen.")
      } else {
        LocalizedText("녹화가 여기서 끊겼습니다.", "The recording was cut off here.")
      }
    return LocalizedText("\(what.korean) 이제 직접 하실 수 있습니다.", "\(what.english) The keys are yours.")
  }

  /// Lets a show's clock stand where the machine's does, without booking time moving.
  func follow() {
    if let clock { skip(clock.lag) }
  }
}

extension App.Effect {
  /// Whether it does more than draw, sound and tell.
  fileprivate var isOfTheLoop: Bool {
    switch self {
    case .quit, .suspend, .stall, .dropTick, .save, .discardTyped: true
    case .ring, .title, .redraw, .mouse, .log: false
    }
  }
}
