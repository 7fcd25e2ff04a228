internal import Glibc

/// Where the user's files lie unless something else is said.
struct Folders {
  /// The variables of the environment.
  var variable: (String) -> String? = environment

  /// Where the default store lies; its folder is made for its owner only when it is missing, unless nothing may change.
  func defaultStore(isMade: Bool = true) -> String {
    folder("XDG_DATA_HOME", fallback: ".local/share", isMade: isMade) + "/boxoffice.sqlite"
  }

  /// The configuration file; it need not be there.
  func configuration() -> String {
    folder("XDG_CONFIG_HOME", fallback: ".config", isMade: false) + "/config.json"
  }

  func log() -> String { folder("XDG_STATE_HOME", fallback: ".local/state", isMade: true) + "/boxoffice.log" }

  /// Where HOME says nothing, what the system has on record.
  private var home: String {
    variable("HOME") ?? getpwuid(getuid()).flatMap { $0.pointee.pw_dir.map { String(cString: $0) } } ?? "/tmp"
  }

  private func folder(_ name: String, fallback: String, isMade: Bool) -> String {
    let base = variable(name).flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "\(home)/\(fallback)"
    let folder = base + "/boxoffice"
    guard isMade else { return folder }
    var path = ""
    for part in folder.split(separator: "/") {
      path += "/" + part
      mkdir(path, 0o700)
    }
    return folder
  }
}

/// The value of an environment variable, nil when it is unset or empty.
func environment(_ name: String) -> String? {
  guard let value = getenv(name), value.pointee != 0 else { return nil }
  return String(cString: value)
}
