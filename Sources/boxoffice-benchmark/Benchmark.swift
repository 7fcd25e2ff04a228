internal import Booking
internal import Canvas
internal import SQLiteStore
internal import Screens
internal import SeatingPlan

/// Measures what a person at the largest hall waits for, and prints one table. Every time also stands as a ratio to a
/// fixed piece of work done in the same run, so that runs on different machines can be compared.
@main
enum Benchmark {
  static let size = Size(width: 200, height: 60)

  static func main() throws {
    var table = Table(unit: Stopwatch.unit())
    let house = try StadiumHouse()
    try house.parts()
    table.add("open the stadium: from the store to the first frame", limit: 150, try openings(house))
    for (name, zooms) in [("whole hall", 0), ("small", 1), ("seats", 2), ("numbered", 3)] {
      let stage = try house.stage(zoomedIn: zooms)
      table.add("a step to a finished frame: \(name)", limit: 8, stage.steps(200))
    }
    let stage = try house.stage(zoomedIn: 2)
    table.add("another's hold to a finished frame", limit: 8, try house.changes(50, seenBy: stage))
    table.add("best four together to a finished frame", limit: nil, stage.times(20) { ["4", "b"] })
    table.add("a letter of a seat's name to a finished frame", limit: nil, stage.searches(10))
    table.add("a list step to a finished frame", limit: 8, try house.stage(zoomedIn: 2, extra: ["i"]).steps(200))
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

extension StadiumHouse {
  func parts() throws {
    let engine = BookingEngine(store: store, clock: clock)
    for _ in 0..<3 {
      var l: SeatListing?
      print(
        "action",
        try Stopwatch.milliseconds {
          l = try engine.seats(caller: rival.user, token: rival.token, session: session, visit: .action)
        })
      print(
        "refresh",
        try Stopwatch.milliseconds {
          l = try engine.seats(caller: rival.user, token: rival.token, session: session, visit: .refresh)
        })
      var h: Hall?
      print("hall", try Stopwatch.milliseconds { h = try engine.hall(of: session) })
      var g: SeatGrid?
      print("grid", Stopwatch.milliseconds { g = SeatGrid(text: h!.plan) }, h!.plan.utf8.count)
      print("near", Stopwatch.milliseconds { _ = g!.nearestToStage { _ in true } }, l!.seats.count)
    }
  }
}
