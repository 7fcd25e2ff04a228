internal import Booking
internal import Canvas
internal import Foundation
internal import SQLiteStore
internal import Screens
internal import Wording

/// The built programs in terminals of their own: boxoffice on stores made for it, and the baseline in C with pictures of
/// the same screens.
final class ProgramFixture {
  private let folder: URL
  /// Where this program lies, and the others beside it.
  private static let place = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    .deletingLastPathComponent()
  static let size = Size(width: 200, height: 60)

  /// - Throws: `Skip` where the programs are not built.
  init(in folder: URL) throws {
    self.folder = folder.appending(path: "programs-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: self.folder, withIntermediateDirectories: true)
    for program in ["boxoffice", "curses-baseline"]
    where !FileManager.default.isExecutableFile(atPath: Self.path(program)) {
      throw Skip(reason: "\(program) is not built beside this program: swift build -c release")
    }
  }

  private static func path(_ program: String) -> String { place.appending(path: program).path }

  /// A program of ours that has the Swift runtime in itself; nil where none was built.
  static var staticProgram: String? {
    let path = place.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: ".build/static/release/boxoffice").path
    return FileManager.default.isExecutableFile(atPath: path) ? path : nil
  }

  /// Starts boxoffice on a store.
  func boxoffice(store: String, program: String? = nil, size: Size = size) throws -> TerminalProcess {
    try TerminalProcess(
      [program ?? Self.path("boxoffice"), "--language", "en", "--store", store], in: folder, columns: size.width,
      lines: size.height)
  }

  /// Starts boxoffice as somebody does at home, who has none there before the first time.
  func boxoffice(at home: String, size: Size = size) throws -> TerminalProcess {
    try TerminalProcess(
      [Self.path("boxoffice"), "--language", "en"], in: folder.appending(path: home), columns: size.width,
      lines: size.height)
  }

  func baseline(_ words: [String], size: Size = size) throws -> TerminalProcess {
    try TerminalProcess(
      [Self.path("curses-baseline")] + words, in: folder, columns: size.width, lines: size.height)
  }

  /// A store of a real house with one person, in the middle of the night when nothing else happens.
  /// - Parameters:
  ///   - isActive: whether the person has been admitted; they wait otherwise, and are never let in.
  func store(_ season: (Timestamp) -> Season, isActive: Bool) throws -> String {
    let path = folder.appending(path: "\(UUID().uuidString).sqlite").path
    let clock = FixedClock()
    clock.instant = Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
    let store = try StoreFile(path: path).open { store in
      var policy = Policy()
      policy.tokenLifetime = .days(2)
      policy.idleLimit = .days(1)
      policy.batch = isActive ? 10 : 0
      try BookingEngine(store: store, clock: clock).create(
        .real, anchor: ClockAnchor(bootID: "benchmark", boot: 0, instant: clock.instant), policy: policy,
        season: season(clock.instant), people: [SeedUser(name: "A", balance: Won(1))])
    }.store
    defer { store.close() }
    let engine = BookingEngine(store: store, clock: clock)
    _ = try engine.issueToken(user: try engine.people()[0].user.id)
    clock.instant = clock.instant + .seconds(10)
    try engine.runSchedule()
    return path
  }

  /// Writes what the screen shows after some keys, and after one more, for the baseline to draw.
  func pictures(of path: String, after keys: [Key], and last: Key) throws -> String {
    let clock = FixedClock()
    clock.instant = Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
    let store = try StoreFile(path: path).open { _ in }.store
    defer { store.close() }
    let app = try App(
      engine: BookingEngine(store: store, clock: clock), language: .english,
      theme: Theme(hasColor: true, glyphs: .unicode))
    _ = app.frame(Self.size)
    for key in keys { app.handle([.key(key)]) }
    let first = app.frame(Self.size)
    app.handle([.key(last)])
    let file = folder.appending(path: "pictures")
    try Self.bytes(of: [first, app.frame(Self.size)]).write(to: file)
    return file.path
  }

  private static func bytes(of pictures: [Grid]) -> Data {
    var data = Data()
    func add<Number: FixedWidthInteger>(_ number: Number) {
      withUnsafeBytes(of: number) { data.append(contentsOf: $0) }
    }
    for number in [pictures[0].size.width, pictures[0].size.height, pictures.count] { add(Int32(number)) }
    for cell in pictures.flatMap(\.cells) {
      add(cell.scalar?.value ?? 0)
      add(Int16(cell.style.colors.map { Int16($0.foreground.xterm) } ?? -1))
      add(Int16(cell.style.colors.map { Int16($0.background.xterm) } ?? -1))
      add(UInt32(cell.style.attributes.rawValue))
    }
    return data
  }
}
