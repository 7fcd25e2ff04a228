internal import Foundation
internal import TestSupport
internal import Testing

/// The program in a terminal of its own: a tmux server with one pane.
final class Tmux {
  /// Without tmux these tests are left out, but not where everything must be tested.
  static let condition: ConditionTrait = .enabled(
    if: ["/usr/bin/tmux", "/usr/local/bin/tmux", "/bin/tmux"].contains {
      FileManager.default.isExecutableFile(atPath: $0)
    }
      || ProcessInfo.processInfo.environment["CI"] != nil, "tmux is not installed")

  private let stage: Stage
  private let socket: String

  /// Starts the program on the stage's store.
  convenience init(
    _ stage: Stage, _ arguments: [String] = [], width: Int = 80, height: Int = 24,
    environment changes: [String: String?] = [:]
  ) async throws {
    try await self.init(
      stage, arguments, store: stage.store, width: width, height: height, environment: changes)
  }

  /// Starts the program; without a store, on none in particular.
  convenience init(
    _ stage: Stage, _ arguments: [String], store: String?, width: Int = 80, height: Int = 24,
    environment changes: [String: String?] = [:]
  ) async throws {
    try await self.init(
      stage,
      running: ["sh", "-c", "\"$@\"; echo ended with $?; exec sleep 3600", "sh", Stage.program]
        + (store.map { ["--store", $0] } ?? []) + arguments,
      width: width, height: height,
      environment: ["TERM": "tmux-256color"].merging(changes) { $1 })
  }

  init(
    _ stage: Stage, running words: [String], width: Int = 80, height: Int = 24, environment changes: [String: String?]
  ) async throws {
    self.stage = stage
    socket = "\(stage.folder)/\(UUID().uuidString.prefix(6)).tmux"
    let variables = stage.environment(changes).map { "\($0.key)=\($0.value)" }
    _ = try await tmux(
      ["start-server", ";", "set", "-g", "status", "off", ";"]
        + ["new-session", "-d", "-x", "\(width)", "-y", "\(height)", "env", "-i"] + variables + words)
  }

  deinit {
    let child = try? Child(
      "tmux", ["-S", socket, "kill-server"], environment: stage.environment(), folder: "/",
      streams: [("/dev/null", O_RDONLY), ("/dev/null", O_WRONLY), ("/dev/null", O_WRONLY)])
    while let child, child.poll() == nil { usleep(2000) }
  }

  private func tmux(_ words: [String]) async throws -> String {
    let outcome = try await stage.run(["-u", "-S", socket, "-f", "/dev/null"] + words, program: "tmux")
    guard outcome.end == .exited(0) else { throw Stuck(description: "tmux \(words): \(outcome.errors)") }
    return outcome.output
  }
}

extension Tmux {
  /// Presses keys by tmux's names, such as "Enter", "Escape", "C-z" and "j".
  func press(_ keys: String...) async throws { _ = try await tmux(["send-keys"] + keys) }

  /// Types a text in one piece.
  func type(_ text: String) async throws { _ = try await tmux(["send-keys", "-l", "--", text]) }

  /// Pastes a text, as the program sees it when it asked for brackets around pastes.
  func paste(_ text: String) async throws {
    _ = try await tmux(["set-buffer", "--", text, ";", "paste-buffer", "-p"])
  }

  func resize(width: Int, height: Int) async throws {
    _ = try await tmux(["resize-window", "-x", "\(width)", "-y", "\(height)"])
  }

  func picture() async throws -> Picture { Picture(try await tmux(["capture-pane", "-p"])) }

  /// With escape sequences for colours and attributes.
  func styledPicture() async throws -> String { try await tmux(["capture-pane", "-p", "-e"]) }

  /// Where the cursor is, from 0.
  func cursor() async throws -> (x: Int, y: Int) {
    let place = try await tmux(["display-message", "-p", "#{cursor_x} #{cursor_y}"])
    let numbers = place.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
    return (numbers.first ?? 0, numbers.last ?? 0)
  }

  /// Waits until the screen satisfies a condition, and gives it.
  @discardableResult
  func wait(_ what: String, line: Int = #line, until condition: (Picture) -> Bool) async throws -> Picture {
    try await eventually("\(what) (line \(line))", otherwise: try await self.picture().text) {
      let picture = try await self.picture()
      return condition(picture) ? picture : nil
    }
  }

  /// Waits until all the texts stand on the screen.
  @discardableResult
  func wait(for texts: String..., line: Int = #line) async throws -> Picture {
    try await wait(texts.joined(separator: ", "), line: line) { picture in texts.allSatisfy(picture.has) }
  }

  /// Waits until a screen with this title is up.
  @discardableResult
  func wait(title: String, line: Int = #line) async throws -> Picture {
    try await wait("title \(title)", line: line) { $0.title == title }
  }

  /// Waits until the program has ended, and gives its exit status.
  func end() async throws -> Int32? {
    let picture = try await wait(for: "ended with ")
    return picture.lines.first { $0.contains("ended with ") }?.split(separator: " ").last.flatMap { Int32($0) }
  }
}

/// What stands on a screen.
struct Picture: Hashable {
  let lines: [String]

  init(_ text: String) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }

  var text: String { lines.joined(separator: "\n") }
  func has(_ text: String) -> Bool { lines.contains { $0.contains(text) } }

  /// The name of the screen in the top line.
  var title: String {
    guard let top = lines.first, let dot = top.firstRange(of: "boxoffice · ") else { return "" }
    let rest = String(top[dot.upperBound...])
    return rest.firstRange(of: "  ").map { String(rest[..<$0.lowerBound]) } ?? rest
  }

  /// The line that says what the seat under the cursor is, on the seat map.
  var seat: String { lines.dropLast(2).last?.trimmingCharacters(in: .whitespaces) ?? "" }
  var message: String { lines.dropLast().last?.trimmingCharacters(in: .whitespaces) ?? "" }
}
