internal import Glibc
internal import Logging
internal import Screens

/// A log in a file, since a terminal program cannot log to its own screen. Readable by its owner only.
struct LogFile: LogHandler {
  private let file: Int32
  var logLevel = Logger.Level.info
  var metadata = Logger.Metadata()

  /// Appends to the file; what cannot be opened is not written.
  init(path: String) { file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600) }

  subscript(metadataKey key: String) -> Logger.MetadataValue? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    guard file >= 0 else { return }
    let line = "\(Self.timeStamp()) \(event.level) \(event.message.description.clean)\n"
    write(file, line, line.utf8.count)
  }

  /// Now, in UTC. The C library's, as Foundation's has its whole tables of zones and languages loaded.
  private static func timeStamp() -> String {
    var now = time(nil)
    var parts = tm()
    gmtime_r(&now, &parts)
    return String(unsafeUninitializedCapacity: 32) { text in
      text.withMemoryRebound(to: CChar.self) { strftime($0.baseAddress, $0.count, "%Y-%m-%dT%H:%M:%SZ", &parts) }
    }
  }
}
