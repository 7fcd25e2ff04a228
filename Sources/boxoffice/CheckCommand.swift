internal import ArgumentParser
internal import Booking
internal import SQLiteStore

/// `boxoffice check FILE`: judges a store without changing it.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check every invariant of a store, without changing it.")

  @Argument(help: "The store's file.") var file: String
  @OptionGroup var languageOption: LanguageOption

  func run() throws {
    let language = languageOption.chosen
    do {
      let store = try StoreFile(path: file).openReadOnly()
      defer { store.close() }
      let (audit, due) = try store.audit { reader throws(BookingError) in
        (try Audit(reader), try FallenDue(reader, at: Self.now(try reader.clockAnchor())))
      }
      var isSound = true
      for invariant in Invariant.allCases {
        let violations = audit.violations(of: invariant)
        isSound = isSound && violations.isEmpty
        print("\(violations.isEmpty ? "ok    " : "BROKEN") \(invariant.title(in: language))")
        for violation in violations.prefix(20) { print("         \(violation.place)") }
        if violations.count > 20 { print("         … \(violations.count - 20)") }
      }
      if !due.lines.isEmpty {
        print(language("그 뒤로 기한이 지난 것 (열면 처리됩니다):", "fallen due since (done when it is opened):"))
        for line in due.lines { print("  \(line)") }
      }
      if !isSound { throw ExitCode(1) }
    } catch let fault as StoreFileFault {
      throw fail(fault.sentence(in: language))
    } catch let error as BookingError {
      throw fail(error.sentence(in: language))
    }
  }

  /// Booking time by the store's own clock; after another boot the wall clock is all there is.
  private static func now(_ anchor: ClockAnchor) -> Timestamp {
    let reading = MachineClock.reading()
    return anchor.bootID == reading.bootID ? anchor.instant(atBoot: reading.boot) : reading.wall
  }
}
