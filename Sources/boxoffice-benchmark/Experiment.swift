/// Something of ours that is measured against an anchor in the same run.
struct Experiment {
  enum Goal {
    case atMost(Double)
    case atLeast(Double)

    func isMet(by ratio: Double) -> Bool {
      switch self {
      case .atMost(let most): ratio <= most
      case .atLeast(let least): ratio >= least
      }
    }

    var text: String {
      switch self {
      case .atMost(let most): "<= \(Report.text(most))"
      case .atLeast(let least): ">= \(Report.text(least))"
      }
    }
  }

  /// What came of one round.
  struct Round {
    /// nil for what is no time.
    let ours: Samples?
    /// Ours by the anchor's.
    let ratio: Double

    /// Of a typical time.
    static func times(_ ours: Samples, by anchor: Samples) -> Self {
      Self(ours: ours, ratio: ours.median / anchor.median)
    }

    /// Of how much is done in a second.
    static func rates(_ ours: Samples, by anchor: Samples) -> Self { Self(ours: ours, ratio: ours.rate / anchor.rate) }
  }

  let name: String
  let anchor: String
  let goal: Goal
  let round: () throws -> Round
}

/// Experiments that share a house; made when their turn comes, since some houses are large.
struct Subject {
  let name: String
  /// - Throws: `Skip` where something that is needed is not there.
  let prepare: () throws -> [Experiment]
}

/// Why something is not measured here, in a sentence.
struct Skip: Error {
  let reason: String
}
