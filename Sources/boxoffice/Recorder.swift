internal import Canvas
internal import Glibc
internal import Screens
internal import Scripts

/// Records a session at a demonstration. Everything happens in the beats of a playback, whose instants are counted and not
/// measured, so that the same keys at the same instants give the same rows and screens again. What was written is there
/// whatever ends the program.
final class Recorder {
  let playback: Playback
  private let file: Int32
  /// When the session began, in milliseconds of a clock that never steps.
  private var start: Int64
  private var hasSize = false

  /// How long a lateness is made up for by playing beats faster; a longer one, as of a stopped machine, is left behind.
  private static let patience: Int64 = 300

  /// - Parameters:
  ///   - playback: of a script without an end.
  ///   - file: open, with its head written.
  init(_ playback: Playback, file: Int32, at now: Int64) {
    self.playback = playback
    self.file = file
    start = now
  }

  /// Makes the file and writes its head; nil when it cannot be made, or is there already.
  static func open(_ path: String, options: [String]) -> Int32? {
    let file = Glibc.open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard file >= 0 else { return nil }
    write(RecordingText.head(options: options), to: file)
    return file
  }

  var nextBeat: Int64 { start + playback.nextBeat }

  /// Plays what came by now. Answers whether there may be something new to see.
  func play(_ now: Int64) -> Bool {
    let before = playback.now
    playback.play(through: now - start)
    let lateness = now - start - playback.now
    if lateness > Self.patience { start += lateness }
    return playback.now > before
  }

  func use(_ size: Size, _ now: Int64) {
    guard !hasSize || size != playback.player.size else { return }
    hasSize = true
    playback.play(through: now - start)
    let instant = playback.instant(for: now - start)
    playback.strike([], at: instant)
    playback.use(terminal: size)
    write(RecordingText.line(size, at: instant))
  }

  func strike(_ events: [TerminalEvent], _ now: Int64) {
    for piece in RecordingText.pieces(of: events) {
      let instant = playback.instant(for: now - start)
      write(RecordingText.line(piece, at: instant))
      let wasAsked = playback.app.isAsking
      playback.strike(piece, at: instant)
      // What was typed before a question appeared does not answer it.
      if !wasAsked, playback.app.isAsking { return }
    }
  }

  /// Writes what a repetition must come to.
  func finish(_ now: Int64) {
    let instant = playback.instant(for: now - start)
    playback.strike([], at: instant)
    if let rows = playback.rows {
      write(RecordingText.end(rows: rows, screen: Digest.of(playback.frame), at: instant))
    }
    close(file)
  }

  private func write(_ text: String) { Self.write(text, to: file) }

  private static func write(_ text: String, to file: Int32) { _ = Glibc.write(file, text, text.utf8.count) }
}
