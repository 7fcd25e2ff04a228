/// A seating plan in the format that pretix publishes: zones of rows of seats, with positions in pixels, each relative
/// to the position of what it stands in. Keys that are not listed here are passed over.
package struct Plan: Codable, Hashable, Sendable {
  package struct Point: Codable, Hashable, Sendable {
    package let x: Double
    package let y: Double

    package init(x: Double, y: Double) {
      self.x = x
      self.y = y
    }

    static func + (a: Self, b: Self) -> Self { Self(x: a.x + b.x, y: a.y + b.y) }
  }

  package struct Category: Codable, Hashable, Sendable {
    package let name: String
    package let color: String

    package init(name: String, color: String) {
      self.name = name
      self.color = color
    }
  }

  package struct Seat: Codable, Hashable, Sendable {
    /// Unique in the plan.
    package let guid: String
    package let number: String
    package let position: Point
    package let category: String

    package init(guid: String, number: String, position: Point, category: String) {
      self.guid = guid
      self.number = number
      self.position = position
      self.category = category
    }

    private enum CodingKeys: String, CodingKey {
      case guid = "seat_guid"
      case number = "seat_number"
      case position, category
    }
  }

  package struct Row: Codable, Hashable, Sendable {
    package let name: String
    package let position: Point
    package let seats: [Seat]

    package init(name: String, position: Point, seats: [Seat]) {
      self.name = name
      self.position = position
      self.seats = seats
    }

    private enum CodingKeys: String, CodingKey {
      case name = "row_number"
      case position, seats
    }
  }

  /// A shape that is no seat, such as a stage.
  package struct Area: Codable, Hashable, Sendable {
    package struct Size: Codable, Hashable, Sendable {
      package let width: Double
      package let height: Double

      package init(width: Double, height: Double) {
        self.width = width
        self.height = height
      }
    }

    package struct Caption: Codable, Hashable, Sendable {
      package let position: Point?
      package let text: String?

      package init(position: Point? = nil, text: String?) {
        self.position = position
        self.text = text
      }
    }

    package let shape: String
    package let position: Point
    package let rectangle: Size?
    package let text: Caption?

    package init(shape: String, position: Point, rectangle: Size?, text: Caption?) {
      self.shape = shape
      self.position = position
      self.rectangle = rectangle
      self.text = text
    }
  }

  package struct Zone: Codable, Hashable, Sendable {
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

  package init(name: String, categories: [Category], zones: [Zone]) {
    self.name = name
    self.categories = categories
    self.zones = zones
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
