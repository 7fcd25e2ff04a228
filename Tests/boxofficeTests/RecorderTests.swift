import Booking
import Canvas
import Files
import Foundation
import Logging
import SQLiteStore
import Screens
import Scripts
import TestSupport
import Testing
import Wording

@testable import boxoffice

/// A show at which somebody sits: recorded, or repeated.
private final class Seat {
  private let place: PlayedFixture
  let playback: Playback
  let recorder: Recorder?
  var house: HouseOpening.Opened { place.house }

  /// - Parameter recording: what is repeated; nil for a session that is recorded.
  init(_ recording: Recording? = nil) throws {
    place = try PlayedFixture(crowd: 60, explains: true)
    playback = Playback(
      recording?.script ?? .endless, at: place.app, house: place.house, show: place.show, clock: place.clock,
      log: Logger(label: "test"),
      isRecording: true, save: { _, _ in nil })
    let file = recording == nil ? try RecordingFile(FilePath(place.folder.file("session.recording"))) : nil
    recorder = file.map { [playback] in Recorder(playback, $0, options: [], clock: { 0 }) }
  }

  var text: String {
    get throws { try String(contentsOfFile: place.folder.file("session.recording"), encoding: .utf8) }
  }

  /// Somebody plays at random until an instant, in milliseconds, while pictures are drawn now and then.
  func improvise(_ seed: UInt64, until end: Int64) throws -> String {
    var chance = SeededRandom(seed: seed)
    let recorder = try #require(recorder)
    let keys: [Key] =
      [.enter, .escape, .up, .down, .left, .right, .space, .tab]
      + "jkhlwtcdIpm?LE+-b5yn1ef:".unicodeScalars.map { Key(.scalar($0)) }
    var now: Int64 = 0
    recorder.use(Size(width: 100, height: 30), now)
    while now < end {
      now += Int64.random(in: 0...400, using: &chance)
      switch Int.random(in: 0..<12, using: &chance) {
      case 0: recorder.use(Size(width: Int.random(in: 50...120, using: &chance), height: 30), now)
      case 1:
        recorder.strike([.click(Position(x: Int.random(in: 0..<100, using: &chance), y: 7)), .paste("ab 5")], now)
      case 2: _ = recorder.play(now)
      default:
        let piece = (0..<Int.random(in: 1...3, using: &chance)).compactMap { _ in keys.randomElement(using: &chance) }
        recorder.strike(piece.map { .key($0) }, now)
      }
      _ = playback.takeEffects()
      if Bool.random(using: &chance) { _ = playback.frame }
    }
    recorder.finish(now)
    return try text
  }
}

extension Seat {
  /// Somebody does what a script says, and it is recorded.
  func perform(_ story: String) throws -> String {
    let recorder = try #require(recorder)
    var now: Int64 = 0
    recorder.use(Size(width: 100, height: 30), now)
    func pass(_ time: Int64) {
      let end = now + time
      while now < end {
        now = min(end, now + Playback.beat)
        _ = recorder.play(now)
        _ = playback.takeEffects()
      }
    }
    for line in try ScriptReader.read(Array(story.utf8)).lines {
      switch line.step {
      case .press(let key):
        recorder.strike([.key(key)], now)
        pass(ScriptPlayer.keyTime)
      case .rest(let time): pass(time.milliseconds)
      case .size(let size): recorder.use(size, now)
      case .until(let text, let limit):
        let end = now + limit.milliseconds
        while now < end, !playback.frame.text.contains(text.english) { pass(Playback.beat) }
        fallthrough
      case .expect(let text, isThere: true):
        #expect(playback.frame.text.contains(text.english), "line \(line.number): \(playback.frame.text)")
      default: Issue.record("no step of a story: \(line)")
      }
    }
    recorder.finish(now)
    return try text
  }
}

@Suite("A session that is recorded")
struct RecorderTests {
  @Test(arguments: 0..<UInt64(LongForm.times(3, long: 200)))
  func `comes to the same rows and the same screen when it is repeated`(
    _ seed: UInt64
  ) throws {
    let text = try Seat().improvise(seed, until: 18_000)
    let recording = try Recording.read(Array(text.utf8))
    #expect(recording.script.lines.count > 30)
    let alone = try Seat(recording)
    alone.playback.playAlone()
    #expect(alone.playback.player.state == .over, "\(alone.playback.frame.text)")
    // With a picture drawn every 7 ms it is the same.
    let watched = try Seat(recording)
    var now: Int64 = 0
    while watched.playback.isPlaying {
      now += 7
      watched.playback.play(through: now)
      _ = watched.playback.frame
    }
    #expect(watched.playback.player.state == .over)
  }

  @Test(arguments: RecordedStory.all)
  func `comes to the same when it tells a story of its users`(_ story: RecordedStory) throws {
    let text = try Seat().perform(story.script)
    let again = try Seat(try Recording.read(Array(text.utf8)))
    again.playback.playAlone()
    #expect(again.playback.player.state == .over, "\(again.playback.frame.text)")
  }

  @Test func `is told from one in which somebody pressed another key, or pressed it later`() throws {
    let text = try Seat().improvise(3, until: 12_000)
    let lines = text.split(separator: "\n").map(String.init)
    func state(_ lines: [String]) throws -> ScriptPlayer.State {
      let seat = try Seat(try Recording.read(Array(lines.map { $0 + "\n" }.joined().utf8)))
      seat.playback.playAlone()
      return seat.playback.player.state
    }
    #expect(try state(lines) == .over)
    let end = try #require(lines.firstIndex { $0.contains(" rows ") })
    let instant = try #require(lines[end].split(separator: " ").dropFirst().first)
    var changed = lines
    // Wherever the session ended, in a window that is large enough.
    changed.insert("at \(instant) press Esc Esc Esc : b a l a n c e Space 1 2 3 4 5 Enter", at: end)
    changed.insert("at \(instant) size 100 30", at: end)
    guard case .failed(.otherRows, _) = try state(changed) else {
      Issue.record("not told")
      return
    }
    changed = lines
    changed[end + 1] = "at \(instant) screen 0000000000000000"
    guard case .failed(.otherScreen, _) = try state(changed) else {
      Issue.record("not told")
      return
    }
  }

  private func repeated(_ seat: Seat) throws -> ScriptPlayer.State {
    let again = try Seat(try Recording.read(Array(seat.text.utf8)))
    again.playback.playAlone()
    return again.playback.player.state
  }

  /// Lets the recording's loop go round until an instant.
  private func run(_ recorder: Recorder, from start: Int64, to end: Int64) {
    for now in stride(from: start, through: end, by: 20) { _ = recorder.play(now) }
  }

  private func keys(_ text: String) -> [TerminalEvent] { text.unicodeScalars.map { .key(Key(.scalar($0))) } }

  @Test func `leaves behind the time for which the machine stood still, and hears keys at once after it`() throws {
    let seat = try Seat()
    let recorder = try #require(seat.recorder)
    recorder.use(Size(width: 80, height: 24), 0)
    run(recorder, from: 0, to: 1_000)
    recorder.strike(keys("w"), 3_600_000)
    #expect((1_000..<1_100).contains(seat.playback.now))
    run(recorder, from: 3_600_000, to: 3_600_500)
    recorder.strike(keys("I"), 3_600_500)
    #expect((1_500..<1_600).contains(seat.playback.now), "and goes on from there")
    recorder.finish(3_600_600)
    #expect(try repeated(seat) == .over)
  }

  @Test func `a stall is a part of it, and no time is left behind for it`() throws {
    let seat = try Seat()
    let recorder = try #require(seat.recorder)
    recorder.use(Size(width: 80, height: 24), 0)
    run(recorder, from: 0, to: 1_000)
    recorder.strike(keys(":stall 5s"), 1_000)
    recorder.strike([.key(.enter)], 1_100)
    // The loop stands still as well.
    recorder.strike(keys("w"), 6_200)
    #expect((6_100..<6_300).contains(seat.playback.now))
    recorder.finish(6_300)
    #expect(try repeated(seat) == .over)
  }

  @Test func `files that were saved in it are not saved again, and its screen is the same`() throws {
    let seat = try Seat()
    let recorder = try #require(seat.recorder)
    recorder.use(Size(width: 100, height: 30), 0)
    run(recorder, from: 0, to: 500)
    recorder.strike(keys("Ie"), 500)
    #expect(seat.playback.takeEffects().contains { if case .save = $0 { true } else { false } })
    recorder.finish(600)
    #expect(try repeated(seat) == .over)
  }

  @Test func `ends, and says so, when another terminal brings a clock of its own to the show`() throws {
    let seat = try Seat()
    let recorder = try #require(seat.recorder)
    recorder.use(Size(width: 80, height: 24), 0)
    _ = recorder.play(500)
    #expect(recorder.trouble == nil)
    let other = try StoreFile(path: try #require(seat.house.store.filePath)).open { _ in }.store
    defer { other.close() }
    try other.write { tx throws(BookingError) in
      try tx.setClockAnchor(ClockAnchor(bootID: "another", boot: 0, instant: try tx.house().latest))
    }
    _ = recorder.play(600)
    #expect(recorder.trouble?.english.contains("no longer recorded") == true)
    recorder.finish(700)
    #expect(try !seat.text.contains(" rows "))
  }

  @Test func `has no secret in it`() throws {
    let seat = try Seat()
    let text = try seat.improvise(1, until: 10_000)
    let secrets = try seat.house.store.audit { auditor throws(BookingError) in try auditor.allTokens() }
      .map(\.credential.secret)
    #expect(secrets.count > 10)
    for secret in secrets {
      for part in [secret.high, secret.low] {
        #expect(!text.contains(String(part, radix: 16)) && !text.contains("\(part)"))
      }
    }
  }

  @Test func `a file that is there already is not written over`() throws {
    let folder = try TemporaryFolder()
    try folder.write([1], to: "there")
    #expect(throws: OpeningFault.exists) { try RecordingFile(FilePath(folder.file("there"))) }
    #expect(try folder.bytes(of: "there") == [1])
  }
}

@Suite("boxoffice demo --record and boxoffice replay", .serialized)
struct ReplayCommandTests {
  /// A short session at the built program.
  private func record(_ stage: Stage, _ options: [String] = []) async throws {
    let terminal = try Pty(
      stage,
      ["demo", "--crowd", "60", "--speed", "1", "--language", "en", "--record", "session.recording"] + options,
      store: nil,
      environment: ["XDG_RUNTIME_DIR": stage.folder])
    try await terminal.wait(for: "Waiting room")
    // Whatever the screen is by then, the same comes of it.
    _ = try await terminal.listen(milliseconds: 2_000)
    // Each key is seen to have come before the next, so that it stands on a line of its own.
    for (key, news) in [
      ("w", "Wallet"), ("1", "Top up 10,000 won?"), ("y", "Topped up 10,000 won."), ("\u{7F}", "help"),
      (":", "Command"),
      ("balance 5", "balance 5"), ("\r", "Your balance is 5 won now."), ("I", "Inspector"),
    ] {
      terminal.write(key)
      try await terminal.redraw(until: news)
    }
    terminal.resize(width: 100, height: 30)
    try await eventually("the larger window") {
      let text = try String(contentsOfFile: stage.folder + "/session.recording", encoding: .utf8)
      return text.contains(" size 100 30\n") ? () : nil
    }
    terminal.write("q")
    #expect(try await terminal.end() == .exited(0))
  }

  @Test func `repeats a session to the same rows and screen, as a test and on a terminal, and hands over the keys`()
    async throws
  {
    let stage = try Stage()
    try await record(stage)
    let text = try String(contentsOfFile: stage.folder + "/session.recording", encoding: .utf8)
    #expect(text.contains("demo --crowd 60 ") && text.contains(" size 100 30\n") && text.contains(" rows "))
    let outcome = try await stage.run(["replay", "session.recording", "--headless"])
    #expect(outcome.end == .exited(0), "\(outcome.errors)")
    #expect(outcome.output.contains("the same rows and the same screen"))
    let terminal = try Pty(
      stage, ["replay", "session.recording", "--speed", "20"], store: nil,
      environment: ["XDG_RUNTIME_DIR": stage.folder])
    try await terminal.redraw(until: "Repeated to the same rows and screen.")
    terminal.write("w")
    try await terminal.redraw(until: "Wallet")
    terminal.write("q")
    #expect(try await terminal.end() == .exited(0))
    #expect(try stage.files().filter { $0.hasPrefix("boxoffice-demo") } == [])
  }

  @Test func `can be stopped and taken over in the middle`() async throws {
    let stage = try Stage()
    try await record(stage, ["--ascii"])
    let terminal = try Pty(
      stage, ["replay", "session.recording"], store: nil, environment: ["XDG_RUNTIME_DIR": stage.folder])
    try await terminal.wait(for: "Waiting room")
    terminal.write(" ")
    _ = try await terminal.listen(milliseconds: 1_000)
    #expect(try await terminal.listen(milliseconds: 3_000).allSatisfy { $0 == 0 }, "its clock stands")
    terminal.write("\u{1B}")
    _ = try await terminal.listen(milliseconds: 300)
    try await terminal.redraw(until: "The keys are yours now.")
    terminal.write("w")
    try await terminal.redraw(until: "Wallet")
    terminal.write("q")
    #expect(try await terminal.end() == .exited(0))
  }

  @Test func `tells that a repetition came out otherwise, and ends with 1`() async throws {
    let stage = try Stage()
    try await record(stage)
    let path = stage.folder + "/session.recording"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try text.replacingOccurrences(of: " press 1", with: " press 2").write(
      toFile: path, atomically: true, encoding: .utf8)
    let outcome = try await stage.run(["replay", "session.recording", "--headless"])
    #expect(outcome.end == .exited(1))
    #expect(outcome.errors.hasSuffix("the store's rows differ from those of the recording.\n"))
    let end = try #require(text.range(of: " rows "))
    try String(text[..<end.lowerBound]).write(toFile: path, atomically: true, encoding: .utf8)
    let cut = try await stage.run(["replay", "session.recording", "--headless"])
    #expect(cut.end == .exited(1))
    #expect(cut.errors.contains("the recording was cut off"))
    // With one of the two digests gone, or a key after them, it proves nothing either.
    let lines = text.split(separator: "\n")
    for changed in [lines.filter { !$0.contains(" rows ") }, lines + ["at 3600000ms press j"]] {
      try changed.joined(separator: "\n").appending("\n").write(toFile: path, atomically: true, encoding: .utf8)
      let outcome = try await stage.run(["replay", "session.recording", "--headless"])
      #expect(outcome.end == .exited(1) && outcome.errors.contains("cut off or changed"))
    }
  }

  @Test(
    arguments: [
      (["replay", "none"], 1, "none: "), (["replay", "list"], 1, "list:1: this is no recording of boxoffice.\n"),
      (["replay", "odd"], 1, "odd: "),
      (["replay", "list", "--speed", "0"], 64, "--speed: must lie between 1 and 1000."),
      (["replay", "nested"], 1, "nested: this is no recording"),
      (["demo", "--record", "list", "--crowd", "9"], 2, "this is not a terminal"),
      (["demo", "--record", "x", "--tour"], 64, "--record: goes with a show of its own"),
    ] as [([String], Int32, String)])
  func `refuses what cannot be, in one sentence`(_ arguments: [String], _ status: Int32, _ words: String) async throws {
    let stage = try Stage()
    for (name, text) in [("list", "shopping"), ("odd", "demo --crowd many\n"), ("nested", "demo --store a.sqlite\n")] {
      try text.write(toFile: "\(stage.folder)/\(name)", atomically: true, encoding: .utf8)
    }
    let outcome = try await stage.run(arguments)
    #expect(outcome.end == .exited(status), "\(outcome)")
    #expect(outcome.errors.contains(words) && outcome.errors.split(separator: "\n").count == 1, "\(outcome.errors)")
  }
}

extension Pty {
  /// Has the whole screen drawn again and again until a text stands on it: what changes comes in pieces.
  fileprivate func redraw(until text: String) async throws {
    try await eventually(text, every: 50, otherwise: self.text().debugDescription) {
      let before = self.output.count
      self.write("\u{C}")
      _ = try await self.listen(milliseconds: 150)
      return self.text(since: before).contains(text) ? () : nil
    }
  }
}
