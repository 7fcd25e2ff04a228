internal import CBaselines
internal import Foundation
internal import SQLiteStore

/// Seats and money: what a purchase costs beside the disk, and what a map costs beside SQLite itself.
enum SeatExperiments {
  static func sales(in folder: URL) -> Subject {
    Subject(name: "seats: 50,000 on sale") {
      let house = try SeatFixture(in: folder)
      let disk = "fdatasync after an append of 4 KiB"
      let statements = "the same SQL in C, prepared"
      return [
        Experiment(name: "hold, NORMAL, p50", anchor: statements, goal: .atMost(1.6)) {
          let anchor = try house.baselineHolds(600, .normal)
          return Experiment.Round.times(try house.sales(600, .normal).holds, by: anchor)
        },
        Experiment(name: "hold, FULL, p50", anchor: statements, goal: .atMost(1.15)) {
          let anchor = try house.baselineHolds(300, .full)
          return Experiment.Round.times(try house.sales(300, .full).holds, by: anchor)
        },
        Experiment(name: "holds per second, FULL", anchor: disk, goal: .atLeast(0.75)) {
          let (sales, anchor) = try Disk.beside(300, in: folder) { try house.sales(300, .full) }
          return Experiment.Round.rates(sales.holds, by: anchor)
        },
        Experiment(name: "payments per second, FULL", anchor: disk, goal: .atLeast(0.7)) {
          let (sales, anchor) = try Disk.beside(300, in: folder) { try house.sales(300, .full) }
          return Experiment.Round.rates(sales.payments, by: anchor)
        },
        Experiment(name: "all seats loaded, p50", anchor: "the same rows in C", goal: .atMost(1.7)) {
          let sql = """
            SELECT seat.id, seat.section, seat.row, seat.number, seat.tier, state.reservation_id, state.sold
            FROM session_seat AS state JOIN seat ON seat.id = state.seat_id
            WHERE state.session_id = \(house.session) ORDER BY state.seat_id
            """
          let anchor = try Baseline.times(20) { baseline_query(house.path, sql, $0, $1) }
          return Experiment.Round.times(try house.loads(20), by: anchor)
        },
        Experiment(name: "a change of 100 seats, p50", anchor: "all seats loaded", goal: .atMost(0.02)) {
          Experiment.Round.times(try house.changes(100), by: try house.loads(10))
        },
      ]
    }
  }
}
