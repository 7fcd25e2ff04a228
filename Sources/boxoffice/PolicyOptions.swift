internal import ArgumentParser
internal import Booking
internal import Files
internal import SQLiteStore
internal import Screens
internal import Wording

/// The policy of a new store. On a store that exists they must agree with what is in force.
struct PolicyOptions: ParsableArguments {
  @Option(help: ArgumentHelp("How often people are admitted, such as 10s.", valueName: "time"))
  var activationPeriod: Duration?
  @Option(parsing: .unconditional, help: ArgumentHelp("How many are admitted at once.", valueName: "people"))
  var batch: Int64?
  @Option(
    parsing: .unconditional, help: ArgumentHelp("How many may be active at once; none for no cap.", valueName: "people")
  )
  var maxActive: CapArgument?
  @Option(help: ArgumentHelp("How long an active token lives, such as 10m.", valueName: "time"))
  var tokenLifetime: Duration?
  @Option(help: ArgumentHelp("How long an active token may be idle; below the lifetime.", valueName: "time"))
  var idleLimit: Duration?
  @Option(help: ArgumentHelp("How long a seat is held, such as 5m.", valueName: "time"))
  var holdDuration: Duration?
  @Option(parsing: .unconditional, help: ArgumentHelp("How many seats one person may hold.", valueName: "seats"))
  var maxHolds: Int64?
  @Option(parsing: .unconditional, help: ArgumentHelp("The most won in one charge.", valueName: "won"))
  var maxCharge: Int64?
  @Option(parsing: .unconditional, help: ArgumentHelp("The most won in a wallet.", valueName: "won"))
  var balanceCeiling: Int64?
  @Option(help: ArgumentHelp("How long events stay on record, such as 7d.", valueName: "time"))
  var eventRetention: Duration?

  /// The given policy with the options that were set.
  func applied(to base: Policy) -> Policy {
    var policy = base
    if let activationPeriod { policy.activationPeriod = activationPeriod }
    if let batch { policy.batch = batch }
    if let maxActive { policy.maxActive = maxActive.cap }
    if let tokenLifetime { policy.tokenLifetime = tokenLifetime }
    if let idleLimit { policy.idleLimit = idleLimit }
    if let holdDuration { policy.holdDuration = holdDuration }
    if let maxHolds { policy.maxHoldsPerUser = maxHolds }
    if let maxCharge { policy.maxCharge = Won(maxCharge) }
    if let balanceCeiling { policy.balanceCeiling = Won(balanceCeiling) }
    if let eventRetention { policy.eventRetention = eventRetention }
    return policy
  }

  /// The policy of a new store: the given one, with what is set, and over that what is given as options.
  /// Refuses what cannot be a policy.
  func policy(over base: Policy, _ settings: Settings, _ language: Language) throws -> Policy {
    let set = try PolicyOptions.parse(settings.arguments(for: PolicyValue.allCases.map(\.setting)))
    let policy = applied(to: set.applied(to: base))
    if let fault = policy.fault {
      throw fail(
        fault.sentence(language) { value in sets(value) ? value.setting.option : settings.place(of: value.setting) })
    }
    return policy
  }

  /// The policy for a store that is to be opened: on one that exists the settings count for nothing.
  func policy(forStore path: FilePath, _ settings: Settings, _ language: Language) throws -> Policy {
    try StoreFile(path: path).exists ? Policy() : policy(over: Policy(), settings, language)
  }

  /// Whether any of them is given.
  var isAnythingSet: Bool { PolicyValue.allCases.contains(where: sets) }

  /// Whether an option sets a value.
  private func sets(_ value: PolicyValue) -> Bool {
    switch value {
    case .activationPeriod: activationPeriod != nil
    case .batch: batch != nil
    case .maxActive: maxActive != nil
    case .tokenLifetime: tokenLifetime != nil
    case .idleLimit: idleLimit != nil
    case .holdDuration: holdDuration != nil
    case .maxHoldsPerUser: maxHolds != nil
    case .maxCharge: maxCharge != nil
    case .balanceCeiling: balanceCeiling != nil
    case .eventRetention: eventRetention != nil
    }
  }

  /// Refuses options that ask for another policy than the store has.
  func check(against inForce: Policy, _ language: Language) throws {
    let wanted = applied(to: inForce)
    for value in PolicyValue.allCases where wanted.amount(of: value) != inForce.amount(of: value) {
      throw fail(
        language(
          "이 저장소의 \(value.name(.korean)): \(inForce.text(of: value, .korean)). 옵션으로 바꿀 수 없으니, 다른 값은 새 저장소(--store)로 시작해 주세요.",
          "this store's \(value.name(.english)) is set to \(inForce.text(of: value, .english)), which options cannot change; start a new store (--store) for another."
        ))
    }
  }
}

extension Policy {
  /// A value to compare by, times in milliseconds; texts round.
  fileprivate func amount(of value: PolicyValue) -> Int64? {
    switch value {
    case .activationPeriod: activationPeriod.milliseconds
    case .batch: batch
    case .maxActive: maxActive
    case .tokenLifetime: tokenLifetime.milliseconds
    case .idleLimit: idleLimit.milliseconds
    case .holdDuration: holdDuration.milliseconds
    case .maxHoldsPerUser: maxHoldsPerUser
    case .maxCharge: maxCharge.amount
    case .balanceCeiling: balanceCeiling.amount
    case .eventRetention: eventRetention.milliseconds
    }
  }
}

extension PolicyFault {
  /// - Parameter place: where a value was set.
  func sentence(_ language: Language, at place: (PolicyValue) -> String) -> String {
    switch self {
    case .outOfRange(let value, let least, let most):
      let (low, high) =
        value.isTime ? (Self.time(least, language), Self.time(most, language)) : (least.grouped, most.grouped)
      return language(
        "\(place(value)): \(low)에서 \(high) 사이여야 합니다.", "\(place(value)): must lie between \(low) and \(high).")
    case .idleNotBelowLifetime:
      return language(
        "\(place(.idleLimit)): 토큰 수명보다 짧아야 합니다 (\(place(.tokenLifetime))).",
        "\(place(.idleLimit)): must be shorter than the token's lifetime (\(place(.tokenLifetime))).")
    }
  }

  /// The ends of what a time may be, in words.
  private static func time(_ milliseconds: Int64, _ language: Language) -> String {
    Duration.milliseconds(milliseconds).spoken(language)
  }
}

extension PolicyValue {
  /// The setting, and so the option, that sets it.
  var setting: Setting {
    switch self {
    case .activationPeriod: .activationPeriod
    case .batch: .batch
    case .maxActive: .maxActive
    case .tokenLifetime: .tokenLifetime
    case .idleLimit: .idleLimit
    case .holdDuration: .holdDuration
    case .maxHoldsPerUser: .maxHolds
    case .maxCharge: .maxCharge
    case .balanceCeiling: .balanceCeiling
    case .eventRetention: .eventRetention
    }
  }

  fileprivate var isTime: Bool {
    switch self {
    case .activationPeriod, .tokenLifetime, .idleLimit, .holdDuration, .eventRetention: true
    default: false
    }
  }
}

extension Duration: ExpressibleByArgument {
  init?(argument: String) { self.init(written: argument) }
}

/// A cap, or `none`.
struct CapArgument: ExpressibleByArgument {
  let cap: Int64?

  init?(argument: String) {
    if argument == "none" {
      cap = nil
    } else if let count = Int64(argument) {
      cap = count
    } else {
      return nil
    }
  }
}
