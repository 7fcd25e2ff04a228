internal import Files
internal import Glibc
internal import Logging

/// A log in a file, since a terminal program cannot log to its own screen. Readable by its owner only.
struct LogFile: LogHandler {
  private let file: Int32
  var logLevel = Logger.Level.info
  var metadata = Logger.Metadata()

  /// Appends to the file. Where there is none, or anything but a plain file, nothing is written.
  init(path: FilePath?) { file = path.flatMap { try? $0.openOrCreate(O_WRONLY | O_APPEND) } ?? -1 }

  subscript(metadataKey key: String) -> Logger.MetadataValue? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    guard file >= 0 else { return }
    _ = OutputFile.write("\(Self.timeStamp()) \(event.level) \(event.message)".outgoing + "\n", to: file)
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
