extension PlanReader {
  /// nil for a shape that nobody could draw, which is said.
  mutating func area(_ node: PlanNode) throws(PlanFault) -> Plan.Area? {
    let object = try node.object()
    ignoreOthers(
      in: object,
      than: [
        "shape", "position", "rotation", "color", "border_color", "text", "rectangle", "circle", "ellipse", "polygon",
      ])
    let shape = try object.optional("shape").map { node throws(PlanFault) in try node.text() }
    let area = Plan.Area(
      shape: shape ?? "",
      position: try object.optional("position").map { node throws(PlanFault) in try point(node) }
        ?? Plan.Point(x: 0, y: 0),
      rectangle: try object.optional("rectangle").map { node throws(PlanFault) in try size(node) },
      circle: try object.optional("circle").map { node throws(PlanFault) in
        Plan.Area.Circle(radius: try radius(of: node).number(from: 0))
      },
      ellipse: try object.optional("ellipse").map { node throws(PlanFault) in
        Plan.Area.Ellipse(radius: try point(radius(of: node)))
      },
      polygon: try object.optional("polygon").map { node throws(PlanFault) in try polygon(node) },
      text: try object.optional("text").map { node throws(PlanFault) in try caption(node) },
      rotation: try object.optional("rotation").map { node throws(PlanFault) in try node.number() },
      color: try object.optional("color").map { node throws(PlanFault) in try node.text() },
      borderColor: try object.optional("border_color").map { node throws(PlanFault) in try node.text() })
    guard area.isUsable else {
      notices.note(.unusableArea(shape), at: node.path)
      return nil
    }
    return area
  }

  private mutating func polygon(_ node: PlanNode) throws(PlanFault) -> Plan.Area.Polygon {
    var points: [Plan.Point] = []
    let object = try node.object()
    ignoreOthers(in: object, than: ["points"])
    for node in try object.required("points").list() { points.append(try point(node)) }
    return Plan.Area.Polygon(points: points)
  }

  /// Old plans have the bare text.
  private mutating func caption(_ node: PlanNode) throws(PlanFault) -> Plan.Area.Caption {
    if node.value is String { return Plan.Area.Caption(text: try node.text(most: Self.mostCaption)) }
    let object = try node.object()
    ignoreOthers(in: object, than: ["position", "text", "color", "size"])
    return Plan.Area.Caption(
      position: try object.optional("position").map { node throws(PlanFault) in try point(node) },
      text: try object.optional("text").map { node throws(PlanFault) in try node.text(most: Self.mostCaption) },
      color: try object.optional("color").map { node throws(PlanFault) in try node.text() },
      size: try object.optional("size").map { node throws(PlanFault) in try node.number(from: 0) })
  }

  /// In characters.
  private static let mostCaption = 1000
}

extension Plan.Area {
  /// Whether its shape is known and has its measures.
  fileprivate var isUsable: Bool {
    switch shape {
    case "rectangle": rectangle != nil
    case "circle": circle != nil
    case "ellipse": ellipse != nil
    case "polygon": (polygon?.points.count ?? 0) >= 3
    case "text": text != nil
    default: false
    }
  }
}
