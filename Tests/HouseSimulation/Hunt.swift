internal import Booking
package import TestSupport

/// One thing that is done at one of a house's terminals.
package struct Step: CustomStringConvertible {
  package let terminal: Int
  package let operation: Operation

  package var description: String { "terminal \(terminal): \(operation)" }
}

/// A search for a history in which the house and its model part.
package struct Hunt {
  /// What was found: a history, and in what the two differ at its end.
  package struct Finding {
    let hunt: Hunt
    package let steps: [Step]
    let reason: String
  }

  let policy: SimulatedPolicy
  let seed: UInt64
  let place: SimulatedFixture.Place
  let fault: PlantedFault?

  package init(
    policy: SimulatedPolicy, seed: UInt64, place: SimulatedFixture.Place = .memory, fault: PlantedFault? = nil
  ) {
    self.policy = policy
    self.seed = seed
    self.place = place
    self.fault = fault
  }

  /// Does things at random, `count` of them at most. nil when nothing was found.
  package func run(steps count: Int) throws -> Finding? {
    var simulation = try simulate()
    var maker = OperationMaker(seed: seed)
    var steps: [Step] = []
    for _ in 0..<count {
      steps.append(maker.step(simulation.model))
      if let reason = try simulation.take(steps[steps.count - 1]) {
        return Finding(hunt: self, steps: steps, reason: reason)
      }
    }
    return try simulation.differences().first.map { Finding(hunt: self, steps: steps, reason: $0) }
  }

  fileprivate func simulate() throws -> Simulation {
    try Simulation(policy: policy, seed: seed, in: place, fault: fault)
  }

  /// Plays a history. Returns how far it came until the two differed, and in what.
  fileprivate func play(_ steps: [Step]) throws -> (count: Int, reason: String)? {
    var simulation = try simulate()
    for (index, step) in steps.enumerated() {
      if let reason = try simulation.take(step) { return (index + 1, reason) }
    }
    return try simulation.differences().first.map { (steps.count, $0) }
  }
}

extension Hunt.Finding {
  /// Without every step that is not needed: leaves out pieces, halves first and single steps last, as long as what is
  /// left still fails.
  package func shortened() throws -> Self {
    var short = self
    var size = max(1, steps.count / 2)
    while true {
      var isShorter = false
      var start = 0
      while start < short.steps.count {
        var rest = short.steps
        rest.removeSubrange(start..<min(start + size, rest.count))
        if let failure = try hunt.play(rest) {
          short = Self(hunt: hunt, steps: Array(rest.prefix(failure.count)), reason: failure.reason)
          isShorter = true
        } else {
          start += size
        }
      }
      if size == 1, !isShorter { return short }
      size = max(1, size / 2)
    }
  }
}

extension Hunt.Finding: CustomStringConvertible {
  package var description: String {
    let lines = steps.enumerated().map { "\($0 + 1). \($1)" }.joined(separator: "\n")
    return "\(hunt.policy.rawValue), BOXOFFICE_SEED=\(hunt.seed): \(reason)\nafter\n\(lines)"
  }
}
