package import Booking

/// The looks of a store handed on to another's, one by one, for a test to stand in the way of any of them.
package protocol ReaderVerbByVerb: StoreReader {
  /// Who carries them out.
  var reading: any StoreReader { get }
  /// Called before each verb with its name; what it throws is what the verb throws.
  func verb(_ name: String) throws(BookingError)
}

/// The same for a store's changes, a savepoint included.
package protocol WriterVerbByVerb: ReaderVerbByVerb, StoreWriter {
  var writing: any StoreWriter { get }
}

extension WriterVerbByVerb {
  package var reading: any StoreReader { writing }

  package func savepoint<Answer>(_ body: () throws(BookingError) -> Answer) throws(BookingError) -> Answer {
    try verb(#function)
    return try writing.savepoint(body)
  }
}

// MARK: - Looking

extension ReaderVerbByVerb {
  package func house() throws(BookingError) -> House {
    try verb(#function)
    return try reading.house()
  }

  package func policy() throws(BookingError) -> Policy {
    try verb(#function)
    return try reading.policy()
  }

  package func policies() throws(BookingError) -> [(since: Timestamp, policy: Policy)] {
    try verb(#function)
    return try reading.policies()
  }

  package func user(_ id: UserID) throws(BookingError) -> User? {
    try verb(#function)
    return try reading.user(id)
  }

  package func users() throws(BookingError) -> [User] {
    try verb(#function)
    return try reading.users()
  }

  package func ledger(of user: UserID) throws(BookingError) -> [LedgerEntry] {
    try verb(#function)
    return try reading.ledger(of: user)
  }

  package func token(_ number: TicketNumber) throws(BookingError) -> QueueToken? {
    try verb(#function)
    return try reading.token(number)
  }

  package func liveToken(of user: UserID) throws(BookingError) -> QueueToken? {
    try verb(#function)
    return try reading.liveToken(of: user)
  }

  package func latestToken(of user: UserID) throws(BookingError) -> QueueToken? {
    try verb(#function)
    return try reading.latestToken(of: user)
  }

  package func liveTokens() throws(BookingError) -> [QueueToken] {
    try verb(#function)
    return try reading.liveTokens()
  }

  package func leavers(before number: TicketNumber) throws(BookingError) -> Int64 {
    try verb(#function)
    return try reading.leavers(before: number)
  }

  package func activeTokens() throws(BookingError) -> Int64 {
    try verb(#function)
    return try reading.activeTokens()
  }

  package func waitingTokens(after head: TicketNumber, count: Int64) throws(BookingError) -> [QueueToken] {
    try verb(#function)
    return try reading.waitingTokens(after: head, count: count)
  }

  package func nextTokenToEnd() throws(BookingError) -> QueueToken? {
    try verb(#function)
    return try reading.nextTokenToEnd()
  }

  package func concerts() throws(BookingError) -> [Concert] {
    try verb(#function)
    return try reading.concerts()
  }

  package func hall(_ id: HallID) throws(BookingError) -> Hall? {
    try verb(#function)
    return try reading.hall(id)
  }

  package func hallNames() throws(BookingError) -> [HallID: LocalizedText] {
    try verb(#function)
    return try reading.hallNames()
  }

  package func seats(inHall id: HallID) throws(BookingError) -> [HallDraft.Seat] {
    try verb(#function)
    return try reading.seats(inHall: id)
  }

  package func session(_ id: SessionID) throws(BookingError) -> Session? {
    try verb(#function)
    return try reading.session(id)
  }

  package func sessions() throws(BookingError) -> [Session] {
    try verb(#function)
    return try reading.sessions()
  }

  package func prices(of session: SessionID) throws(BookingError) -> [TierPrice] {
    try verb(#function)
    return try reading.prices(of: session)
  }

  package func seatCount(of session: SessionID) throws(BookingError) -> Int64 {
    try verb(#function)
    return try reading.seatCount(of: session)
  }

  package func takenSeats(of session: SessionID) throws(BookingError) -> Int64 {
    try verb(#function)
    return try reading.takenSeats(of: session)
  }

  package func seats(of session: SessionID) throws(BookingError) -> [Seat] {
    try verb(#function)
    return try reading.seats(of: session)
  }

  package func seat(_ seat: SeatID, of session: SessionID) throws(BookingError) -> Seat? {
    try verb(#function)
    return try reading.seat(seat, of: session)
  }

  package func seatState(_ seat: SeatID, of session: SessionID) throws(BookingError) -> SeatState? {
    try verb(#function)
    return try reading.seatState(seat, of: session)
  }

  package func reservation(_ id: ReservationID) throws(BookingError) -> Reservation? {
    try verb(#function)
    return try reading.reservation(id)
  }

  package func reservations(of user: UserID) throws(BookingError) -> [Reservation] {
    try verb(#function)
    return try reading.reservations(of: user)
  }

  package func liveHolds(of user: UserID) throws(BookingError) -> Int64 {
    try verb(#function)
    return try reading.liveHolds(of: user)
  }

  package func liveHoldCounts() throws(BookingError) -> [UserID: Int64] {
    try verb(#function)
    return try reading.liveHoldCounts()
  }

  package func nextHoldToEnd() throws(BookingError) -> Reservation? {
    try verb(#function)
    return try reading.nextHoldToEnd()
  }

  package func releasedDeadline(of user: UserID, seat: SeatID, session: SessionID) throws(BookingError) -> Timestamp? {
    try verb(#function)
    return try reading.releasedDeadline(of: user, seat: seat, session: session)
  }

  package func payment(_ id: PaymentID) throws(BookingError) -> Payment? {
    try verb(#function)
    return try reading.payment(id)
  }

  package func payment(for reservation: ReservationID) throws(BookingError) -> Payment? {
    try verb(#function)
    return try reading.payment(for: reservation)
  }

  package func request(_ key: RequestKey, of user: UserID, for useCase: RequestRecord.UseCase) throws(BookingError)
    -> RequestRecord?
  {
    try verb(#function)
    return try reading.request(key, of: user, for: useCase)
  }

  package func tally() throws(BookingError) -> Tally {
    try verb("tally")
    return try reading.tally()
  }

  package func oldestEvent() throws(BookingError) -> Event? {
    try verb(#function)
    return try reading.oldestEvent()
  }

  package func firstEvent() throws(BookingError) -> EventID {
    try verb(#function)
    return try reading.firstEvent()
  }

  package func lastEvent() throws(BookingError) -> EventID {
    try verb(#function)
    return try reading.lastEvent()
  }

  package func events(after id: EventID, limit: Int64) throws(BookingError) -> [Event] {
    try verb(#function)
    return try reading.events(after: id, limit: limit)
  }

  package func lastEvents(_ count: Int64) throws(BookingError) -> [Event] {
    try verb(#function)
    return try reading.lastEvents(count)
  }
}

// MARK: - Changing

extension WriterVerbByVerb {
  package func insertHouse(_ house: House) throws(BookingError) {
    try verb(#function)
    return try writing.insertHouse(house)
  }

  package func erase() throws(BookingError) {
    try verb(#function)
    return try writing.erase()
  }

  package func setLatest(_ latest: Timestamp, admittedThrough: Timestamp) throws(BookingError) {
    try verb(#function)
    return try writing.setLatest(latest, admittedThrough: admittedThrough)
  }

  package func setAdmissionEpoch(_ epoch: Timestamp) throws(BookingError) {
    try verb(#function)
    return try writing.setAdmissionEpoch(epoch)
  }

  package func setHead(_ head: TicketNumber) throws(BookingError) {
    try verb(#function)
    return try writing.setHead(head)
  }

  package func setClockAnchor(_ anchor: ClockAnchor) throws(BookingError) {
    try verb(#function)
    return try writing.setClockAnchor(anchor)
  }

  package func insertPolicy(_ policy: Policy, since: Timestamp) throws(BookingError) {
    try verb(#function)
    return try writing.insertPolicy(policy, since: since)
  }

  package func insertUser(name: String) throws(BookingError) -> UserID {
    try verb(#function)
    return try writing.insertUser(name: name)
  }

  package func credit(_ user: UserID, _ amount: Won) throws(BookingError) -> Int {
    try verb(#function)
    return try writing.credit(user, amount)
  }

  package func debit(_ user: UserID, _ amount: Won) throws(BookingError) -> Int {
    try verb(#function)
    return try writing.debit(user, amount)
  }

  package func insertLedgerEntry(_ entry: LedgerEntry) throws(BookingError) {
    try verb(#function)
    return try writing.insertLedgerEntry(entry)
  }

  package func takeTicketNumber() throws(BookingError) -> TicketNumber {
    try verb(#function)
    return try writing.takeTicketNumber()
  }

  package func insertToken(_ token: QueueToken) throws(BookingError) {
    try verb(#function)
    return try writing.insertToken(token)
  }

  package func activateToken(_ number: TicketNumber, _ activity: QueueToken.Activity) throws(BookingError) -> Int {
    try verb(#function)
    return try writing.activateToken(number, activity)
  }

  package func touchToken(_ number: TicketNumber, at: Timestamp, idleDeadline: Timestamp) throws(BookingError) -> Int {
    try verb(#function)
    return try writing.touchToken(number, at: at, idleDeadline: idleDeadline)
  }

  package func endToken(_ number: TicketNumber, at: Timestamp, reason: QueueToken.EndReason) throws(BookingError) -> Int
  {
    try verb(#function)
    return try writing.endToken(number, at: at, reason: reason)
  }

  package func insertLeaver(_ number: TicketNumber) throws(BookingError) {
    try verb(#function)
    return try writing.insertLeaver(number)
  }

  package func deleteLeavers(through number: TicketNumber) throws(BookingError) {
    try verb(#function)
    return try writing.deleteLeavers(through: number)
  }

  package func insertReservation(
    user: UserID, token: TicketNumber, session: SessionID, seat: SeatID, price: Won, at: Timestamp, deadline: Timestamp
  ) throws(BookingError) -> ReservationID {
    try verb(#function)
    return try writing.insertReservation(
      user: user, token: token, session: session, seat: seat, price: price, at: at, deadline: deadline)
  }

  package func confirmReservation(_ id: ReservationID, at: Timestamp) throws(BookingError) -> Int {
    try verb(#function)
    return try writing.confirmReservation(id, at: at)
  }

  package func expireReservation(_ id: ReservationID, at: Timestamp) throws(BookingError) -> Int {
    try verb(#function)
    return try writing.expireReservation(id, at: at)
  }

  package func releaseReservation(_ id: ReservationID, at: Timestamp) throws(BookingError) -> Int {
    try verb(#function)
    return try writing.releaseReservation(id, at: at)
  }

  package func holdSeat(_ seat: SeatID, of session: SessionID, version: Int64, reservation: ReservationID)
    throws(BookingError) -> Int
  {
    try verb(#function)
    return try writing.holdSeat(seat, of: session, version: version, reservation: reservation)
  }

  package func sellSeat(_ seat: SeatID, of session: SessionID, reservation: ReservationID) throws(BookingError) -> Int {
    try verb(#function)
    return try writing.sellSeat(seat, of: session, reservation: reservation)
  }

  package func freeSeat(_ seat: SeatID, of session: SessionID, reservation: ReservationID) throws(BookingError) -> Int {
    try verb(#function)
    return try writing.freeSeat(seat, of: session, reservation: reservation)
  }

  package func insertPayment(reservation: ReservationID, user: UserID, amount: Won, at: Timestamp) throws(BookingError)
    -> PaymentID
  {
    try verb(#function)
    return try writing.insertPayment(reservation: reservation, user: user, amount: amount, at: at)
  }

  package func insertRequest(_ record: RequestRecord, at: Timestamp) throws(BookingError) {
    try verb(#function)
    return try writing.insertRequest(record, at: at)
  }

  package func deleteEvents(
    after first: EventID, through last: EventID, before instant: Timestamp, limit: Int64
  ) throws(BookingError) -> Int {
    try verb("deleteEvents")
    return try writing.deleteEvents(after: first, through: last, before: instant, limit: limit)
  }

  package func append(_ event: Event) throws(BookingError) {
    try verb(#function)
    return try writing.append(event)
  }

  package func insertHall(_ hall: HallDraft) throws(BookingError) -> HallID {
    try verb(#function)
    return try writing.insertHall(hall)
  }

  package func insertConcert(title: LocalizedText, artist: LocalizedText) throws(BookingError) -> ConcertID {
    try verb(#function)
    return try writing.insertConcert(title: title, artist: artist)
  }

  package func insertSession(
    concert: ConcertID, hall: HallID, start: Timestamp, length: Duration, saleOpens: Timestamp, saleCloses: Timestamp,
    prices: [TierPrice]
  ) throws(BookingError) -> SessionID {
    try verb(#function)
    return try writing.insertSession(
      concert: concert, hall: hall, start: start, length: length, saleOpens: saleOpens, saleCloses: saleCloses,
      prices: prices)
  }

  package func setPrice(of tier: String, in session: SessionID, to price: Won) throws(BookingError) -> Int {
    try verb(#function)
    return try writing.setPrice(of: tier, in: session, to: price)
  }
}
