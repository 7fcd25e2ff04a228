internal import ArgumentParser
internal import Booking
internal import Screens
internal import Wording

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
