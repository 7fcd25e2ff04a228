extension Plan {
  /// A shape that is no seat, such as a stage. `shape` says which of the measures it has.
  package struct Area: Encodable, Hashable, Sendable {
    package typealias Size = Plan.Size

    package struct Circle: Encodable, Hashable, Sendable {
      package let radius: Double

      package init(radius: Double) { self.radius = radius }
    }

    package struct Ellipse: Encodable, Hashable, Sendable {
      /// Half of its width and height.
      package let radius: Point

      package init(radius: Point) { self.radius = radius }
    }

    package struct Polygon: Encodable, Hashable, Sendable {
      /// At least three, relative to the area's position.
      package let points: [Point]

      package init(points: [Point]) { self.points = points }
    }

    package struct Caption: Encodable, Hashable, Sendable {
      package let position: Point?
      package let text: String?
      package let color: String?
      /// In pixels.
      package let size: Double?

      package init(position: Point? = nil, text: String?, color: String? = nil, size: Double? = nil) {
        self.position = position
        self.text = text
        self.color = color
        self.size = size
      }
    }

    /// rectangle, circle, ellipse, polygon or text.
    package let shape: String
    /// The upper left corner of a rectangle, the middle of a circle or an ellipse.
    package let position: Point
    package let rectangle: Size?
    package let circle: Circle?
    package let ellipse: Ellipse?
    package let polygon: Polygon?
    package let text: Caption?
    /// Degrees clockwise round the position.
    package let rotation: Double?
    package let color: String?
    package let borderColor: String?

    package init(
      shape: String, position: Point, rectangle: Size? = nil, circle: Circle? = nil, ellipse: Ellipse? = nil,
      polygon: Polygon? = nil, text: Caption? = nil, rotation: Double? = nil, color: String? = nil,
      borderColor: String? = nil
    ) {
      self.shape = shape
      self.position = position
      self.rectangle = rectangle
      self.circle = circle
      self.ellipse = ellipse
      self.polygon = polygon
      self.text = text
      self.rotation = rotation
      self.color = color
      self.borderColor = borderColor
    }

    private enum CodingKeys: String, CodingKey {
      case shape, position, rectangle, circle, ellipse, polygon, text, rotation, color
      case borderColor = "border_color"
    }
  }
}
