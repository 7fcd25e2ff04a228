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
      let (latest, aside) = try restore(source, to: target, language)
      let instant = venueTime(latest, language)
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

  /// Returns the latest instant on the backup's record, and where the old store is now; nil where there was none.
  private func restore(
    _ source: StoreFile, to target: StoreFile, _ language: Language
  ) throws -> (instant: Timestamp, aside: FilePath?) {
    guard source.exists else { throw StoreFileFault.missing(source.path) }
    guard !source.isSame(as: target) else {
      throw fail(
        language("\(source.path): 되돌릴 저장소 자신입니다.", "\(source.path): this is the store that it would replace."))
    }
    let kind = Self.kind(of: target)
    // A terminal that is open is told at once, before anything is judged.
    let old = try target.closed(mark: Self.mark())
    let copy = try StoreCopy(of: source, for: target)
    let check = try StoreCheck(copy.file, of: source)
    guard check.isSound, let audit = check.audit else {
      throw fail(
        language(
          "\(source.path): 온전하지 않은 백업이라 되돌리지 않았습니다. boxoffice check로 확인해 주세요.",
          "\(source.path): this backup is broken, so nothing was restored; boxoffice check tells where."))
    }
    if let kind, let other = Self.kind(of: copy.file), other != kind {
      throw fail(otherKind(source.path, other, language))
    }
    if let old { try copy.put(inPlaceOf: old) } else { try copy.put() }
    return (audit.instant, old?.aside)
  }

  /// Whether a store is real or a demonstration; nil where there is none that can be read.
  private static func kind(of file: StoreFile) -> House.Kind? {
    guard file.exists, let store = try? file.openReadOnly() else { return nil }
    defer { store.close() }
    return try? store.read { reader throws(BookingError) in try reader.house().kind }
  }

  private func otherKind(_ path: FilePath, _ kind: House.Kind, _ language: Language) -> String {
    switch kind {
    case .demonstration:
      language(
        "\(path): 시연의 백업이라 실제 저장소 자리에 되돌리지 않았습니다. 새 파일에 되돌려 주세요.",
        "\(path): the backup of a show, which does not take the place of a real store; restore it to a new file.")
    case .real:
      language(
        "\(path): 실제 저장소의 백업이라 시연 자리에 되돌리지 않았습니다. 새 파일에 되돌려 주세요.",
        "\(path): the backup of a real store, which does not take the place of a show; restore it to a new file.")
    }
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
