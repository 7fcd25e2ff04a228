internal import Booking
internal import Logging
internal import Screens
internal import Wording

/// A crowd's share of the run loop: it acts before anybody looks, but for no longer than keys may wait, and is left alone
/// for a while after the store would not have what it does. Instants are milliseconds of a clock that never steps.
struct CrowdTurns {
  /// How long it may act before a key is looked for.
  private static let longest: Int64 = 20

  private let show: DemoShow
  private let log: Logger
  /// When it last acted, and whether some of it was left for later.
  private var last: Int64 = -1000
  private var isLate = false
  /// What kept it from acting, and until when it is left alone.
  private var trouble: BookingError?
  private var restsUntil: Int64 = 0
  /// Up to here the clock went on while the crowd was kept from acting: it waits no earlier, or what was seen of it would
  /// be seen twice.
  private var seen: Timestamp?

  init(_ show: DemoShow, log: Logger) {
    self.show = show
    self.log = log
  }

  /// Lets the crowd do what it wants to do by now. Returns whether it was its turn.
  /// - Parameter atOnce: whether somebody is about to look, and not only a frame due.
  mutating func act(atOnce: Bool, clock: () -> Int64) -> Bool {
    let start = clock()
    guard start >= restsUntil, atOnce || isLate || start - last >= RunLoop.frameInterval,
      let booking = try? show.goOn(),
      let turn = show.nextTurn, turn <= booking
    else { return false }
    do throws(BookingError) {
      repeat {
        isLate = try !show.act(through: booking, limit: 10)
      } while isLate && clock() - start < Self.longest
      if trouble != nil { seen = booking }
      if isLate { try show.waitForCrowd(notBefore: seen) }
      trouble = nil
    } catch {
      // Once, however often it is tried again.
      if error != trouble { log.error("the crowd: \(error.sentence(in: .english))") }
      trouble = error
      restsUntil = clock() + RunLoop.failureInterval
      isLate = false
    }
    last = clock()
    return true
  }

  /// Plays the sales that are compared on. Returns whether there are any.
  func playComparison(clock: () -> Int64) -> Bool {
    let start = clock()
    guard show.isComparing else { return false }
    do throws(BookingError) {
      repeat { try show.playComparison(limit: 10) } while show.isComparing && clock() - start < Self.longest
    } catch {
      log.error("the comparison: \(error.sentence(in: .english))")
      show.endComparison()
    }
    return true
  }

  /// When it wants to act next; nil when it never will.
  func deadline(_ now: Int64, _ app: App) -> Int64? {
    if show.isComparing { return now }
    guard let turn = show.nextTurn, let delay = app.realTime(until: turn) else { return nil }
    return max(now + delay, last + (isLate ? 0 : RunLoop.frameInterval), restsUntil)
  }
}
