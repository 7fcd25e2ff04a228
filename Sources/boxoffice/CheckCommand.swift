internal import ArgumentParser
internal import Booking
internal import Files
internal import Glibc
internal import SQLiteStore
internal import Screens
internal import Wording

/// `boxoffice check FILE`: judges a store without changing it.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check every invariant of a store, without changing it.",
    discussion: "Ends with 0 when the store is sound, 1 when it is broken, 2 when it could not be judged.")

  @Argument(help: "The store's file.") var file: FilePath
  @OptionGroup var languageOption: LanguageOption

  func run() throws {
    let language: Language
    do { language = try Settings.read(languageOption).language(languageOption) } catch is ExitCode {
      throw ExitCode(StoreCheck.Status.unjudged)
    }
    do {
      let check = try StoreCheck(StoreFile(path: file))
      report(check, language)
      // What nobody can read has judged nothing.
      guard fflush(nil) == 0 else {
        throw fail(String(cString: strerror(errno)), status: StoreCheck.Status.unjudged)
      }
      if !check.isSound { throw ExitCode(StoreCheck.Status.broken) }
    } catch let fault as StoreFileFault {
      throw fail(fault.sentence(in: language), status: fault.checkStatus)
    }
  }

  private func report(_ check: StoreCheck, _ language: Language) {
    for (invariant, found) in check.violations {
      let warnings = check.audit.warnings(of: invariant)
      if found.isEmpty, warnings.isEmpty { print("ok     \(invariant.title(in: language))") }
      Self.tell(found, of: invariant, as: "BROKEN", language)
      Self.tell(warnings, of: invariant, as: "warn  ", language)
    }
    let instant = Self.time(check.audit.instant, language)
    print(language("기준 시각: \(instant)", "as of \(instant)"))
    if let start = check.audit.recordStart.map({ Self.time($0, language) }) {
      print(
        language(
          "이벤트 기록은 \(start)부터 남아 있습니다. 그 전의 일은 표만으로 판정했습니다.",
          "The record reaches back to \(start); what happened before is judged by the tables alone."))
    }
    guard !check.due.items.isEmpty else { return }
    print(language("그 뒤로 기한이 지난 것 (열면 처리됩니다):", "fallen due since (done when it is opened):"))
    let due = check.due.items.map { item, at in "  \(Self.time(at, language))  \(Self.words(for: item, language))" }
    Self.tell(due, indent: 2)
  }

  private static let mostLines = 20

  /// The first lines, and how many more there are.
  private static func tell(_ lines: [String], indent: Int) {
    for line in lines.prefix(mostLines) { print(line) }
    if lines.count > mostLines { print(String(repeating: " ", count: indent) + "… \(lines.count - mostLines)") }
  }

  private static func tell(_ found: [Violation], of invariant: Invariant, as word: String, _ language: Language) {
    guard !found.isEmpty else { return }
    print("\(word) \(invariant.title(in: language))")
    tell(found.map { "         \($0.place.clean)" }, indent: 9)
  }

  private static func time(_ instant: Timestamp, _ language: Language) -> String {
    venueTime(instant, language)
  }

  private static func words(for item: FallenDue.Item, _ language: Language) -> String {
    switch item {
    case .hold(let id, let user):
      language("사용자 \(user)의 임시 예약 \(id) 만료", "hold \(id) of user \(user) ends")
    case .token(let number, let user):
      language("사용자 \(user)의 토큰 #\(number) 만료", "token #\(number) of user \(user) ends")
    case .admission(let count): language("\(count)명 입장", "\(count) admitted")
    }
  }
}
