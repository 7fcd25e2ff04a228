import Booking
import Foundation
import HouseSimulation
import TestSupport
import Testing

/// `BOXOFFICE_SEED` picks one seed instead of the usual ones. The long form, `BOXOFFICE_LONG=1`, takes ten million steps
/// in all; a release build does it in about an hour.
@Suite("A simulated house does what a plain model of the rules does")
struct SimulationTests {
  private static let chosen = ProcessInfo.processInfo.environment["BOXOFFICE_SEED"].flatMap { UInt64($0) }
  private static let seeds: ClosedRange<UInt64> = chosen.map { $0...$0 } ?? 1...UInt64(LongForm.times(8, long: 7576))
  /// Of each history. Judging every step takes the longer the more has happened.
  private static let steps = 220

  @Test(arguments: SimulatedPolicy.allCases, seeds)
  func `answers alike, looks alike, and every invariant holds after each step`(
    policy: SimulatedPolicy, seed: UInt64
  ) throws {
    let finding = try Hunt(policy: policy, seed: seed).run(steps: Self.steps)
    if let finding { Issue.record("\(try finding.shortened())") }
  }

  @Test(arguments: SimulatedPolicy.allCases)
  func `so it does with each terminal on a connection of its own to one file`(policy: SimulatedPolicy) throws {
    let finding = try Hunt(policy: policy, seed: Self.chosen ?? 9, place: .file).run(steps: Self.steps)
    if let finding { Issue.record("\(try finding.shortened())") }
  }

  /// The control: what does not notice a store that does wrong proves nothing.
  @Test(arguments: PlantedFault.allCases) func `a store that does one thing wrong is found out`(fault: PlantedFault)
    throws
  {
    #expect(try Self.firstFinding(of: fault) != nil)
  }

  @Test(arguments: [.debitsNothing, .forgetsRequests, .expiresLate] as [PlantedFault])
  func `what was found is told as a history that is short enough to read, with its seed`(fault: PlantedFault) throws {
    let finding = try #require(try Self.firstFinding(of: fault)).shortened()
    #expect(finding.steps.count <= 12, "\(finding)")
    #expect("\(finding)".contains("BOXOFFICE_SEED=1"))
  }

  private static func firstFinding(of fault: PlantedFault) throws -> Hunt.Finding? {
    for seed: UInt64 in 1...8 {
      for policy in SimulatedPolicy.allCases {
        if let finding = try Hunt(policy: policy, seed: seed, fault: fault).run(steps: 400) { return finding }
      }
    }
    return nil
  }

  @Test func `comes by every answer that a use case can give`() throws {
    var seen: Set<String> = []
    for policy in SimulatedPolicy.allCases {
      var maker = OperationMaker(seed: 1)
      let simulation = try Simulation(policy: policy, seed: 1)
      let model = simulation.model
      var now = model.now
      for _ in 0..<3000 {
        let operation = maker.next(model)
        if case .wait(let time) = operation { now = now + time }
        let answer = model.answer(operation, at: now, secret: TokenSecret(high: 3, low: UInt64(model.tokens.count)))
        seen.insert(answer.name)
      }
    }
    #expect(Answer.names.subtracting(seen) == [])
  }
}

extension Answer {
  /// Every kind of answer and refusal that the operations can meet.
  static let names: Set<String> = [
    "done", "due", "token", "sessions", "seats", "holds", "receipt", "balance", "unknownUser", "invalidToken unknown",
    "invalidToken anothers", "invalidToken waiting", "invalidToken expired", "inactiveToken waiting",
    "inactiveToken expired", "unknownSession", "unknownSeat", "emptyOrRepeated", "saleClosed notYet",
    "saleClosed over", "tooManyHolds", "seatTaken", "unknownReservation", "alreadyPaid", "reservationExpired",
    "insufficientBalance", "invalidChargeAmount notPositive", "invalidChargeAmount overMaximum",
    "invalidChargeAmount overCeiling", "requestKeyReused",
  ]

  var name: String {
    guard case .refused(let error) = self else { return Self.word(self) }
    return switch error {
    case .invalidToken(let fault), .inactiveToken(let fault): "\(Self.word(error)) \(Self.word(fault))"
    case .saleClosed(let fault): "saleClosed \(Self.word(fault))"
    case .invalidChargeAmount(let fault): "invalidChargeAmount \(Self.word(fault))"
    default: Self.word(error)
    }
  }

  /// The name of an enumeration's case.
  private static func word(_ value: Any) -> String { String(String(describing: value).prefix { $0 != "(" }) }
}
