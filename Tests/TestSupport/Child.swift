package import Glibc

/// A process that a test started. Made with posix_spawn, since a process of many threads must not fork.
package final class Child {
  /// How a process ended.
  package enum End: Hashable, Sendable {
    case exited(Int32)
    case killed(by: Int32)
  }

  package struct NotStarted: Error {
    package let program: String
    package let reason: Int32
  }

  package let pid: pid_t
  private var end: End?

  /// - Parameters:
  ///   - streams: files for standard input, output and errors, opened in this order.
  ///   - leadsSession: whether it leads a session of its own, so that a terminal opened first becomes its own.
  package init(
    _ program: String, _ arguments: [String], environment: [String: String], folder: String,
    streams: [(path: String, flags: Int32)], leadsSession: Bool = false
  ) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (number, stream) in streams.enumerated() {
      posix_spawn_file_actions_addopen(&actions, Int32(number), stream.path, stream.flags, 0o600)
    }

    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    // POSIX_SPAWN_SETSID, which the system's module leaves out.
    let session: Int32 = leadsSession ? 0x80 : 0
    posix_spawnattr_setflags(&attributes, Int16(Int32(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF) | session))

    // `env` steps into the folder and becomes the program.
    var words = (["env", "-C", folder, program] + arguments).map { strdup($0) } + [nil]
    var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in words + variables { free(text) } }
    var pid: pid_t = 0
    let fault = posix_spawnp(&pid, "env", &actions, &attributes, &words, &variables)
    guard fault == 0 else { throw NotStarted(program: program, reason: fault) }
    self.pid = pid
  }

  /// How it ended, nil while it runs.
  package func poll() -> End? {
    if let end { return end }
    var status: Int32 = 0
    guard waitpid(pid, &status, WNOHANG) == pid else { return nil }
    let number = status & 0x7F
    end = number == 0 ? .exited(status >> 8 & 0xFF) : .killed(by: number)
    return end
  }

  /// Waits until it has ended.
  package func finish() async throws -> End {
    try await eventually("process \(pid) ends", every: 5, seconds: 1200) { self.poll() }
  }

  deinit {
    guard poll() == nil else { return }
    kill(pid, SIGKILL)
    var status: Int32 = 0
    waitpid(pid, &status, 0)
  }
}

/// A program that is built beside the tests.
package func builtProgram(_ name: String) -> String {
  var path = [CChar](repeating: 0, count: 4096)
  let length = readlink("/proc/self/exe", &path, path.count - 1)
  let tests = String(decoding: path.prefix(max(0, length)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  return tests[..<(tests.lastIndex(of: "/") ?? tests.startIndex)] + "/" + name
}

/// Something that a test waited for did not come.
package struct Stuck: Error, CustomStringConvertible {
  package let description: String

  package init(description: String) { self.description = description }
}

/// Asks again every few milliseconds until there is an answer. The limit only guards against waiting for ever.
package func eventually<Answer>(
  _ what: String, every interval: Int64 = 25, seconds limit: Int64 = 300,
  otherwise: @autoclosure () async throws -> String = "",
  _ answer: () async throws -> Answer?
) async throws -> Answer {
  let clock = ContinuousClock()
  let end = clock.now + .seconds(limit)
  while true {
    let isLast = clock.now > end
    if let answer = try await answer() { return answer }
    if isLast { throw Stuck(description: "waited for ever: \(what)\n\(try await otherwise())") }
    try await Task.sleep(for: .milliseconds(interval))
  }
}
