/// Tells booking time. It never steps back; the store's latest instant guards against one that does.
package protocol BookingClock: AnyObject {
  func now() -> Timestamp
}
