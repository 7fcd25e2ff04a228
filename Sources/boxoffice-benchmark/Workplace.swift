internal import CBaselines
internal import Foundation

/// Where the benchmark does its work.
enum Workplace {
  /// Runs a body with a folder that is gone afterwards. What is measured stays on one core, so that the anchors' servers
  /// have the other.
  static func use(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "boxoffice-benchmark-\(getpid())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    _ = baseline_pin(0)
    try body(folder)
  }
}
