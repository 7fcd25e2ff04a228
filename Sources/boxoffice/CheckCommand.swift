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
        (try Audit(reader), try FallenDue(reader, at: MachineClock.wall()))
      }
      var isSound = true
      for invariant in Invariant.allCases {
        let violations = audit.violations(of: invariant)
        isSound = isSound && violations.isEmpty
        print("\(violations.isEmpty ? "ok    " : "BROKEN") \(invariant.title(in: language))")
        for violation in violations.prefix(20) { print("         \(violation.place)") }
        if violations.count > 20 { print("         … \(violations.count - 20)") }
      }
      if due.holds + due.tokens > 0 {
        print(
          language(
            "그 뒤로 기한이 지난 것: 임시 예약 \(due.holds)석, 토큰 \(due.tokens)건 (열면 처리됩니다)",
            "fallen due since: \(due.holds) holds, \(due.tokens) tokens (done when it is opened)"))
      }
      if !isSound { throw ExitCode(1) }
    } catch let fault as StoreFileFault {
      throw fail(fault.sentence(in: language))
    } catch let error as BookingError {
      throw fail(error.sentence(in: language))
    }
  }
}
