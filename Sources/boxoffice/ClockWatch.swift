internal import Booking
internal import Wording

/// Notices what happens to the machine's clock while a real store is open: the wall clock is set, which moves no deadline,
/// or the record comes to lie ahead, until which booking time stands still. Nobody should be left to wonder.
struct ClockWatch {
  /// The anchor as if it had been made when the watch began.
  private var baseline: ClockAnchor
  private var isStanding = false

  init(_ reading: ClockAnchoring.Reading) { baseline = reading.anchor(at: reading.wall) }

  /// The wall clock's instant where its day at the venue is not booking time's, which then needs its date; nil elsewhere.
  static func otherDay(_ wall: Timestamp, than booking: Timestamp) -> Timestamp? {
    let distance = max(booking - wall, wall - booking)
    // At midnight clocks that agree may have two days for a moment.
    return distance > ClockAnchoring.tolerance && !booking.isSameVenueDay(as: wall) ? wall : nil
  }

  /// What is to be said, once for each time that it begins.
  /// - Parameter standstill: how long booking time will stand still; nil when it goes on.
  mutating func news(_ reading: ClockAnchoring.Reading, standstill: Duration?) -> LocalizedText? {
    defer { isStanding = standstill != nil }
    if let standstill, !isStanding {
      let (korean, english) = (standstill.words(.korean), standstill.words(.english))
      return LocalizedText(
        "컴퓨터 시계가 기록보다 \(korean) 늦어 예매 시각이 멈춰 있습니다. 모든 터미널을 닫았다가 다시 열면 기록에서 이어집니다.",
        "This machine's clock is \(english) behind the record, so booking time stands still. "
          + "Close all terminals; opened again, it goes on from the record.")
    }
    guard let ahead = ClockAnchoring.wallAhead(of: baseline, reading) else { return nil }
    baseline = reading.anchor(at: reading.wall)
    return ClockAnchoring.Notice.wallSet(by: ahead).text
  }
}
