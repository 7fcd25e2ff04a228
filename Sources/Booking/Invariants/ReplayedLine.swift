/// The line and those who were let in, as the record tells of them: who is next, how many are in, and which admissions
/// there must have been.
struct ReplayedLine {
  private enum Place { case waiting, active }

  private(set) var faults: [Violation] = []
  private var places: [TicketNumber: Place] = [:]
  private var waiting: Int64 = 0
  private var active: Int64 = 0
  /// Everybody in the order in which they came, and how many from the front wait no more.
  private var order: [TicketNumber] = []
  private var passed = 0
  /// Admissions at or before this were held or had nobody to admit.
  private var admittedThrough = Timestamp(milliseconds: 0)
  /// Before this nothing is known of admissions, nor how many came with those at this very instant.
  private var start = Timestamp(milliseconds: 0)
  private var isWhole = true
  /// Those who came in at one instant, and how many should have.
  private var admission: (event: EventID, at: Timestamp, count: Int64, due: Int64)?

  mutating func begin(at instant: Timestamp, isWhole: Bool) {
    (start, admittedThrough, self.isWhole) = (instant, instant, isWhole)
  }

  /// A token that was there before the record begins.
  mutating func start(_ number: TicketNumber, _ state: QueueToken.State) {
    switch state {
    case .waiting: join(number)
    case .active:
      places[number] = .active
      active += 1
    case .expired: break
    }
  }

  mutating func join(_ number: TicketNumber) {
    places[number] = .waiting
    waiting += 1
    order.append(number)
  }

  mutating func leave(_ number: TicketNumber, wasActive: Bool) {
    guard let place = places.removeValue(forKey: number) else { return }
    if place == .active { active -= 1 } else { waiting -= 1 }
  }

  /// Lets time pass up to an event: every admission before it must have been. What falls due at an instant comes before
  /// its admission, and whatever somebody does at it comes after.
  mutating func pass(to event: Event, _ policy: PolicyHistory.Entry) {
    if let admission, event.kind != .tokenActivated || event.at != admission.at {
      close(admission)
      self.admission = nil
    }
    guard event.at > start || isWhole else { return }
    let isDueFirst = event.kind == .holdExpired || event.kind == .tokenActivated || event.isEndByLimit
    let through = isDueFirst ? event.at - .milliseconds(1) : event.at
    if admission == nil { wait(through: through, policy, "before event \(event.id)") }
  }

  /// After the last event.
  mutating func finish(by instant: Timestamp, _ policy: PolicyHistory.Entry) {
    if let admission { close(admission) }
    wait(through: instant, policy, "up to the latest instant", .nothingIsOverdue)
  }

  private mutating func wait(
    through instant: Timestamp, _ policy: PolicyHistory.Entry, _ when: String,
    _ invariant: Invariant = .admissionsAreRegular
  ) {
    guard instant > admittedThrough else { return }
    if room(policy.policy) > 0 {
      let calendar = AdmissionCalendar(epoch: policy.epoch, period: policy.policy.activationPeriod)
      if calendar.next(after: admittedThrough) <= instant {
        note(invariant, "token \(firstWaiting()) was not let in when it was due \(when)")
      }
    }
    admittedThrough = instant
  }

  private func room(_ policy: Policy) -> Int64 {
    min(policy.batch, waiting, policy.maxActive.map { max(0, $0 - active) } ?? waiting)
  }

  mutating func admit(
    _ number: TicketNumber, _ event: Event, _ policy: PolicyHistory.Entry
  ) {
    let isBeforeOpening = policy.since == event.at && policy.epoch == event.at
    if admission == nil, !isBeforeOpening { admission = (event.id, event.at, 0, room(policy.policy)) }
    admission?.count += 1
    if let most = policy.policy.maxActive, active >= most {
      note(
        .capIsKept, "token \(number) became active while \(active) were, the cap being \(most) (event \(event.id))")
    }
    let first = firstWaiting()
    if number != first {
      note(.activationInTicketOrder, "token \(number) became active before token \(first) (event \(event.id))")
    }
    if places.updateValue(.active, forKey: number) == .waiting { waiting -= 1 }
    active += 1
  }

  private mutating func close(
    _ admission: (event: EventID, at: Timestamp, count: Int64, due: Int64)
  ) {
    if admission.count < admission.due, admission.at > start || isWhole {
      note(
        .admissionsAreRegular,
        "token \(firstWaiting()) was passed over by the admission of event \(admission.event), "
          + "which let in \(admission.count) where \(admission.due) were due")
    }
    admittedThrough = max(admittedThrough, admission.at)
  }

  /// The first who waits; 0 where nobody does.
  private mutating func firstWaiting() -> TicketNumber {
    while passed < order.count, places[order[passed]] != .waiting { passed += 1 }
    return passed < order.count ? order[passed] : TicketNumber(0)
  }

  private mutating func note(_ invariant: Invariant, _ fault: String) { faults.append(Violation(invariant, fault)) }
}

extension Event {
  fileprivate var isEndByLimit: Bool { kind == .tokenEnded && (reason == .lifetime || reason == .idle) }
}
