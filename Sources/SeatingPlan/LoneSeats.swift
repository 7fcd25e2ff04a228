extension SeatGrid {
  /// Free seats that a choice leaves alone between taken ones, and that would not be alone without it. None where it
  /// cannot be avoided: where the run of free seats is just one longer than what is chosen of it.
  package func loneSeats(leftBy chosen: [Int], where isFree: (Int) -> Bool) -> [Int] {
    let chosen = Set(chosen)
    let touched = Set(chosen.map { rowOf[$0] }).sorted()
    return touched.flatMap { row in
      neighbours(inRow: row).flatMap { seats in
        seats.split { !isFree($0) }.flatMap { run -> [Int] in
          let count = run.count { chosen.contains($0) }
          guard count > 0, run.count - count > 1 else { return [] }
          return run.split { chosen.contains($0) }.filter { $0.count == 1 }.flatMap { $0 }
        }
      }
    }
  }
}
