internal import Booking
internal import Canvas
internal import CursesTerminal
internal import Files
internal import Glibc
internal import Logging
internal import SQLiteStore
internal import Screens
internal import Wording

/// One thread, one loop: waits for a key, a signal, a change of the store by another process, or the next thing that
/// is due, whichever comes first; then handles it and draws what changed. Nothing is polled for.
struct RunLoop {
  /// Changes that nobody typed are drawn at most this often, in milliseconds.
  static let frameInterval: Int64 = 33
  /// A writer that was killed before it touched the file is noticed this long after its last write.
  private static let lateLook: Int64 = 200

  /// How long the crowd and the journal are left alone after the store would not have them.
  static let failureInterval: Int64 = 500

  /// How long nobody looks by itself after a tick was dropped.
  static let droppedTime: Int64 = 1_000

  let app: App
  let terminal: TerminalDriver
  private let store: DatabaseStore
  private let watcher: StoreWatcher?
  /// The demonstration's crowd that acts in this loop.
  private var crowd: CrowdTurns?
  /// The script that is played here; nil once it is over.
  var stage: ScriptStage?
  /// Records what happens here; the session then goes by its beats.
  var recorder: Recorder?
  let log: Logger
  private var decoder = InputDecoder()
  private var isProbeAnswered = false
  private var lastFrame: Int64 = -1000
  var isFrameDue = true
  private var journal: WALCheckpoints
  private var lookAt: Int64?
  /// What the loop has to do before the next picture.
  var effects: [App.Effect] = []
  /// Whether somebody ended the script, or it failed.
  private var isLeft = false
  /// When the app wants to be woken, in booking time.
  private var wake: Timestamp?
  /// Whether the next tick is passed over, and until when none comes after one was.
  private var dropsTick = false
  private var ticksRest: Int64 = 0
  /// nil in a demonstration, whose clock is nobody's wall clock.
  private var clockWatch: ClockWatch?
  /// When the app last looked at the house.
  private var lookedAt: Int64 = 0

  init(
    app: App, terminal: TerminalDriver, store: DatabaseStore, show: DemoShow?, stage: ScriptStage?, recorder: Recorder?,
    log: Logger
  ) {
    self.app = app
    self.stage = stage
    self.recorder = recorder
    self.log = log
    self.terminal = terminal
    self.store = store
    journal = WALCheckpoints(store)
    crowd = show.map { CrowdTurns($0, log: log) }
    let house = try? store.read { reader throws(BookingError) in try reader.house() }
    clockWatch = house?.kind == .real ? ClockWatch(MachineClock.reading()) : nil
    watcher = store.filePath.map(StoreWatcher.init)
    // Without news from the system, looking now and then is all there is.
    if let watcher, watcher.descriptor == nil { lookAt = Self.now() + Self.lateLook }
  }

  /// Returns the exit status.
  mutating func run() -> Int32 {
    defer { recorder?.finish(Self.now()) }
    terminal.resize()
    recorder?.use(terminal.size, Self.now())
    if stage == nil, recorder == nil { watchClock() }
    draw()
    while true {
      let wakeup = terminal.wait(alsoFor: watcher?.descriptor, timeout: timeout())
      for notice in wakeup.notices {
        switch notice {
        case .resized:
          terminal.resize()
          recorder?.use(terminal.size, Self.now())
        case .suspend: terminal.suspend()
        case .resumed: terminal.resume()
        case .terminate(let status): return status
        }
        isFrameDue = true
        lastFrame = -1000
      }
      var isQuestionNew = false
      // Before anybody looks at the house: what the crowd did until now comes first.
      if stage == nil, recorder == nil { letCrowdAct(atOnce: !wakeup.bytes.isEmpty || isAwaited) }
      let wasTyped = take(wakeup.bytes)
      if let recorder {
        if wakeup.isStoreNews { _ = watcher?.drain() }
        if recorder.play(Self.now()) { isFrameDue = true }
        if let reason = recorder.trouble { endRecording(reason) }
      } else if let stage {
        // Each beat looks at what others did.
        if wakeup.isStoreNews { _ = watcher?.drain() }
        playScript(stage)
      } else {
        if !wasTyped || app.retryInterval != nil { look(isNews: wakeup.isStoreNews) }
        if crowd?.playComparison(clock: Self.now) ?? false {
          app.tick()
          isFrameDue = true
        }
      }
      if wasTyped || wakeup.isStoreNews { journal.noteActivity(Self.now()) }
      effects += (stage?.playback ?? recorder?.playback)?.takeEffects() ?? app.takeEffects()
      defer { effects = [] }
      for effect in effects {
        switch effect {
        case .ring: terminal.ring()
        case .title(let text): terminal.setTitle(text.outgoing)
        case .redraw: terminal.redrawAll()
        case .mouse(let isUsed): terminal.useMouse(isUsed)
        case .suspend:
          terminal.suspend()
          if recorder == nil { app.tick() }
        case .discardTyped: isQuestionNew = true
        case .dropTick: dropsTick = true
        case .stall(let time):
          draw()
          if let status = stall(time) { return status }
        case .log(let line): log.error("\(line)")
        case .save(let name, let text): save(text, as: name)
        case .quit: return 0
        }
      }
      if isLeft { return 0 }
      // Before the question is drawn: a key pressed after it was seen is an answer.
      if isQuestionNew { terminal.discardTyped() }
      if isFrameDue, wasTyped || Self.now() - lastFrame >= Self.frameInterval { draw() }
      journal.copyIfTimely(clock: Self.now)
    }
  }

  /// Handles what was typed. False when nothing was.
  private mutating func take(_ bytes: [UInt8]) -> Bool {
    let now = Self.now()
    var events = bytes.isEmpty ? [] : decoder.feed(bytes, now: now)
    events += decoder.flush(now: now)
    guard !events.isEmpty else { return false }
    // Only the first report answers our question; a later one is some key of some terminal.
    for case .cursorReport(_, let column) in events where !isProbeAnswered {
      isProbeAnswered = true
      // In a recording signs must not depend on when the answer comes, nor on where it is repeated.
      let isRecording = recorder != nil || stage?.playback.isRecording ?? false
      if column == 3, !isRecording { app.use(Theme(hasColor: app.theme.hasColor, glyphs: .ascii)) }
    }
    isFrameDue = true
    let wasRetrying = app.retryInterval != nil
    if let stage {
      obey(events, at: stage)
    } else if let recorder {
      recorder.strike(events, now)
    } else {
      app.handle(events)
    }
    // What is tried again is not put off by keys; what has just been tried is first shown.
    if !wasRetrying { lookedAt = Self.now() }
    return true
  }

  /// While a script is played the keys are about the script.
  private mutating func obey(_ events: [TerminalEvent], at stage: ScriptStage) {
    switch stage.obey(events, Self.now()) {
    case .takeOver: endScript(LocalizedText("이제 직접 하실 수 있습니다.", "The keys are yours now."))
    case .quit: isLeft = true
    case nil: break
    }
  }

  /// Plays what came by now.
  private mutating func playScript(_ stage: ScriptStage) {
    if stage.play(Self.now(), on: terminal.size, clock: Self.now) { isFrameDue = true }
    switch stage.playback.player.state {
    case .playing: break
    case .over,
      .failed where stage.playback.isTour:
      endScript(stage.playback.farewell)
    case .failed: isLeft = true
    }
  }

  /// Looks at what others did and at what fell due.
  private mutating func look(isNews: Bool) {
    let now = Self.now()
    watchClock()
    var isLookDue = false
    if isNews, let watcher, watcher.drain() {
      isLookDue = true
      lookAt = now + Self.lateLook
    }
    if let at = lookAt, now >= at {
      isLookDue = true
      lookAt = watcher?.descriptor == nil ? now + Self.lateLook : nil
    }
    let isForeign = isLookDue && ((try? store.hasForeignChange()) ?? true)
    guard isForeign || isAwaited else { return }
    if dropsTick, !isForeign {
      dropsTick = false
      ticksRest = now + Self.droppedTime
      return
    }
    app.tick(isStoreNews: isForeign)
    lookedAt = Self.now()
    isFrameDue = true
  }

  /// Tells what became of the machine's clock.
  private mutating func watchClock() {
    let reading = MachineClock.reading()
    if let news = clockWatch?.news(reading, standstill: app.standstill) {
      app.announce(news)
      isFrameDue = true
    }
    if let now = try? app.now() { app.otherDay = ClockWatch.otherDay(reading.wall, than: now) }
  }

  /// Whether something that the app waits for is due.
  private var isAwaited: Bool {
    if let interval = app.retryInterval { return Self.now() >= lookedAt + interval }
    guard Self.now() >= ticksRest else { return false }
    return wake.map { wake in (try? app.now()).map { wake <= $0 } ?? true } ?? false
  }

  /// Lets the crowd act, and the app look at what it did.
  private mutating func letCrowdAct(atOnce: Bool) {
    guard crowd?.act(atOnce: atOnce, clock: Self.now) ?? false else { return }
    app.tick(isStoreNews: true)
    lookedAt = Self.now()
    isFrameDue = true
  }

  private mutating func draw() {
    terminal.show(stage?.frame ?? recorder?.playback.frame ?? app.frame(terminal.size, with: app.explanation))
    lastFrame = Self.now()
    isFrameDue = false
  }

  /// Milliseconds until something is to be done without a key; nil when nothing is.
  private mutating func timeout() -> Int64? {
    let now = Self.now()
    if let recorder {
      return [recorder.nextBeat, decoder.deadline].compactMap { $0 }.min().map { max(0, $0 - now) }
    }
    if let stage { return [stage.nextBeat, decoder.deadline].compactMap { $0 }.min().map { max(0, $0 - now) } }
    wake = app.wakeAt
    var deadlines: [Int64] = []
    if let interval = app.retryInterval {
      deadlines.append(lookedAt + interval)
    } else if let wake, let delay = app.realTime(until: wake) {
      // A fast clock shows no more than one picture a frame.
      deadlines.append(max(now + delay, lastFrame + Self.frameInterval, ticksRest))
    }
    if let deadline = crowd?.deadline(now, app) { deadlines.append(deadline) }
    if let deadline = decoder.deadline { deadlines.append(deadline) }
    if let lookAt { deadlines.append(lookAt) }
    if isFrameDue { deadlines.append(lastFrame + Self.frameInterval) }
    if let deadline = journal.deadline { deadlines.append(deadline) }
    return deadlines.min().map { max(0, $0 - now) }
  }

  static func now() -> Int64 { MachineClock.steady() }
}
