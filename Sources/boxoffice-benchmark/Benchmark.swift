internal import Booking
internal import Canvas
internal import SQLiteStore
internal import Screens

/// Measures what a person at the largest hall waits for, and prints one table. Every time also stands as a ratio to a
/// fixed piece of work done in the same run, so that runs on different machines can be compared.
@main
enum Benchmark {
  static let size = Size(width: 200, height: 60)

  static func main() throws {
    var table = Table(unit: Stopwatch.unit())
    let house = try StadiumHouse()
    defer { house.remove() }
    table.add("open the stadium: from the store to the first frame", limit: 150, try openings(house))
    for (name, zooms) in [("whole hall", 0), ("small", 1), ("seats", 2), ("numbered", 3)] {
      let stage = try house.stage(zoomedIn: zooms)
      table.add("a step to a finished frame: \(name)", limit: 8, stage.steps(200))
    }
    let stage = try house.stage(zoomedIn: 2)
    table.add("another's hold to a finished frame", limit: 8, try house.changes(50, seenBy: stage))
    table.add("best four together to a finished frame", limit: 8, stage.times(20) { ["4", "b"] })
    table.add("a letter of a seat's name to a finished frame", limit: 8, stage.searches(10))
    table.add("a list step to a finished frame", limit: 8, try house.stage(zoomedIn: 2, extra: ["i"]).steps(200))
    let show = try CrowdHouse()
    defer { show.remove() }
    table.add("a crowd of 10,000 at sixty times real time, each frame", limit: 33, try show.frames())
    print(table.text)
  }

  private static func openings(_ house: StadiumHouse) throws -> [Double] {
    try (0..<9).map { _ in
      let stage = try house.atSessions()
      return Stopwatch.milliseconds {
        stage.press(.enter)
        _ = stage.app.frame(size)
      }
    }
  }
}
