internal import Booking
internal import Canvas
internal import SeatingPlan
internal import Wording

/// What the seats of a session are now, by their places in the hall's grid, and what can be counted of them: a change
/// of one seat costs no more than that seat.
struct SeatBoard {
  private(set) var seats: [Seat]
  /// By seat: whether it is free. Whole halls are counted at every frame, and this reads faster than `seats`.
  private(set) var free: [Bool]
  /// The tiers, the dearest first.
  let tiers: [TierPrice]
  /// By seat: its tier's place in `tiers`.
  let tierOf: [Int]
  /// How many seats are free, by tier and by section.
  private(set) var freeOfTier: [Int]
  private(set) var freeOfSection: [Int]
  /// By section: the tiers it has, by their places in `tiers`, the dearest first.
  let tiersOfSection: [[Int]]
  /// The seats that the viewer holds or has bought.
  private(set) var own: Set<Int>
  /// Who looks at the seats.
  private let viewer: UserID
  /// When a seat was last seen to change, for those that changed lately.
  private var changedAt: [Int: Timestamp] = [:]
  private let sectionOf: [Int]
  /// Cells of the longest seat number, at most 4; the ends of rows have the longest ones.
  let digits: Int

  /// nil when these are not the seats of that grid.
  init?(_ seats: [Seat], in grid: SeatGrid, for viewer: UserID) {
    guard seats.count == grid.spots.count,
      grid.rows.allSatisfy({ row in
        guard let first = row.seats.first else { return true }
        return seats[first].label.row == row.name && seats[first].label.section == grid.sections[row.section].name
      })
    else { return nil }
    self.seats = seats
    self.viewer = viewer
    free = seats.map { $0.status == .available }
    own = Set(seats.indices.filter { seats[$0].taker == viewer })
    var prices: [String: Won] = [:]
    for row in grid.rows {
      for seat in row.seats where prices[seats[seat].tier] == nil { prices[seats[seat].tier] = seats[seat].price }
    }
    let tiers = prices.map { TierPrice(tier: $0.key, price: $0.value) }.sorted {
      ($1.price, $0.tier) < ($0.price, $1.tier)
    }
    self.tiers = tiers
    let places = Dictionary(uniqueKeysWithValues: tiers.enumerated().map { ($1.tier, $0) })
    tierOf = seats.map { places[$0.tier] ?? 0 }
    let ends = grid.rows.flatMap { [$0.seats.first, $0.seats.last].compactMap { $0 } }
    digits = min(4, ends.map { seats[$0].label.bareNumber.clean.cellWidth }.max() ?? 1)
    sectionOf = grid.rowOf.map { grid.rows[$0].section }
    var freeOfTier = [Int](repeating: 0, count: tiers.count)
    var freeOfSection = [Int](repeating: 0, count: grid.sections.count)
    var has = [[Bool]](repeating: [Bool](repeating: false, count: tiers.count), count: grid.sections.count)
    for (place, seat) in seats.enumerated() {
      let (tier, section) = (tierOf[place], sectionOf[place])
      has[section][tier] = true
      if seat.status == .available {
        freeOfTier[tier] += 1
        freeOfSection[section] += 1
      }
    }
    self.freeOfTier = freeOfTier
    self.freeOfSection = freeOfSection
    tiersOfSection = has.map { has in has.indices.filter { has[$0] } }
  }

  /// The place of a seat; nil when it is none of these.
  func place(of id: SeatID) -> Int? {
    var (low, high) = (0, seats.count)
    while low < high {
      let middle = (low + high) / 2
      if seats[middle].id < id { low = middle + 1 } else { high = middle }
    }
    return low < seats.count && seats[low].id == id ? low : nil
  }

  /// Whether seats cost what they did; after a change of prices all of them are read anew.
  func hasPrices(of changes: [Seat]) -> Bool {
    changes.allSatisfy { seat in place(of: seat.id).map { seats[$0].price == seat.price } ?? true }
  }

  func isFree(_ place: Int) -> Bool { free[place] }

  func isOwnHold(_ place: Int) -> Bool {
    if case .held = seats[place].status { own.contains(place) } else { false }
  }

  /// Something that a filter takes: a tier of this hall, and a price at which some of them pass.
  var filterExample: String {
    let price = tiers.dropFirst(tiers.count / 2).first?.price.amount ?? 0
    return "\(tiers.first?.tier.clean ?? ""), ≤\(price)"
  }

  /// By seat: whether it is free and passes the filter.
  func wanted(_ filter: SeatFilter) -> [Bool] {
    let passes = tiers.indices.map(filter.passes(tier:))
    return free.indices.map { free[$0] && passes[tierOf[$0]] }
  }

  /// Takes seats as they stand now. Returns the places of those that differ. What the viewer took or gave back is no
  /// news; nor is any change without an instant.
  mutating func take(_ changes: [Seat], at now: Timestamp?) -> [Int] {
    changedAt = now.map { now in changedAt.filter { now - $0.value < lately } } ?? [:]
    return changes.compactMap { seat in
      guard let place = place(of: seat.id), seats[place] != seat else { return nil }
      let step = (seat.status == .available ? 1 : 0) - (isFree(place) ? 1 : 0)
      freeOfTier[tierOf[place]] += step
      freeOfSection[sectionOf[place]] += step
      let isOwn = (seat.taker ?? seats[place].taker) == viewer
      seats[place] = seat
      free[place] = seat.status == .available
      if seat.taker == viewer { own.insert(place) } else { own.remove(place) }
      changedAt[place] = isOwn ? nil : now
      return place
    }
  }

  /// How long a change counts as a late one, in booking time.
  var lately = Self.lately(at: 1000)

  /// Three seconds for whoever watches, however fast the booking clock runs.
  static func lately(at rate: Int64) -> Duration { .milliseconds(3 * max(1000, rate)) }

  /// The seats that changed in the last moments.
  func changedLately(at now: Timestamp) -> [Int] { changedAt.keys.filter { changedLately($0, at: now) } }

  func changedLately(_ place: Int, at now: Timestamp) -> Bool {
    guard !changedAt.isEmpty, let at = changedAt[place] else { return false }
    return now - at < lately
  }
}
