internal import ArgumentParser
internal import Booking
internal import Canvas
internal import Glibc
internal import Screens

/// Which language.
struct LanguageOption: ParsableArguments {
  @Option(name: .long, help: "ko or en; otherwise the locale's.")
  var language: Language?

  static var ofLocale: Language {
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let value = environment(name) else { continue }
      return value.hasPrefix("ko") ? .korean : .english
    }
    return .english
  }
}

extension Language: ExpressibleByArgument {}

/// The value of an environment variable, nil when it is unset or empty.
func environment(_ name: String) -> String? {
  guard let value = getenv(name), value.pointee != 0 else { return nil }
  return String(cString: value)
}

enum Folders {
  /// Where the default store lies; its folder is made for its owner only when it is missing, unless nothing may change.
  static func defaultStore(isMade: Bool = true) -> String {
    folder("XDG_DATA_HOME", fallback: ".local/share", isMade: isMade) + "/boxoffice.sqlite"
  }

  /// The configuration file; it need not be there.
  static func configuration() -> String {
    folder("XDG_CONFIG_HOME", fallback: ".config", isMade: false) + "/config.json"
  }

  static func log() -> String { folder("XDG_STATE_HOME", fallback: ".local/state", isMade: true) + "/boxoffice.log" }

  /// Where HOME says nothing, what the system has on record.
  private static var home: String {
    environment("HOME") ?? getpwuid(getuid()).flatMap { $0.pointee.pw_dir.map { String(cString: $0) } } ?? "/tmp"
  }

  private static func folder(_ variable: String, fallback: String, isMade: Bool) -> String {
    let base =
      environment(variable).flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "\(home)/\(fallback)"
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

/// Says why in one sentence on standard error and ends.
func fail(_ sentence: String, status: Int32 = 1) -> ExitCode {
  let line = "boxoffice: \(sentence.clean.fitted(to: 1000, mark: "…"))\n"
  write(STDERR_FILENO, line, line.utf8.count)
  return ExitCode(status)
}
