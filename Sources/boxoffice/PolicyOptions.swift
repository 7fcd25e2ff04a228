internal import ArgumentParser
internal import Booking
internal import Screens

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
    return policy
  }

  /// Refuses what cannot be the policy of a new store.
  func check(_ policy: Policy, _ language: Language) throws {
    if let fault = policy.fault { throw fail(fault.sentence(language)) }
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
    }
  }
}

extension PolicyFault {
  func sentence(_ language: Language) -> String {
    switch self {
    case .outOfRange(let value, let least, let most):
      let (low, high) =
        value.isTime ? (Self.time(least, language), Self.time(most, language)) : (least.grouped, most.grouped)
      return language(
        "\(value.option): \(low)에서 \(high) 사이여야 합니다.", "\(value.option): must lie between \(low) and \(high).")
    case .idleNotBelowLifetime:
      return language(
        "--idle-limit: --token-lifetime보다 짧아야 합니다.", "--idle-limit: must be shorter than --token-lifetime.")
    }
  }

  /// The ends of what a time may be, in words.
  private static func time(_ milliseconds: Int64, _ language: Language) -> String {
    let day: Int64 = 86_400_000
    guard milliseconds.isMultiple(of: day) else { return language("\(milliseconds)밀리초", "\(milliseconds) ms") }
    return language("\(milliseconds / day)일", "\(milliseconds / day) days")
  }
}

extension PolicyValue {
  /// The option that sets it.
  fileprivate var option: String {
    switch self {
    case .activationPeriod: "--activation-period"
    case .batch: "--batch"
    case .maxActive: "--max-active"
    case .tokenLifetime: "--token-lifetime"
    case .idleLimit: "--idle-limit"
    case .holdDuration: "--hold-duration"
    case .maxHoldsPerUser: "--max-holds"
    case .maxCharge: "--max-charge"
    case .balanceCeiling: "--balance-ceiling"
    }
  }

  fileprivate var isTime: Bool {
    switch self {
    case .activationPeriod, .tokenLifetime, .idleLimit, .holdDuration: true
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
