import Canvas
import SeatingPlan
import Testing

@testable import Screens

@Suite("The whole hall scaled into cells")
struct HallRasterTests {
  private static let halls = [SampleHalls.club, SampleHalls.theatre, SampleHalls.arena].map { HallPlans.view($0)! }
  private static let rooms = [Size(width: 10, height: 4), Size(width: 50, height: 16), Size(width: 90, height: 33)]

  @Test(arguments: 0..<3, rooms) func `every seat falls into the picture, which fits`(_ hall: Int, _ room: Size) {
    let hall = Self.halls[hall]
    let raster = HallRaster(hall, in: room)
    #expect(raster.size.width <= room.width && raster.size.height <= room.height)
    #expect(raster.cellOf.count == hall.grid.spots.count)
    #expect(raster.cellOf.allSatisfy { raster.seatsIn.indices.contains($0) })
    #expect(raster.seatsIn.reduce(0, +) == hall.grid.spots.count)
  }

  @Test(arguments: 0..<3, rooms) func `a cell has dots only where it has seats, and never more than it has`(
    _ hall: Int, _ room: Size
  ) {
    let hall = Self.halls[hall]
    let raster = HallRaster(hall, in: room)
    var dots = [UInt8](repeating: 0, count: raster.seatsIn.count)
    for (seat, cell) in raster.cellOf.enumerated() { dots[cell] |= raster.dotsOf[seat] }
    // Where there is room a seat is a square of two by two dots.
    let perSeat = raster.dotsOf.map(\.nonzeroBitCount).max() ?? 1
    for cell in dots.indices {
      #expect(dots[cell].nonzeroBitCount <= raster.seatsIn[cell] * perSeat)
      #expect((raster.sectionIn[cell] != nil) == (raster.seatsIn[cell] > 0))
    }
  }

  @Test(arguments: 0..<3, rooms) func `left stays left and front stays front`(_ hall: Int, _ room: Size) {
    let hall = Self.halls[hall]
    let raster = HallRaster(hall, in: room)
    let places = hall.grid.spots.indices.map { seat in
      (hall.grid.spots[seat], raster.cellOf[seat] % raster.size.width, raster.cellOf[seat] / raster.size.width)
    }
    for (a, b) in zip(places, places.dropFirst()) {
      if a.0.column <= b.0.column { #expect(a.1 <= b.1) } else { #expect(a.1 >= b.1) }
      if a.0.line <= b.0.line { #expect(a.2 <= b.2) } else { #expect(a.2 >= b.2) }
    }
  }

  @Test(arguments: 0..<3, rooms) func `it may be stretched to fill the width, by no more than was said`(
    _ hall: Int, _ room: Size
  ) {
    let hall = Self.halls[hall]
    let (plain, wide) = (HallRaster(hall, in: room), HallRaster(hall, in: room, stretch: 2))
    #expect(wide.size.height == plain.size.height)
    #expect(wide.size.width >= plain.size.width && wide.size.width <= room.width)
    #expect(wide.size.width <= plain.size.width * 2 + 1)
    #expect(wide.cellOf.allSatisfy { wide.seatsIn.indices.contains($0) })
  }

  @Test func `no section is lost, and where several are side by side a line of dots parts them`() {
    for room in Self.rooms.dropFirst() {
      let raster = HallRaster(Self.halls[2], in: room)
      let shown = Set(raster.sectionIn.compactMap { $0 })
      #expect(shown.count == Self.halls[2].grid.sections.count)
      for cell in raster.seatsIn.indices where cell % raster.size.width < raster.size.width - 1 {
        guard let here = raster.sectionIn[cell], let next = raster.sectionIn[cell + 1], here != next else { continue }
        let dots = raster.cellOf.indices.filter { raster.cellOf[$0] == cell }.reduce(0) { $0 | raster.dotsOf[$1] }
        #expect(dots & 0xB8 == 0, "the right column of the cell is free")
      }
    }
  }

  @Test func `a small hall grows to seats of four dots, each alone`() {
    let raster = HallRaster(Self.halls[0], in: Size(width: 90, height: 33))
    #expect(raster.dotsOf.allSatisfy { $0.nonzeroBitCount == 4 })
    var seen: [Int: UInt8] = [:]
    for (seat, cell) in raster.cellOf.enumerated() {
      #expect(seen[cell, default: 0] & raster.dotsOf[seat] == 0)
      seen[cell, default: 0] |= raster.dotsOf[seat]
    }
  }

  @Test func `a place lies in the cell that shows it`() {
    let hall = Self.halls[1]
    let raster = HallRaster(hall, in: Size(width: 40, height: 12))
    for (seat, spot) in hall.grid.spots.enumerated() {
      let cell = raster.cell(of: spot)
      #expect(cell.y * raster.size.width + cell.x == raster.cellOf[seat])
    }
  }

  @Test(arguments: [Size(width: 1, height: 1), Size(width: 2, height: 1), Size(width: 0, height: 0)])
  func `no room is too small to draw in`(_ room: Size) {
    let raster = HallRaster(Self.halls[2], in: room)
    #expect(raster.seatsIn.reduce(0, +) == Self.halls[2].grid.spots.count)
  }
}
