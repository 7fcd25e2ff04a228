/// Finds or makes the anchor that ties a store's booking time to this machine's clock since its boot.
package enum ClockAnchoring {
  /// What a machine's clocks read at one moment: milliseconds since the boot that `bootID` names, and the wall clock.
  package struct Reading: Hashable, Sendable {
    package let bootID: String
    package let boot: Int64
    package let wall: Timestamp

    package init(bootID: String, boot: Int64, wall: Timestamp) {
      self.bootID = bootID
      self.boot = boot
      self.wall = wall
    }
  }

  /// The anchor in force on this boot. After another boot a new one is made from the wall clock; where the record lies
  /// ahead of that, booking time runs on from the record, and `aheadBy` says how far.
  /// - Throws: `storage`.
  package static func anchor(
    in store: any Store, reading: Reading
  ) throws(BookingError) -> (anchor: ClockAnchor, aheadBy: Duration?) {
    let known = try store.read { reader throws(BookingError) in try reader.house().anchor }
    if known.bootID == reading.bootID { return (known, nil) }
    return try store.write { tx throws(BookingError) in
      // Another terminal may have anchored it since.
      let house = try tx.house()
      let (known, latest) = (house.anchor, house.latest)
      if known.bootID == reading.bootID { return (known, nil) }
      let anchor = ClockAnchor(
        bootID: reading.bootID, boot: reading.boot, instant: max(reading.wall, latest), rate: known.rate)
      try tx.setClockAnchor(anchor)
      return (anchor, latest > reading.wall ? latest - reading.wall : nil)
    }
  }
}
