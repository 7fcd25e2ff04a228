package import Booking
package import SeatingPlan

extension HallDraft {
  /// A hall for a store, from a plan: each seat named by its zone, row and number, in the plan's order.
  package init(name: LocalizedText, plan: Plan) {
    var seats: [Seat] = []
    for zone in plan.zones {
      for row in zone.rows {
        for seat in row.seats {
          seats.append(
            Seat(label: SeatLabel(section: zone.name, row: row.name, number: seat.number), tier: seat.category))
        }
      }
    }
    self.init(name: name, plan: SeatGrid(plan).text, seats: seats)
  }
}
