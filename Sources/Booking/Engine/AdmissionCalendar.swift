/// The instants of admissions: whole multiples of the period, counted from the epoch (rule 9).
struct AdmissionCalendar {
  let epoch: Timestamp
  let period: Duration

  /// The first admission later than `instant`, found by arithmetic however long ago the last one was.
  func next(after instant: Timestamp) -> Timestamp {
    let elapsed = max(Duration.zero, instant - epoch)
    return epoch + period * (elapsed.milliseconds / period.milliseconds + 1)
  }
}
