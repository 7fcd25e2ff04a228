internal import GRDB

/// Opens connections, each for a use that is to be made of it; where that fails, it is closed.
///
/// GRDB leaves a mark on the queue of each connection, and to dispose of a marked queue starts two threads of Dispatch. One
/// of them wakes each second for as long as the program runs, so that even a still screen would not let the machine sleep.
/// So queues are kept after their connections are closed; what is left of each is some kilobytes.
enum Connections {
  static func open<Value>(
    path: String, _ configuration: Configuration, _ use: (DatabaseQueue) throws -> Value
  ) throws -> Value {
    try kept(try DatabaseQueue(path: path, configuration: configuration), use)
  }

  static func inMemory<Value>(_ use: (DatabaseQueue) throws -> Value) throws -> Value {
    try kept(try DatabaseQueue(), use)
  }

  private static func kept<Value>(_ queue: DatabaseQueue, _ use: (DatabaseQueue) throws -> Value) throws -> Value {
    _ = Unmanaged.passRetained(queue)
    do { return try use(queue) } catch {
      try? queue.close()
      throw error
    }
  }
}
