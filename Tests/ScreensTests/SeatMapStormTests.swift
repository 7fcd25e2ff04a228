import Booking
import Canvas
import SeatingPlan
import TestSupport
import Testing

@testable import Screens

@Suite("A storm of keys and clicks on the seat map")
struct SeatMapStormTests {
  private static let keys: [Key] =
    [
      .space, .space, .tab, Key(.tab, .shift), .home, .end, .pageUp, .pageDown, .escape, .backspace,
      Key(.left, .shift), Key(.right, .shift), Key(.up, .shift), Key(.down, .shift), .up, .down, .left, .right,
    ] + "hjklhjklnNbbfuuvvsi/+-=[]01239ARS층".unicodeScalars.map { Key(.scalar($0)) }

  private static let halls: [HallDraft] = [.floors, .cross, .studio, .club]

  @Test(arguments: 0..<4) func `keeps the cursor in the hall and the choice free, distinct and within the limit`(
    _ hall: Int
  ) throws {
    let stage = try TestStage(season: .single(Self.halls[hall]))
    let rival = try Rival(on: stage)
    stage.openMap()
    var random = SeededRandom(seed: UInt64(hall + 1))
    for step in 0..<400 {
      switch Int.random(in: 0..<100, using: &random) {
      case 0..<80: stage.press(Self.keys.randomElement(using: &random) ?? .space)
      case 80..<90:
        stage.click(Int.random(in: 0..<stage.size.width, using: &random), Int.random(in: 2..<20, using: &random))
      case 90..<93: stage.turnWheel(Int.random(in: -2...2, using: &random))
      case 93..<95: stage.resize(Int.random(in: 60...130, using: &random), Int.random(in: 20...50, using: &random))
      case 95..<97:
        // Refused where the rival holds enough, or the seat is gone.
        _ = try? rival.hold(["A", "B"].randomElement(using: &random) ?? "A", Int.random(in: 1...4, using: &random))
        stage.hearNews()
      default: stage.press(.escape)
      }
      if stage.map?.entry != nil, step.isMultiple(of: 5) { stage.press(.enter) }
      comeBack(stage)
      try check(stage, "hall \(hall), step \(step)")
    }
    #expect(try stage.violations() == [])
  }

  /// To the map, from wherever a key has led.
  private func comeBack(_ stage: TestStage) {
    for _ in 0..<20 where stage.map == nil || stage.app.overlay != nil || stage.app.shell.dialog != nil {
      let isAbove = stage.top.contains("Checkout") || stage.top.contains("Tickets") || stage.top.contains("Wallet")
      let isCovered = stage.app.overlay != nil || stage.app.shell.dialog != nil
      stage.press(isAbove || isCovered ? .escape : .enter)
      stage.advance(.seconds(10))
    }
  }

  private func check(_ stage: TestStage, _ place: String) throws {
    let map = try #require(stage.map, "\(place)\n\(stage.screen)")
    let hall = try #require(map.hall)
    let board = try #require(map.board)
    try #require(hall.grid.spots.indices.contains(map.cursor), "\(place)")
    try #require(Set(map.chosen).count == map.chosen.count, "\(place)")
    try #require(map.chosen.allSatisfy(board.isFree), "\(place)")
    try #require(map.chosen.count <= 4, "\(place)")
    let faults = FrameFaults.of(stage.grid, isASCII: false)
    try #require(faults.isEmpty, "\(place): \(faults)\n\(stage.screen)")
  }
}
