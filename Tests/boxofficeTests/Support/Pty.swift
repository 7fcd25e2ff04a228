internal import FoundationEssentials
internal import Glibc
internal import TestSupport

/// The program on a bare pseudo-terminal, for what a terminal emulator hides: bytes, modes and signals.
final class Pty {
  private let stage: Stage
  private var terminal: Int32
  /// The program's side, kept open to look at its modes after the program's end.
  private var line: Int32
  let child: Child
  /// All that the program wrote so far.
  private(set) var output: [UInt8] = []
  /// The line's modes before the program started.
  let modesBefore: [UInt32]

  /// Starts the program on the stage's store.
  convenience init(
    _ stage: Stage, _ arguments: [String] = [], width: UInt16 = 80, height: UInt16 = 24,
    environment changes: [String: String?] = [:]
  ) throws {
    try self.init(stage, arguments, store: stage.store, width: width, height: height, environment: changes)
  }

  /// Starts the program, or another; without a store, on none in particular.
  /// - Parameter isOwned: whether the terminal is the program's own, which then hears when it goes.
  init(
    _ stage: Stage, _ arguments: [String], store: String?, program: String = Stage.program, width: UInt16 = 80,
    height: UInt16 = 24, environment changes: [String: String?] = [:], isOwned: Bool = true
  ) throws {
    self.stage = stage
    terminal = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK)
    var number: Int32 = 0
    var isLocked: Int32 = 0
    _ = ioctl(terminal, Self.numberRequest, &number)
    _ = ioctl(terminal, Self.lockRequest, &isLocked)
    let path = "/dev/pts/\(number)"
    line = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)
    Self.resize(terminal, width, height)
    modesBefore = Self.modes(of: line)
    child = try Child(
      program, (store.map { ["--store", $0] } ?? []) + arguments, environment: stage.environment(changes),
      folder: stage.folder, streams: Array(repeating: (path, O_RDWR), count: 3), leadsSession: isOwned)
  }

  deinit { hangUp() }

  // TIOCGPTN and TIOCSPTLCK, which the system's module leaves out.
  private static let numberRequest: UInt = 0x8004_5430
  private static let lockRequest: UInt = 0x4004_5431

  /// Closes the terminal, as closing a window does.
  func hangUp() {
    for file in [terminal, line] where file >= 0 { close(file) }
    terminal = -1
    line = -1
  }

  func resize(width: UInt16, height: UInt16) { Self.resize(terminal, width, height) }

  private static func resize(_ terminal: Int32, _ width: UInt16, _ height: UInt16) {
    var size = winsize(ws_row: height, ws_col: width, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(terminal, UInt(TIOCSWINSZ), &size)
  }

  var modes: [UInt32] { Self.modes(of: line) }

  private static func modes(of line: Int32) -> [UInt32] {
    var modes = termios()
    tcgetattr(line, &modes)
    let characters = withUnsafeBytes(of: modes.c_cc) { $0.map(UInt32.init) }
    return [modes.c_iflag, modes.c_oflag, modes.c_cflag, modes.c_lflag] + characters
  }

  /// What the program wrote since it had written `count` bytes.
  func text(since count: Int = 0) -> String { String(decoding: output[count...], as: UTF8.self) }

  func write(_ text: String) { _ = Glibc.write(terminal, text, text.utf8.count) }

  private func drain() {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while terminal >= 0 {
      let count = read(terminal, &buffer, buffer.count)
      guard count > 0 else { return }
      output += buffer.prefix(count)
    }
  }

  /// Reads until a text has come.
  func wait(for text: String, since count: Int = 0, line: Int = #line) async throws {
    try await eventually("\(text) (line \(line))", every: 10, otherwise: self.text().debugDescription) {
      self.drain()
      return self.text(since: count).contains(text) ? () : nil
    }
  }

  /// Reads for a time and gives how many bytes came at each look.
  func listen(milliseconds: Int) async throws -> [Int] {
    var pieces: [Int] = []
    for _ in 0..<(milliseconds / 10) {
      let before = output.count
      drain()
      pieces.append(output.count - before)
      try await Task.sleep(for: .milliseconds(10))
    }
    return pieces
  }

  /// Reads until nothing has come for a while.
  func settle() async throws {
    while try await listen(milliseconds: 200).contains(where: { $0 > 0 }) {}
  }

  /// Reads until the program has ended.
  func end(seconds limit: Int64 = 200) async throws -> Child.End {
    try await eventually("the end", every: 10, seconds: limit, otherwise: self.text().debugDescription) {
      self.drain()
      guard let end = self.child.poll() else { return nil }
      self.drain()
      return end
    }
  }

  /// The most memory that the program has had at once, in bytes.
  var peakMemory: Int? { status("VmHWM").flatMap { Int($0) }.map { $0 << 10 } }

  /// What the system calls the program's threads.
  var threads: [String] { (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(child.pid)/task")) ?? [] }

  /// How often the program has slept and woken up, each of its threads.
  var wakeUps: Int? {
    sum { thread in status("voluntary_ctxt_switches", of: "task/\(thread)/status") }
  }

  /// Whether the program waits for something now.
  var isAsleep: Bool { status("State") == "S" }

  /// Nanoseconds for which the program's threads have run.
  var runTime: Int? { sum { thread in words(of: "task/\(thread)/schedstat").first } }

  /// Over all threads; nil when there are none.
  private func sum(_ figure: (String) -> String?) -> Int? {
    let figures = threads.compactMap(figure).compactMap { Int($0) }
    return figures.isEmpty ? nil : figures.reduce(0, +)
  }

  /// Milliseconds for which all of the program has run, to the next ten.
  var processorTime: Int? {
    // The name, in brackets, may have spaces.
    let words = words(of: "stat").drop { !$0.hasSuffix(")") }
    guard words.count > 13 else { return nil }
    let ticks = [words[words.startIndex + 12], words[words.startIndex + 13]].compactMap { Int($0) }
    return ticks.count == 2 ? ticks.reduce(0, +) * 10 : nil
  }

  /// The first word of a line of the system's summary of the program, or of a thread.
  private func status(_ name: String, of file: String = "status") -> String? {
    let words = words(of: file)
    return words.firstIndex(of: "\(name):").map { words[$0 + 1] }
  }

  /// What the system says of the program in one of its files.
  private func words(of file: String) -> [String] {
    var buffer = [UInt8](repeating: 0, count: 8192)
    let file = open("/proc/\(child.pid)/\(file)", O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return [] }
    defer { close(file) }
    let count = read(file, &buffer, buffer.count)
    return String(decoding: buffer.prefix(max(0, count)), as: UTF8.self).split(whereSeparator: \.isWhitespace).map(
      String.init)
  }
}
