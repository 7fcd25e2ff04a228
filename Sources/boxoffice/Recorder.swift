internal import Booking
internal import Canvas
internal import Files
internal import Glibc
internal import Screens
internal import Scripts

/// Records a session at a demonstration. Everything happens in the beats of a playback, whose instants are counted and not
/// measured, so that the same keys at the same instants give the same rows and screens again. What was written is there
/// whatever ends the program. Instants are milliseconds of a clock that never steps.
final class Recorder {
  let playback: Playback
  private let file: RecordingFile
  private let clock: () -> Int64
  /// When the session would have begun if no time had been left behind.
  private var start: Int64
  private var hasSize = false

  /// How long a lateness is made up for by playing beats faster; a longer one, as of a stopped machine, is left behind.
  private static let patience: Int64 = 300
  /// How long keys may wait for beats; what is not played by then is left behind too.
  private static let busyTime: Int64 = 20

  /// - Parameters:
  ///   - playback: of a script without an end.
  ///   - options: those of the show.
  init(_ playback: Playback, _ file: RecordingFile, options: [String], clock: @escaping () -> Int64) {
    self.playback = playback
    self.file = file
    self.clock = clock
    start = clock()
    file.append(RecordingText.head(version: ProgramVersion.current, options: options))
  }

  var nextBeat: Int64 { start + playback.nextBeat }

  /// Why the session cannot be repeated any more, in a sentence; nil while it can.
  var trouble: LocalizedText? {
    if !playback.isPlaying {
      return LocalizedText(
        "다른 터미널이 이 시연을 열어 녹화를 마칩니다.", "Another terminal opened this show, so it is no longer recorded.")
    }
    return file.fault.map {
      LocalizedText("녹화를 쓸 수 없어 마칩니다 (\($0)).", "The recording cannot be written and ends here (\($0)).")
    }
  }

  /// Plays what came by now. Returns whether there may be something new to see.
  func play(_ now: Int64) -> Bool {
    let before = playback.now
    let lateness = now - start - playback.reached
    if lateness > Self.patience { start += lateness - Playback.beat }
    let begin = clock()
    playback.play(through: now - start, unless: { clock() - begin > Self.busyTime })
    if nextBeat <= now { start = now - playback.reached }
    return playback.now > before
  }

  func use(_ size: Size, _ now: Int64) {
    guard !hasSize || size != playback.player.size else { return }
    hasSize = true
    let instant = instant(now)
    playback.strike([], at: instant)
    playback.use(terminal: size)
    file.append(RecordingText.line(size, at: instant))
  }

  func strike(_ events: [TerminalEvent], _ now: Int64) {
    for piece in RecordingText.pieces(of: events) {
      let instant = instant(now)
      file.append(RecordingText.line(piece, at: instant))
      let wasAsked = playback.app.isAsking
      playback.strike(piece, at: instant)
      // What was typed before a question appeared does not answer it.
      if !wasAsked, playback.app.isAsking { return }
    }
  }

  /// The instant at which something that comes now is taken, all before it having been played.
  private func instant(_ now: Int64) -> Int64 {
    _ = play(now)
    return max(playback.reached, now - start)
  }

  /// Writes what a repetition must come to.
  func finish(_ now: Int64) {
    let instant = instant(now)
    playback.strike([], at: instant)
    if trouble == nil, let rows = playback.rows {
      file.append(RecordingText.end(rows: rows, screen: Digest.of(playback.frame), at: instant))
    }
    file.close()
  }

  /// Leaves it without an end to come to.
  func abandon() { file.close() }
}

/// The file of a recording, in which everything written is there at once.
final class RecordingFile {
  private let file: Int32
  /// Why it could not be written; nothing is after that.
  private(set) var fault: String?

  /// Makes it; one that is there already is refused.
  init(_ path: FilePath) throws(OpeningFault) { file = try path.create() }

  func append(_ text: String) {
    guard fault == nil else { return }
    fault = OutputFile.write(text, to: file)
  }

  func close() { Glibc.close(file) }
}
