import ArgumentParser
import GRDB
import Glibc
import SQLiteStore
import TestSupport

/// Copies the log into the file over and over, until it is killed: now and then not for a while, so that the log grows, and
/// then many times in a row. What SQLite does wrong needs a long log that is reset for a short one while a copier that has
/// looked at the long one naps.
struct Copy: ParsableCommand {
  @OptionGroup var place: Place
  /// The control: as SQLite does it by itself, without keeping writers out.
  @Flag var plain = false

  func run() throws {
    NappingVFS.use()
    let patient = try PatientStore(place)
    let queue = try plain ? DatabaseQueue(path: place.store) : nil
    var random = SeededRandom(seed: place.seed)
    while patient.isWanted {
      usleep(UInt32.random(in: 0...30_000, using: &random))
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        if let queue {
          _ = try? queue.writeWithoutTransaction { try $0.checkpoint(.passive) }
        } else {
          patient.store.checkpoint()
        }
      }
    }
  }
}
