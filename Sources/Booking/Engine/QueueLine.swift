/// The one queue of the house. Waiting tokens are the numbers behind the head, less those that left from there,
/// so positions are counted without touching who waits.
struct QueueLine {
  private let store: any StoreReader
  private let head: TicketNumber
  private let tail: TicketNumber

  init(_ store: any StoreReader) throws(BookingError) {
    let house = try store.house()
    self.store = store
    head = house.head
    tail = house.lastTicket
  }

  /// How many wait.
  func length() throws(BookingError) -> Int64 {
    let numbers = tail.rawValue - head.rawValue
    return numbers == 0 ? 0 : try numbers - store.leavers(before: TicketNumber(tail.rawValue + 1))
  }

  /// One plus the waiting tokens ahead of this waiting one (rule 2).
  func position(of number: TicketNumber) throws(BookingError) -> Int64 {
    if number == tail { return try length() }
    return try number.rawValue - head.rawValue - store.leavers(before: number)
  }
}
