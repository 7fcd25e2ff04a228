/// Reads a seating plan in pretix's JSON, as a stranger may have made it: refuses what cannot be sold from, mends what
/// can be shown all the same, and says so.
package struct PlanReader {
  /// What a file may hold.
  struct Limits {
    var bytes = PlanReader.mostBytes
    var seats = 100_000
    /// Numbers, texts, lists and objects.
    var values = 3_000_000
    /// Each takes some 3 kB until the plan is read.
    var objects = 300_000
  }

  package static let mostBytes = 64 << 20
  /// Of a name or a number.
  static let mostCharacters = 100
  /// Of a seat's id, which nobody reads.
  static let mostOfID = 200
  /// Either way from the origin.
  static let mostPixels = 1_000_000

  /// - Parameter bytes: the file's, in UTF-8.
  /// - Throws: `PlanFault`, the first that is met.
  package static func read(_ bytes: [UInt8]) throws(PlanFault) -> PlanReading { try read(bytes, limits: Limits()) }

  static func read(_ bytes: [UInt8], limits: Limits) throws(PlanFault) -> PlanReading {
    guard bytes.count <= limits.bytes else { throw .tooLarge(mostBytes: limits.bytes) }
    if let offset = firstInvalid(in: bytes) { throw .notUTF8(TextPosition(of: offset, in: bytes)) }
    try limits.check(JSONCounts(bytes))
    let mending = PlanNode.Mending()
    var reader = PlanReader()
    let written = try reader.plan(PlanNode(value: try JSONText.value(of: bytes), path: .top, mending: mending))
    for place in mending.places { reader.notices.note(.fewerMarks, at: place) }
    guard !reader.seats.isEmpty else { throw .noSeats }
    // An escape may hide a key from whoever counts.
    guard reader.seats.count <= limits.seats else { throw .tooManySeats(most: limits.seats) }
    let (identified, renamed) = SeatIDs.unique(in: written)
    let places = identified.places
    for seat in renamed {
      reader.notices.note(.renamedID, at: reader.seats[seat])
      // Else the plan could not be read again.
      guard places[seat].guid.count <= mostOfID else {
        throw .tooLong(.key("seat_guid", of: reader.seats[seat]), most: mostOfID)
      }
    }
    let (plan, moved) = ZoneSpacing.spread(identified)
    for zone in moved { reader.notices.note(.movedZone, at: reader.zones[zone]) }
    for zone in moved where plan.zones[zone].position.y > Double(mostPixels) {
      throw .outOfRange(.key("position", of: reader.zones[zone]), least: -mostPixels, most: mostPixels)
    }
    reader.noteShared(plan.places)
    return PlanReading(plan: plan, notices: reader.notices.all)
  }

  var notices = PlanNotices()
  /// Where each category is written.
  var categories: [String: PlanPath] = [:]
  /// Where each seat's id is written, in the zone that is being read.
  var ids: [String: PlanPath] = [:]
  /// Where each zone and each seat is written, in the plan's order.
  var zones: [PlanPath] = []
  var seats: [PlanPath] = []

  /// Where the first byte stands that is no text in UTF-8, nil when all is. Zero is none: texts in UTF-16 have it, which
  /// Foundation would read without a word.
  private static func firstInvalid(in bytes: [UInt8]) -> Int? {
    let zero = bytes.firstIndex(of: 0)
    if String(validating: bytes, as: UTF8.self) != nil { return zero }
    var parser = Unicode.UTF8.ForwardParser()
    var rest = bytes.makeIterator()
    var offset = 0
    while case .valid(let scalar) = parser.parseScalar(from: &rest) { offset += scalar.count }
    return min(offset, zero ?? offset)
  }

  /// What a seat is called.
  private struct Label: Hashable {
    let zone: String
    let row: String
    let number: String
  }

  /// Says which seats cannot be told apart, by where they stand or by their name.
  private mutating func noteShared(_ places: [Plan.Place]) {
    var spots: Set<Plan.Point> = []
    var labels: Set<Label> = []
    for (place, path) in zip(places, seats) {
      // Closer than a pixel is one place.
      let spot = Plan.Point(x: place.position.x.rounded(), y: place.position.y.rounded())
      if !spots.insert(spot).inserted { notices.note(.sharedSpot, at: path) }
      let label = Label(zone: place.zone, row: place.row, number: place.number)
      if !labels.insert(label).inserted { notices.note(.sharedLabel, at: path) }
    }
  }
}

extension PlanReader.Limits {
  fileprivate func check(_ counts: JSONCounts) throws(PlanFault) {
    guard counts.seats <= seats else { throw .tooManySeats(most: seats) }
    guard counts.objects <= objects else { throw .tooManyObjects(most: objects) }
    guard counts.values <= values else { throw .tooManyValues(most: values) }
  }
}
