internal import ArgumentParser
internal import Booking
internal import CBaselines
internal import Foundation
internal import Glibc
internal import SQLiteStore

/// One of several terminals on one store, as the benchmark starts them: somebody holds a seat, thinks, releases it and
/// thinks again, and meanwhile looks at what the others do. Prints how long each hold took, in nanoseconds.
struct PaceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "pace", shouldDisplay: false)

  @Option var store: String
  @Option var user: Int64
  @Option var ticket: Int64
  @Option var high: UInt64
  @Option var low: UInt64
  @Option var session: Int64
  @Option var seat: Int64
  @Option var instant: Int64
  @Option var count: Int

  func run() throws {
    let opened = try StoreFile(path: store).open { _ in }.store
    defer { opened.close() }
    let clock = FixedClock()
    clock.instant = Timestamp(milliseconds: instant)
    let engine = BookingEngine(store: opened, clock: clock)
    let watcher = StoreWatcher(path: store)
    var seen = try engine.lastEvent()
    _ = baseline_unpin()
    let caller = UserID(user)
    let token = TokenCredential(number: TicketNumber(ticket), secret: TokenSecret(high: high, low: low))
    /// As long as a quick hand takes, while the others' changes are looked at as they come.
    func think() throws {
      let end = Date().addingTimeInterval(.random(in: 0.02...0.08))
      while case let left = end.timeIntervalSinceNow, left > 0 {
        var news = pollfd(fd: watcher.descriptor ?? -1, events: Int16(POLLIN), revents: 0)
        guard poll(&news, 1, Int32(left * 1000) + 1) > 0, watcher.drain(), try opened.hasForeignChange() else {
          continue
        }
        seen = try engine.seatChanges(caller: caller, token: token, session: SessionID(session), after: seen).asOf
      }
    }
    for index in 0..<count {
      try think()
      var holds: [Reservation] = []
      let time = try Stopwatch.nanoseconds {
        holds = try engine.holdSeats(
          caller: caller, token: token, session: SessionID(session), seats: [SeatID(seat + Int64(index))],
          key: RequestKey("pace \(user) \(index)"))
      }
      print(time)
      try think()
      try engine.release(caller: caller, reservations: holds.map(\.id))
      // As the loop does it when there is time.
      if opened.wantsCheckpoint(whenIdle: true) { opened.checkpoint() }
    }
  }
}
