internal import ArgumentParser
internal import Booking
internal import Files
internal import Glibc
internal import SQLiteStore
internal import Screens
internal import Wording

/// `boxoffice restore FROM`: puts a backup in the place of a store, which is kept.
struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Put a backup in a store's place, and keep the old store under another name.",
    discussion: """
      The backup is judged first, as boxoffice check does; a broken one is refused. So is a store that a terminal has \
      open. The old store keeps its log, and can be put back in the same way.
      """)

  @Argument(help: "The backup's file.") var from: FilePath
  @Option(help: ArgumentHelp("The store's file.", valueName: "file")) var store: FilePath?
  @OptionGroup var languageOption: LanguageOption

  func run() throws {
    let settings = try Settings.read(languageOption)
    let language = settings.language(languageOption)
    let source = StoreFile(path: from)
    let target = StoreFile(path: try settings.store(store, isMade: true, language))
    do {
      let (check, aside) = try restore(source, to: target, language)
      let instant = venueTime(check.audit.instant, language)
      print(
        language(
          "\(target.path): \(instant) 기준의 백업으로 되돌렸습니다.",
          "\(target.path): restored as of \(instant)."))
      guard let aside else { return }
      print(language("이전 저장소: \(aside)", "The store before: \(aside)"))
    } catch let fault as StoreFileFault {
      throw fail(fault.sentence(in: language))
    }
  }

  /// Returns what the backup was found to be, and where the old store is now; nil where there was none.
  private func restore(
    _ source: StoreFile, to target: StoreFile, _ language: Language
  ) throws -> (check: StoreCheck, aside: FilePath?) {
    guard source.exists else { throw StoreFileFault.missing(source.path) }
    guard !source.isSame(as: target) else {
      throw fail(
        language("\(source.path): 되돌릴 저장소 자신입니다.", "\(source.path): this is the store that it would replace."))
    }
    // A terminal that is open is told at once, before anything is read.
    let old = try target.closed(mark: Self.mark())
    let copy = try StoreCopy(of: source, for: target)
    let check = try StoreCheck(copy.file, of: source)
    guard check.isSound else {
      throw fail(
        language(
          "\(source.path): 온전하지 않은 백업이라 되돌리지 않았습니다. boxoffice check로 확인해 주세요.",
          "\(source.path): this backup is broken, so nothing was restored; boxoffice check tells where."))
    }
    if let old { try copy.put(inPlaceOf: old) } else { try copy.put() }
    return (check, old?.aside)
  }

  /// Until when the old store was the store, by the wall clock of this place.
  private static func mark() -> String {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    var text = [CChar](repeating: 0, count: 32)
    strftime(&text, text.count, "until-%Y%m%d-%H%M%S", &parts)
    return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
