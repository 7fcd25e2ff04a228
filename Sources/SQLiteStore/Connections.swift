internal import Files
internal import GRDB

/// Opens connections, each for a use that is to be made of it; where that fails, it is closed.
///
/// GRDB leaves a mark on the queue of each connection, and to dispose of a marked queue starts two threads of Dispatch. One
/// of them wakes each second for as long as the program runs, so that even a still screen would not let the machine sleep.
/// So queues are kept after their connections are closed; what is left of each is some kilobytes.
enum Connections {
  /// - Parameter isAtRest: whether nobody has the file open or will open it, so that nothing is left beside it.
  static func open<Value>(
    path: FilePath, isAtRest: Bool = false, _ configuration: Configuration, _ use: (DatabaseQueue) throws -> Value
  ) throws -> Value {
    let name = isAtRest ? "\(path.uri)?immutable=1" : path.isText ? path.description : path.uri
    return try kept(try DatabaseQueue(path: name, configuration: configuration), use)
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

extension FilePath {
  /// Whether it can be handed over as text.
  fileprivate var isText: Bool { Array(description.utf8) == bytes }

  /// As SQLite takes any bytes: all but letters, digits and a few signs are written out.
  fileprivate var uri: String {
    "file:"
      + bytes.map { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F: String(UnicodeScalar(byte))
        default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }
      }.joined()
  }
}
