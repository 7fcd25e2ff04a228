internal import Booking

/// Rules 1 to 4 and leaving.
extension ReferenceModel {
  /// The secret of a new token is the engine's to choose.
  func issue(_ user: UserID, secret: TokenSecret) throws(BookingError) -> TokenStatus {
    guard users.contains(user) else { throw .unknownUser }
    if let live = liveToken(of: user) { return status(of: live) }
    let number = TicketNumber(Int64(tokens.count) + 1)
    let token = QueueToken(
      credential: TokenCredential(number: number, secret: secret), user: user, issuedAt: now, state: .waiting)
    tokens.append(token)
    return status(of: token)
  }

  func lookUp(_ credential: TokenCredential) throws(BookingError) -> TokenStatus {
    guard let token = tokens.first(where: { $0.credential == credential }) else { throw .invalidToken(.unknown) }
    return status(of: token)
  }

  func status(of token: QueueToken) -> TokenStatus {
    var position: Int64?
    var wait: EstimatedWait?
    var behind: Int64 = 0
    var size = policy.batch
    if let cap = policy.maxActive, cap < size { size = cap }
    switch token.state {
    case .waiting:
      let ahead = Int64(waiting.filter { $0.number < token.number }.count)
      position = ahead + 1
      behind = Int64(waiting.count) - ahead - 1
      if size == 0 {
        wait = .unknown
      } else {
        var instant = nextAdmission
        var left = ahead
        while left >= size {
          left -= size
          instant = instant + policy.activationPeriod
        }
        wait = policy.maxActive == nil ? .exact(instant - now) : .atLeast(instant - now)
      }
    case .active: position = 0
    case .expired: break
    }
    return TokenStatus(
      token: token, position: position, estimatedWait: wait, behind: behind, nextAdmission: nextAdmission,
      admissionSize: size)
  }

  func find(_ credential: TokenCredential, of caller: UserID) throws(BookingError) -> QueueToken {
    guard let token = tokens.first(where: { $0.credential == credential }) else { throw .invalidToken(.unknown) }
    guard token.user == caller else { throw .invalidToken(.anothers) }
    return token
  }

  /// Why a token does not serve now, nil when it does.
  func fault(of token: QueueToken) -> TokenFault? {
    switch token.state {
    case .waiting: .waiting
    case .active: nil
    case .expired(_, let reason, _): .expired(reason)
    }
  }

  func listSessions(
    _ caller: UserID, _ credential: TokenCredential, concert: ConcertID?, visit: Visit
  ) throws(BookingError) -> [SessionListing] {
    let token = try find(credential, of: caller)
    if let fault = fault(of: token) { throw .inactiveToken(fault) }
    if visit == .action { act(caller) }
    var listings: [SessionListing] = []
    for session in sessions where session.saleOpens <= now && now < session.saleCloses && now < session.start {
      if let concert, session.concert != concert { continue }
      let seats = seats(of: session.id)
      let prices = seats.map(\.price)
      listings.append(
        SessionListing(
          session: session, venue: venue, lowestPrice: prices.min()!, highestPrice: prices.max()!,
          remaining: Int64(seats.filter { $0.status == .available }.count), total: Int64(seats.count)))
    }
    return listings
  }

  func listSeats(
    _ caller: UserID, _ credential: TokenCredential, _ session: SessionID, visit: Visit
  ) throws(BookingError) -> [Seat] {
    let token = try find(credential, of: caller)
    if let fault = fault(of: token) { throw .invalidToken(fault) }
    guard sessions.contains(where: { $0.id == session }) else { throw .unknownSession }
    if visit == .action { act(caller) }
    return seats(of: session)
  }

  func leave(_ caller: UserID, _ credential: TokenCredential) throws(BookingError) {
    let token = try find(credential, of: caller)
    guard token.isLive else { return }
    setState(.expired(at: now, reason: .left, activity: token.activity), of: token.number)
  }
}
