internal import Booking

/// What the crowd knows of a session's seats, and how somebody chooses among them.
struct SeatPicker {
  private var places: [SeatID: Int] = [:]
  private var ids: [SeatID]
  private var free: [Bool]
  private let price: [Won]
  /// Seats that stand side by side, by their places.
  private let rows: [Range<Int>]
  /// The rows of each price, the dearest first.
  private let tiers: [[Int]]
  private(set) var freeCount: Int
  var asOf: EventID

  init(_ listing: SeatListing) { self.init(listing.seats, asOf: listing.asOf) }

  private init(_ seats: [Seat], asOf: EventID) {
    ids = seats.map(\.id)
    free = seats.map { $0.status == .available }
    price = seats.map(\.price)
    freeCount = free.count { $0 }
    self.asOf = asOf
    var rows: [Range<Int>] = []
    var start = 0
    for place in seats.indices {
      places[seats[place].id] = place
      let isLast = place == seats.count - 1
      if isLast || seats[place].label.row != seats[place + 1].label.row
        || seats[place].label.section != seats[place + 1].label.section || seats[place].price != seats[place + 1].price
      {
        rows.append(start..<(place + 1))
        start = place + 1
      }
    }
    self.rows = rows
    let prices = Set(seats.map(\.price)).sorted(by: >)
    let priceOf = price
    tiers = prices.map { price in rows.indices.filter { priceOf[rows[$0].lowerBound] == price } }
  }

  mutating func take(_ changes: SeatChanges) {
    asOf = changes.asOf
    // Then all seats are told of.
    if changes.seats.contains(where: { seat in places[seat.id].map { price[$0] != seat.price } ?? false }) {
      self = SeatPicker(changes.seats, asOf: changes.asOf)
      return
    }
    for seat in changes.seats {
      guard let place = places[seat.id] else { continue }
      let isFree = seat.status == .available
      if isFree != free[place] { freeCount += isFree ? 1 : -1 }
      free[place] = isFree
    }
  }

  /// Seats for a party, side by side where a tier of its taste has room, else one by one; fewer where there are not
  /// enough, none where all is taken.
  /// - Parameter taste: 0 for the dearest tier, 1 for the cheapest.
  func pick(_ party: Int, taste: Double, _ random: inout SeededGenerator) -> [SeatID] {
    guard freeCount > 0, !tiers.isEmpty else { return [] }
    let first = min(tiers.count - 1, Int(taste * Double(tiers.count)))
    let order = [first] + tiers.indices.filter { $0 != first }
    for tier in order {
      // The front rows are looked at first, mostly.
      let draw = Double.random(in: 0..<1, using: &random)
      let start = Int(draw * draw * Double(tiers[tier].count))
      for step in tiers[tier].indices {
        let row = rows[tiers[tier][(start + step) % tiers[tier].count]]
        if let seats = together(party, in: row, &random) { return seats }
      }
    }
    let singles = order.lazy.flatMap { tiers[$0] }.flatMap { rows[$0] }.filter { free[$0] }.prefix(party)
    return singles.map { ids[$0] }
  }

  /// One of the places in a row where so many are free side by side.
  private func together(_ party: Int, in row: Range<Int>, _ random: inout SeededGenerator) -> [SeatID]? {
    guard row.count >= party else { return nil }
    var starts: [Int] = []
    var run = 0
    for place in row {
      run = free[place] ? run + 1 : 0
      if run >= party { starts.append(place - party + 1) }
    }
    // People sit in the middle where they can.
    let middle = (row.lowerBound + row.upperBound - party) / 2
    let chosen = starts.min { abs($0 - middle) < abs($1 - middle) }
    guard let chosen else { return nil }
    let start = Bool.random(using: &random) ? chosen : starts.randomElement(using: &random) ?? chosen
    return (start..<(start + party)).map { ids[$0] }
  }
}
