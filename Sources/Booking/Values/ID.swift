/// The number of a record. The tag keeps a user's number from being taken for a seat's.
package struct ID<Record>: RawRepresentable, Hashable, Comparable, Sendable, CustomStringConvertible {
  package let rawValue: Int64

  package init(rawValue: Int64) { self.rawValue = rawValue }
  package init(_ rawValue: Int64) { self.rawValue = rawValue }

  package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  package var description: String { String(rawValue) }
}

package typealias UserID = ID<User>
package typealias HallID = ID<Hall>
package typealias SeatID = ID<Seat>
package typealias ConcertID = ID<Concert>
package typealias SessionID = ID<Session>
package typealias ReservationID = ID<Reservation>
package typealias PaymentID = ID<Payment>
package typealias EventID = ID<Event>
/// The place in the order of issue. Consecutive and never reused (rule 1).
package typealias TicketNumber = ID<QueueToken>
