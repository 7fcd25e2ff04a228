/// A seating plan in the format that pretix publishes: zones of rows of seats, with positions in pixels, each relative
/// to the position of what it stands in. Written as JSON as it stands here; `PlanReader` reads it.
package struct Plan: Encodable, Hashable, Sendable {
  package struct Point: Encodable, Hashable, Sendable {
    package let x: Double
    package let y: Double

    package init(x: Double, y: Double) {
      self.x = x
      self.y = y
    }

    package static func + (a: Self, b: Self) -> Self { Self(x: a.x + b.x, y: a.y + b.y) }
  }

  package struct Size: Encodable, Hashable, Sendable {
    package let width: Double
    package let height: Double

    package init(width: Double, height: Double) {
      self.width = width
      self.height = height
    }
  }

  package struct Category: Encodable, Hashable, Sendable {
    package let name: String
    package let color: String

    package init(name: String, color: String) {
      self.name = name
      self.color = color
    }
  }

  package struct Seat: Encodable, Hashable, Sendable {
    /// Unique in the plan.
    package let guid: String
    package let number: String
    package let position: Point
    package let category: String
    /// In pixels.
    package let radius: Double?

    package init(guid: String, number: String, position: Point, category: String, radius: Double? = nil) {
      self.guid = guid
      self.number = number
      self.position = position
      self.category = category
      self.radius = radius
    }

    private enum CodingKeys: String, CodingKey {
      case guid = "seat_guid"
      case number = "seat_number"
      case position, category, radius
    }
  }

  package struct Row: Encodable, Hashable, Sendable {
    /// At which ends of a row its name is shown.
    package enum NameSide: String, Encodable, Hashable, Sendable { case start, end, both }

    package let name: String
    package let position: Point
    package let seats: [Seat]
    /// nil when the plan shows the name at neither end.
    package let nameSide: NameSide?

    package init(name: String, position: Point, seats: [Seat], nameSide: NameSide? = nil) {
      self.name = name
      self.position = position
      self.seats = seats
      self.nameSide = nameSide
    }

    private enum CodingKeys: String, CodingKey {
      case name = "row_number"
      case nameSide = "row_number_position"
      case position, seats
    }
  }

  package struct Zone: Encodable, Hashable, Sendable {
    package let name: String
    package let position: Point
    package let rows: [Row]
    package let areas: [Area]

    package init(name: String, position: Point, rows: [Row], areas: [Area] = []) {
      self.name = name
      self.position = position
      self.rows = rows
      self.areas = areas
    }
  }

  package let name: String
  package let categories: [Category]
  package let zones: [Zone]
  /// Of the whole picture, in pixels.
  package let size: Size?

  package init(name: String, categories: [Category], zones: [Zone], size: Size? = nil) {
    self.name = name
    self.categories = categories
    self.zones = zones
    self.size = size
  }

  /// A seat with everything it stands in, at its place in the plan.
  package struct Place: Hashable, Sendable {
    package let guid: String
    package let zone: String
    package let row: String
    package let number: String
    package let category: String
    package let position: Point
  }

  /// Every seat, zone by zone and row by row.
  package var places: [Place] {
    zones.flatMap { zone in
      zone.rows.flatMap { row in
        row.seats.map { seat in
          Place(
            guid: seat.guid, zone: zone.name, row: row.name, number: seat.number, category: seat.category,
            position: zone.position + row.position + seat.position)
        }
      }
    }
  }
}
