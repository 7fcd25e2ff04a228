import Booking
import TestSupport
import Testing

@Suite("What became of a sale")
struct SaleFiguresTests {
  private func event(
    _ kind: Event.Kind, _ token: Int64, at seconds: Int64, _ reason: QueueToken.EndReason? = nil
  ) -> Event {
    Event(kind, at: .opening + .seconds(seconds), rule: 0).with {
      $0.token = TicketNumber(token)
      $0.reason = reason
    }
  }

  private func figures(_ events: [Event]...) -> SaleFigures {
    var figures = SaleFigures(from: .opening)
    for events in events { figures.take(events) }
    return figures
  }

  @Test func `waits are those of people who were let in, by rank`() {
    let joins = (1...10).map { event(.tokenIssued, $0, at: 0) }
    let admissions = (1...9).map { event(.tokenActivated, $0, at: $0 * 10) }
    let all = figures(joins + admissions)
    #expect(all.admitted == 9)
    #expect(all.wait(ofPercent: 50) == .seconds(50))
    #expect(all.wait(ofPercent: 90) == .seconds(90))
    #expect(all.wait(ofPercent: 0) == .seconds(10))
    #expect(all.wait(ofPercent: 100) == .seconds(90))
    #expect(figures(joins).wait(ofPercent: 50) == nil)
    // In pieces it comes to the same.
    #expect(figures(joins, Array(admissions[5...]), Array(admissions[..<5])).wait(ofPercent: 50) == .seconds(50))
  }

  @Test func `a token is unused when it was active and ended without a purchase`() {
    let all = figures([
      event(.tokenIssued, 1, at: 0), event(.tokenIssued, 2, at: 0), event(.tokenIssued, 3, at: 0),
      event(.tokenIssued, 4, at: 0), event(.tokenIssued, 5, at: 0), event(.tokenActivated, 1, at: 10),
      event(.tokenActivated, 2, at: 10), event(.tokenActivated, 3, at: 10), event(.tokenEnded, 4, at: 15, .left),
      event(.seatPaid, 1, at: 20), event(.seatPaid, 1, at: 20), event(.tokenEnded, 1, at: 20, .paid),
      event(.tokenEnded, 2, at: 25, .idle), event(.tokenEnded, 3, at: 30, .left),
    ])
    #expect(all.unused == 2)
    #expect(all.gaveUp == 1)
    #expect(all.sold == 2)
    #expect(all.mostInside == 3)
    #expect(all.now.waiting == 1 && all.now.inside == 0)
    #expect(all.elapsed == .seconds(30))
  }

  @Test func `its course has the most people of each ten seconds that are over`() {
    let all = figures([
      event(.tokenIssued, 1, at: 1), event(.tokenIssued, 2, at: 2), event(.tokenActivated, 1, at: 9),
      event(.tokenEnded, 1, at: 11, .paid), event(.tokenIssued, 3, at: 45), event(.tokenEnded, 3, at: 46, .left),
      event(.tokenIssued, 4, at: 52),
    ])
    let moments = all.course.map { [$0.waiting, $0.inside] }
    #expect(moments == [[2, 1], [1, 1], [1, 0], [1, 0], [2, 0]])
  }

  @Test func `nothing has become of one that has not begun`() {
    let none = figures([])
    #expect(none.course.isEmpty && none.elapsed == .zero && none.now == .nobody && none.mostInside == 0)
  }
}
