package import Booking
package import Files
internal import GRDB
internal import Glibc

/// A store's file: judged before it is opened for writing, and made whole or not at all.
package struct StoreFile {
  package let path: FilePath

  /// A link is followed, so that what happens to the file itself is seen. The path becomes a whole one: SQLite has uses of
  /// its own for names such as `:memory:` and `file:…`.
  package init(path: FilePath) {
    self.path = path.resolved ?? path.folder.resolved.map { $0 / path.name } ?? path
  }

  /// - Parameter path: as text.
  package init(path: String) { self.init(path: FilePath(path)) }

  package var exists: Bool { access(path.cString, F_OK) == 0 }

  /// Opens the store, or makes a new one that `create` fills; `isNew` says whether it is that one. Whoever finds that
  /// another process was faster opens that one's file.
  package func open(
    create: (DatabaseStore) throws -> Void
  ) throws(StoreFileFault) -> (store: DatabaseStore, isNew: Bool) {
    try requireShortName()
    let isNew = try isMissing() ? make(create: create) : false
    StoreDraft.removeStale(in: path.folder)
    try judge()
    return (try usable { () throws(BookingError) in try DatabaseStore.open(path: path) }, isNew)
  }

  /// A copy in memory of a store that exists, to look at; nothing is written.
  package func openReadOnly() throws(StoreFileFault) -> DatabaseStore {
    try judgeExisting()
    return try usable { () throws(BookingError) in try DatabaseStore.openReadOnly(path: path) }
  }

  /// Refuses what is not there, or not a store of ours that this program knows.
  func judgeExisting() throws(StoreFileFault) {
    guard try !isMissing() else { throw .missing(path) }
    try judge()
  }

  /// Takes a store that is to give way to another out of everybody's hands; nil when there is none. One that is damaged is
  /// taken all the same, and so is an empty file.
  /// - Parameter mark: what its name ends with from then on.
  package func closed(mark: String) throws(StoreFileFault) -> ClosedStore? {
    guard try !isMissing() else { return nil }
    let header = try readHeader()
    if !header.isEmpty { try judge(header) }
    return try ClosedStore(path, mark: mark)
  }

  /// Whether both are one file, whatever their paths.
  package func isSame(as other: StoreFile) -> Bool {
    FileIdentity(path).map { $0 == FileIdentity(other.path) } ?? (path == other.path)
  }

  /// Who has it open, for one who only looks.
  package var company: ClockAnchoring.Company { StorePresence.company(at: path) }

  /// Whether there is nothing at the path yet, but could be. Refuses what is no plain file.
  private func isMissing() throws(StoreFileFault) -> Bool {
    let whole = path.folder.bytes.count + 1 + max(path.name.bytes.count, StoreDraft.nameLength) + Self.longestSuffix
    guard whole <= Self.longestPath else { throw .pathTooLong(path) }
    var status = stat()
    if stat(path.cString, &status) == 0 {
      switch status.st_mode & S_IFMT {
      case S_IFREG: return false
      case S_IFDIR: throw .isDirectory(path)
      default: throw .notADatabase(path)
      }
    }
    guard errno == ENOENT else { throw unreadable(.system(errno)) }
    if lstat(path.cString, &status) == 0 { throw .danglingLink(path) }
    guard stat(path.folder.cString, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      throw .noDirectory(path.folder)
    }
    return true
  }

  /// What lies beside a store is called as it is and a little more, which must fit too.
  private func requireShortName() throws(StoreFileFault) {
    let most = pathconf(path.folder.cString, Int32(_PC_NAME_MAX))
    let limit = (most > 0 ? Int(most) : 255) - Self.longestSuffix
    guard path.name.bytes.count <= limit else { throw .nameTooLong(path, mostBytes: limit) }
  }

  private static let longestSuffix = "-journal".utf8.count
  /// What SQLite takes, the journal's suffix included.
  private static let longestPath = 512

  /// Whether it is ours: first by the bytes of its header, so that SQLite never touches another program's file, then
  /// by its migrations, on a connection that cannot write.
  private func judge() throws(StoreFileFault) {
    var header = try readHeader()
    if header.isEmpty {
      // Somebody may be about to put a new store into its place.
      _ = FolderLock(path.folder)
      header = try readHeader()
    }
    try judge(header)
    try judgeMigrations()
  }

  private func judge(_ header: [UInt8]) throws(StoreFileFault) {
    guard header.count == 100, header.prefix(16) == Array("SQLite format 3\0".utf8)[...] else {
      throw .notADatabase(path)
    }
    let application = header[68..<72].reduce(0) { $0 << 8 | Int($1) }
    guard application == Schema.applicationID else { throw .notOurs(path) }
  }

  private func judgeMigrations() throws(StoreFileFault) {
    let (isNewer, isMarked) = try usable { () throws(BookingError) in
      try storing {
        try StoreLook(path: path).read { queue in
          try queue.read { db in
            (try Schema.migrator.hasBeenSuperseded(db), try !Schema.migrator.appliedIdentifiers(db).isEmpty)
          }
        }
      }
    }
    guard !isNewer else { throw .newerSchema(path) }
    // With our mark and without our tables it is no store, and must not be made one.
    guard isMarked else { throw .unusable(path, .storage(.damaged)) }
  }

  private func readHeader() throws(StoreFileFault) -> [UInt8] {
    do throws(OpeningFault) {
      let file = try path.open(O_RDONLY)
      defer { close(file) }
      var header = [UInt8](repeating: 0, count: 100)
      let count = pread(file, &header, header.count, 0)
      guard count >= 0 else { throw .system(errno) }
      return Array(header.prefix(count))
    } catch {
      throw unreadable(error)
    }
  }

  /// Makes and fills a new store under a temporary name in the same folder, makes it durable, and puts it into place.
  /// False when another process was faster.
  private func make(create: (DatabaseStore) throws -> Void) throws(StoreFileFault) -> Bool {
    let draft = try makeDraft()
    try usable { () throws(BookingError) in
      let store = try DatabaseStore.open(path: draft.path, as: .draft)
      defer { store.close() }
      try storing { try create(store) }
      try storing {
        try store.queue.inDatabase { db in
          try db.checkForeignKeys()
          try db.execute(sql: "PRAGMA journal_mode = WAL")
        }
      }
    }
    return try place(draft)
  }

  /// An empty draft in the folder of the store, to be filled and placed.
  func makeDraft() throws(StoreFileFault) -> StoreDraft {
    try requireShortName()
    _ = try isMissing()
    StoreDraft.removeStale(in: path.folder)
    do throws(OpeningFault) { return try StoreDraft(in: path.folder) } catch { throw unreadable(error) }
  }

  /// Makes a draft durable and gives it the store's name. False where there is a file of that name.
  ///
  /// One maker at a time: the log of a store that was deleted must not be taken for the new one's, nor the new one's for
  /// that.
  func place(_ draft: StoreDraft) throws(StoreFileFault) -> Bool {
    let lock = FolderLock(path.folder)
    do throws(OpeningFault) {
      try draft.sync()
      if !exists { StorePlace.putAside(logOf: path) }
      let isPlaced = try draft.place(at: path)
      lock.sync()
      return isPlaced
    } catch {
      throw unreadable(error)
    }
  }

  /// Makes a draft durable and puts it in the place of a store that is there.
  func replace(_ old: ClosedStore, with draft: StoreDraft) throws(StoreFileFault) {
    let lock = FolderLock(path.folder)
    do throws(OpeningFault) { try draft.sync() } catch { throw unreadable(error) }
    try old.giveWay(to: draft.path)
    lock.sync()
  }

  private func unreadable(_ fault: OpeningFault) -> StoreFileFault { .unreadable(path, reason: fault.reason) }

  private func usable<Value>(_ body: () throws(BookingError) -> Value) throws(StoreFileFault) -> Value {
    do throws(BookingError) { return try body() } catch { throw .unusable(path, error) }
  }
}
