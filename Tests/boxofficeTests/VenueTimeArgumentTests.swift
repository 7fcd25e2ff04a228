internal import Booking
internal import Testing

@testable import boxoffice

struct VenueTimeArgumentTests {
  @Test(
    arguments: [
      ("2026-12-24T19:30", 1_798_108_200_000), ("2026-12-24 19:30", 1_798_108_200_000), ("1970-01-01T09:00", 0),
      ("2028-02-29T00:00", 1_835_362_800_000),
    ] as [(String, Int64)])
  func `reads a time at the venue, nine hours ahead of UTC`(text: String, milliseconds: Int64) {
    #expect(VenueTimeArgument(text)?.instant == Timestamp(milliseconds: milliseconds))
  }

  @Test(arguments: [
    "", "soon", "2026-12-24", "19:30", "2026-12-24T19:30:00", "2026-12-24T19:30Z", "2026-13-01T10:00",
    "2026-02-30T10:00",
    "2027-02-29T10:00", "2026-12-00T10:00", "2026-12-24T24:00", "2026-12-24T19:60", "26-12-24T19:30", "2026-1-2T3:4",
    "٢٠٢٦-١٢-٢٤T١٩:٣٠", " 2026-12-24T19:30",
  ])
  func `refuses what is no time`(text: String) {
    #expect(VenueTimeArgument(text)?.instant == nil)
  }

  @Test(
    arguments: [
      // A minute before and after midnight at the venue.
      ("2026-11-24T23:59", "2026-12-08T19:30"), ("2026-11-25T00:00", "2026-12-09T19:30"),
      ("2026-12-24T20:00", "2027-01-07T19:30"),
    ])
  func `two weeks are counted in the venue's days`(now: String, evening: String) throws {
    let instant = try #require(VenueTimeArgument(now)).instant
    #expect(VenueTimeArgument.inTwoWeeks(from: instant) == VenueTimeArgument(evening)?.instant)
  }
}
