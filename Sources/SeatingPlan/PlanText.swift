internal import FoundationEssentials

extension Plan {
  /// Reads a plan from its JSON text.
  /// - Throws: `PlanFault` for what is not a plan.
  package init(text: String) throws(PlanFault) {
    do {
      self = try JSONDecoder().decode(Plan.self, from: Data(text.utf8))
    } catch {
      throw .unreadable
    }
  }

  /// The plan as JSON text; the same plan always gives the same text.
  package var text: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let data = (try? encoder.encode(self)) ?? Data()
    return String(decoding: data, as: UTF8.self)
  }
}

package enum PlanFault: Error, Hashable, Sendable {
  case unreadable
}
