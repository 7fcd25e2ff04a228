package import Booking
package import SeatingPlan

extension HallDraft {
  /// A hall for a store, from a plan: each seat named by its zone, row and number, in the plan's order.
  package init(name: LocalizedText, plan: Plan) {
    self.init(
      name: name, plan: SeatGrid(plan).text,
      seats: plan.places.map { place in
        Seat(
          label: SeatLabel(section: place.zone, row: place.row, number: place.number), planID: place.guid,
          tier: place.category)
      })
  }
}
