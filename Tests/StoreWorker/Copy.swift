import ArgumentParser
import GRDB
import SQLiteStore

/// Copies the log into the file over and over, until it is killed.
struct Copy: ParsableCommand {
  @OptionGroup var place: Place
  /// The control: as SQLite does it by itself, without keeping writers out.
  @Flag var plain = false

  func run() throws {
    let desk = try Desk(place)
    let queue = try plain ? DatabaseQueue(path: place.store) : nil
    while desk.isWanted {
      guard let queue else {
        desk.store.checkpoint()
        continue
      }
      _ = try? queue.writeWithoutTransaction { try $0.checkpoint(.passive) }
    }
  }
}
