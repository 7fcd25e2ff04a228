import Booking
import SeatingPlan
import TestSupport
import Testing

@testable import Screens

@Suite("What is counted of the seats")
struct SeatBoardTests {
  private static let grid = SeatGrid(HallPlans.rows([("1F", "A", 4), ("1F", "B", 4), ("2F", "A", 4)]))
  private static let seats = HallPlans.seats(of: grid) { row in row == 0 ? ("R", 88_000) : ("S", 66_000) }

  private func board() throws -> SeatBoard { try #require(SeatBoard(Self.seats, in: Self.grid, for: UserID(1))) }

  private func taken(_ place: Int, by user: Int64 = 7) -> Seat {
    let seat = Self.seats[place]
    return Seat(
      id: seat.id, label: seat.label, tier: seat.tier, price: seat.price,
      status: .held(by: ReservationID(1)), taker: UserID(user))
  }

  @Test func `tiers stand from the dearest, with what is free of them and of each section`() throws {
    let board = try board()
    #expect(board.tiers.map(\.tier) == ["R", "S"])
    #expect(board.freeOfTier == [4, 8])
    #expect(board.freeOfSection == [8, 4])
    #expect(board.tiersOfSection == [[0, 1], [1]])
  }

  @Test func `a change counts once, and back again`() throws {
    var board = try board()
    #expect(board.take([taken(0), taken(5)], at: .opening) == [0, 5])
    #expect(board.freeOfTier == [3, 7])
    #expect(board.freeOfSection == [6, 4])
    #expect(board.take([taken(0)], at: .opening) == [], "what is known is no change")
    #expect(board.freeOfTier == [3, 7])
    #expect(board.take([Self.seats[0]], at: .opening) == [0])
    #expect(board.freeOfTier == [4, 7])
  }

  @Test func `a held seat that is sold stays taken`() throws {
    var board = try board()
    _ = board.take([taken(0)], at: .opening)
    let sold = Seat(
      id: Self.seats[0].id, label: Self.seats[0].label, tier: "R",
      price: Self.seats[0].price, status: .sold(by: ReservationID(1)), taker: UserID(7))
    #expect(board.take([sold], at: .opening) == [0])
    #expect(board.freeOfTier == [3, 8])
  }

  @Test func `the counts are those of the seats after any run of changes`() throws {
    var board = try board()
    for step in 0..<200 {
      let place = step * 7 % Self.seats.count
      _ = board.take([step % 3 == 0 ? Self.seats[place] : taken(place)], at: .opening)
      let free = board.seats.indices.filter(board.isFree)
      #expect(board.freeOfTier == [0, 1].map { tier in free.count { board.tierOf[$0] == tier } })
      #expect(board.freeOfSection == [0, 1].map { section in free.count { Self.grid.section(of: $0) == section } })
    }
  }

  @Test func `a seat is found by its id, and another hall's is none`() throws {
    let board = try board()
    for (place, seat) in Self.seats.enumerated() { #expect(board.place(of: seat.id) == place) }
    #expect(board.place(of: SeatID(0)) == nil)
    #expect(board.place(of: SeatID(99)) == nil)
  }

  @Test func `a change is a late one for three seconds`() throws {
    var board = try board()
    _ = board.take([taken(0)], at: .opening)
    #expect(board.changedLately(0, at: .opening + .milliseconds(2999)))
    #expect(!board.changedLately(0, at: .opening + .seconds(3)))
    #expect(!board.changedLately(1, at: .opening))
  }

  @Test func `seats of another hall give none`() {
    #expect(SeatBoard(Array(Self.seats.dropLast()), in: Self.grid, for: UserID(1)) == nil)
    #expect(SeatBoard(Self.seats.reversed(), in: Self.grid, for: UserID(1)) == nil)
  }

  @Test func `the viewer's own seats are known from the start and after every change`() throws {
    let seats = [taken(0, by: 1), taken(1, by: 2)] + Self.seats.dropFirst(2)
    var board = try #require(SeatBoard(Array(seats), in: Self.grid, for: UserID(1)))
    #expect(board.own == [0])
    #expect(board.isOwnHold(0) && !board.isOwnHold(1))
    _ = board.take([Self.seats[0], taken(5, by: 1)], at: .opening)
    #expect(board.own == [5])
  }

  @Test func `wanted are the free seats of the tiers that pass`() throws {
    var board = try board()
    _ = board.take([taken(0)], at: .opening)
    var filter = SeatFilter()
    filter.set("R", among: board.tiers)
    let wanted = board.wanted(filter)
    #expect(wanted.indices.filter { wanted[$0] } == [1, 2, 3])
    #expect(board.wanted(SeatFilter()).count { $0 } == Self.seats.count - 1)
  }
}
