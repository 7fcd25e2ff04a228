internal import ArgumentParser
internal import Booking
internal import SQLiteStore
internal import Screens

/// `boxoffice sample`: adds a new season of concerts.
struct SampleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "sample", abstract: "Add a new season of concerts.")

  @Option(help: ArgumentHelp("The store's file.", valueName: "file")) var store: String?
  @OptionGroup var languageOption: LanguageOption

  func run() throws {
    let settings = try Settings.read(languageOption)
    let language = settings.language(languageOption)
    let path = store ?? settings.value(of: .store) ?? Folders().defaultStore()
    do {
      let policy = try PolicyOptions.parse([]).policy(forStore: path, settings, language)
      let house = try HouseOpening.open(file: path, policy: policy)
      defer { house.store.close() }
      // A store that was made just now has its first season already.
      guard !house.isNew else {
        print(language("새 저장소를 만들고 첫 시즌을 넣었습니다.", "A new store was made, with its first season."))
        return
      }
      let last = try house.engine.programme().flatMap(\.evenings).map(\.session.start).max()
      let season = Season.sample(halls: HouseOpening.sampleHalls(), from: try house.engine.now(), after: last)
      try house.engine.add(season)
      print(sentence(on: season, language))
    } catch let fault as StoreFileFault {
      throw fail(fault.sentence(in: language))
    } catch let error as BookingError {
      throw fail(StoreFileFault.unusable(path, error).sentence(in: language))
    }
  }

  /// What was added, and when it is.
  private func sentence(on season: Season, _ language: Language) -> String {
    let starts = season.shows.flatMap(\.evenings).map(\.start)
    guard let first = starts.min(), let last = starts.max() else { return "" }
    let (from, to) = (venueMinute(first, language), venueMinute(last, language))
    return language(
      "공연 \(season.shows.count)개, 회차 \(starts.count)개를 더했습니다: \(from)부터 \(to)까지.",
      "Added \(season.shows.count) concerts with \(starts.count) sessions, from \(from) to \(to).")
  }
}
