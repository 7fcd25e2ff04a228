/// The rules (`Booking.docc/Rules.md`) on one store. Synchronous; each use case is one transaction.
///
/// A command takes the write lock, reads the clock once, does everything due by then in due order, and only then looks
/// at anything. A refusal leaves that settlement and nothing else. A look-up does the same, but writes only when
/// something is due.
package final class BookingEngine {
  let store: any Store
  let clock: any BookingClock
  private var random: any RandomNumberGenerator
  /// What the last look-up saw; nil from a command on, which may have changed it, to the next look-up.
  package private(set) var lastRead: LastRead?

  /// How many due items one transaction settles at most; a longer backlog is committed in pieces.
  static let settlementPiece = 1000

  package init(
    store: any Store, clock: any BookingClock, random: any RandomNumberGenerator = SystemRandomNumberGenerator()
  ) {
    self.store = store
    self.clock = clock
    self.random = random
  }

  /// Runs a command on the settled store.
  func write<Answer>(
    _ body: (WriteContext) throws(BookingError) -> Answer
  ) throws(BookingError) -> Answer {
    var last: EventID?
    while true {
      switch try attempt(after: &last, body) {
      case .settling: continue
      case .done(let answer): return answer
      case .refused(let error): throw error
      }
    }
  }

  /// Runs a look-up on the settled store.
  func read<Answer>(
    _ body: (Snapshot) throws(BookingError) -> Answer
  ) throws(BookingError) -> Answer {
    let answer: Answer? = try store.read { reader throws(BookingError) in
      let snapshot = try Snapshot(reader, clock: clock)
      let due = try Settlement.next(in: reader, policy: snapshot.policy)?.instant
      if let due, due <= snapshot.now { return nil }
      lastRead = LastRead(house: try reader.house(), due: due)
      return try body(snapshot)
    }
    if let answer { return answer }
    return try write { context throws(BookingError) in try body(context.snapshot) }
  }

  private enum Outcome<Answer> {
    case done(Answer)
    case refused(BookingError)
    case settling
  }

  /// - Parameter last: the last event before the command.
  private func attempt<Answer>(
    after last: inout EventID?, _ body: (WriteContext) throws(BookingError) -> Answer
  ) throws(BookingError) -> Outcome<Answer> {
    try change { tx throws(BookingError) in
      let context = WriteContext(store: tx, snapshot: try Snapshot(tx, clock: clock), makeSecret: makeSecret)
      let before: EventID
      if let last { before = last } else { before = try tx.lastEvent() }
      last = before
      let settled = try Settlement.run(at: context, limit: Self.settlementPiece)
      if settled == .someIsLeft { return .settling }
      do throws(BookingError) {
        // Stores keep a savepoint's pages twice, so there is one only where a refusal is to leave something.
        let answer =
          settled == .nothingWasDue
          ? try body(context) : try tx.savepoint { () throws(BookingError) in try body(context) }
        try tx.setLatest(context.now, admittedThrough: context.now)
        try EventRecord.trim(at: context, through: before)
        return .done(answer)
      } catch {
        if case .storage = error { throw error }
        if settled == .nothingWasDue { throw error }
        return .refused(error)
      }
    }
  }

  /// Writes to the store; what was seen of it may not be so any more.
  func change<Answer>(
    _ body: (any StoreWriter) throws(BookingError) -> Answer
  ) throws(BookingError) -> Answer {
    lastRead = nil
    return try store.write(body)
  }

  /// Some of these, chosen by chance, in no order.
  func atRandom<Element>(_ count: Int, of elements: [Element]) -> [Element] {
    Array(elements.shuffled(using: &random).prefix(count))
  }

  func makeSecret() -> TokenSecret { TokenSecret(high: random.next(), low: random.next()) }
}

/// The house as a look-up saw it, for who waits until something is due. What other processes, or other engines, did since
/// counts from the next look-up.
package struct LastRead: Hashable, Sendable {
  package let house: House
  /// When something falls due next; nil when nothing will.
  package let due: Timestamp?
}

extension BookingEngine {
  /// Booking time at this moment, by the clock that was seen: without a look at the store.
  package func now(by read: LastRead) -> Timestamp { max(clock.now(by: read.house.anchor), read.house.latest) }

  /// How long booking time will stand still in a real house, since the clock lies so far behind the record that was seen;
  /// nil when it goes on, within a minute.
  package var standstill: Duration? {
    guard let house = lastRead?.house, house.kind == .real, clock.canRead(house.anchor) else { return nil }
    let lag = house.latest - clock.now(by: house.anchor)
    return lag > ClockAnchoring.tolerance ? lag : nil
  }
}

extension BookingClock {
  /// Booking time at this moment, which never lies before the record.
  /// - Throws: `storage(clock)` where a real house's time is kept by another machine's clock.
  func now(in house: House) throws(BookingError) -> Timestamp {
    guard house.kind == .demonstration || canRead(house.anchor) else { throw .storage(.clock(.anotherBoot)) }
    return max(now(by: house.anchor), house.latest)
  }
}

/// The house at one instant, to look at.
struct Snapshot {
  let store: any StoreReader
  let policy: Policy
  let now: Timestamp

  init(_ store: any StoreReader, clock: any BookingClock) throws(BookingError) {
    self.store = store
    self.policy = try store.policy()
    self.now = try clock.now(in: store.house())
  }

  /// The house at an instant that is known: one on record, for who judges a store without a clock, or one that a jump
  /// of the clock leads to.
  init(_ store: any StoreReader, at now: Timestamp) throws(BookingError) {
    self.store = store
    self.policy = try store.policy()
    self.now = now
  }
}

/// The house at one instant, under the write lock, with everything due settled: where commands are carried out.
struct WriteContext {
  let store: any StoreWriter
  let snapshot: Snapshot
  let makeSecret: () -> TokenSecret

  var now: Timestamp { snapshot.now }
  var policy: Policy { snapshot.policy }

  init(store: any StoreWriter, snapshot: Snapshot, makeSecret: @escaping () -> TokenSecret) {
    self.store = store
    self.snapshot = snapshot
    self.makeSecret = makeSecret
  }
}
