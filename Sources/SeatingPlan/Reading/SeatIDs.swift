/// Makes seat ids unique in the plan where they are so in each zone, as published plans have them.
enum SeatIDs {
  /// The plan with each id that an earlier zone has put behind its own zone's number, and the seats that it was done
  /// for, by their place among `places`. In a zone no id may be repeated.
  static func unique(in plan: Plan) -> (plan: Plan, renamed: [Int]) {
    var taken = Set(plan.zones.flatMap(\.rows).flatMap { $0.seats.map(\.guid) })
    var met: Set<String> = []
    var renamed: [Int] = []
    var seat = -1
    let zones = plan.zones.enumerated().map { index, zone in
      let rows = zone.rows.map { row in
        let seats = row.seats.map { old in
          seat += 1
          if met.insert(old.guid).inserted { return old }
          var id = "\(index + 1)/\(old.guid)"
          while !taken.insert(id).inserted { id = "\(index + 1)/\(id)" }
          renamed.append(seat)
          return Plan.Seat(
            guid: id, number: old.number, position: old.position, category: old.category, radius: old.radius)
        }
        return Plan.Row(name: row.name, position: row.position, seats: seats, nameSide: row.nameSide)
      }
      return Plan.Zone(name: zone.name, position: zone.position, rows: rows, areas: zone.areas)
    }
    return (Plan(name: plan.name, categories: plan.categories, zones: zones, size: plan.size), renamed)
  }
}
