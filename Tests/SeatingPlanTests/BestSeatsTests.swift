import TestSupport
import Testing

@testable import SeatingPlan

struct BestSeatsTests {
  /// Offers in a hall drawn as text, where `x` is taken.
  private func offers(_ picture: String, for party: Int) -> [(seats: [String], isTogether: Bool)] {
    let grid = SeatGrid(drawn(picture))
    let taken = picture.filter { !" \n".contains($0) }.map { $0 == "x" }
    return BestSeats(grid) { !taken[$0] }.offers(for: party).map { offer in
      (offer.seats.map { grid.places[$0].guid }, offer.isTogether)
    }
  }

  @Test func `one seat is the free one nearest to the stage and the middle`() {
    #expect(offers(".....\n.....", for: 1).first?.seats == ["A-3"])
    #expect(offers("..x..\n.....", for: 1).first?.seats == ["A-2"])
    #expect(offers("xxxxx\n.....", for: 1).first?.seats == ["B-3"])
  }

  @Test func `a party sits side by side, nearest to the stage and the middle`() {
    let found = offers("......\n......", for: 2)
    #expect(found.first?.seats == ["A-3", "A-4"])
    #expect(found.allSatisfy { $0.isTogether })
  }

  @Test func `a party is parted neither by a taken seat, nor an aisle, nor the end of a row`() {
    #expect(offers("..x..\n.....", for: 3).map(\.seats) == [["B-2", "B-3", "B-4"]])
    #expect(offers(".. ..\n.....", for: 3).first?.seats == ["B-2", "B-3", "B-4"])
  }

  @Test func `two rows side by side are not one`() {
    let points = (0..<4).map { Plan.Point(x: Double($0) * 30, y: 0) }
    let plan = Plan(
      name: "", categories: [], zones: [zone("1F", [row("A", Array(points[..<2])), row("B", Array(points[2...]))])])
    let found = BestSeats(SeatGrid(plan)) { _ in true }.offers(for: 3)
    #expect(found.map(\.isTogether) == [false])
  }

  @Test func `offers come the best first`() {
    #expect(offers("....\n....", for: 2).map(\.seats) == [["A-2", "A-3"], ["B-2", "B-3"]])
  }

  @Test func `a party that fits nowhere is split, and told so`() {
    let found = offers(".x.x.\nxxxxx\n..xxx", for: 3)
    #expect(found.count == 1)
    #expect(found[0].seats == ["A-1", "A-3", "A-5"])
    #expect(!found[0].isTogether)
  }

  @Test func `there is no offer when there are too few seats, or nobody comes`() {
    #expect(offers(".x.x", for: 3).isEmpty)
    #expect(offers("xxx", for: 1).isEmpty)
    #expect(offers("...", for: 0).isEmpty)
    #expect(offers("...", for: -1).isEmpty)
  }

  @Test(arguments: generatedPlans)
  func `offers are free, whole and do not overlap`(shape: GeneratedPlan, seed: Int) {
    let grid = SeatGrid(shape.plan(seed: seed))
    var random = SeededRandom(seed: UInt64(seed))
    let free = Set(grid.places.indices.filter { _ in Int.random(in: 0..<3, using: &random) > 0 })
    for party in 1...5 {
      let offers = BestSeats(grid, isFree: free.contains).offers(for: party)
      let seats = offers.flatMap(\.seats)
      #expect(offers.allSatisfy { $0.seats.count == party })
      #expect(Set(seats).count == seats.count)
      #expect(free.isSuperset(of: seats))
      #expect(offers.isEmpty == (free.count < party))
      for offer in offers where offer.isTogether {
        let spots = offer.seats.map { grid.spots[$0] }
        #expect(zip(spots, spots.dropFirst()).allSatisfy { $0.line == $1.line && $0.column + 1 == $1.column })
        #expect(Set(offer.seats.map { grid.places[$0].row }).count == 1)
      }
    }
  }
}
