/// Where the house keeps its records. Verbs are row-level and portable, a statement each but where a whole hall or
/// session is put in or listed; what they mean is decided in the engine. Every verb throws only `.storage`.
package protocol Store: AnyObject {
  /// One consistent view of everything committed so far.
  func read<Answer>(_ body: (any StoreReader) throws(BookingError) -> Answer) throws(BookingError) -> Answer

  /// Takes the write lock, then runs the body; commits when it returns and undoes everything when it throws.
  func write<Answer>(_ body: (any StoreWriter) throws(BookingError) -> Answer) throws(BookingError) -> Answer

  /// Everything in one view.
  func audit<Answer>(_ body: (any StoreAuditor) throws(BookingError) -> Answer) throws(BookingError) -> Answer
}

package protocol StoreReader {
  func house() throws(BookingError) -> House
  /// The policy in force: the last one set.
  func policy() throws(BookingError) -> Policy
  /// Every policy with the instant it took effect, in that order.
  func policies() throws(BookingError) -> [(since: Timestamp, policy: Policy)]

  func user(_ id: UserID) throws(BookingError) -> User?
  /// By number.
  func users() throws(BookingError) -> [User]
  func ledger(of user: UserID) throws(BookingError) -> [LedgerEntry]

  func token(_ number: TicketNumber) throws(BookingError) -> QueueToken?
  func liveToken(of user: UserID) throws(BookingError) -> QueueToken?
  func latestToken(of user: UserID) throws(BookingError) -> QueueToken?
  /// By ticket number.
  func liveTokens() throws(BookingError) -> [QueueToken]
  /// How many left while waiting behind the head, with a lower number.
  func leavers(before number: TicketNumber) throws(BookingError) -> Int64
  func activeTokens() throws(BookingError) -> Int64
  /// The first `count` waiting tokens behind `head`, by number.
  func waitingTokens(after head: TicketNumber, count: Int64) throws(BookingError) -> [QueueToken]
  /// The active token that ends first; ties by number.
  func nextTokenToEnd() throws(BookingError) -> QueueToken?

  func concerts() throws(BookingError) -> [Concert]
  func hall(_ id: HallID) throws(BookingError) -> Hall?
  func hallNames() throws(BookingError) -> [HallID: LocalizedText]
  /// In the order in which they were put in.
  func seats(inHall id: HallID) throws(BookingError) -> [HallDraft.Seat]
  func session(_ id: SessionID) throws(BookingError) -> Session?
  /// By start, then number.
  func sessions() throws(BookingError) -> [Session]
  func prices(of session: SessionID) throws(BookingError) -> [TierPrice]
  func seatCount(of session: SessionID) throws(BookingError) -> Int64
  /// How many seats of the session are held or sold.
  func takenSeats(of session: SessionID) throws(BookingError) -> Int64
  /// By number.
  func seats(of session: SessionID) throws(BookingError) -> [Seat]
  /// One seat as it stands, nil when the session has no such seat.
  func seat(_ seat: SeatID, of session: SessionID) throws(BookingError) -> Seat?
  func seatState(_ seat: SeatID, of session: SessionID) throws(BookingError) -> SeatState?

  func reservation(_ id: ReservationID) throws(BookingError) -> Reservation?
  /// By number.
  func reservations(of user: UserID) throws(BookingError) -> [Reservation]
  func liveHolds(of user: UserID) throws(BookingError) -> Int64
  /// Of everybody who has any.
  func liveHoldCounts() throws(BookingError) -> [UserID: Int64]
  /// The unpaid hold that ends first; ties by number.
  func nextHoldToEnd() throws(BookingError) -> Reservation?
  /// The latest deadline among the holds that this user released for this seat.
  func releasedDeadline(
    of user: UserID, seat: SeatID, session: SessionID
  ) throws(BookingError) -> Timestamp?
  func payment(_ id: PaymentID) throws(BookingError) -> Payment?
  func payment(for reservation: ReservationID) throws(BookingError) -> Payment?

  func request(
    _ key: RequestKey, of user: UserID, for useCase: RequestRecord.UseCase
  ) throws(BookingError) -> RequestRecord?

  /// Counted from the rows of today.
  func tally() throws(BookingError) -> Tally

  func firstEvent() throws(BookingError) -> EventID
  /// The first on record after that with which the house began.
  func oldestEvent() throws(BookingError) -> Event?
  func lastEvent() throws(BookingError) -> EventID
  /// In order of numbers.
  func events(after id: EventID, limit: Int64) throws(BookingError) -> [Event]
  /// The last `count` events, in order of numbers.
  func lastEvents(_ count: Int64) throws(BookingError) -> [Event]
}

/// Verbs that change return how many rows they changed where a guard may have stood in the way: zero is an answer.
package protocol StoreWriter: StoreReader {
  /// Runs the body; when it throws, undoes just what it did, and throws on.
  func savepoint<Answer>(_ body: () throws(BookingError) -> Answer) throws(BookingError) -> Answer

  /// Once, in a store that has no house yet.
  func insertHouse(_ house: House) throws(BookingError)
  /// Leaves an empty store, but for the last event, so that numbers of events are never used twice.
  func erase() throws(BookingError)
  func setLatest(_ latest: Timestamp, admittedThrough: Timestamp) throws(BookingError)
  func setAdmissionEpoch(_ epoch: Timestamp) throws(BookingError)
  func setHead(_ head: TicketNumber) throws(BookingError)
  func setClockAnchor(_ anchor: ClockAnchor) throws(BookingError)
  func insertPolicy(_ policy: Policy, since: Timestamp) throws(BookingError)

  func insertUser(name: String) throws(BookingError) -> UserID
  func credit(_ user: UserID, _ amount: Won) throws(BookingError) -> Int
  /// Guarded: the balance must suffice.
  func debit(_ user: UserID, _ amount: Won) throws(BookingError) -> Int
  func insertLedgerEntry(_ entry: LedgerEntry) throws(BookingError)

  /// Counts the ticket counter up by one and gives the new number.
  func takeTicketNumber() throws(BookingError) -> TicketNumber
  func insertToken(_ token: QueueToken) throws(BookingError)
  /// Guarded: it must be waiting.
  func activateToken(_ number: TicketNumber, _ activity: QueueToken.Activity) throws(BookingError) -> Int
  /// Guarded: it must be active.
  func touchToken(_ number: TicketNumber, at: Timestamp, idleDeadline: Timestamp) throws(BookingError) -> Int
  /// Guarded: it must be live.
  func endToken(
    _ number: TicketNumber, at: Timestamp, reason: QueueToken.EndReason
  ) throws(BookingError) -> Int
  /// Remembers that this one left while waiting.
  func insertLeaver(_ number: TicketNumber) throws(BookingError)
  func deleteLeavers(through number: TicketNumber) throws(BookingError)

  func insertReservation(
    user: UserID, token: TicketNumber, session: SessionID, seat: SeatID, price: Won, at: Timestamp, deadline: Timestamp
  ) throws(BookingError) -> ReservationID
  /// Guarded: it must be held.
  func confirmReservation(_ id: ReservationID, at: Timestamp) throws(BookingError) -> Int
  /// Guarded: it must be held.
  func expireReservation(_ id: ReservationID, at: Timestamp) throws(BookingError) -> Int
  /// Guarded: it must be held.
  func releaseReservation(_ id: ReservationID, at: Timestamp) throws(BookingError) -> Int

  /// Guarded: available, and still at this version. The version goes up by one.
  func holdSeat(
    _ seat: SeatID, of session: SessionID, version: Int64, reservation: ReservationID
  ) throws(BookingError) -> Int
  /// Guarded: held by this reservation.
  func sellSeat(_ seat: SeatID, of session: SessionID, reservation: ReservationID) throws(BookingError) -> Int
  /// Guarded: held by this reservation, not sold.
  func freeSeat(_ seat: SeatID, of session: SessionID, reservation: ReservationID) throws(BookingError) -> Int

  func insertPayment(
    reservation: ReservationID, user: UserID, amount: Won, at: Timestamp
  ) throws(BookingError) -> PaymentID
  func insertRequest(_ record: RequestRecord, at: Timestamp) throws(BookingError)
  func append(_ event: Event) throws(BookingError)
  /// Deletes up to `limit` events behind `first`, up to `last`, that happened before an instant, oldest first, and says how
  /// many. Never the newest, so that numbers of events are never used twice.
  func deleteEvents(
    after first: EventID, through last: EventID, before instant: Timestamp, limit: Int64
  ) throws(BookingError) -> Int

  func insertHall(_ hall: HallDraft) throws(BookingError) -> HallID
  func insertConcert(title: LocalizedText, artist: LocalizedText) throws(BookingError) -> ConcertID
  /// With a row for each seat of the hall, all available. Every tier of the hall must have its price.
  func insertSession(
    concert: ConcertID, hall: HallID, start: Timestamp, length: Duration, saleOpens: Timestamp, saleCloses: Timestamp,
    prices: [TierPrice]
  ) throws(BookingError) -> SessionID
  /// Returns how many prices it found.
  func setPrice(of tier: String, in session: SessionID, to price: Won) throws(BookingError) -> Int
}

/// Everything at once, for `check`.
package protocol StoreAuditor: StoreReader {
  /// By number.
  func allTokens() throws(BookingError) -> [QueueToken]
  /// By number.
  func allReservations() throws(BookingError) -> [Reservation]
  /// By number.
  func allPayments() throws(BookingError) -> [Payment]
  /// By number.
  func allLedgerEntries() throws(BookingError) -> [LedgerEntry]
  /// By user, use case and key.
  func allRequests() throws(BookingError) -> [(request: RequestRecord, at: Timestamp)]
  /// The seats of all halls, by number.
  func allHallSeats() throws(BookingError) -> [HallSeat]
  /// By number of seat.
  func seatRows(of session: SessionID) throws(BookingError) -> [SeatRow]
  func allLeavers() throws(BookingError) -> [TicketNumber]
  /// Sessions of older versions, which did not keep others out of their halls.
  func sessionsThatMayOverlap() throws(BookingError) -> Set<SessionID>
  /// What the database itself finds wrong with its pages and references; empty when sound.
  func integrityFaults() throws(BookingError) -> [String]
  /// Where tables, indexes and the like are not those that this program makes; empty when they are.
  func schemaFaults() throws(BookingError) -> [String]
}
