internal import Booking
internal import Canvas
internal import Screens
internal import Wording

/// A script on a real terminal: it goes with real time, and whoever watches can stop it or take over. Instants are
/// milliseconds of a clock that never steps.
final class ScriptStage {
  /// What a key asks of whoever runs this.
  enum Wish: Hashable {
    case takeOver, quit
  }

  /// How long a lateness is made up for by playing faster; a longer one is left behind.
  private static let patience: Int64 = 300
  /// How long keys may wait for a beat.
  private static let busyTime: Int64 = 20
  /// How long it is said what the keys do, or a note.
  private static let hintTime: Int64 = 3000
  private static let noteTime: Int64 = 8000

  let playback: Playback
  /// When the script would have begun if it had never been stopped.
  private var start: Int64
  private var hintEnd: Int64?
  /// How many times as fast as it was meant.
  private let speed: Int64
  /// What those who watch should know, until an instant.
  private var note: (text: String, end: Int64)?
  /// The terminal's size, which need not be that of a session that is repeated.
  private var terminal: Size?

  init(_ playback: Playback, at now: Int64, speed: Int64 = 1, note: String? = nil) {
    self.playback = playback
    self.speed = speed
    self.note = note.map { ($0, now + Self.noteTime) }
    start = now
    playback.follow()
  }

  /// When there is something to play; nil while it is stopped.
  var nextBeat: Int64? { playback.isPaused ? nil : start + (playback.nextBeat + speed - 1) / speed }

  /// Plays what came by now. Returns whether there may be something new to see.
  func play(_ now: Int64, on size: Size, clock: () -> Int64) -> Bool {
    if !playback.isRecording { playback.use(terminal: size) }
    let isResized = terminal != size
    terminal = size
    if let end = hintEnd, now >= end { hintEnd = nil }
    if let end = note?.end, now >= end { note = nil }
    let before = playback.now
    playback.play(through: (now - start) * speed, unless: { clock() - now > Self.busyTime })
    if (now - start) * speed - playback.now > Self.patience * speed { leaveLateness(now) }
    return isResized || playback.now > before
  }

  /// Does what somebody's keys ask for.
  func obey(_ events: [TerminalEvent], _ now: Int64) -> Wish? {
    let keys = events.flatMap { event -> [Key] in if case .key(let key) = event { key.hotkeys } else { [] } }
    for key in keys {
      switch key {
      case .escape:
        leaveLateness(now)
        return .takeOver
      case .control("c"): return .quit
      case .space:
        leaveLateness(now)
        playback.togglePause()
      default: hintEnd = now + Self.hintTime
      }
    }
    return nil
  }

  private func leaveLateness(_ now: Int64) {
    let lateness = (now - start) * speed - playback.now
    guard lateness > 0 else { return }
    playback.skip(lateness)
    start += lateness / speed
  }

  var frame: Grid {
    var frame = picture
    guard let line = bottomLine(under: frame), let terminal else { return frame }
    let y = min(terminal.height, frame.size.height) - 1
    let width = min(terminal.width, frame.size.width)
    frame.fill(Rect(x: 0, y: y, width: width, height: 1), style: .reverse)
    frame.put(line.fitted(to: width - 2, mark: "…"), x: 1, y: y, style: .reverse, width: width - 2)
    return frame
  }

  /// What lies over the last row that is seen: a note, or that the terminal does not show all of the picture.
  private func bottomLine(under picture: Grid) -> String? {
    if let note { return note.text }
    guard let terminal, terminal.width < picture.size.width || terminal.height < picture.size.height else { return nil }
    let language = playback.app.language
    let hint = language(playback.isPaused ? ScriptPlayer.pauseHint : ScriptPlayer.hint)
    let size = "\(picture.size.width)×\(picture.size.height)"
    return language("\(size)로 녹화됨. 창을 키우세요.  \(hint)", "Recorded at \(size); enlarge the window.  \(hint)")
  }

  private var picture: Grid {
    let (player, isPaused) = (playback.player, playback.isPaused)
    guard isPaused || hintEnd != nil else { return playback.frame }
    let hint = isPaused ? ScriptPlayer.pauseHint : ScriptPlayer.hint
    guard let band = player.caption.map({ CaptionBand($0, hint: hint) }) ?? playback.app.explanation(hint: hint) else {
      return playback.app.frame(player.size, hinting: hint)
    }
    return playback.app.frame(player.size, with: band)
  }
}
