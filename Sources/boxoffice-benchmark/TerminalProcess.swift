internal import CBaselines
internal import Foundation
internal import Glibc

/// A program in a terminal of its own, of which everything that it sends is counted.
final class TerminalProcess {
  private let process: Int32
  private let terminal: Int32
  /// All that came, in bytes.
  private(set) var output: [UInt8] = []

  /// - Throws: `Skip` where it cannot be started.
  init(_ words: [String], in folder: URL, columns: Int, lines: Int) throws {
    let variables = [
      "TERM=xterm-256color", "LANG=C.UTF-8", "HOME=\(folder.path)", "XDG_CONFIG_HOME=\(folder.path)/config",
      "XDG_DATA_HOME=\(folder.path)/data", "XDG_STATE_HOME=\(folder.path)/state",
    ]
    var (arguments, environment) = (words.map { strdup($0) } + [nil], variables.map { strdup($0) } + [nil])
    defer { for text in arguments + environment { free(text) } }
    var terminal: Int32 = -1
    process = baseline_spawn(&arguments, &environment, Int32(columns), Int32(lines), &terminal)
    self.terminal = terminal
    guard process > 0 else { throw Skip(reason: "\(words[0]) cannot be started") }
  }

  deinit { baseline_end(process, terminal) }

  func write(_ keys: String) { _ = Glibc.write(terminal, keys, keys.utf8.count) }

  /// Takes what comes within so many milliseconds. False when nothing does.
  private func listen(_ milliseconds: Int32) -> Bool {
    var wish = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
    guard poll(&wish, 1, milliseconds) > 0 else { return false }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = read(terminal, &buffer, buffer.count)
    guard count > 0 else { return false }
    output += buffer[..<count]
    return true
  }

  /// Waits until a text has come since an earlier time.
  /// - Throws: `Skip` where it does not come within twenty seconds.
  func wait(for text: String, since start: Int = 0) throws {
    let wanted = Array(text.utf8)
    var searched = start
    while true {
      if let first = output[searched...].firstRange(of: wanted) {
        searched = first.lowerBound
        return
      }
      searched = max(start, output.count - wanted.count)
      guard listen(20_000) else { throw Skip(reason: "“\(text)” does not come on the screen") }
    }
  }

  /// Waits until nothing has come for so many milliseconds. Returns how many bytes came.
  @discardableResult
  func settle(_ milliseconds: Int32 = 60) -> Int {
    let before = output.count
    while listen(milliseconds) {}
    return output.count - before
  }

  /// Presses keys one after another, each when what the last one changed has come. Returns the bytes of each.
  func press(_ keys: [String]) -> [Int] {
    keys.map { key in
      write(key)
      let before = output.count
      _ = listen(1000)
      settle(4)
      return output.count - before
    }
  }

  /// Presses keys one after another. Returns for each how many nanoseconds later the last byte of the answer came.
  /// - Throws: `Skip` where one is not answered within a second.
  func answers(to keys: [String]) throws -> [Int64] {
    try keys.map { key in
      let start = Stopwatch.now()
      var last = start
      write(key)
      var patience: Int32 = 1000
      while listen(patience) {
        last = Stopwatch.now()
        patience = 5
      }
      guard last > start else { throw Skip(reason: "“\(key)” is not answered") }
      return last - start
    }
  }

  /// What its threads took of the processor so far, in nanoseconds.
  var processorTime: Int64 {
    let threads = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/task")) ?? []
    return threads.reduce(0) { sum, thread in
      let text = (try? String(contentsOfFile: "/proc/\(process)/task/\(thread)/schedstat", encoding: .utf8)) ?? ""
      return sum + (text.split(separator: " ").first.flatMap { Int64($0) } ?? 0)
    }
  }

  /// What it has in memory, in bytes.
  var memory: Int64 {
    let text = (try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)) ?? ""
    let line = text.split(separator: "\n").first { $0.hasPrefix("VmRSS") }
    return (line.flatMap { Int64($0.filter(\.isNumber)) } ?? 0) * 1024
  }
}
