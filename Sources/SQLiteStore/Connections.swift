internal import GRDB

/// Opens connections. GRDB leaves a mark on the queue of each, and to dispose of a marked queue starts two threads of
/// Dispatch, one of which wakes each second for as long as the program runs: a screen that stands still would not. So none
/// is disposed of; what is left of a closed one is some kilobytes.
enum Connections {
  static func open(path: String, _ configuration: Configuration) throws -> DatabaseQueue {
    kept(try DatabaseQueue(path: path, configuration: configuration))
  }

  static func inMemory() throws -> DatabaseQueue { kept(try DatabaseQueue()) }

  private static func kept(_ queue: DatabaseQueue) -> DatabaseQueue {
    Unmanaged.passRetained(queue).takeUnretainedValue()
  }
}
