import Booking
import Foundation
import Testing

/// `BOXOFFICE_SEED` picks one seed instead of the usual ones; `BOXOFFICE_STEPS` is how many steps each house takes.
@Suite("A simulated house does what a plain model of the rules does")
struct SimulationTests {
  static let seeds: [UInt64] = environment("BOXOFFICE_SEED").map { [$0] } ?? Array(1...8)
  static let steps = environment("BOXOFFICE_STEPS").map { Int($0) } ?? 220

  private static func environment(_ name: String) -> UInt64? {
    ProcessInfo.processInfo.environment[name].flatMap { UInt64($0) }
  }

  @Test(arguments: SimulatedPolicy.allCases, seeds)
  func `answers alike, looks alike, and every invariant holds after each step`(
    policy: SimulatedPolicy, seed: UInt64
  ) throws {
    var simulation = try Simulation(policy: policy, seed: seed)
    for step in 1...Self.steps { guard try simulation.step(step) else { return } }
    #expect(try simulation.differences() == [])
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
