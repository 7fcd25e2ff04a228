internal import Foundation
internal import TestSupport
internal import Testing

/// A theatre of 1,057 seats in two zones, as its plan was published. The project holds no copy of it.
enum PublishedPlan {
  /// Where the plans lie, if anywhere.
  private static let folder = ProcessInfo.processInfo.environment["BOXOFFICE_PLANS"]

  static let condition: ConditionTrait = .enabled(if: folder != nil, "BOXOFFICE_PLANS names no folder of plans")

  static var file: String { (folder ?? "") + "/theatre-1057.pretix.json" }
}

extension Stage {
  /// Puts the published theatre on sale, as the only thing that is called Matinee.
  func importPublishedPlan() async throws {
    let prices = [
      "Parkett vorne=90000", "Parkett mitte=80000", "Parkett hinten=60000", "Balkon vorne=50000", "Balkon hinten=40000",
    ]
    let outcome = try await run(
      ["import-plan", PublishedPlan.file, "--store", store, "--language", "en", "--title", "Matinee"]
        + prices.flatMap { ["--price", $0] })
    guard outcome.end == .exited(0) else { throw Stuck(description: "no import: \(outcome.errors)") }
  }
}
