import Booking
import TestSupport
import Testing

@testable import Screens

@Suite("What a show's figures count")
struct ShowFiguresTests {
  private var figures = ShowFigures()
  private var last: Int64 = 0

  /// Lets something happen so many seconds after the opening, and lets the figures take it.
  private mutating func take(
    _ kind: Event.Kind, at seconds: Int64 = 0, token: Int64? = nil, reason: QueueToken.EndReason? = nil,
    amount: Won? = nil
  ) {
    figures.take([event(kind, at: seconds, token: token, reason: reason, amount: amount)])
  }

  private mutating func event(
    _ kind: Event.Kind, at seconds: Int64 = 0, token: Int64? = nil, reason: QueueToken.EndReason? = nil,
    amount: Won? = nil
  ) -> Event {
    last += 1
    let id = EventID(last)
    return Event(kind, at: .opening + .seconds(seconds), rule: 0).with {
      $0.id = id
      $0.token = token.map { TicketNumber($0) }
      $0.reason = reason
      $0.amount = amount
    }
  }

  private func totals(_ figures: ShowFigures) -> [Int64] { ShowFigures.Series.allCases.map(figures.total) }

  @Test mutating func `who joins waits, and who is admitted is in`() {
    for token in 1...5 { take(.tokenIssued, token: Int64(token)) }
    for token in 1...2 { take(.tokenActivated, token: Int64(token)) }
    #expect(figures.waiting == 3)
    #expect(figures.active == [TicketNumber(1), TicketNumber(2)])
    #expect(totals(figures) == [3, 2, 0, 0, 0, 0])
  }

  @Test(arguments: [(.left, 1), (.idle, 1), (.lifetime, 1), (.paid, 0)] as [(QueueToken.EndReason, Int)])
  mutating func `a token that ends makes room where it stood, and is lost without a purchase`(
    reason: QueueToken.EndReason, lost: Int
  ) {
    for token in 1...3 { take(.tokenIssued, token: Int64(token)) }
    take(.tokenActivated, token: 1)
    take(.tokenEnded, token: 1, reason: reason)
    #expect(figures.active.isEmpty)
    #expect(figures.waiting == 2)
    #expect(figures.emptyHanded == lost)
    take(.tokenEnded, token: 3, reason: reason)
    #expect(figures.waiting == 1)
    #expect(totals(figures) == [1, 1, 0, 0, 0, Int64(lost * 2)])
  }

  @Test mutating func `a seat is held until it is paid, released or over`() {
    for _ in 0..<5 { take(.seatHeld, amount: Won(88_000)) }
    take(.holdReleased)
    take(.holdExpired)
    take(.seatPaid, amount: Won(88_000))
    take(.seatPaid, amount: Won(44_000))
    #expect(figures.held == 1)
    #expect(figures.sold == 2)
    #expect(figures.revenue == Won(132_000))
    #expect(figures.unpaid == 1)
    #expect(totals(figures) == [0, 0, 5, 2, 132_000, 1])
  }

  @Test(arguments: [.userAdded, .programmeAdded, .policySet, .tokenActed, .balanceOpened, .charged] as [Event.Kind])
  mutating func `what is neither queue nor sale changes no figure`(kind: Event.Kind) {
    take(.tokenIssued, token: 1)
    take(.seatHeld)
    take(kind, token: 1, amount: Won(1000))
    #expect(totals(figures) == [1, 0, 1, 0, 0, 0])
    #expect(figures.held == 1)
    #expect(figures.revenue == .zero)
    #expect(figures.seen == EventID(3))
  }

  @Test mutating func `a show that starts again forgets everything before, in the same piece too`() {
    var events = [event(.tokenIssued, token: 1), event(.tokenActivated, token: 1), event(.seatHeld)]
    events += [event(.houseReset, at: 50), event(.policySet, at: 50), event(.tokenIssued, at: 51, token: 1)]
    events += [event(.policySet, at: 52)]
    figures.take(events)
    #expect(totals(figures) == [1, 0, 0, 0, 0, 0])
    #expect(figures.active.isEmpty)
    #expect(figures.held == 0)
    #expect(figures.feed.map(\.id) == [EventID(7)], "nor is the policy told that it opens with")
    #expect(figures.seen == EventID(7))
    #expect(values(.queue, until: 52, columns: 3, span: 3) == [0, 1, 1], "time begins at the reset")
  }

  @Test mutating func `tells the last sixty of what people do, the newest last`() {
    figures.take((1...70).map { event(.seatHeld, at: Int64($0)) })
    figures.take([event(.seatPaid, at: 71)])
    #expect(ShowFigures.feedLength == 60)
    #expect(figures.feed.map(\.id) == (12...71).map { EventID($0) })
    #expect(figures.feed.last?.kind == .seatPaid)
  }

  @Test(arguments: Event.Kind.allCases) mutating func `tells only what is worth a line`(kind: Event.Kind) {
    let told: Set<Event.Kind> = [
      .tokenActivated, .tokenEnded, .seatHeld, .holdReleased, .holdExpired, .seatPaid, .policySet,
    ]
    take(.policySet)
    take(.tokenIssued, token: 1)
    take(kind, token: 1)
    #expect(figures.feed.map(\.kind) == (told.contains(kind) ? [kind] : []))
  }
}

// MARK: - Over time

extension ShowFiguresTests {
  private func values(_ series: ShowFigures.Series, until: Int64, columns: Int = 5, span: Int64 = 10) -> [Int64] {
    figures.values(of: series, columns: columns, span: .seconds(span), until: .opening + .seconds(until))
  }

  /// Three join in the first two seconds, two are admitted in the third, one joins in the eighth.
  private mutating func playTenSeconds() {
    take(.tokenIssued, at: 0, token: 1)
    take(.tokenIssued, at: 1, token: 2)
    take(.tokenIssued, at: 1, token: 3)
    take(.tokenActivated, at: 2, token: 1)
    take(.tokenActivated, at: 2, token: 2)
    take(.tokenIssued, at: 7, token: 4)
  }

  @Test mutating func `has no course before anything happened, and none without columns`() {
    #expect(values(.queue, until: 100).isEmpty)
    take(.tokenIssued)
    #expect(values(.queue, until: 100, columns: 0).isEmpty)
    #expect(values(.queue, until: 100, columns: -3).isEmpty)
    #expect(values(.queue, until: 100).count == 5)
  }

  @Test mutating func `the queue is as long as it was at its longest, anything else is counted`() {
    playTenSeconds()
    #expect(values(.queue, until: 9) == [3, 1, 1, 2, 2])
    #expect(values(.admitted, until: 9) == [0, 2, 0, 0, 0])
    #expect(values(.sold, until: 9) == [0, 0, 0, 0, 0])
  }

  @Test mutating func `what was taken counts when it was paid, in won`() {
    take(.seatPaid, at: 1, amount: Won(88_000))
    take(.seatPaid, at: 1, amount: Won(44_000))
    take(.seatPaid, at: 6, amount: Won(110_000))
    #expect(values(.revenue, until: 9) == [132_000, 0, 0, 110_000, 0])
    #expect(values(.sold, until: 9) == [2, 0, 0, 1, 0])
  }

  @Test mutating func `is empty before the start`() {
    playTenSeconds()
    #expect(values(.queue, until: 3) == [0, 0, 0, 3, 1])
    #expect(values(.admitted, until: 3) == [0, 0, 0, 0, 2])
    #expect(values(.queue, until: 0) == [0, 0, 0, 0, 1], "half of a column may lie before the start")
  }

  @Test mutating func `a time in which nothing happened leaves the queue as it was`() {
    playTenSeconds()
    #expect(values(.queue, until: 500) == [2, 2, 2, 2, 2])
    #expect(values(.admitted, until: 500) == [0, 0, 0, 0, 0])
    take(.tokenActivated, at: 500, token: 3)
    #expect(values(.queue, until: 500) == [2, 2, 2, 2, 2])
    #expect(values(.queue, until: 502) == [2, 2, 2, 2, 1])
    #expect(values(.admitted, until: 502) == [0, 0, 0, 1, 0])
  }

  @Test(.timeLimit(.minutes(10))) mutating func `years cost no more than hours, and what they saw stays counted`() {
    take(.tokenIssued, token: 1)
    take(.tokenIssued, token: 2)
    take(.seatHeld)
    let late: Int64 = 20 * 366 * 86_400
    take(.tokenActivated, at: late, token: 1)
    take(.seatHeld, at: late + 1)
    #expect(totals(figures) == [1, 1, 2, 0, 0, 0])
    #expect(values(.queue, until: late + 1, columns: 4, span: 4) == [2, 2, 1, 1])
    #expect(values(.held, until: late + 1, columns: 4, span: 4) == [0, 0, 0, 1])
    for second in 2...8000 { take(.seatHeld, at: late + Int64(second)) }
    #expect(figures.total(.held) == 8001)
    #expect(values(.held, until: late + 8000, columns: 3, span: 1200) == [400, 400, 400])
  }

  @Test mutating func `what comes late counts in its own second`() {
    take(.seatHeld, at: 0)
    take(.seatHeld, at: 8)
    take(.seatHeld, at: 3)
    #expect(values(.held, until: 9) == [1, 1, 0, 0, 1])
  }

  @Test mutating func `more columns than seconds show a second each`() {
    take(.seatHeld, at: 0)
    take(.seatHeld, at: 3)
    #expect(values(.held, until: 3, columns: 6, span: 4) == [0, 0, 1, 0, 0, 1])
  }
}
