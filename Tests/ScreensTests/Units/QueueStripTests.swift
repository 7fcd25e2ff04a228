import Booking
import Testing

@testable import Screens

@Suite("The line as a strip")
struct QueueStripTests {
  /// How many people it accounts for, and how many cells it takes.
  private func measure(_ strip: QueueStrip, _ length: Int64, admitting size: Int64) -> (people: Int64, cells: Int) {
    let full = strip.groups.dropLast().reduce(Int64(0)) { sum, _ in sum + size }
    let shown = length - strip.before - strip.behind
    let counts = [strip.before, strip.behind].filter { $0 > 0 }.map { "+\($0.grouped) ".count }.reduce(0, +)
    #expect(strip.fences == (size == 0 ? 0 : Int(shown / size)))
    #expect(size == 0 || full < shown && shown <= full + size)
    return (strip.before + shown + strip.behind, strip.groups.reduce(0, +) + strip.fences + counts)
  }

  @Test(
    arguments: [1, 2, 19, 20, 98, 483, 621, 9_999, 250_000] as [Int64], [0, 1, 2, 7, 15, 20, 100, 5_000] as [Int64])
  func `accounts for everybody, fits its room, and points at the right place`(_ length: Int64, _ size: Int64) {
    for width in [30, 50, 64, 104] {
      for position in Set([1, length / 2 + 1, length]) where position <= length {
        let strip = QueueStrip(of: length, admitting: size, around: position, width: width)
        let (people, cells) = measure(strip, length, admitting: size)
        #expect(people == length)
        #expect(cells <= width, "\(length) by \(size) around \(position) in \(width)")
        guard let place = strip.place else {
          Issue.record("no place")
          continue
        }
        let admission = size > 0 ? strip.before / size + Int64(place.group) : 0
        let first = (size > 0 ? admission * size : 0) + Int64(place.sign) * strip.perSign + 1
        #expect(first <= position && position < first + strip.perSign)
        #expect(place.sign < strip.groups[place.group])
      }
    }
  }

  @Test func `gives each a sign of their own where there is room, however many are let in at a time`() {
    let strip = QueueStrip(of: 30, admitting: 200, around: 30, width: 60)
    #expect(strip.perSign == 1 && strip.groups == [30] && strip.fences == 0)
  }

  @Test func `begins at the door where nobody's place is shown`() {
    let strip = QueueStrip(of: 483, admitting: 20, width: 60)
    #expect(strip.before == 0 && strip.behind > 0 && strip.place == nil)
  }

  @Test func `is one group without an end where nobody is let in`() {
    let strip = QueueStrip(of: 621, admitting: 0, around: 572, width: 62)
    #expect(strip.groups == [57] && strip.perSign == 11)
    #expect(strip.place.map { $0 == (0, 51) } ?? false)
  }
}
