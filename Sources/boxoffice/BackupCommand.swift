internal import ArgumentParser
internal import Booking
internal import Files
internal import SQLiteStore
internal import Screens
internal import Wording

/// `boxoffice backup TO`: a sound copy of a store, made while others use it.
struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "Copy a store into a new file, while others use it, and check the copy.",
    discussion: """
      The copy is one state of the store, complete without a log beside it. It is judged as boxoffice check does before \
      it gets its name: what is broken is not kept. Put it back with boxoffice restore.
      """)

  @Argument(help: "The copy's file; it must not be there yet.") var to: FilePath
  @Option(help: ArgumentHelp("The store's file.", valueName: "file")) var store: FilePath?
  @OptionGroup var languageOption: LanguageOption

  func run() throws {
    let settings = try Settings.read(languageOption)
    let language = settings.language(languageOption)
    let source = StoreFile(path: try settings.store(store, isMade: false, language))
    let target = StoreFile(path: to)
    do {
      guard !target.exists else { throw StoreFileFault.exists(target.path) }
      let copy = try StoreCopy(of: source, for: target)
      let check = try StoreCheck(copy.file, of: source)
      guard check.isSound else {
        throw fail(
          language(
            "\(source.path): 온전하지 않아 백업하지 않았습니다. boxoffice check로 확인해 주세요.",
            "\(source.path): it is broken, so no backup was made; boxoffice check tells where."))
      }
      let size = StoreSize(bytes: copy.size).text
      try copy.put()
      let instant = venueTime(check.audit.instant, language)
      print(
        language(
          "\(target.path): \(instant) 기준으로 백업했고 온전합니다 (\(size)).",
          "\(target.path): backed up as of \(instant), and sound (\(size))."))
    } catch let fault as StoreFileFault {
      throw fail(fault.sentence(in: language))
    }
  }
}

/// How large a file is, for people.
struct StoreSize {
  let bytes: Int64

  var text: String {
    let tenths = (bytes * 10 + 524_288) / 1_048_576
    return tenths > 0 ? "\(tenths / 10).\(tenths % 10) MiB" : "\((bytes + 1023) / 1024) KiB"
  }
}
