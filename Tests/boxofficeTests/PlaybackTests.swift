import Booking
import Canvas
import Logging
import SQLiteStore
import Screens
import Scripts
import TestSupport
import Testing
import Wording

@testable import boxoffice

/// A show whose script is played in pieces of a length that the test chooses.
private final class PlayedShow {
  private let place: PlayedFixture
  let playback: Playback
  private let shelf: Shelf

  var house: HouseOpening.Opened { place.house }
  var folder: TemporaryFolder { place.folder }

  /// What was saved.
  private final class Shelf {
    var frames: [String: String] = [:]
  }

  init(_ text: String, crowd: Int = 80, rate: Int64 = 20_000, policy: Policy = Policy()) throws {
    place = try PlayedFixture(crowd: crowd, rate: rate, policy: policy)
    let shelf = Shelf()
    self.shelf = shelf
    playback = Playback(
      try ScriptReader.read(Array(text.utf8)), at: place.app, house: place.house, show: place.show, clock: place.clock,
      log: Logger(label: "test"),
      save: { name, grid in
        guard name != "full" else { return "the disk is full" }
        shelf.frames[name] = grid.text
        return nil
      })
  }

  var frames: [String: String] { shelf.frames }
  var state: ScriptPlayer.State { playback.player.state }

  /// Plays to the end, a picture drawn after every so many milliseconds.
  func play(every interval: Int64) {
    var end: Int64 = 0
    while playback.isPlaying {
      end += interval
      playback.play(through: end)
      _ = playback.frame
      _ = playback.takeEffects()
    }
  }

  func failure() -> (ScriptPlayer.Failure, Int)? {
    playback.playAlone()
    guard case .failed(let failure, let line) = state else { return nil }
    return (failure, line)
  }
}

@Suite("A script that is played")
struct PlaybackTests {
  private static let visit = """
    caption "하나" "One"
    size 120 40
    press d
    wait 20s
    save panel
    press Esc
    until "활성 #" "active #" 10m
    save in
    size 80 24
    press Enter 2 b
    save map
    caption
    press Enter
    wait 1m
    expect "2 held"
    save held
    press Enter Right Enter
    expect "Enjoy the evening!"
    wait 3m
    press m
    save messages
    press Esc d a
    wait 4m
    save end
    """

  @Test func `leaves the same rows and the same screens, twice in a row and at any frame rate`() throws {
    let first = try PlayedShow(Self.visit)
    first.play(every: 33)
    #expect(first.state == .over)
    #expect(Set(first.frames.keys) == ["panel", "in", "map", "held", "messages", "end"])
    let rows = try first.house.store.contents()
    for interval: Int64 in [33, 7, 5000] {
      let other = try PlayedShow(Self.visit)
      other.play(every: interval)
      #expect(other.state == .over)
      #expect(other.frames == first.frames, "a picture every \(interval) ms")
      #expect(try other.house.store.contents() == rows, "a picture every \(interval) ms")
    }
    let alone = try PlayedShow(Self.visit)
    alone.playback.playAlone()
    #expect(alone.frames == first.frames)
    #expect(try alone.house.store.contents() == rows)
    #expect(try first.house.store.audit { reader throws(BookingError) in try Audit(reader) }.violations() == [])
  }

  @Test func `waits to the instant in booking time`() throws {
    var policy = Policy()
    policy.activationPeriod = .seconds(1)
    policy.batch = 1000
    // At the speed of real time a key takes a fifth of a second, the one that holds included.
    let show = try PlayedShow(
      """
      until "You are in." 5s
      press Enter Enter
      expect "1 held 5:00"
      wait 4m
      wait 59s
      wait 799ms
      expect "1 held 0:01"
      wait 1ms
      expect not "held 0:"
      expect "The time to pay is over"
      """, crowd: 1, rate: 1000, policy: policy)
    #expect(show.failure() == nil)
    #expect(show.state == .over)
  }

  @Test func `rests in machine time, even while the clock stands`() throws {
    let show = try PlayedShow("press d Space\nrest 10s\nexpect \"paused\"", rate: 1000)
    let before = try show.playback.app.now()
    show.playback.playAlone()
    #expect(show.state == .over)
    #expect(try show.playback.app.now() - before <= .milliseconds(400))
    #expect(show.playback.now >= 10_000)
  }

  @Test(
    arguments: [
      ("rest 1s\nexpect \"nowhere\"", .unmet(LocalizedText("nowhere", "nowhere"), isThere: true), 2),
      ("expect not \"Waiting room\"", .unmet(LocalizedText("Waiting room", "Waiting room"), isThere: false), 1),
      ("caption \"nowhere\"\nexpect \"nowhere\"", .unmet(LocalizedText("nowhere", "nowhere"), isThere: true), 2),
      ("\nuntil \"x y z\" 20s", .neverSeen(LocalizedText("x y z", "x y z"), within: .seconds(20)), 2),
      ("press d Space\nwait 1s\nsave x", .clockStands, 2), ("press d Space\nuntil \"x y z\" 1s", .clockStands, 2),
      ("press q\nsave x", .quit, 2), ("save full", .unsaved("full", reason: "the disk is full"), 1),
    ] as [(String, ScriptPlayer.Failure, Int)])
  func `stops at the first thing that is not as it should be`(
    _ text: String, _ failure: ScriptPlayer.Failure, _ line: Int
  ) throws {
    let show = try PlayedShow(text, crowd: 10)
    let met = try #require(show.failure())
    #expect(met.0 == failure)
    #expect(met.1 == line)
    #expect(show.frames == [:], "nothing after it is done")
    #expect(failure.sentence(in: .korean) != failure.sentence(in: .english))
  }

  @Test func `may quit at its end`() throws {
    let show = try PlayedShow("press q", crowd: 10)
    #expect(show.failure() == nil)
    #expect(show.state == .over)
  }

  @Test func `stands still while it is stopped, clock and all, and goes on to the same end`() throws {
    let straight = try PlayedShow("wait 1m\nsave a\nwait 1m\nsave b", crowd: 30)
    straight.playback.playAlone()
    let stopped = try PlayedShow("wait 1m\nsave a\nwait 1m\nsave b", crowd: 30)
    stopped.playback.play(through: 4000)
    #expect(stopped.frames.keys.sorted() == ["a"])
    stopped.playback.togglePause()
    #expect(stopped.playback.frame.text.contains("paused"))
    let (now, beat) = (try stopped.playback.app.now(), stopped.playback.now)
    stopped.playback.play(through: 60_000)
    // A terminal may be kept from running more than once before the next beat.
    for _ in 0..<2 { stopped.playback.skip(28_000) }
    #expect(stopped.playback.now == beat)
    #expect(try stopped.playback.app.now() == now)
    stopped.playback.togglePause()
    stopped.playback.playAlone()
    #expect(stopped.state == .over)
    #expect(stopped.frames == straight.frames)
  }

  @Test func `leaves booking time where it is however often machine time is skipped`() throws {
    let show = try PlayedShow("wait 1m\nsave a", crowd: 5)
    show.playback.play(through: 1000)
    let now = try show.playback.app.now()
    for _ in 0..<3 { show.playback.skip(20_000) }
    #expect(try show.playback.app.now() == now)
  }

  @Test func `has a beat for each step that is due at an instant of its own`() throws {
    let show = try PlayedShow("rest 40ms\nsave a\nrest 1s\nsave b", crowd: 5)
    show.playback.play(through: 39)
    #expect(show.frames.isEmpty)
    #expect(show.playback.nextBeat == 40)
    show.playback.play(through: 40)
    #expect(show.frames.count == 1)
    #expect(show.playback.nextBeat == 2 * Playback.beat)
  }
}
