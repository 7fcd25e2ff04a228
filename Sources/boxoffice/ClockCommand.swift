internal import ArgumentParser
internal import Booking
internal import Files
internal import SQLiteStore
internal import Screens
internal import Wording

/// `boxoffice clock`: shows what a store's booking time goes by, and lets its owner decide where it is in doubt.
struct ClockCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clock", abstract: "Compare a store's booking time with this machine's clock.",
    discussion: """
      Shows the store's anchor, its record and this machine's clock side by side. Exit status 1 when they do not agree.
      Where booking time would stand still or jump, nothing is settled until you decide.
      """)

  @Option(help: ArgumentHelp("The store's file.", valueName: "file")) var store: FilePath?
  @Flag(help: "Booking time goes on from the latest instant on record.") var resume = false
  @Flag(help: "Booking time goes on from this machine's wall clock.") var accept = false
  @OptionGroup var languageOption: LanguageOption

  func validate() throws {
    if resume, accept { throw ValidationError("--resume and --accept exclude each other.") }
  }

  func run() throws {
    let settings = try Settings.read(languageOption)
    let language = settings.language(languageOption)
    let path = try settings.store(store, isMade: false, language)
    do {
      if resume || accept {
        print(try decide(resume ? .resume : .accept, path, language))
      } else {
        let report = try look(at: path)
        for line in report.lines(in: language) { print(line) }
        if !report.agrees { throw ExitCode(1) }
      }
    } catch let fault as StoreFileFault {
      throw fail(fault.sentence(in: language))
    } catch let error as BookingError {
      throw fail(StoreFileFault.unusable(path, error).sentence(in: language))
    }
  }

  private func look(at path: FilePath) throws -> ClockReport {
    let store = try StoreFile(path: path).openReadOnly()
    defer { store.close() }
    let house = try store.read { reader throws(BookingError) in try reader.house() }
    return ClockReport(house: house, reading: MachineClock.reading(), company: StoreFile(path: path).company) {
      FileStamps.newest(around: path)
    }
  }

  /// Carries the owner's decision out and says what follows.
  private func decide(
    _ decision: ClockAnchoring.Decision, _ path: FilePath, _ language: Language
  ) throws -> String {
    let file = StoreFile(path: path)
    // A store that is missing is not made for this.
    try file.openReadOnly().close()
    let (store, _) = try file.open { _ in }
    defer { store.close() }
    guard store.registerPresence() != .accompanied else {
      throw fail(language("\(path): 열려 있는 터미널을 먼저 닫아 주세요.", "\(path): close the terminals that have it open first."))
    }
    let house = try store.read { reader throws(BookingError) in try reader.house() }
    guard house.kind == .real else {
      throw fail(
        language(
          "\(path): 시연은 열면 기록에서 이어집니다. 정할 것이 없습니다.",
          "\(path): a show goes on from its record when it is opened; there is nothing to decide."))
    }
    let reading = MachineClock.reading()
    guard decision == .resume || reading.wall >= house.latest else {
      throw fail(
        language(
          "\(path): 컴퓨터 시계(\(venueTime(reading.wall, language)))가 기록(\(venueTime(house.latest, language)))보다 늦습니다. "
            + "기록된 일은 되돌릴 수 없으니 --resume으로 잇거나 그 전의 백업을 쓰세요.",
          "\(path): this machine's clock (\(venueTime(reading.wall, language))) lies before the record "
            + "(\(venueTime(house.latest, language))), which cannot be taken back; use --resume, or a backup from before."
        ))
    }
    let instant = try ClockAnchoring.decide(decision, in: store, reading: reading)
    return language(
      "예매 시각은 \(venueTime(instant, language))부터 이어집니다.", "Booking time goes on from \(venueTime(instant, language)).")
  }
}
