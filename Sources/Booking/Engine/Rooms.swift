/// The halls of a house by the rooms that they are. A hall is one room, whatever is on in it: halls of one name are the
/// same room, and halls of one plan with the same seats. Only older versions made several halls of a room.
struct Rooms: Sendable {
  /// By number.
  let halls: [Hall]
  /// The first hall of each hall's room.
  private var firsts: [HallID: HallID] = [:]

  init(_ store: any StoreReader) throws(BookingError) {
    var halls: [Hall] = []
    for id in try store.hallNames().keys.sorted() {
      guard let hall = try store.hall(id) else { throw .storage(.damaged) }
      halls.append(hall)
    }
    self.halls = halls
    for (index, hall) in halls.enumerated() {
      firsts[hall.id] = hall.id
      for known in halls[..<index] where try known.isRoom(of: hall, store) { merge(known.id, hall.id) }
    }
  }

  /// The room of a hall, by the number of the room's first hall.
  func room(of hall: HallID) -> HallID { firsts[hall] ?? hall }

  private mutating func merge(_ a: HallID, _ b: HallID) {
    let (first, second) = (min(room(of: a), room(of: b)), max(room(of: a), room(of: b)))
    for (hall, room) in firsts where room == second { firsts[hall] = first }
  }
}

extension Hall {
  fileprivate func isRoom(of other: Hall, _ store: any StoreReader) throws(BookingError) -> Bool {
    if name.names(sameAs: other.name) { return true }
    guard plan == other.plan else { return false }
    return try store.seats(inHall: id) == store.seats(inHall: other.id)
  }
}
