/// Ties a store's booking time to this machine's clock since its boot.
package enum ClockAnchoring {
  /// What a machine's clocks read at one moment: milliseconds since the boot that `bootID` names, counted as all
  /// processes of the machine count them, and what bears them out.
  package struct Reading: Hashable, Sendable {
    package let bootID: String
    package let boot: Int64
    package let wall: Timestamp
    /// How long the machine has been suspended since its boot.
    package let suspended: Duration
    /// Whether the kernel's own count bears `boot` out; not where something shows this process alone another clock.
    package let isBornOut: Bool

    package init(
      bootID: String, boot: Int64, wall: Timestamp, suspended: Duration = .zero, isBornOut: Bool = true
    ) {
      self.bootID = bootID
      self.boot = boot
      self.wall = wall
      self.suspended = suspended
      self.isBornOut = isBornOut
    }

    /// An anchor of this moment.
    package func anchor(at instant: Timestamp, rate: Int64 = 1000) -> ClockAnchor {
      ClockAnchor(
        bootID: bootID, boot: boot, instant: instant, rate: rate,
        witness: ClockWitness(wall: wall, suspended: suspended))
    }
  }

  /// Who else has the store open.
  package enum Company: Hashable, Sendable {
    case alone, accompanied
    /// On file systems without locks nobody can tell.
    case unknown
  }

  /// What the store's owner should know of a clock that is taken all the same.
  package enum Notice: Hashable, Sendable {
    /// The record lay so far ahead of the machine's clock; booking time goes on from it.
    case recordAhead(by: Duration)
    /// Since the anchor was made the wall clock has gone so much farther, or less far when negative, than the time since
    /// the boot, by which booking time goes on.
    case wallSet(by: Duration)
  }

  /// By how much two clocks may differ before they are not the same any more.
  package static let tolerance = Duration.minutes(1)
  /// How far a new boot's wall clock may lie ahead of the record on its own word.
  static let longestAbsence = Duration.days(30)

  /// The anchor in force from now on, and what to say of it.
  /// - Parameters:
  ///   - newestStamp: the newest time stamp on the file system from before this boot; asked only where a new boot's wall
  ///     clock lies more than 30 days ahead of the record.
  /// - Throws: `storage`; `storage(clock)` where booking time would stand still or jump and nothing explains it.
  package static func anchor(
    in store: any Store, reading: Reading, company: Company = .unknown, newestStamp: () -> Timestamp? = { nil }
  ) throws(BookingError) -> (anchor: ClockAnchor, notice: Notice?) {
    let house = try store.read { reader throws(BookingError) in try reader.house() }
    let finding = judge(house, by: reading, company: company, newestStamp: newestStamp)
    guard case .anew = finding else { return try finding.result(for: house) }
    return try store.write { tx throws(BookingError) in
      // Another terminal may have anchored it since.
      let house = try tx.house()
      let finding = judge(house, by: reading, company: company, newestStamp: newestStamp)
      let (anchor, notice) = try finding.result(for: house)
      if anchor != house.anchor { try tx.setClockAnchor(anchor) }
      return (anchor, notice)
    }
  }

  /// What a machine's clock is worth to a store.
  package enum Finding: Hashable, Sendable {
    /// The anchor stands.
    case inForce(Notice?)
    /// Booking time goes on from here.
    case anew(ClockAnchor, Notice?)
    /// The owner decides.
    case undecided(ClockFault)

    fileprivate func result(for house: House) throws(BookingError) -> (anchor: ClockAnchor, notice: Notice?) {
      switch self {
      case .inForce(let notice): (house.anchor, notice)
      case .anew(let anchor, let notice): (anchor, notice)
      case .undecided(let fault): throw .storage(.clock(fault))
      }
    }
  }

  /// Compares a machine's clocks with a store's anchor and its record. Nothing is changed.
  package static func judge(
    _ house: House, by reading: Reading, company: Company, newestStamp: () -> Timestamp?
  ) -> Finding {
    switch house.kind {
    // It stood still while nobody had it open.
    case .demonstration where company == .alone || company == .unknown && house.anchor.bootID != reading.bootID:
      .anew(reading.anchor(at: house.latest, rate: house.anchor.rate), nil)
    case .demonstration:
      house.anchor.bootID == reading.bootID ? .inForce(nil) : .undecided(.anotherBoot)
    case .real where house.anchor.bootID == reading.bootID: sameBoot(house, reading, company)
    case .real: newBoot(house, reading, company, newestStamp)
    }
  }

  /// Booking time for one who only looks: as it would go on if the store were opened, or the record's where the owner has
  /// to decide.
  package static func instant(
    in house: House, by reading: Reading, company: Company, newestStamp: () -> Timestamp?
  ) -> Timestamp {
    switch judge(house, by: reading, company: company, newestStamp: newestStamp) {
    case .inForce: max(house.anchor.instant(atBoot: reading.boot), house.latest)
    case .anew(let anchor, _): anchor.instant
    case .undecided: house.latest
    }
  }

  private static func sameBoot(_ house: House, _ reading: Reading, _ company: Company) -> Finding {
    let jump = house.anchor.instant(atBoot: reading.boot) - house.latest
    if jump < -tolerance {
      let lag = -jump
      // A clock that the others do not have would move theirs.
      guard company != .accompanied else { return .undecided(.behindRecord(by: lag)) }
      return .anew(reading.anchor(at: house.latest, rate: house.anchor.rate), .recordAhead(by: lag))
    }
    if jump > tolerance, !reading.isBornOut { return .undecided(.unexplainedJump(by: jump)) }
    // An anchor begins at the wall clock's instant, or at the record's where that lay ahead.
    if let witness = house.anchor.witness, house.anchor.instant > max(witness.wall, house.latest) + tolerance {
      return .undecided(.unexplainedJump(by: jump))
    }
    guard let ahead = wallAhead(of: house.anchor, reading) else { return .inForce(nil) }
    // Whoever joins others goes by their clock.
    if ahead < .zero, jump > tolerance, company != .accompanied { return .undecided(.unexplainedJump(by: jump)) }
    return .inForce(.wallSet(by: ahead))
  }

  /// How much farther the wall clock has gone than the time since the boot, since an anchor was made; nil when they agree,
  /// when suspension, in which some machines' boot clocks are corrected, explains it, or when nothing is known.
  package static func wallAhead(of anchor: ClockAnchor, _ reading: Reading) -> Duration? {
    guard anchor.bootID == reading.bootID, let witness = anchor.witness else { return nil }
    let ahead = (reading.wall - witness.wall) + .milliseconds(anchor.boot - reading.boot)
    let distance = max(ahead, -ahead)
    let explained = max(.zero, reading.suspended + -witness.suspended)
    return distance > tolerance + explained ? ahead : nil
  }

  private static func newBoot(
    _ house: House, _ reading: Reading, _ company: Company, _ newestStamp: () -> Timestamp?
  ) -> Finding {
    if company == .accompanied { return .undecided(.anotherBoot) }
    let jump = reading.wall - house.latest
    if jump > longestAbsence, newestStamp().map({ $0 < reading.wall - longestAbsence }) ?? true {
      return .undecided(.unexplainedJump(by: jump))
    }
    return .anew(
      reading.anchor(at: max(reading.wall, house.latest), rate: house.anchor.rate),
      jump < -tolerance ? .recordAhead(by: -jump) : nil)
  }
}

extension ClockAnchoring {
  /// What the owner of a real store decides where its clock cannot be judged.
  package enum Decision: Hashable, Sendable {
    /// Booking time goes on from the latest instant on record.
    case resume
    /// Booking time goes on from the machine's wall clock.
    case accept
  }

  /// Anchors a real store as its owner decides. Whoever opens it next settles what has fallen due by then.
  /// - Returns: where booking time goes on from.
  /// - Throws: `storage`; `storage(clock(behindRecord))` where the wall clock that is to be
  ///   accepted lies before the record, which cannot be taken back.
  package static func decide(
    _ decision: Decision, in store: any Store, reading: Reading
  ) throws(BookingError) -> Timestamp {
    try store.write { tx throws(BookingError) in
      let house = try tx.house()
      let instant = decision == .resume ? house.latest : reading.wall
      guard instant >= house.latest else {
        throw .storage(.clock(.behindRecord(by: house.latest - instant)))
      }
      try tx.setClockAnchor(reading.anchor(at: instant, rate: house.anchor.rate))
      return instant
    }
  }
}
