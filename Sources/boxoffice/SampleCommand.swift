internal import ArgumentParser
internal import Booking
internal import Files
internal import SQLiteStore
internal import Screens
internal import Wording

/// `boxoffice sample`: adds a new season of concerts.
struct SampleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "sample", abstract: "Add a new season of concerts.")

  @Option(help: ArgumentHelp("The store's file.", valueName: "file")) var store: FilePath?
  @OptionGroup var languageOption: LanguageOption

  func run() throws {
    let settings = try Settings.read(languageOption)
    let language = settings.language(languageOption)
    let path = try settings.store(store, language)
    do {
      let policy = try PolicyOptions.parse([]).policy(forStore: path, settings, language)
      let house = try HouseOpening.open(file: path, policy: policy)
      defer { house.store.close() }
      // A store that was made just now has its first season already.
      guard !house.isNew else {
        print(language("새 저장소를 만들고 첫 시즌을 넣었습니다.", "A new store was made, with its first season."))
        return
      }
      let (season, added) = try addSeason(to: house.engine)
      print(sentence(on: season, added, language))
    } catch let fault as StoreFileFault {
      throw fail(fault.sentence(in: language))
    } catch let error as BookingError {
      throw fail(StoreFileFault.unusable(path, error).sentence(in: language))
    }
  }

  /// Adds a season after the last in the sample's halls, and after one more that another process adds meanwhile.
  private func addSeason(to engine: BookingEngine) throws -> (Season, SeasonAdded) {
    let halls = HouseOpening.sampleHalls()
    var last: Timestamp?
    while true {
      let evenings = try engine.programme().flatMap(\.evenings)
      let before = last
      last = evenings.filter { evening in halls.contains { $0.name.names(sameAs: evening.venue) } }
        .map(\.session.start).max()
      let season = Season.sample(halls: halls, from: try engine.now(), after: last)
      do throws(BookingError) { return (season, try engine.add(season)) } catch {
        guard case .hallBusy = error, last != before else { throw error }
      }
    }
  }

  /// What was added, and when it is.
  private func sentence(on season: Season, _ added: SeasonAdded, _ language: Language) -> String {
    let new = zip(season.shows, added.shows).map { show, there in
      zip(show.evenings, there).filter { $1.isNew }.map { $0.0.start }
    }.filter { !$0.isEmpty }
    let starts = new.flatMap(\.self)
    guard let first = starts.min(), let last = starts.max() else {
      // Another process was faster.
      return language("새 시즌이 이미 있어 더한 것이 없습니다.", "The new season is there already; nothing was added.")
    }
    let (from, to) = (venueMinute(first, language), venueMinute(last, language))
    return language(
      "공연 \(new.count)개, 회차 \(starts.count)개를 더했습니다: \(from)부터 \(to)까지.",
      "Added \(new.count) concert\(new.count == 1 ? "" : "s") with \(starts.count) "
        + "session\(starts.count == 1 ? "" : "s"), from \(from) to \(to).")
  }
}
