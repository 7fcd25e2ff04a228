import Booking
import Canvas
import SQLiteStore
import TestSupport
import Testing
import Wording

@testable import Screens

@Suite("Races on a scratch copy")
struct RaceTests {
  private let stage: TestStage
  private let people: [UserID]

  init() throws {
    stage = try TestStage(crowd: 20, kind: .demonstration, show: StageShow())
    people = try stage.engine.users().map(\.id)
  }

  private func play(_ collision: Collision, _ people: [UserID], on copy: BookingEngine? = nil) throws -> RaceReport {
    let copy = try copy ?? #require(stage.show).scratchCopy()
    return try Race(Array(people.prefix(collision.people.upperBound)), on: copy).run(collision)
  }

  @Test(arguments: Collision.all.indices)
  func `each comes out as the rules have it, in either order, and the house stays as it was`(_ index: Int) throws {
    let collision = Collision.all[index]
    let before = try stage.database.contents()
    for order in [[people[0], people[2]], [people[2], people[0]]] {
      let report = try play(collision, order)
      #expect(report.isAsRuled, "\(collision.title.english): \(report)")
      #expect(report.violations.isEmpty != collision.breaksRow)
      #expect(report.steps.contains { $0.refusal == nil })
      #expect(report.steps.map(\.at) == report.steps.map(\.at).sorted(), "told in order")
    }
    #expect(try stage.database.contents() == before)
  }

  @Test func `they have titles and rulings of their own, in both languages, and stand by subject`() {
    let all = Collision.all
    for language in Language.allCases {
      #expect(Set(all.map { language($0.title) }).count == all.count)
      #expect(all.allSatisfy { language($0.ruling).wrapped(to: 76).count <= 2 })
    }
    let subjects = all.map(\.subject)
    #expect(subjects == Collision.Subject.allCases.flatMap { subject in subjects.filter { $0 == subject } })
  }

  @Test func `for one seat the first wins, whoever it is, and all the others are refused`() throws {
    for turn in 0..<4 {
      let runners = Array(people[0..<4])
      let order = Array(runners[turn...] + runners[..<turn])
      let report = try play(.sameSeat, order)
      #expect(report.seat?.taker == order[0])
      #expect(report.steps.compactMap(\.user) == order)
      #expect(report.steps.compactMap(\.refusal).count == 3)
      #expect(Set(report.steps.map(\.at)).count == 1, "at one instant")
    }
  }

  @Test(arguments: [-1, 0, 1] as [Int64])
  func `around the deadline a millisecond decides`(_ offset: Int64) throws {
    let collision: Collision = offset < 0 ? .payBeforeDeadline : offset == 0 ? .payAtDeadline : .payAfterDeadline
    let report = try play(collision, [people[0], people[2]])
    #expect(report.seat?.taker == (offset < 0 ? people[0] : people[2]))
    #expect(report.steps[2].at - report.steps[1].at == .minutes(5) + .milliseconds(offset))
    #expect((report.steps[2].refusal == nil) == (offset < 0))
  }

  @Test func `of five seats by fours the second gets none`() throws {
    let report = try play(.lastSeats, [people[0], people[2]])
    #expect(report.seat?.taker == people[0])
    #expect(report.steps.last?.text.english.split(separator: ",").count == 4)
    #expect(report.steps.last?.refusal != nil)
  }

  @Test func `a full house that idles moves each at the very instant before it ends`() throws {
    let report = try play(.fullHouse, Array(people[0..<3]))
    let fates = report.steps.filter { $0.text.english.contains("rule 9") }
    #expect(fates.map(\.user) == [0, 0, 1, 1, 2].map { people[$0] })
    #expect(fates[1].at == fates[2].at && fates[3].at == fates[4].at)
    #expect(fates[1].at - fates[0].at == .minutes(5))
  }

  @Test func `a thousand in a millisecond are counted by their instants`() throws {
    let report = try play(.sameMillisecond, [people[0], people[2]])
    #expect(report.steps.suffix(4).map { $0.text.english.prefix(3) } == ["300", "300", "300", "100"])
  }

  /// What each fault of the house must be told by; a verdict that nothing can change would be worth nothing.
  @Test(arguments: PlantedFault.allCases)
  func `a house that does one thing wrong is told from one that keeps the rules`(_ fault: PlantedFault) throws {
    let copy = try #require(stage.show).scratchCopy()
    let engine = BookingEngine(store: fault.planted(in: copy.store), clock: SteppedClock())
    #expect(try !play(fault.isToldBy, [people[0], people[2]], on: engine).isAsRuled)
  }

  @Test(arguments: Collision.all.indices)
  func `they are played from any state: with holds, without money, with a token that has ended, behind a closed door`(
    _ index: Int
  ) throws {
    stage.hold("A-1", "A-2")
    try stage.engine.setBalance(of: people[0], to: .zero)
    try stage.engine.endToken(of: people[0])
    var policy = try stage.engine.policy()
    policy.batch = 0
    policy.maxActive = 1
    policy.maxHoldsPerUser = 1
    policy.tokenLifetime = .seconds(90)
    policy.idleLimit = .milliseconds(60_500)
    policy.maxCharge = Won(7)
    policy.balanceCeiling = Won(5000)
    try stage.engine.setPolicy(policy)
    let report = try play(Collision.all[index], [people[0], people[3]])
    #expect(report.isAsRuled, "\(Collision.all[index].title.english): \(report)")
  }

  @Test(arguments: Collision.all.indices)
  func `they are played under odd policies, late in a token's life and where seats were just released`(
    _ index: Int
  ) throws {
    let collision = Collision.all[index]
    for (hold, idle, lifetime) in [(1, 15, 16), (180, 300, 600)] as [(Int64, Int64, Int64)] {
      let stage = try TestStage(crowd: 3, kind: .demonstration, show: StageShow())
      let people = try stage.engine.users().map(\.id)
      stage.hold("A-1", "B-1")
      let holds = try stage.engine.account(of: people[0]).holds.map(\.reservation.id)
      try stage.engine.release(caller: people[0], reservations: holds)
      var policy = try stage.engine.policy()
      policy.holdDuration = .minutes(hold)
      policy.idleLimit = .minutes(idle)
      policy.tokenLifetime = .minutes(lifetime)
      policy.activationPeriod = .hours(1)
      try stage.engine.setPolicy(policy)
      try stage.engine.advance(by: .minutes(4))
      let copy = try #require(stage.show).scratchCopy()
      let report = try play(collision, [people[0], people[2]], on: copy)
      #expect(report.isAsRuled, "\(hold), \(idle), \(lifetime): \(collision.title.english): \(report)")
    }
  }

  @Test func `an invariant that breaks before the race is told`() throws {
    let copy = try #require(stage.show).scratchCopy()
    try copy.store.write { tx throws(BookingError) in _ = try tx.credit(UserID(1), Won(1)) }
    let report = try play(.sameSeat, [people[0], people[2]], on: copy)
    #expect(!report.isAsRuled)
    #expect(report.violations.map(\.invariant).contains(.balancesMatchLedger))
  }

  @Test func `without a sale there is nothing to race for`() throws {
    try stage.engine.advance(by: .days(60))
    #expect(throws: BookingError.saleClosed(.over)) { try play(.sameSeat, [people[0], people[2]]) }
  }
}

extension PlantedFault {
  /// A race that must tell it.
  fileprivate var isToldBy: Collision {
    switch self {
    case .debitsNothing: .payTwiceWithTwoKeys
    case .creditsTwice: .chargesAtOnce
    case .forgetsLedgerEntries: .payBeforeDeadline
    case .forgetsRequests: .payTwiceWithOneKey
    case .touchesNothing, .touchesTooLate, .endsAsIdle: .lifetime
    case .keepsSeats: .releaseAndOther
    case .sellsNothing: .sweepAfterPayment
    case .expiresLate, .tokensEndLate: .idleLimit
    case .forgetsLeavers, .skipsNumbers: .leaverReturns
    case .forgetsAdmissions, .admitsTwice: .newcomer
    case .holdsEndLate: .takeOver
    case .forgetsReleases: .releaseAndHoldAgain
    }
  }
}
