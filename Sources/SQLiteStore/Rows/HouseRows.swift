internal import Booking

extension Transaction {
  func house() throws(BookingError) -> House { try remembered(\.house, readHouse) }

  private func readHouse() throws(BookingError) -> House {
    let house = try first(
      """
      SELECT kind, admission_epoch_at, latest_at, admitted_through_at, last_ticket, head, anchor_boot_id,
        anchor_boot_ms, anchor_at, anchor_rate_thousandths, anchor_wall_at, anchor_suspended_ms FROM house WHERE id = 1
      """
    ) { row in
      try House(
        kind: row.choice(0),
        anchor: ClockAnchor(
          // Where a machine tells no boots apart, milliseconds since 1970.
          bootID: row.name(6), boot: row.instant(7).milliseconds, instant: row.instant(8),
          rate: row.number(9, within: 0...BookingEngine.fastestRate), witness: Self.witness(row)),
        admissionEpoch: row.instant(1), latest: row.instant(2), admittedThrough: row.instant(3), lastTicket: row.id(4),
        head: row.id(5))
    }
    guard let house else { throw .storage(.damaged) }
    return house
  }

  private static func witness(_ row: Columns) throws -> ClockWitness? {
    guard let wall = try row.instantIfAny(10) else { return nil }
    return ClockWitness(wall: wall, suspended: try row.duration(11))
  }

  func insertHouse(_ house: House) throws(BookingError) {
    let anchor = house.anchor
    try run(
      """
      INSERT INTO house (id, kind, admission_epoch_at, latest_at, admitted_through_at, last_ticket, head,
        anchor_boot_id, anchor_boot_ms, anchor_at, anchor_rate_thousandths, anchor_wall_at, anchor_suspended_ms)
      VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        house.kind.rawValue, house.admissionEpoch.milliseconds, house.latest.milliseconds,
        house.admittedThrough.milliseconds, house.lastTicket.rawValue, house.head.rawValue, anchor.bootID, anchor.boot,
        anchor.instant.milliseconds, anchor.rate, anchor.witness?.wall.milliseconds,
        anchor.witness?.suspended.milliseconds,
      ])
  }

  func erase() throws(BookingError) {
    // What refers comes before what is referred to. Holds and seats refer to each other.
    try run("UPDATE session_seat SET reservation_id = NULL, sold = 0 WHERE reservation_id IS NOT NULL")
    let deletions: [SQL] = [
      "DELETE FROM request", "DELETE FROM ledger", "DELETE FROM payment", "DELETE FROM reservation",
      "DELETE FROM session_seat", "DELETE FROM session_price", "DELETE FROM session", "DELETE FROM concert",
      "DELETE FROM seat", "DELETE FROM hall", "DELETE FROM leaver_block", "DELETE FROM leaver", "DELETE FROM token",
      "DELETE FROM user", "DELETE FROM policy", "DELETE FROM house",
    ]
    for deletion in deletions { try run(deletion) }
    try run("DELETE FROM event WHERE id < (SELECT MAX(id) FROM event)")
  }

  func setClockAnchor(_ anchor: ClockAnchor) throws(BookingError) {
    try run(
      """
      UPDATE house SET anchor_boot_id = ?, anchor_boot_ms = ?, anchor_at = ?, anchor_rate_thousandths = ?,
        anchor_wall_at = ?, anchor_suspended_ms = ? WHERE id = 1
      """,
      [
        anchor.bootID, anchor.boot, anchor.instant.milliseconds, anchor.rate, anchor.witness?.wall.milliseconds,
        anchor.witness?.suspended.milliseconds,
      ], touching: .house)
  }

  func setLatest(_ latest: Timestamp, admittedThrough: Timestamp) throws(BookingError) {
    try setHouse(
      "UPDATE house SET latest_at = ?, admitted_through_at = ? WHERE id = 1",
      [latest.milliseconds, admittedThrough.milliseconds]
    ) { ($0.latest, $0.admittedThrough) = (latest, admittedThrough) }
  }

  func setAdmissionEpoch(_ epoch: Timestamp) throws(BookingError) {
    try setHouse("UPDATE house SET admission_epoch_at = ? WHERE id = 1", [epoch.milliseconds]) {
      $0.admissionEpoch = epoch
    }
  }

  func setHead(_ head: TicketNumber) throws(BookingError) {
    try setHouse("UPDATE house SET head = ? WHERE id = 1", [head.rawValue]) { $0.head = head }
  }

  func takeTicketNumber() throws(BookingError) -> TicketNumber {
    let number = TicketNumber(try house().lastTicket.rawValue + 1)
    try setHouse("UPDATE house SET last_ticket = ? WHERE id = 1", [number.rawValue]) { $0.lastTicket = number }
    return number
  }

  /// Changes the row, and what is remembered of it likewise.
  private func setHouse(
    _ sql: SQL, _ values: [any Bindable], _ change: (inout House) -> Void
  ) throws(BookingError) {
    var house = try house()
    try run(sql, values, touching: .house)
    change(&house)
    memory.house = house
  }

  func policy() throws(BookingError) -> Policy { try remembered(\.policy, readPolicy) }

  private func readPolicy() throws(BookingError) -> Policy {
    guard let policy = try first(Self.policySQL + " ORDER BY id DESC LIMIT 1", [], Self.policy) else {
      throw .storage(.damaged)
    }
    return policy.policy
  }

  func tally() throws(BookingError) -> Tally {
    try first(
      """
      SELECT (SELECT COUNT(*) FROM token WHERE activated_at IS NULL AND ended_at IS NULL),
        (SELECT COUNT(*) FROM token WHERE activated_at IS NOT NULL),
        (SELECT COUNT(*) FROM token WHERE end_reason <> 'paid'),
        (SELECT COUNT(*) FROM reservation),
        (SELECT COUNT(*) FROM reservation WHERE status = 'held'),
        (SELECT COUNT(*) FROM reservation WHERE status = 'expired'),
        (SELECT COUNT(*) FROM payment), (SELECT COALESCE(SUM(amount), 0) FROM payment)
      """, []
    ) { row in
      var tally = Tally()
      tally.waiting = try row.count(0)
      tally.admitted = try row.count(1)
      tally.emptyHanded = try row.count(2)
      tally.holds = try row.count(3)
      tally.liveHolds = try row.count(4)
      tally.unpaidHolds = try row.count(5)
      tally.sold = try row.count(6)
      tally.revenue = try row.won(7)
      return tally
    } ?? Tally()
  }

  func policies() throws(BookingError) -> [(since: Timestamp, policy: Policy)] {
    try all(Self.policySQL + " ORDER BY id", [], Self.policy)
  }

  func insertPolicy(_ policy: Policy, since: Timestamp) throws(BookingError) {
    try run(
      """
      INSERT INTO policy (since_at, activation_period_ms, batch, max_active, token_lifetime_ms, idle_limit_ms,
        hold_duration_ms, max_holds_per_user, max_charge, balance_ceiling, event_retention_ms)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, [since.milliseconds] + PolicyValue.allCases.map { policy[$0] }, touching: .policy)
  }

  /// The values in the order of `PolicyValue.allCases`.
  private static let policySQL: SQL = """
    SELECT since_at, activation_period_ms, batch, max_active, token_lifetime_ms, idle_limit_ms, hold_duration_ms,
      max_holds_per_user, max_charge, balance_ceiling, event_retention_ms FROM policy
    """

  private static func policy(_ row: Columns) throws -> (since: Timestamp, policy: Policy) {
    var policy = Policy()
    for (index, value) in PolicyValue.allCases.enumerated() {
      let number: Int64? = try row.ifAny(index + 1)
      guard number != nil || value.isCap else { throw BookingError.storage(.damaged) }
      policy[value] = number
    }
    guard policy.fault == nil else { throw BookingError.storage(.damaged) }
    return (try row.instant(0), policy)
  }
}
