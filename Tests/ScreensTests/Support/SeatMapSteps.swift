import Booking
import Canvas
import SeatingPlan
import Testing
import Wording

@testable import Screens

/// What a person does on the seat map, and sees there.
extension TestStage {
  var layout: SeatMapLayout { SeatMapLayout(Chrome.area(of: size)) }

  /// The title, or the field in which a seat's name or a filter is typed.
  var header: String { grid.row(layout.header.y).trimmingSpaces }
  /// What is said of the seat under the cursor, or of its section.
  var sentence: String { grid.row(layout.sentence.y).trimmingSpaces }
  /// The lines beside the map.
  var panel: [String] { layout.panel.map(text(in:)) ?? [] }
  /// The lines of the map alone.
  var picture: [String] { text(in: layout.map) }

  private func text(in area: Rect) -> [String] {
    let grid = grid
    return (area.y..<area.bottom).map { y in
      String(String.UnicodeScalarView((area.x..<area.right).compactMap { grid[$0, y].scalar })).trimmingSpaces
    }
  }

  /// The chosen seats in the order of choosing, such as "C-5", as they stand beside the map.
  var choice: [String] {
    let sign = "\(app.theme.glyphs.seatChosen) "
    return panel.filter { $0.hasPrefix(sign) && !$0.hasPrefix(sign + " ") }.map {
      String($0.split(separator: " ").last ?? "")
    }
  }

  /// The seat under the cursor, such as "C-5", whatever the zoom.
  var seat: String {
    guard let map, let label = map.board?.seats[map.cursor].label else { return "" }
    return "\(label.row)-\(label.numberInRow)"
  }

  /// Where a seat is drawn, at the zooms that show seats.
  func cell(of seat: String) -> Position? {
    guard let map, let hall = map.hall,
      let place = map.board?.seats.firstIndex(where: { "\($0.label.row)-\($0.label.numberInRow)" == seat })
    else { return nil }
    return map.viewport.position(of: hall.grid.spots[place], of: hall, in: layout.map)
  }

  /// Types a seat's name and goes to what was found first.
  func search(_ name: String) {
    press("/")
    type(name)
    press(.enter)
  }

  /// Another window size, drawn.
  func resize(_ width: Int, _ height: Int) {
    size = Size(width: width, height: height)
    _ = grid
    // The loop looks again at every event, a change of the size too.
    app.tick()
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    var text = Substring(self)
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
