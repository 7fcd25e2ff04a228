import Booking
import Canvas
import Foundation
import SQLiteStore
import TestSupport
import Testing
import Wording

@testable import Screens

/// The whole program without a terminal: an app on a house in memory, a clock that the test moves, and the keys.
final class TestStage {
  let clock = ManualClock()
  /// The clock of a demonstration, which has a speed; nil in a real house.
  private let stepped: SteppedClock?
  let database: DatabaseStore
  /// The app's way to the store, which a test can make fail.
  let store: FaultyStore
  /// Another terminal's way to the same house.
  let engine: BookingEngine
  let app: App
  let show: StageShow?
  var size = Size(width: 80, height: 24)
  /// What the loop was told to do, and not yet looked at.
  private(set) var effects: [App.Effect] = []

  /// - Parameters:
  ///   - crowd: how many wait already, besides the rival.
  ///   - season: nil for a house without a programme.
  ///   - kind: a demonstration's time passes in real time, at the speed that the house has.
  ///   - show: what stands behind a demonstration, in the terminal that opened it.
  init(
    _ language: Language = .english, policy: Policy = Policy(), crowd: Int = 0, season: Season? = .stage(),
    glyphs: Glyphs = .unicode, hasColor: Bool = true, mouse: Mouse = .used, kind: House.Kind = .real,
    show: StageShow? = nil
  ) throws {
    VenueZone.use
    let stepped = kind == .demonstration ? SteppedClock() : nil
    self.stepped = stepped
    let time: any BookingClock = if let stepped { stepped } else { clock }
    let database = try DatabaseStore.inMemory()
    self.database = database
    store = FaultyStore(database)
    let engine = BookingEngine(store: database, clock: time, random: SeededRandom(seed: 2))
    self.engine = engine
    let people =
      Self.people + (0..<crowd).map { SeedUser(name: "Crowd \($0 + 1)", balance: .zero, isWaiting: true) }
    try engine.create(
      kind, anchor: time.anchor(at: .opening, rate: 1000), policy: policy, season: season, people: people)
    self.show = show
    show?.begin = { () throws(BookingError) in try engine.reset(policy: policy, season: season, people: people) }
    show?.copy = { () throws(BookingError) in
      let now = try engine.now()
      let copy = try database.copy()
      let clock = SteppedClock()
      try copy.write { tx throws(BookingError) in try tx.setClockAnchor(clock.anchor(at: now, rate: 0)) }
      return BookingEngine(store: copy, clock: clock, random: SeededRandom(seed: 5))
    }
    app = try App(
      engine: BookingEngine(store: store, clock: time, random: SeededRandom(seed: 3)),
      language: language, theme: Theme(hasColor: hasColor, glyphs: glyphs), mouse: mouse,
      random: SeededRandom(seed: 4), show: show)
  }

  static let people = [
    SeedUser(name: "김하늘", balance: Won(500_000)),
    SeedUser(name: Rival.name, balance: Won(5_000_000), isWaiting: true),
    SeedUser(name: "이서준", balance: Won(150_000)),
    SeedUser(name: "Daniel Cho", balance: .zero),
    SeedUser(name: "최은서", balance: Won(9_950_000)),
  ]

  private func settle() { effects += app.takeEffects() }

  /// Takes what the loop was told since the last time.
  func takeEffects() -> [App.Effect] {
    defer { effects = [] }
    return effects
  }
}

// MARK: - At the keyboard

extension TestStage {
  /// Each key comes in a piece of its own, as people type.
  func press(_ keys: Key...) { press(keys) }

  func press(_ keys: [Key]) {
    for key in keys { send([.key(key)]) }
  }

  func type(_ text: String) { press(text.unicodeScalars.map { Key(.scalar($0)) }) }

  func click(_ x: Int, _ y: Int) { send([.click(Position(x: x, y: y))]) }

  /// Clicks where a text begins on screen, or so many cells and lines beside it.
  func click(_ text: String, right: Int = 0, down: Int = 0, line: Int = #line) {
    guard let place = place(of: text) else {
      Issue.record("nothing to click: \(text) (line \(line))\n\(screen)")
      return
    }
    send([.click(Position(x: place.x + right, y: place.y + down))])
  }

  /// Clicks on a key of the bottom line.
  func clickKey(_ name: String, line: Int = #line) {
    guard let place = keyPlace(name) else {
      Issue.record("no key to click: \(name) (line \(line))\n\(bottom)")
      return
    }
    send([.click(place)])
  }

  /// Turns the wheel over the middle of the screen, downwards for a positive number of steps.
  func turnWheel(_ steps: Int) {
    let place = Position(x: size.width / 2, y: size.height / 2)
    for _ in 0..<abs(steps) { send([.wheel(place, down: steps > 0)]) }
  }

  /// Events that come in one piece.
  func send(_ events: [TerminalEvent]) {
    app.handle(events)
    settle()
  }

  /// Lets time pass as the run loop does: the app is woken at every instant that it asks for on the way.
  func advance(_ duration: Duration) {
    if let stepped { return advance(stepped, duration.milliseconds) }
    let end = clock.instant + duration
    while let wake = app.wakeAt, wake <= end {
      clock.instant = max(wake, clock.instant + .milliseconds(1))
      app.tick()
      settle()
    }
    clock.instant = end
  }

  private func advance(_ clock: SteppedClock, _ milliseconds: Int64) {
    var left = milliseconds
    while let wake = app.wakeAt, let delay = app.realTime(until: wake).map({ max(1, $0) }), delay <= left {
      clock.advance(.milliseconds(delay))
      left -= delay
      app.tick()
      settle()
    }
    clock.advance(.milliseconds(left))
  }

  /// Lets time pass in one piece, as a suspended machine does, and looks again.
  func sleep(_ duration: Duration) {
    if let stepped { stepped.advance(duration) } else { clock.advance(duration) }
    app.tick()
    settle()
  }

  /// What another terminal did is noticed.
  func hearNews() {
    app.tick(isStoreNews: true)
    settle()
  }
}

// MARK: - On the screen

extension TestStage {
  func frame(_ width: Int, _ height: Int) -> Grid { app.frame(Size(width: width, height: height)) }

  var grid: Grid { app.frame(size) }
  var screen: String { grid.text }
  var top: String { grid.row(0) }
  var chips: String { grid.row(1) }
  /// The last message, however many lines it takes.
  var message: String {
    let lines = max(1, app.shell.messageLines.count)
    return (1...lines).reversed().map { grid.row(size.height - 1 - $0) }.joined(separator: " ")
  }
  var bottom: String { grid.row(size.height - 1) }

  /// The row that the cursor stands on: the chosen line of a list.
  var chosenRow: String { grid.row(grid.cursor.y) }

  /// Where a key of the bottom line begins.
  func keyPlace(_ name: String) -> Position? {
    bottom.range(of: name).map { Position(x: String(bottom[..<$0.lowerBound]).cellWidth, y: size.height - 1) }
  }

  /// Where a text begins on screen.
  func place(of text: String) -> Position? {
    let grid = grid
    for y in 0..<grid.size.height {
      let row = grid.row(y)
      if let range = row.range(of: text) { return Position(x: String(row[..<range.lowerBound]).cellWidth, y: y) }
    }
    return nil
  }
}
