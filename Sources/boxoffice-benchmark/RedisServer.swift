internal import CBaselines
internal import Foundation

/// A Redis server of the benchmark's own, on a socket in a folder of its own.
final class RedisServer {
  private let process = Process()
  let connection: OpaquePointer

  /// - Parameters:
  ///   - isDurable: whether it appends every command to a file, synchronized every second.
  ///   - core: on which it runs.
  /// - Throws: `Skip` where none is installed.
  init(in folder: URL, isDurable: Bool, core: Int) throws {
    guard
      let path = ["/usr/bin/redis-server", "/usr/local/bin/redis-server"].first(
        where: FileManager.default.isExecutableFile)
    else { throw Skip(reason: "no redis-server is installed (Debian: redis-server)") }
    let home = folder.appending(path: "redis-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    let socket = home.appending(path: "socket").path
    process.executableURL = URL(filePath: "/usr/bin/taskset")
    process.arguments =
      ["-c", "\(core)", path, "--port", "0", "--unixsocket", socket, "--dir", home.path, "--save", ""]
      + (isDurable ? ["--appendonly", "yes", "--appendfsync", "everysec"] : ["--appendonly", "no"])
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    var found: OpaquePointer?
    for _ in 0..<200 where found == nil {
      usleep(20_000)
      found = baseline_redis_open(socket)
    }
    guard let found else {
      process.terminate()
      throw Skip(reason: "redis-server did not come up")
    }
    connection = found
  }

  deinit {
    baseline_redis_close(connection)
    process.terminate()
    process.waitUntilExit()
  }

  /// Times that a baseline fills in.
  func times(_ count: Int, _ body: (OpaquePointer, Int64, UnsafeMutablePointer<Int64>) -> Bool) throws -> Samples {
    try Baseline.times(count) { body(connection, $0, $1) }
  }

  func require(_ isDone: Bool) throws { if !isDone { throw Skip(reason: "redis-server failed") } }
}
