import Booking
import TestSupport

@testable import Screens

/// What stands behind a demonstration on a stage: a crowd that is only counted, and a beginning that comes again.
final class StageShow: Show {
  private(set) var crowd: (size: Int, toCome: Int)?
  /// Sets the house back; the stage fills it.
  var begin: () throws(BookingError) -> Void = {}
  /// Why nobody can be called now.
  var refusal: BookingError?

  /// - Parameter crowd: who comes from the start.
  init(crowd: (size: Int, toCome: Int)? = nil) { self.crowd = crowd }

  /// Who was called, in order.
  private(set) var calls: [CrowdCall] = []

  func call(_ call: CrowdCall) throws(BookingError) {
    if let refusal { throw refusal }
    calls.append(call)
    crowd = ((crowd?.size ?? 0) + call.customers, (crowd?.toCome ?? 0) + call.customers)
  }

  func dismissCrowd() throws(BookingError) {
    if let refusal { throw refusal }
    crowd = nil
  }

  /// What was asked to be compared, in order.
  private(set) var compared: [(cap: Int64, policy: Policy)] = []
  private(set) var comparison: Comparison?

  func compare(cap: Int64, with policy: Policy) throws(BookingError) {
    if let refusal { throw refusal }
    compared.append((cap, policy))
    comparison = Self.comparison(cap: cap, isOver: false)
  }

  /// Plays all sales to their end.
  func finishComparison() {
    comparison = compared.last.map { Self.comparison(cap: $0.cap, isOver: true) }
  }

  /// Sales of a quarter of an hour to sixty people: without a queue everybody waits for a second, without a cap for 100,
  /// with one for 400.
  static func comparison(cap: Int64, isOver: Bool) -> Comparison {
    func sale(waiting seconds: Int64) -> SaleFigures {
      var figures = SaleFigures(from: .opening)
      let events = (0..<60).flatMap { person -> [Event] in
        let joined = Timestamp.opening + .seconds(Int64(person) * 2)
        let admitted = joined + .seconds(seconds)
        let gone = admitted + .seconds(120)
        let token = TicketNumber(Int64(person) + 1)
        return [
          Event(.tokenIssued, at: joined, rule: 1).with { $0.token = token },
          Event(.tokenActivated, at: admitted, rule: 9).with { $0.token = token },
        ] + (person % 3 == 0 ? [] : [Event(.seatPaid, at: gone, rule: 6).with { $0.token = token }]) + [
          Event(.tokenEnded, at: gone, rule: 6).with {
            $0.token = token
            $0.reason = person % 3 == 0 ? .idle : .paid
          }
        ]
      }
      let until = Timestamp.opening + (isOver ? .hours(1) : .minutes(3))
      figures.take(events.filter { $0.at <= until }.sorted { $0.at < $1.at })
      return figures
    }
    return Comparison(
      customers: 60, seats: 400,
      sales: [
        Comparison.Sale(door: .open, figures: sale(waiting: 1), lostRaces: 77),
        Comparison.Sale(door: .queue, figures: sale(waiting: 100), lostRaces: 5),
        Comparison.Sale(door: .cap(cap), figures: sale(waiting: 400), lostRaces: 2),
      ], elapsed: isOver ? .minutes(12) : .minutes(3), isOver: isOver)
  }

  /// Where races are run; the stage fills it.
  var copy: () throws(BookingError) -> BookingEngine = { () throws(BookingError) in throw .storage(.gone) }

  func scratchCopy() throws(BookingError) -> BookingEngine { try copy() }

  /// How the wall clock was stepped, and whether booking time follows it, as it must not.
  private(set) var wallSteps: [Duration] = []
  var isMovedByWallClock = false

  func stepWallClock(by step: Duration) throws(BookingError) -> Bool {
    if let refusal { throw refusal }
    wallSteps.append(step)
    return isMovedByWallClock
  }

  func restart() throws(BookingError) { try begin() }
}
