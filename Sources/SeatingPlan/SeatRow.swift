/// A row as it lies in the plan, from one end to the other: from the left, or from the front where it is higher than
/// wide.
struct SeatRow {
  let seats: [Int]
  let points: [Plan.Point]
  /// Whether it is higher than wide.
  let isSteep: Bool
  /// Whether it is steep but runs not straight. Its seats are in the order of the plan.
  let isBent: Bool
  /// Distances between neighbours, but of those in one place.
  let steps: [Double]
  /// The usual one, nil when they are too few to tell it from an aisle.
  let pitch: Double?

  init(_ seats: Range<Int>, at positions: [Plan.Point]) {
    let points = Array(positions[seats])
    let isSteep = Self.extent(points) { $0.y } > Self.extent(points) { $0.x }
    let row = SeatRow(Array(seats), points, isSteep: isSteep)
    self = isSteep && Self.turns(row.points) ? SeatRow(bent: Array(seats), points) : row
  }

  private init(_ seats: [Int], _ points: [Plan.Point], isSteep: Bool) {
    let places = isSteep ? points.map(\.y) : points.map(\.x)
    let order = places.indices.sorted { a, b in (places[a], seats[a]) < (places[b], seats[b]) }
    self.init(order.map { seats[$0] }, order.map { points[$0] }, isSteep: isSteep, isBent: false)
  }

  private init(bent seats: [Int], _ points: [Plan.Point]) {
    self.init(seats, points, isSteep: true, isBent: true)
  }

  private init(_ seats: [Int], _ points: [Plan.Point], isSteep: Bool, isBent: Bool) {
    self.seats = seats
    self.points = points
    self.isSteep = isSteep
    self.isBent = isBent
    steps = zip(points, points.dropFirst()).map { ($1 - $0).length }.filter { $0 > 1 }
    pitch = steps.count < 3 ? nil : steps.median
  }

  /// The same row from the front, or from the left; one that turns stays as it is.
  func sorted(steeply: Bool) -> SeatRow {
    steeply == isSteep || isBent ? self : SeatRow(seats, points, isSteep: steeply)
  }

  /// From its first seat to its last.
  var chord: Plan.Point { points[points.count - 1] - points[0] }

  /// The steps from left to right alone, and from front to back.
  var levelSteps: [Double] { points.map(\.x).steps }
  var steepSteps: [Double] { points.map(\.y).steps }

  /// Of its middle seat, or between those of the middle two.
  func middle(_ axis: (Plan.Point) -> Double) -> Double {
    (axis(points[(points.count - 1) / 2]) + axis(points[points.count / 2])) / 2
  }

  /// How far apart two rows are where they are nearest, at their ends and in their middles.
  func distance(to other: SeatRow) -> Double {
    landmarks.flatMap { own in other.landmarks.map { (own - $0).length } }.min() ?? 0
  }

  private var landmarks: [Plan.Point] { [points[0], points[points.count / 2], points[points.count - 1]] }

  /// Whether some seat is further from the line between the ends than a quarter of that line's length.
  private static func turns(_ points: [Plan.Point]) -> Bool {
    let chord = points[points.count - 1] - points[0]
    return points.contains { point in
      let aside = point - points[0]
      return abs(chord.x * aside.y - chord.y * aside.x) > chord.length * chord.length / 4
    }
  }

  private static func extent(_ points: [Plan.Point], _ axis: (Plan.Point) -> Double) -> Double {
    (points.lazy.map(axis).max() ?? 0) - (points.lazy.map(axis).min() ?? 0)
  }
}

extension Plan.Point {
  static func - (a: Self, b: Self) -> Self { Self(x: a.x - b.x, y: a.y - b.y) }

  var length: Double { (x * x + y * y).squareRoot() }
}

extension [Double] {
  /// What they rise by, where it is more than a pixel.
  fileprivate var steps: [Double] { zip(self, dropFirst()).map { $1 - $0 }.filter { $0 > 1 } }

  /// The upper one of two; nil when there are none.
  var median: Double? { isEmpty ? nil : sorted()[count / 2] }
}

extension Double {
  /// The nearest whole number, within what a hall can have.
  var cells: Int { Int(max(-10_000, min(10_000, rounded()))) }
}
