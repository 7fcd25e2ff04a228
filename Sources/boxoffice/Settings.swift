internal import ArgumentParser
internal import Booking
internal import Files
internal import SeatingPlan
internal import Wording

/// What is set besides the options: by the configuration file, and, stronger, by the environment.
struct Settings {
  /// Why a value cannot be used.
  enum Fault: Error, Hashable {
    case unreadable(InputFile.Fault)
    /// The file is no JSON.
    case malformed(PlanFault)
    case notAnObject
    case unknown(String)
    /// A list, an object or nothing where a value should be.
    case noValue
    case wrong(Setting.Kind)
  }

  /// A fault, and the file or the variable it is in.
  struct Refusal: Error, Hashable {
    let place: String
    let fault: Fault
  }

  private struct Found {
    let text: String
    let place: String
  }

  private var found: [Setting: Found] = [:]

  private static let mostBytes = 1 << 20

  /// - Parameters:
  ///   - file: the configuration file; a missing one sets nothing, as does none.
  ///   - variable: the value of a variable, nil when it is unset or empty.
  init(file: FilePath?, variable: (String) -> String?) throws(Refusal) {
    if let file {
      let document: [String: Any]
      do throws(Fault) {
        document = try Self.document(file)
      } catch {
        throw Refusal(place: "\(file)", fault: error)
      }
      try take(document, prefix: "", file)
    }
    for setting in Setting.allCases {
      guard let text = variable(setting.variable) else { continue }
      try set(setting, text, at: setting.variable)
    }
  }

  private static func document(_ file: FilePath) throws(Fault) -> [String: Any] {
    let bytes: [UInt8]
    do throws(InputFile.Fault) {
      bytes = try InputFile(path: file, mostBytes: mostBytes, isPipeAllowed: false).bytes()
    } catch .missing {
      return [:]
    } catch {
      throw .unreadable(error)
    }
    let value: Any
    do throws(PlanFault) {
      value = try JSONText.value(of: bytes)
    } catch {
      throw .malformed(error)
    }
    guard let document = value as? [String: Any] else { throw .notAnObject }
    return document
  }

  private mutating func take(_ object: [String: Any], prefix: String, _ file: FilePath) throws(Refusal) {
    for (key, value) in object.sorted(by: { $0.key < $1.key }) {
      let name = prefix + key
      let place = "\(file): \(name.brief)"
      if let inner = value as? [String: Any], Setting.allCases.contains(where: { $0.rawValue.hasPrefix(name + ".") }) {
        try take(inner, prefix: name + ".", file)
        continue
      }
      guard let setting = Setting(rawValue: name) else { throw Refusal(place: "\(file)", fault: .unknown(name.brief)) }
      guard let text = JSONText.scalar(value) else { throw Refusal(place: place, fault: .noValue) }
      try set(setting, MarkedText.text(of: Array(text.utf8)), at: place)
    }
  }

  private mutating func set(_ setting: Setting, _ text: String, at place: String) throws(Refusal) {
    guard setting.kind.accepts(text) else { throw Refusal(place: place, fault: .wrong(setting.kind)) }
    found[setting] = Found(text: text, place: place)
  }
}

extension Settings {
  /// The value of a setting, nil when it is not set.
  func value<Value: ExpressibleByArgument>(of setting: Setting, as type: Value.Type = Value.self) -> Value? {
    found[setting].flatMap { Value(argument: $0.text) }
  }

  /// Where a setting was set; the option's name when it was not.
  func place(of setting: Setting) -> String { found[setting]?.place ?? setting.option }

  /// The settings as the options they stand for.
  func arguments(for settings: [Setting]) -> [String] {
    settings.compactMap { setting in found[setting].map { "\(setting.option)=\($0.text)" } }
  }

  /// Those of this machine's environment, in sentences of the option's language or else the locale's.
  static func read(_ option: LanguageOption) throws -> Settings {
    do throws(Refusal) {
      return try Settings(file: Folders().configuration(), variable: environment)
    } catch {
      throw fail(error.sentence(in: option.language ?? LanguageOption.ofLocale))
    }
  }

  /// The store of the option, or else of the settings, or else the user's own.
  /// - Parameter isMade: whether the folder of the user's own is made when it is missing.
  func store(_ option: FilePath?, isMade: Bool = true, _ language: Language) throws -> FilePath {
    if let store = option ?? value(of: .store) ?? Folders().defaultStore(isMade: isMade) { return store }
    throw fail(
      language(
        "홈 폴더가 없습니다. HOME을 정하거나 --store로 저장소 파일을 알려 주세요.",
        "there is no home folder; set HOME, or name the store's file with --store."))
  }

  /// The language of the option, or else of the settings, or else of the locale.
  func language(_ option: LanguageOption) -> Language {
    option.language ?? value(of: .language) ?? LanguageOption.ofLocale
  }
}

extension Settings.Refusal {
  func sentence(in language: Language) -> String { "\(place): \(fault.sentence(in: language))" }
}

extension Settings.Fault {
  fileprivate func sentence(in language: Language) -> String {
    switch self {
    case .unreadable(let fault): fault.sentence(in: language)
    case .malformed(let fault): fault.sentence(in: language)
    case .notAnObject: language("객체({…})여야 합니다.", "must be an object {…}.")
    case .unknown(let name):
      language(
        "“\(name)”이라는 설정은 없습니다. 이름은 옵션과 같습니다 (boxoffice open --help, boxoffice demo --help).",
        "there is no setting “\(name)”; settings are called as the options are (boxoffice open --help, boxoffice demo --help)."
      )
    case .noValue:
      language("글이나 수, true나 false여야 합니다.", "must be a text, a number, or true or false.")
    case .wrong(let kind): kind.sentence(in: language)
    }
  }
}
