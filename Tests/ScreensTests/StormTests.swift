import Booking
import Canvas
import TestSupport
import Testing
import Wording

@testable import Screens

@Suite("A storm of keys, sizes, clicks and time")
struct StormTests {
  private static let keys: [Key] =
    [
      .enter, .enter, .enter, .escape, .space, .tab, .backspace, .up, .down, .left, .right, .home, .end, .pageUp,
      .pageDown, .control("c"), .control("l"), Key(.delete), Key(.function(1)), Key(.tab, .shift),
      Key(.scalar("x"), .alt),
    ] + "hjklnNbfuxXcwtpmML?:/q+-<>gGy0123456789aervsi[]=가힣".unicodeScalars.map { Key(.scalar($0)) }

  @Test(arguments: 1...3 as ClosedRange<UInt64>) func `traps nowhere and leaves the house in order`(_ seed: UInt64)
    throws
  {
    var policy = Policy()
    policy.activationPeriod = .seconds(3)
    policy.maxActive = 3
    let stage = try TestStage(seed.isMultiple(of: 2) ? .korean : .english, policy: policy, crowd: 3)
    var random = SeededRandom(seed: seed)
    var titles: Set<String> = []
    for step in 0..<800 {
      switch Int.random(in: 0..<100, using: &random) {
      case 0..<72: stage.press(Self.keys.randomElement(using: &random)!)
      case 72..<77:
        stage.send((0..<5).map { _ in .key(Self.keys.randomElement(using: &random)!) })
      case 77..<85:
        let place = Position(
          x: Int.random(in: -1...stage.size.width, using: &random),
          y: Int.random(in: -1...stage.size.height, using: &random))
        stage.send([.click(place), .click(place)])
      case 85..<88: stage.send([.paste(["김하늘", "A-1", "1000\n", "\u{1B}[A"].randomElement(using: &random)!)])
      case 88..<90: stage.send([.wheel(Position(x: 1, y: 1), down: Bool.random(using: &random))])
      case 90..<97: stage.sleep(.milliseconds(Int64.random(in: 0...20_000, using: &random)))
      default:
        stage.size = Size(
          width: Int.random(in: 1...300, using: &random), height: Int.random(in: 1...100, using: &random))
      }
      // A window that can be used again, for most of the time.
      if step.isMultiple(of: 40) { stage.size = Size(width: 80, height: 24) }
      if step.isMultiple(of: 7) {
        let grid = stage.grid
        if grid.size.width >= 60 { titles.insert(String(grid.row(0).dropFirst(13).prefix(4))) }
        let faults = FrameFaults.of(grid, isASCII: false)
        try #require(faults.isEmpty, "seed \(seed), step \(step): \(faults)\n\(grid.text)")
      }
    }
    #expect(titles.count >= 5, "the storm came through \(titles)")
    #expect(try stage.violations() == [], "seed \(seed)")
  }
}
