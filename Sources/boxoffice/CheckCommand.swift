internal import ArgumentParser
internal import Booking
internal import SQLiteStore
internal import Screens

/// `boxoffice check FILE`: judges a store without changing it.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check every invariant of a store, without changing it.")

  @Argument(help: "The store's file.") var file: String
  @OptionGroup var languageOption: LanguageOption

  func run() throws {
    let language = try Settings.read(languageOption).language(languageOption)
    do {
      let store = try StoreFile(path: file).openReadOnly()
      defer { store.close() }
      let (audit, due) = try store.audit { reader throws(BookingError) in
        (try Audit(reader), try FallenDue(reader, at: MachineClock.now(in: try reader.house(), at: file)))
      }
      var isSound = true
      for invariant in Invariant.allCases {
        let violations = audit.violations(of: invariant)
        isSound = isSound && violations.isEmpty
        let warnings = audit.warnings(of: invariant)
        if violations.isEmpty, warnings.isEmpty { print("ok     \(invariant.title(in: language))") }
        Self.tell(violations, of: invariant, as: "BROKEN", language)
        Self.tell(warnings, of: invariant, as: "warn  ", language)
      }
      print(language("기준 시각: \(Self.time(audit.instant, language))", "as of \(Self.time(audit.instant, language))"))
      if !due.items.isEmpty {
        print(language("그 뒤로 기한이 지난 것 (열면 처리됩니다):", "fallen due since (done when it is opened):"))
        for (item, at) in due.items { print("  \(Self.time(at, language))  \(Self.words(for: item, language))") }
      }
      if !isSound { throw ExitCode(1) }
    } catch let fault as StoreFileFault {
      throw fail(fault.sentence(in: language))
    } catch let error as BookingError {
      throw fail(StoreFileFault.unusable(file, error).sentence(in: language))
    }
  }

  private static func tell(_ found: [Violation], of invariant: Invariant, as word: String, _ language: Language) {
    guard !found.isEmpty else { return }
    print("\(word) \(invariant.title(in: language))")
    for violation in found.prefix(20) { print("         \(violation.place.clean)") }
    if found.count > 20 { print("         … \(found.count - 20)") }
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
