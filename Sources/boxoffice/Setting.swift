internal import Booking
internal import Crowd
internal import Glibc
internal import Wording

/// A value that a configuration file and the environment can set for an option that is not given.
enum Setting: String, CaseIterable {
  case language, ascii, mouse, store
  case activationPeriod = "activation-period"
  case batch
  case maxActive = "max-active"
  case tokenLifetime = "token-lifetime"
  case idleLimit = "idle-limit"
  case holdDuration = "hold-duration"
  case maxHolds = "max-holds"
  case maxCharge = "max-charge"
  case balanceCeiling = "balance-ceiling"
  case eventRetention = "event-retention"
  case demoCrowd = "demo.crowd"
  case demoArrivals = "demo.arrivals"
  case demoSpan = "demo.span"
  case demoHall = "demo.hall"
  case demoSpeed = "demo.speed"
  case demoSeed = "demo.seed"
  case demoCaptions = "demo.captions"

  /// What it may be.
  enum Kind: Hashable {
    case flag, text, number, time, cap, seed
    case choice([String])
  }

  var kind: Kind {
    switch self {
    case .language: .choice(Language.allCases.map(\.rawValue))
    case .ascii, .mouse, .demoCaptions: .flag
    case .store: .text
    case .activationPeriod, .tokenLifetime, .idleLimit, .holdDuration, .eventRetention, .demoSpan: .time
    case .batch, .maxHolds, .maxCharge, .balanceCeiling, .demoCrowd, .demoSpeed: .number
    case .demoSeed: .seed
    case .maxActive: .cap
    case .demoArrivals: .choice(CrowdPlan.Arrivals.allCases.map(\.rawValue))
    case .demoHall: .choice(DemoOptions.Hall.allCases.map(\.rawValue))
    }
  }

  /// The variable of the environment that sets it.
  var variable: String {
    "BOXOFFICE_" + String(rawValue.uppercased().map { $0.isLetter ? $0 : "_" })
  }

  /// The option that is stronger.
  var option: String { "--" + (rawValue.split(separator: ".").last ?? "") }
}

extension Setting.Kind {
  func accepts(_ text: String) -> Bool {
    switch self {
    case .flag: text == "true" || text == "false"
    case .text: !text.isEmpty
    case .number: Int64(text) != nil
    case .seed: UInt64(text) != nil
    case .time: Duration(written: text) != nil
    case .cap: CapArgument(argument: text) != nil
    case .choice(let choices): choices.contains(text)
    }
  }

  /// What it must be, in words.
  func sentence(in language: Language) -> String {
    switch self {
    case .flag: language("true나 false여야 합니다.", "must be true or false.")
    case .text: language("비워 둘 수 없는 글이어야 합니다.", "must be a text that is not empty.")
    case .number: language("정수여야 합니다.", "must be a whole number.")
    case .seed: language("0 이상의 정수여야 합니다.", "must be a whole number that is not negative.")
    case .time: language("500ms, 10s, 5m, 1h, 7d 같은 시간이어야 합니다.", "must be a time, such as 500ms, 10s, 5m, 1h or 7d.")
    case .cap: language("정수이거나 none이어야 합니다.", "must be a whole number, or none.")
    case .choice(let choices):
      language(
        "\(choices.joined(separator: ", ")) 중 하나여야 합니다.", "must be one of \(choices.joined(separator: ", ")).")
    }
  }
}
