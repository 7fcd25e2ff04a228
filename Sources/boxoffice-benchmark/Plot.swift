internal import Booking
internal import Foundation

/// How a cost grows with a size, both by powers of ten, beside the growth that is allowed.
struct Plot {
  struct Point {
    let size: Int
    let microseconds: Double

    init(_ size: Int, _ nanoseconds: Double) {
      self.size = size
      microseconds = nanoseconds / 1000
    }
  }

  /// The fastest growth that is allowed.
  enum Growth {
    case logarithmic, linear

    /// How many times as much the last size may cost as the first.
    func factor(_ first: Int, _ last: Int) -> Double {
      switch self {
      case .logarithmic: log(Double(last)) / log(Double(first))
      case .linear: Double(last) / Double(first)
      }
    }

    var word: String { self == .linear ? "linear" : "the logarithm" }
  }

  let name: String
  let title: String
  let unit: String
  let points: [Point]
  let growth: Growth

  init(_ name: String, _ title: String, _ unit: String, _ points: [Point], _ growth: Growth) {
    self.name = name
    self.title = title
    self.unit = unit
    self.points = points
    self.growth = growth
  }

  private var factor: Double { points[points.count - 1].microseconds / points[0].microseconds }
  private var allowed: Double { growth.factor(points[0].size, points[points.count - 1].size) }

  var verdict: String {
    "\(Report.text(factor)) times from first to last, \(growth.word) allows \(Report.text(allowed)): "
      + (factor <= allowed ? "met" : "MISSED")
  }

  private static let (width, height, left, right, top, bottom) = (560.0, 320.0, 70.0, 20.0, 44.0, 48.0)

  /// A picture that stands on light and on dark pages.
  var svg: String {
    let sizes = points.map { log10(Double($0.size)) }
    let costs = points.map { log10($0.microseconds) } + [log10(points[0].microseconds * allowed)]
    let (low, high) = (floor(costs.min() ?? 0), ceil((costs.max() ?? 0) + 0.01))
    func x(_ size: Double) -> Double {
      Self.left + (size - sizes[0]) / (sizes[sizes.count - 1] - sizes[0]) * (Self.width - Self.left - Self.right)
    }
    func y(_ cost: Double) -> Double {
      Self.height - Self.bottom - (cost - low) / (high - low) * (Self.height - Self.top - Self.bottom)
    }
    func number(_ value: Double) -> String { String(format: "%.1f", value) }
    var parts = [
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(Int(Self.width)) \(Int(Self.height))\" "
        + "font-family=\"sans-serif\" font-size=\"12\">",
      "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>",
      "<text x=\"\(number(Self.left))\" y=\"22\" font-size=\"14\" font-weight=\"bold\">\(title), median</text>",
    ]
    for power in Int(low)...Int(high) {
      let place = y(Double(power))
      parts.append(
        "<line x1=\"\(number(Self.left))\" x2=\"\(number(Self.width - Self.right))\" y1=\"\(number(place))\" "
          + "y2=\"\(number(place))\" stroke=\"#dddddd\"/>")
      parts.append(
        "<text x=\"\(number(Self.left - 8))\" y=\"\(number(place + 4))\" text-anchor=\"end\">"
          + "\(Self.time(pow(10, Double(power))))</text>")
    }
    // What the first point would become at the fastest growth that is allowed.
    let line = (0...20).map { step -> String in
      let size = sizes[0] + (sizes[sizes.count - 1] - sizes[0]) * Double(step) / 20
      let cost = points[0].microseconds * growth.factor(points[0].size, max(points[0].size, Int(pow(10, size))))
      return "\(number(x(size))),\(number(y(log10(cost))))"
    }
    parts.append(
      "<polyline points=\"\(line.joined(separator: " "))\" fill=\"none\" stroke=\"#999999\" stroke-dasharray=\"5 4\"/>")
    let measured = zip(sizes, points).map { "\(number(x($0))),\(number(y(log10($1.microseconds))))" }
    parts.append(
      "<polyline points=\"\(measured.joined(separator: " "))\" fill=\"none\" stroke=\"#1f5fa8\" stroke-width=\"2\"/>")
    for (index, (size, point)) in zip(sizes, points).enumerated() {
      let place = (x: x(size), y: y(log10(point.microseconds)))
      let anchor = index == 0 ? "start" : index == points.count - 1 ? "end" : "middle"
      parts.append("<circle cx=\"\(number(place.x))\" cy=\"\(number(place.y))\" r=\"4\" fill=\"#1f5fa8\"/>")
      parts.append(
        "<text x=\"\(number(place.x))\" y=\"\(number(place.y + 18))\" text-anchor=\"\(anchor)\" fill=\"#1f5fa8\">"
          + "\(Self.time(point.microseconds))</text>")
      parts.append(
        "<text x=\"\(number(place.x))\" y=\"\(number(Self.height - Self.bottom + 18))\" text-anchor=\"\(anchor)\">"
          + "\(Int64(point.size).grouped)</text>")
    }
    parts.append(
      "<text x=\"\(number(Self.width - Self.right))\" y=\"\(number(Self.height - 10))\" text-anchor=\"end\">\(unit); "
        + "dashed: \(growth.word)</text>")
    return (parts + ["</svg>", ""]).joined(separator: "\n")
  }

  private static func time(_ microseconds: Double) -> String {
    microseconds < 1000 ? "\(short(microseconds)) us" : "\(short(microseconds / 1000)) ms"
  }

  private static func short(_ value: Double) -> String { String(format: value < 10 ? "%.1f" : "%.0f", value) }
}
