internal import ArgumentParser
internal import Booking
internal import Files
internal import Foundation
internal import SQLiteStore
internal import Synchronization

@testable import boxoffice

/// Stores with the sample programme, one for each set of policy options: made once and then copied, since making one
/// takes seconds. The clock of a copy goes on from when it was made.
enum TemplateStore {
  private static let made = Mutex<[[String]: String]>([:])

  /// Goes with the tests' process.
  private static let folder: String = {
    atexit { try? FileManager.default.removeItem(atPath: TemplateStore.folder) }
    return NSTemporaryDirectory() + "boxoffice-templates-\(UUID().uuidString)"
  }()

  static func copy(_ options: [String], to path: String) throws {
    let template = try made.withLock { made in
      if let path = made[options] { return path }
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      let path = "\(folder)/\(made.count).sqlite"
      try make(options, path)
      made[options] = path
      return path
    }
    try FileManager.default.copyItem(atPath: template, toPath: path)
  }

  private static func make(_ options: [String], _ path: String) throws {
    let policy = try PolicyOptions.parse(options).applied(to: Policy())
    let house = try HouseOpening.open(file: FilePath(path), policy: policy)
    defer { house.store.close() }
    // Whoever is let in at once is in.
    guard policy.activationPeriod < .seconds(1) else { return }
    Thread.sleep(forTimeInterval: Double(policy.activationPeriod.milliseconds + 50) / 1000)
    try house.engine.runSchedule()
  }
}
