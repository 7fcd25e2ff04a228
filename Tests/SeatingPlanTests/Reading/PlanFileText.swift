import Testing

@testable import SeatingPlan

/// A plan's file as it may be published, two zones of two rows, with changes to single places of its text.
enum PlanFileText {
  static let whole = """
    {"name": "Hall", "size": {"width": 900, "height": 700},
     "categories": [{"name": "R", "color": "#aabbcc"}, {"name": "S", "color": "navy"}],
     "zones": [
      {"name": "1F", "position": {"x": 0, "y": 0}, "areas": [
        {"shape": "rectangle", "position": {"x": 1, "y": 2}, "rectangle": {"width": 60, "height": 9},
         "text": {"text": "STAGE", "position": {"x": 3, "y": 4}}}],
       "rows": [
        {"row_number": "A", "row_number_position": "both", "position": {"x": 10, "y": 20}, "seats": [
         {"seat_guid": "a1", "seat_number": "1", "position": {"x": 0, "y": 0}, "category": "R", "radius": 9},
         {"seat_guid": "a2", "seat_number": "2", "position": {"x": 30, "y": 0}, "category": "R"}]},
        {"row_number": "B", "position": {"x": 10, "y": 50}, "seats": [
         {"seat_guid": "b1", "seat_number": "1", "position": {"x": 0, "y": 0}, "category": "S"}]}]},
      {"name": "2F", "position": {"x": 0, "y": 200}, "areas": [], "rows": [
        {"row_number": "C", "position": {"x": 10, "y": 0}, "seats": [
         {"seat_guid": "c1", "seat_number": "1", "position": {"x": 0, "y": 0}, "category": "S"}]},
        {"row_number": "D", "position": {"x": 10, "y": 30}, "seats": [
         {"seat_guid": "d1", "seat_number": "1", "position": {"x": 0, "y": 0}, "category": "S"}]}]}]}
    """

  /// The text with the one place where `old` stands changed.
  static func changed(_ old: String, to new: String) throws -> [UInt8] {
    let parts = whole.split(separator: old, omittingEmptySubsequences: false)
    try #require(parts.count == 2, "\(old) must stand in the text once")
    return Array("\(parts[0])\(new)\(parts[1])".utf8)
  }
}

/// A place as jq writes it, with the names on the way.
struct Spot: Hashable, CustomStringConvertible {
  let path: String
  let names: [String]

  init(_ path: String, _ names: String...) {
    self.path = path
    self.names = names
  }

  init(_ path: PlanPath) {
    self.path = path.text ?? ""
    names = path.names
  }

  var description: String { "\(path) \(names)" }
}

extension PlanFault {
  /// The places that it names.
  var spots: [Spot] {
    switch self {
    case .tooLarge, .emptyFile, .notUTF8, .notJSON, .tooManyValues, .tooManyObjects, .tooManySeats, .noSeats: []
    case .missing(let path), .wrongType(let path, _), .outOfRange(let path, _, _), .empty(let path),
      .tooLong(let path, _), .unprintable(let path, _), .unknownCategory(_, let path):
      [Spot(path)]
    case .repeatedID(_, let first, let again), .repeatedCategory(_, let first, let again): [Spot(first), Spot(again)]
    }
  }

  /// What it is, without its place.
  var kind: String { String("\(self)".prefix { $0 != "(" }) }
}

/// What refuses a file, nil when nothing does.
func refusal(of bytes: [UInt8], limits: PlanReader.Limits = PlanReader.Limits()) -> PlanFault? {
  do throws(PlanFault) {
    _ = try PlanReader.read(bytes, limits: limits)
    return nil
  } catch {
    return error
  }
}
