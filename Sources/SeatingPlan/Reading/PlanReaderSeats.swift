extension PlanReader {
  mutating func plan(_ node: PlanNode) throws(PlanFault) -> Plan {
    let object = try node.object()
    ignoreOthers(in: object, than: ["name", "categories", "zones", "size"])
    let name = try object.required("name").name()
    var categories: [Plan.Category] = []
    for node in try object.required("categories").list() { categories.append(try category(node)) }
    let size = try object.optional("size").map { node throws(PlanFault) in try self.size(node) }
    let nodes = try object.required("zones").list()
    let names = try self.names(of: nodes, key: "name", .namedZone)
    var zones: [Plan.Zone] = []
    for (node, name) in zip(nodes, names) { zones.append(try zone(node, name: name)) }
    return Plan(name: name, categories: categories, zones: zones, size: size)
  }

  private mutating func category(_ node: PlanNode) throws(PlanFault) -> Plan.Category {
    let object = try node.object()
    ignoreOthers(in: object, than: ["name", "color"])
    let name = try object.required("name").name()
    if let first = categories.updateValue(node.path, forKey: name) {
      throw .repeatedCategory(name, first, node.path)
    }
    let color = try object.optional("color").map { node throws(PlanFault) in try node.text() }
    return Plan.Category(name: name, color: color ?? "#888888")
  }

  private mutating func zone(_ node: PlanNode, name: String) throws(PlanFault) -> Plan.Zone {
    let object = try node.named(name).object()
    ignoreOthers(in: object, than: ["name", "position", "rows", "areas"])
    zones.append(object.path)
    ids = [:]
    let position = try point(object.required("position"))
    let nodes = try object.required("rows").list()
    let names = try self.names(of: nodes, key: "row_number", .namedRow)
    var rows: [Plan.Row] = []
    for (node, name) in zip(nodes, names) {
      let row = try row(node, name: name)
      if row.seats.isEmpty { notices.note(.emptyRow, at: node.path) } else { rows.append(row) }
    }
    var areas: [Plan.Area] = []
    for node in try object.optional("areas").map({ node throws(PlanFault) in try node.list() }) ?? [] {
      if let area = try area(node) { areas.append(area) }
    }
    return Plan.Zone(name: name, position: position, rows: rows, areas: areas)
  }

  private mutating func row(_ node: PlanNode, name: String) throws(PlanFault) -> Plan.Row {
    let object = try node.named(name).object()
    ignoreOthers(in: object, than: ["row_number", "row_number_position", "position", "seats"])
    let position = try object.optional("position").map { node throws(PlanFault) in try point(node) }
    var side: Plan.Row.NameSide?
    if let node = object.optional("row_number_position") {
      side = Plan.Row.NameSide(rawValue: try node.text())
      if side == nil { notices.note(.ignoredKey("row_number_position"), at: node.path) }
    }
    var seats: [Plan.Seat] = []
    for node in try object.required("seats").list() { seats.append(try seat(node)) }
    return Plan.Row(name: name, position: position ?? Plan.Point(x: 0, y: 0), seats: seats, nameSide: side)
  }

  private mutating func seat(_ node: PlanNode) throws(PlanFault) -> Plan.Seat {
    let object = try node.object()
    ignoreOthers(in: object, than: ["seat_guid", "seat_number", "position", "category", "radius"])
    let number = try object.required("seat_number").name(orNumber: true)
    let path = node.path.named(number)
    let id = try object.required("seat_guid").name(most: Self.mostOfID)
    if let first = ids.updateValue(path, forKey: id) { throw .repeatedID(id, first, path) }
    let written = try object.required("category").name()
    // As it is listed: the same letters may be other bytes, by which a store knows them.
    guard let category = categories.index(forKey: written).map({ categories[$0].key }) else {
      throw .unknownCategory(written, .key("category", of: path))
    }
    seats.append(path)
    return Plan.Seat(
      guid: id, number: number, position: try point(object.required("position")), category: category,
      radius: try object.optional("radius").map { node throws(PlanFault) in try node.number(from: 0) })
  }

  /// The names of zones or rows. Who has none is called by its place among them, or by the next number that is free.
  private mutating func names(
    of nodes: [PlanNode], key: String, _ notice: PlanNotice.Kind
  ) throws(PlanFault) -> [String] {
    var written: [String?] = []
    for node in nodes {
      let name = try node.object().optional(key).map { node throws(PlanFault) in try node.text(orNumber: true) }
      written.append(name.flatMap { $0.isBlank ? nil : $0 })
    }
    var taken = Set(written.compactMap { $0 })
    // The numbers before it are all taken.
    var number = 1
    return written.enumerated().map { index, name in
      if let name { return name }
      notices.note(notice, at: nodes[index].path)
      number = max(number, index + 1)
      while !taken.insert("\(number)").inserted { number += 1 }
      return "\(number)"
    }
  }

  mutating func point(_ node: PlanNode) throws(PlanFault) -> Plan.Point {
    let point = try node.object()
    ignoreOthers(in: point, than: ["x", "y"])
    return Plan.Point(x: try point.required("x").number(), y: try point.required("y").number())
  }

  mutating func size(_ node: PlanNode) throws(PlanFault) -> Plan.Size {
    let size = try node.object()
    ignoreOthers(in: size, than: ["width", "height"])
    return Plan.Size(
      width: try size.required("width").number(from: 0), height: try size.required("height").number(from: 0))
  }

  /// The one measure of a shape: the number or the point that it is.
  mutating func radius(of node: PlanNode) throws(PlanFault) -> PlanNode {
    let shape = try node.object()
    ignoreOthers(in: shape, than: ["radius"])
    return try shape.required("radius")
  }

  /// Says which other keys there are, by their names: the order in which they are written is not known.
  mutating func ignoreOthers(in object: PlanObject, than known: [String]) {
    for key in object.members.keys.filter({ !known.contains($0) }).sorted() {
      notices.note(.ignoredKey(key), at: .key(key, of: object.path))
    }
  }
}
