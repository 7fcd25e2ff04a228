/// The one row about the whole store.
package struct House: Hashable, Sendable {
  package enum Kind: String, Sendable { case real, demonstration }

  package let kind: Kind
  package let anchor: ClockAnchor
  /// Whole periods are counted from here (rule 9); the creation, or the last change of the period.
  package var admissionEpoch: Timestamp
  /// The latest instant on record; everything due at or before it has been done.
  package var latest: Timestamp
  /// Admissions at or before this have been held or had nobody to admit.
  package var admittedThrough: Timestamp
  /// The last ticket number given out; 0 before the first.
  package var lastTicket: TicketNumber
  /// The highest ticket number admitted; all waiting tokens lie behind it.
  package var head: TicketNumber

  package init(
    kind: Kind, anchor: ClockAnchor, admissionEpoch: Timestamp, latest: Timestamp, admittedThrough: Timestamp,
    lastTicket: TicketNumber, head: TicketNumber
  ) {
    self.kind = kind
    self.anchor = anchor
    self.admissionEpoch = admissionEpoch
    self.latest = latest
    self.admittedThrough = admittedThrough
    self.lastTicket = lastTicket
    self.head = head
  }
}

/// Ties booking time to the machine's clock that never stops: at `boot` milliseconds after the boot named `bootID`
/// the booking clock read `instant`, and runs at `rate` thousandths of real time since.
package struct ClockAnchor: Hashable, Sendable {
  package let bootID: String
  package let boot: Int64
  package let instant: Timestamp
  package let rate: Int64
  /// What bears the boot clock out later; nil where an older version, or a clock without a machine, made the anchor.
  package let witness: ClockWitness?

  package init(bootID: String, boot: Int64, instant: Timestamp, rate: Int64 = 1000, witness: ClockWitness? = nil) {
    self.bootID = bootID
    self.boot = boot
    self.instant = instant
    self.rate = rate
    self.witness = witness
  }

  /// The booking instant when the machine's clock reads `boot`.
  package func instant(atBoot boot: Int64) -> Timestamp {
    instant + .milliseconds((boot - self.boot) * rate / 1000)
  }
}

/// What a machine's other clocks read at the moment of an anchor.
package struct ClockWitness: Hashable, Sendable {
  package let wall: Timestamp
  /// How long the machine had been suspended since its boot.
  package let suspended: Duration

  package init(wall: Timestamp, suspended: Duration) {
    self.wall = wall
    self.suspended = suspended
  }
}
