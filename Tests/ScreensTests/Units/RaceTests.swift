import Booking
import SQLiteStore
import TestSupport
import Testing

@testable import Screens

@Suite("Races on a scratch copy")
struct RaceTests {
  private let stage: TestStage
  private let people: [UserID]

  init() throws {
    stage = try TestStage(crowd: 20, kind: .demonstration, show: StageShow())
    people = try stage.engine.users().map(\.id)
  }

  private func run(_ collision: Collision, _ people: [UserID], on copy: BookingEngine? = nil) throws -> RaceReport {
    let copy = try copy ?? #require(stage.show).scratchCopy()
    return try Race(collision, on: copy, people: people).run()
  }

  @Test(arguments: Collision.allCases) func `each comes out as the rules have it, and the house stays as it was`(
    _ collision: Collision
  ) throws {
    let before = try stage.database.contents()
    for order in [[people[0], people[2]], [people[2], people[0]]] {
      let report = try run(collision, order)
      #expect(report.isAsRuled, "\(report)")
      #expect(report.steps.contains { $0.refusal == nil })
    }
    #expect(try stage.database.contents() == before)
  }

  @Test func `for one seat the first wins, whoever it is, and all the others are refused`() throws {
    for turn in 0..<4 {
      let runners = Array(people[0..<4])
      let order = Array(runners[turn...] + runners[..<turn])
      let report = try run(.sameSeat, order)
      #expect(report.winner == order[0])
      #expect(report.steps.map(\.user) == order)
      #expect(report.steps.compactMap(\.refusal).count == 3)
      #expect(Set(report.steps.map(\.at)).count == 1, "at one instant")
    }
  }

  @Test(arguments: [(Collision.payBeforeDeadline, true, -1), (.payAtDeadline, false, 0), (.payAfterDeadline, false, 1)])
  func `around the deadline a millisecond decides`(_ collision: Collision, _ isPaid: Bool, _ offset: Int64) throws {
    let report = try run(collision, [people[0], people[2]])
    #expect(report.winner == (isPaid ? people[0] : people[2]))
    #expect(report.steps[1].at - report.steps[0].at == .minutes(5) + .milliseconds(offset))
    #expect((report.steps[1].refusal == nil) == isPaid)
  }

  @Test func `of five seats by fours the second gets none`() throws {
    let report = try run(.lastSeats, [people[0], people[2]])
    #expect(report.winner == people[0])
    guard case .hold(let seats) = report.steps[1].deed else {
      Issue.record("no hold")
      return
    }
    #expect(seats.count == 4)
    #expect(report.steps[1].refusal != nil)
  }

  @Test
  func `they are run from any state: with holds, without money, with a token that has ended, behind a closed door`()
    throws
  {
    stage.hold("A-1", "A-2")
    try stage.engine.setBalance(of: people[0], to: .zero)
    try stage.engine.endToken(of: people[0])
    var policy = try stage.engine.policy()
    policy.batch = 0
    policy.maxActive = 1
    policy.maxHoldsPerUser = 1
    policy.tokenLifetime = .seconds(90)
    policy.idleLimit = .seconds(60)
    try stage.engine.setPolicy(policy)
    for collision in Collision.allCases {
      let report = try run(collision, [people[0], people[3]])
      #expect(report.isAsRuled, "\(report)")
    }
  }

  @Test func `a house that breaks a rule is told from one that keeps it`() throws {
    let copy = try #require(stage.show).scratchCopy()
    try copy.store.write { tx throws(BookingError) in _ = try tx.credit(UserID(1), Won(1)) }
    #expect(try !run(.sameSeat, [people[0], people[2]], on: copy).isAsRuled)
  }

  @Test func `without a sale there is nothing to race for`() throws {
    try stage.engine.advance(by: .days(60))
    #expect(throws: BookingError.saleClosed(.over)) { try run(.sameSeat, [people[0], people[2]]) }
  }
}
