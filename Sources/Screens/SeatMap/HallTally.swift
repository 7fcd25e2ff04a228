internal import Booking

/// What the cells of a hall's picture show of its seats, as they are and as they are looked for. Counting takes the
/// longer the larger the hall is, so it is kept until one of the two changes.
struct HallTally {
  /// One cell: which of its dots are free and looked for, how many seats are, the dearest of their tiers, and whether a
  /// free one is passed over.
  struct Cell {
    fileprivate(set) var dots: UInt8 = 0
    fileprivate(set) var free = 0
    fileprivate(set) var tier = Int.max
    fileprivate(set) var hasPassedOver = false
  }

  private(set) var cells: [Cell]
  private let free: [Bool]
  private let tierOf: [Int]
  private let passes: [Bool]

  init(_ raster: HallRaster, _ board: SeatBoard, _ filter: SeatFilter) {
    cells = [Cell](repeating: Cell(), count: raster.seatsIn.count)
    free = board.free
    tierOf = board.tierOf
    passes = Self.passes(board, filter)
    for (seat, cell) in raster.cellOf.enumerated() where free[seat] {
      guard passes[tierOf[seat]] else {
        cells[cell].hasPassedOver = true
        continue
      }
      let dots = raster.dotsOf[seat]
      // A seat that only keeps a section's edge stays visible when no other of its cell is free.
      cells[cell].dots |= dots == 0 && cells[cell].dots == 0 ? 0x01 : dots
      cells[cell].free += 1
      cells[cell].tier = min(cells[cell].tier, tierOf[seat])
    }
  }

  private static func passes(_ board: SeatBoard, _ filter: SeatFilter) -> [Bool] {
    board.tiers.indices.map(filter.passes(tier:))
  }

  /// Whether this is what would be counted now. What has not been written since is the same without a look at it.
  func isOf(_ board: SeatBoard, _ filter: SeatFilter) -> Bool {
    free == board.free && tierOf == board.tierOf && passes == Self.passes(board, filter)
  }
}
