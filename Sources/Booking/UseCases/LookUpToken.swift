/// What a customer may know of a token (rule 2).
package struct TokenStatus: Hashable, Sendable {
  package let token: QueueToken
  /// From 1 while waiting, 0 once active, nil once expired.
  package let position: Int64?
  /// nil unless waiting.
  package let estimatedWait: EstimatedWait?
  /// How many wait behind this one; 0 unless it waits.
  package let behind: Int64
  /// When the next tokens are admitted, and how many at most.
  package let nextAdmission: Timestamp
  package let admissionSize: Int64

  package init(
    token: QueueToken, position: Int64?, estimatedWait: EstimatedWait?, behind: Int64, nextAdmission: Timestamp,
    admissionSize: Int64
  ) {
    self.token = token
    self.position = position
    self.estimatedWait = estimatedWait
    self.behind = behind
    self.nextAdmission = nextAdmission
    self.admissionSize = admissionSize
  }
}

package enum EstimatedWait: Hashable, Sendable {
  /// If nobody ahead leaves.
  case exact(Duration)
  /// Under a cap, which may let fewer in.
  case atLeast(Duration)
  /// While nobody is admitted at all, or the clock stands.
  case unknown
}

extension BookingEngine {
  /// Use case 2, rule 2. Looking is not an action.
  /// - Throws: `invalidToken` when it was never issued.
  package func lookUpToken(_ credential: TokenCredential) throws(BookingError) -> TokenStatus {
    try read { snapshot throws(BookingError) in try snapshot.status(of: snapshot.find(credential)) }
  }
}

extension Snapshot {
  func status(of token: QueueToken) throws(BookingError) -> TokenStatus {
    let calendar = AdmissionCalendar(epoch: try store.house().admissionEpoch, period: policy.activationPeriod)
    let nextAdmission = calendar.next(after: now)
    var position: Int64?
    var wait: EstimatedWait?
    var behind: Int64 = 0
    switch token.state {
    case .waiting:
      let line = try QueueLine(store)
      let place = try line.position(of: token.number)
      position = place
      behind = try line.length() - place
      wait = try estimatedWait(position: place, nextAdmission: nextAdmission)
    case .active: position = 0
    case .expired: break
    }
    return TokenStatus(
      token: token, position: position, estimatedWait: wait, behind: behind, nextAdmission: nextAdmission,
      admissionSize: policy.admissionSize)
  }

  /// Time to the next admission, and a period more for each full admission ahead.
  private func estimatedWait(position: Int64, nextAdmission: Timestamp) throws(BookingError) -> EstimatedWait {
    let size = policy.admissionSize
    guard size > 0, try store.house().anchor.rate > 0 else { return .unknown }
    let admissionsAhead = (position - 1) / size
    let wait = nextAdmission - now + policy.activationPeriod * admissionsAhead
    return policy.maxActive == nil ? .exact(wait) : .atLeast(wait)
  }
}
