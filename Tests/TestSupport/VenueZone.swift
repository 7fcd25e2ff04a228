internal import Foundation

/// Frames name the zone where the terminal's differs from the venue's, so tests run in the venue's.
package enum VenueZone {
  package static let use: Void = {
    setenv("TZ", "Asia/Seoul", 1)
    tzset()
    // Another suite may have asked for the zone before.
    NSTimeZone.resetSystemTimeZone()
  }()
}
