internal import Booking
internal import GRDB
internal import Glibc

/// A store's file: judged before it is opened for writing, and made whole or not at all.
package struct StoreFile {
  package let path: String

  /// A link is followed, so that what happens to the file itself is seen. The path becomes a whole one: SQLite has uses of
  /// its own for names such as `:memory:` and `file:…`.
  package init(path: String) {
    func real(_ path: String) -> String? {
      let real = realpath(path, nil)
      defer { free(real) }
      return real.map { String(cString: $0) }
    }
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let name = path[(slash.map(path.index(after:)) ?? path.startIndex)...]
    self.path = real(path) ?? real(folder).map { ($0 == "/" ? "" : $0) + "/" + name } ?? path
  }

  package var exists: Bool { access(path, F_OK) == 0 }

  private var folder: String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private var name: String { String(path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...]) }

  /// Opens the store, or makes a new one that `found` fills; `isNew` says whether it is that one. Whoever finds that
  /// another process was faster opens that one's file.
  package func open(
    found: (DatabaseStore) throws -> Void
  ) throws(StoreFileFault) -> (store: DatabaseStore, isNew: Bool) {
    let isNew = try isMissing() ? make(found: found) : false
    removeStaleDrafts()
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

  /// Whether there is nothing at the path yet, but could be. Refuses what is no plain file.
  private func isMissing() throws(StoreFileFault) -> Bool {
    var status = stat()
    if stat(path, &status) == 0 {
      switch status.st_mode & S_IFMT {
      case S_IFREG: return false
      case S_IFDIR: throw .isDirectory(path)
      default: throw .notADatabase(path)
      }
    }
    guard errno == ENOENT else { throw .unreadable(path, reason: Self.reason) }
    if lstat(path, &status) == 0 { throw .danglingLink(path) }
    guard stat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { throw .noDirectory(folder) }
    return true
  }

  /// Whether it is ours: first by the bytes of its header, so that SQLite never touches another program's file, then
  /// by its migrations, on a connection that cannot write.
  private func judge() throws(StoreFileFault) {
    try judge(readHeader())
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
    let file = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw .unreadable(path, reason: Self.reason) }
    defer { Glibc.close(file) }
    var header = [UInt8](repeating: 0, count: 100)
    let count = pread(file, &header, header.count, 0)
    guard count >= 0 else { throw .unreadable(path, reason: Self.reason) }
    return Array(header.prefix(count))
  }

  /// Makes and fills a new store under a temporary name in the same folder, makes it durable, and links it into place.
  /// False when another process was faster.
  private func make(found: (DatabaseStore) throws -> Void) throws(StoreFileFault) -> Bool {
    let draft = "\(folder)/\(draftPrefix)\(getpid())-\(UInt32.random(in: 0 ... .max))"
    let file = Glibc.open(draft, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw .unreadable(path, reason: Self.reason) }
    defer {
      Glibc.close(file)
      for suffix in ["", "-wal", "-shm", "-journal"] { unlink(draft + suffix) }
    }
    try usable { () throws(BookingError) in
      let store = try DatabaseStore.open(path: draft, as: .draft)
      defer { store.close() }
      try storing { try found(store) }
      try storing {
        try store.queue.inDatabase { db in
          try db.checkForeignKeys()
          try db.execute(sql: "PRAGMA journal_mode = WAL")
        }
      }
    }
    guard fsync(file) == 0 else { throw .unreadable(path, reason: Self.reason) }
    let directory = Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    defer { if directory >= 0 { Glibc.close(directory) } }
    // One maker at a time: the log of a store that was deleted must not be taken for the new one's, nor the new one's
    // for that.
    if directory >= 0 { flock(directory, LOCK_EX) }
    if !exists { StorePlace.putAside(logOf: path) }
    let isLinked = link(draft, path) == 0
    guard isLinked || errno == EEXIST else { throw .unreadable(path, reason: Self.reason) }
    if directory >= 0 { fsync(directory) }
    return isLinked
  }

  /// An empty file for its owner only, under a hidden name in the same folder.
  func makeDraft() throws(StoreFileFault) -> StoreFile {
    _ = try isMissing()
    removeStaleDrafts()
    let draft = "\(folder)/\(draftPrefix)\(getpid())-\(UInt32.random(in: 0 ... .max))"
    let file = Glibc.open(draft, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw .unreadable(path, reason: Self.reason) }
    Glibc.close(file)
    return StoreFile(path: draft)
  }

  /// Waits until the disk has the file.
  func synchronize() throws(StoreFileFault) {
    let file = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    defer { if file >= 0 { Glibc.close(file) } }
    guard file >= 0, fsync(file) == 0 else { throw .unreadable(path, reason: Self.reason) }
  }

  /// Waits until the disk has the names of the folder.
  func synchronizeFolder() {
    let directory = Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard directory >= 0 else { return }
    fsync(directory)
    Glibc.close(directory)
  }

  private var draftPrefix: String { ".\(name).new-" }

  /// Removes what a process left that was killed while it made a store, once that process is gone.
  private func removeStaleDrafts() {
    guard let directory = opendir(folder) else { return }
    defer { closedir(directory) }
    while let entry = readdir(directory) {
      let found = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard found.hasPrefix(draftPrefix), let owner = pid_t(found.dropFirst(draftPrefix.count).prefix { $0 != "-" }),
        kill(owner, 0) != 0, errno == ESRCH
      else { continue }
      unlink("\(folder)/\(found)")
    }
  }

  private func usable<Value>(_ body: () throws(BookingError) -> Value) throws(StoreFileFault) -> Value {
    do throws(BookingError) { return try body() } catch { throw .unusable(path, error) }
  }

  private static var reason: String { String(cString: strerror(errno)) }
}
