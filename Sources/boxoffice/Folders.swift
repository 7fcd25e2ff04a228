internal import Files
internal import Glibc

/// Where the user's files lie unless something else is said.
struct Folders {
  /// The variables of the environment, as marked text.
  var variable: (String) -> String? = environment

  /// Where the default store lies; its folder is made for its owner only when it is missing, unless nothing may change.
  /// nil for somebody who has no home.
  func defaultStore(isMade: Bool = true) -> FilePath? {
    folder("XDG_DATA_HOME", fallback: ".local/share", isMade: isMade).map { $0 / "boxoffice.sqlite" }
  }

  /// The configuration file; it need not be there.
  func configuration() -> FilePath? {
    folder("XDG_CONFIG_HOME", fallback: ".config", isMade: false).map { $0 / "config.json" }
  }

  func log() -> FilePath? {
    folder("XDG_STATE_HOME", fallback: ".local/state", isMade: true).map { $0 / "boxoffice.log" }
  }

  func temporary() -> FilePath? { TemporaryFolders.first(variable) }

  /// Where HOME says nothing, what the system has on record.
  var home: FilePath? {
    if let home = whole("HOME") { return home }
    guard let record = getpwuid(getuid())?.pointee.pw_dir else { return nil }
    let home = FilePath(cString: record)
    return home.isAbsolute ? home : nil
  }

  private func whole(_ name: String) -> FilePath? { FilePath.whole(variable(name)) }

  private func folder(_ name: String, fallback: FilePath, isMade: Bool) -> FilePath? {
    guard let base = whole(name) ?? home.map({ $0 / fallback }) else { return nil }
    let folder = base / "boxoffice"
    if isMade { for path in folder.ancestry { mkdir(path.cString, 0o700) } }
    return folder
  }
}

/// The value of an environment variable as marked text, nil when it is unset or empty.
func environment(_ name: String) -> String? { ProcessWords.variable(name) }
