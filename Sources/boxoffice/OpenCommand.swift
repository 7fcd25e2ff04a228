internal import ArgumentParser
internal import Booking
internal import Files
internal import SQLiteStore
internal import Screens
internal import Wording

/// `boxoffice`: opens the box office.
struct OpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "open", abstract: "Open the box office (the default).")

  @OptionGroup var screen: ScreenOptions
  @Option(help: ArgumentHelp("The store's file; made with a sample programme when it is missing.", valueName: "file"))
  var store: FilePath?
  @Flag(help: "Keep everything in memory; it is gone when you quit.")
  var memory = false
  @OptionGroup(title: "Policy of a new store") var policyOptions: PolicyOptions

  func validate() throws {
    try screen.scripts.check(hasScript: screen.scripts.script != nil)
    if memory, store != nil { throw ValidationError("--memory and --store exclude each other.") }
  }

  func run() throws {
    let settings = try Settings.read(screen.languageOption)
    let language = settings.language(screen.languageOption)
    let script = try screen.scripts.read(language)
    try screen.checkTerminal(for: script, language)
    let house = try openHouse(settings, language)
    defer { house.store.close() }
    let meanwhile = try settle(house, language)
    try TerminalSession(
      screen: screen, settings: settings, house: house, show: nil, script: script, runEnvironment: .real
    ).run { app in
      if let store { app.sampleCommand += " --store \(store.forShell)" }
      for text in meanwhile { app.announce(text) }
    }
  }

  private func openHouse(_ settings: Settings, _ language: Language) throws -> HouseOpening.Opened {
    do {
      if memory {
        return try HouseOpening.openInMemory(policy: policyOptions.policy(over: Policy(), settings, language))
      }
      let path = try settings.store(store, language)
      // On a store that exists the options are judged by its own policy.
      return try HouseOpening.open(file: path, policy: policyOptions.policy(forStore: path, settings, language))
    } catch let fault as StoreFileFault {
      throw fail(fault.sentence(in: language))
    } catch let error as BookingError {
      throw fail(error.sentence(in: language))
    }
  }

  /// Does what fell due while nobody had the store open, and puts it into words.
  private func settle(_ house: HouseOpening.Opened, _ language: Language) throws -> [LocalizedText] {
    do {
      // Before any look-up, since each does what has fallen due.
      let before = try house.store.read { reader throws(BookingError) in try reader.lastEvent() }
      if !house.isNew { try policyOptions.check(against: try house.engine.policy(), language) }
      try house.engine.runSchedule()
      let events = house.isNew ? [] : try house.engine.events(after: before, limit: 100_000)
      return CatchUpSummary(events: events, clockNotice: house.clockNotice).texts
    } catch let error as BookingError {
      throw fail(error.sentence(in: language))
    }
  }
}
