internal import FoundationEssentials

extension Plan {
  /// Reads a plan from its JSON text, mended as `PlanReader` does; what `text` wrote is read back unchanged.
  /// - Throws: `PlanFault` for what is not a plan.
  package init(text: String) throws(PlanFault) { self = try PlanReader.read(Array(text.utf8)).plan }

  /// The plan as JSON text; the same plan always gives the same text.
  package var text: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let data = (try? encoder.encode(self)) ?? Data()
    return String(decoding: data, as: UTF8.self)
  }
}
