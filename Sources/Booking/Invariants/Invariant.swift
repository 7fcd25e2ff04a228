/// What is always true of a house, whatever was done to it.
package enum Invariant: CaseIterable, Sendable {
  case soundFile
  case schemaIsOurs
  case houseIsAsFounded
  case programmeStands
  case soldSeatsArePaid
  case heldSeatsAreReserved
  case seatsAddUp
  case roomsAreSharedInTurn
  case holdsKeepTheRules
  case balancesMatchLedger
  case moneyIsConserved
  case chargesKeepTheLimits
  case requestsHaveOneEffect
  case oneLiveTokenEach
  case ticketsAreConsecutive
  case activationInTicketOrder
  case admissionsAreRegular
  case capIsKept
  case deadlinesStand
  case nothingIsOverdue
  case recordIsOrdered
  case recordIsComplete
}

/// An invariant that does not hold, with where.
package struct Violation: Hashable, Sendable {
  package let invariant: Invariant
  package let place: String

  package init(_ invariant: Invariant, _ place: String) {
    self.invariant = invariant
    self.place = place
  }
}
