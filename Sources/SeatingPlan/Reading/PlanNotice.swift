/// A plan as it was read, and what is to be said about it.
package struct PlanReading: Hashable, Sendable {
  package let plan: Plan
  package let notices: [PlanNotice]
}

/// Something in a plan that was passed over or mended, in one or more places.
package struct PlanNotice: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case ignoredKey(String)
    /// The rows had no name; they got these.
    case namedRow
    case namedZone
    /// A row without seats was left out.
    case emptyRow
    /// A shape that is unknown or without its measures was left out; nil when it says no shape.
    case unusableArea(String?)
    /// Seats have the id of a seat in an earlier zone. They got one of their own.
    case renamedID
    /// The zone lay on one before it and was moved below all of them.
    case movedZone
    /// Texts have letters with more than four marks. The first four are kept.
    case fewerMarks
    /// Seats stand where another one does. They stay.
    case sharedSpot
    /// Seats have the zone, the row and the number of another one. They stay.
    case sharedLabel
  }

  package let kind: Kind
  /// The first of the places.
  package let first: PlanPath
  /// How many places there are.
  package let count: Int

  package init(_ kind: Kind, first: PlanPath, count: Int) {
    self.kind = kind
    self.first = first
    self.count = count
  }
}

/// Gathers notices by kind, in the order in which each was first met.
struct PlanNotices {
  private(set) var all: [PlanNotice] = []
  private var indexOf: [PlanNotice.Kind: Int] = [:]

  mutating func note(_ kind: PlanNotice.Kind, at place: PlanPath) {
    if let index = indexOf[kind] {
      all[index] = PlanNotice(kind, first: all[index].first, count: all[index].count + 1)
    } else {
      indexOf[kind] = all.count
      all.append(PlanNotice(kind, first: place, count: 1))
    }
  }
}
