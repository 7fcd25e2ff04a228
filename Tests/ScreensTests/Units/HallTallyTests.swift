import Booking
import Canvas
import SeatingPlan
import TestSupport
import Testing

@testable import Screens

@Suite("What the cells of a small hall show of its seats")
struct HallTallyTests {
  private static let hall = HallPlans.view(HallPlans.rows([("1F", "A", 6), ("1F", "B", 6), ("2F", "A", 6)]))!
  private static let seats = HallPlans.seats(of: hall.grid) { row in row == 0 ? ("R", 88_000) : ("S", 66_000) }
  private static let raster = HallRaster(hall, in: Size(width: 2, height: 1))

  private func board() throws -> SeatBoard {
    try #require(SeatBoard(Self.seats, in: Self.hall.grid, for: UserID(1)))
  }

  private func sold(_ place: Int) -> Seat {
    let seat = Self.seats[place]
    return Seat(
      id: seat.id, label: seat.label, tier: seat.tier, price: seat.price, status: .sold(by: ReservationID(1)),
      taker: UserID(7))
  }

  private func only(_ text: String, _ board: SeatBoard) -> SeatFilter {
    var filter = SeatFilter()
    filter.set(text, among: board.tiers)
    return filter
  }

  @Test func `each cell counts its free seats and knows the dearest of their tiers`() throws {
    var board = try board()
    _ = board.take((0..<6).map(sold), at: nil)
    let cells = HallTally(Self.raster, board, SeatFilter()).cells
    for (cell, counted) in cells.enumerated() {
      let free = Self.raster.cellOf.indices.filter { Self.raster.cellOf[$0] == cell && board.isFree($0) }
      #expect(counted.free == free.count)
      #expect(counted.tier == free.map { board.tierOf[$0] }.min() ?? .max)
      #expect((counted.dots != 0) == !free.isEmpty)
      #expect(!counted.hasPassedOver)
    }
  }

  @Test func `seats that are passed over count as such and as nothing else`() throws {
    let board = try board()
    let cells = HallTally(Self.raster, board, only("R", board)).cells
    #expect(cells.map(\.free).reduce(0, +) == 6)
    #expect(cells.contains { $0.hasPassedOver })
    #expect(cells.allSatisfy { $0.tier == 0 || $0.free == 0 })
  }

  @Test func `it holds until a seat, a price or the filter is another`() throws {
    var board = try board()
    let tally = HallTally(Self.raster, board, SeatFilter())
    #expect(tally.isOf(board, SeatFilter()))
    #expect(!tally.isOf(board, only("S", board)))
    _ = board.take([sold(3)], at: nil)
    #expect(!tally.isOf(board, SeatFilter()))
    let others = HallPlans.seats(of: Self.hall.grid) { row in row == 2 ? ("R", 88_000) : ("S", 66_000) }
    #expect(!tally.isOf(try #require(SeatBoard(others, in: Self.hall.grid, for: UserID(1))), SeatFilter()))
  }

  @Test func `a picture that has counted never shows what was`() throws {
    var (board, raster) = (try board(), Self.raster)
    raster.count(board, SeatFilter())
    for step in 0..<60 {
      let place = step * 7 % Self.seats.count
      _ = board.take([step % 3 == 0 ? Self.seats[place] : sold(place)], at: nil)
      let filter = step % 5 == 0 ? only("S", board) : SeatFilter()
      #expect(raster.tally(of: board, filter).cells.map(\.free) == HallTally(raster, board, filter).cells.map(\.free))
      if step % 2 == 0 { raster.count(board, filter) }
    }
  }
}
