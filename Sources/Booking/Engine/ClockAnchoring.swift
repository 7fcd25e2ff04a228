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
  /// ahead of that, booking time runs on from the record, and `aheadBy` says how far. A demonstration stood still while
  /// nobody had it open: who comes alone lets it go on from the record.
  /// - Throws: `storage`.
  package static func anchor(
    in store: any Store, reading: Reading, isAlone: Bool = false
  ) throws(BookingError) -> (anchor: ClockAnchor, aheadBy: Duration?) {
    if isAlone, let anchor = try resume(store, reading) { return (anchor, nil) }
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

  /// Lets a demonstration go on from its latest instant; nil for a real house, whose time went on.
  private static func resume(_ store: any Store, _ reading: Reading) throws(BookingError) -> ClockAnchor? {
    guard try store.read({ reader throws(BookingError) in try reader.house().kind }) == .demonstration else {
      return nil
    }
    return try store.write { tx throws(BookingError) in
      let house = try tx.house()
      let anchor = ClockAnchor(
        bootID: reading.bootID, boot: reading.boot, instant: house.latest, rate: house.anchor.rate)
      try tx.setClockAnchor(anchor)
      return anchor
    }
  }
}
