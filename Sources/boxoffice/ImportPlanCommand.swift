internal import ArgumentParser
internal import Booking
internal import Files
internal import SQLiteStore
internal import Screens
internal import SeatingPlan
internal import Wording

/// `boxoffice import-plan FILE`: puts a hall and a concert in it into a store, from a seating plan in pretix's format.
struct ImportPlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import-plan", abstract: "Add a hall from a seating plan (pretix's JSON), and a concert in it.",
    discussion: """
      Without options the hall is named as in the file, and a concert in two weeks goes on sale at once. The report \
      says what was made, what was mended in the plan and what was left out of it. A plan that cannot be sold from is \
      refused with the place of the fault, and nothing is imported. Look first with --dry-run.

      A hall is one room: one that the store has, by its name or by its plan, is used again, and a session that would \
      overlap another in it is refused. What is there already is not added again.

        boxoffice import-plan hall.json --date 2026-12-24T19:30
        boxoffice import-plan hall.json --price "Stalls=90000" --price "Balcony=60000"
      """)

  @Argument(help: "The plan's file; - for standard input.") var file: FilePath
  @Option(help: ArgumentHelp("The store's file; made with a sample programme when it is missing.", valueName: "file"))
  var store: FilePath?
  @Flag(help: "Read and report, and change nothing.") var dryRun = false
  @OptionGroup(title: "What is sold") var options: ImportOptions
  @OptionGroup var languageOption: LanguageOption

  func run() throws {
    let settings = try Settings.read(languageOption)
    let language = settings.language(languageOption)
    do {
      let reading = try PlanReader.read(InputFile(path: file, mostBytes: PlanReader.mostBytes).bytes())
      let path = try settings.store(store, isMade: !dryRun, language)
      let policy = try PolicyOptions.parse([]).policy(forStore: path, settings, language)
      // All that can be judged without the store is judged before one is made.
      let season = try options.season(of: reading.plan, at: bookingTime(at: path))
      let (added, isNew) = try dryRun ? (rehearse(season, at: path, policy), false) : add(season, to: path, policy)
      let report = ImportReport(reading: reading, season: season, added: added, leftOut: leftOut)
      print(headline(path, isNew: isNew, hasNews: added.hasNews, language))
      print("")
      for line in report.lines(language) { print(line) }
      print("")
      print(whatNext(hasNews: added.hasNews, language))
    } catch let fault as PlanFault {
      throw refuse("\(name(language)): \(fault.sentence(in: language))", language)
    } catch let fault as InputFile.Fault {
      throw refuse("\(name(language)): \(fault.sentence(in: language))", language)
    } catch let fault as ImportFault {
      throw refuse(fault.sentence(in: language), language)
    } catch let fault as StoreFileFault {
      // A new store refuses what it is to be filled with as one that is there does.
      if case .unusable(_, let refusal) = fault, let refused = ImportFault(refusal) {
        throw refuse(refused.sentence(in: language), language)
      }
      throw refuse(fault.sentence(in: language), language)
    } catch BookingError.storage(.outcomeUnknown(let reason)) {
      throw fail(BookingError.storage(.outcomeUnknown(reason)).sentence(in: language))
    } catch let error as BookingError {
      throw refuse(ImportFault(error)?.sentence(in: language) ?? error.sentence(in: language), language)
    }
  }

  /// What the plan's file is called.
  private func name(_ language: Language) -> String {
    file == "-" ? language("표준 입력", "standard input") : "\(file)".brief
  }

  private func refuse(_ sentence: String, _ language: Language) -> ExitCode {
    fail("\(sentence) \(language("가져온 것은 없습니다.", "Nothing was imported."))")
  }

  private func headline(_ path: FilePath, isNew: Bool, hasNews: Bool, _ language: Language) -> String {
    if dryRun { return language("미리 보기입니다. 바뀐 것은 없습니다.", "A dry run: nothing was changed.") }
    guard hasNews else {
      return language(
        "저장소에 이미 모두 있어 가져온 것이 없습니다: \(path)",
        "Nothing was imported, since all of it is in the store already: \(path)")
    }
    if isNew {
      return language(
        "예시 공연이 든 새 저장소를 만들어 가져왔습니다: \(path)",
        "Imported into a new store with the sample programme: \(path)")
    }
    return language("저장소에 가져왔습니다: \(path)", "Imported into the store: \(path)")
  }

  private func whatNext(hasNews: Bool, _ language: Language) -> String {
    guard !dryRun || !hasNews else {
      return language(
        "가져오려면 같은 명령을 --dry-run 없이 실행하세요.", "To import it, run the same command without --dry-run.")
    }
    return "\(language("보려면", "To see it")): boxoffice\(store.map { " --store \($0.forShell)" } ?? "")"
  }

  private var leftOut: [String] {
    let isLeftOut = [
      ("--hall", options.hall == nil), ("--title", options.title == nil), ("--artist", options.artist == nil),
      ("--date", options.date.isEmpty), ("--length", options.length == nil), ("--sale-opens", options.saleOpens == nil),
      ("--sale-closes", options.saleCloses == nil), ("--price", options.price.isEmpty),
    ]
    return isLeftOut.filter(\.1).map(\.0)
  }

  /// The booking time of the store, or the wall clock's for one that is still to be made.
  private func bookingTime(at path: FilePath) throws -> Timestamp {
    let file = StoreFile(path: path)
    guard file.exists else { return MachineClock.wall() }
    let store = try file.openReadOnly()
    defer { store.close() }
    return try store.read { reader throws(BookingError) in
      MachineClock.now(in: try reader.house(), at: path)
    }
  }

  /// Puts what is sold into a store, or into one that is made with it; what came of it, and whether it was made. A store
  /// that cannot take it is not made.
  private func add(_ season: Season, to path: FilePath, _ policy: Policy) throws -> (SeasonAdded, isNew: Bool) {
    var added: SeasonAdded?
    let house = try HouseOpening.open(file: path, policy: policy) { engine in added = try engine.add(season) }
    defer { house.store.close() }
    // Another process may have made the store meanwhile, without it.
    if house.isNew, let added { return (added, true) }
    return (try house.engine.add(season), false)
  }

  /// What would come of it: done in memory, to a copy of the store, or to a new one.
  private func rehearse(_ season: Season, at path: FilePath, _ policy: Policy) throws -> SeasonAdded {
    let file = StoreFile(path: path)
    guard file.exists else {
      let house = try HouseOpening.openInMemory(policy: policy)
      defer { house.store.close() }
      return try house.engine.add(season)
    }
    let store = try file.openReadOnly()
    defer { store.close() }
    let copy = try store.copy()
    defer { copy.close() }
    _ = try ClockAnchoring.anchor(
      in: copy, reading: MachineClock.reading(), newestStamp: { FileStamps.newest(around: path) })
    return try BookingEngine(store: copy, clock: MachineBookingClock()).add(season)
  }
}
