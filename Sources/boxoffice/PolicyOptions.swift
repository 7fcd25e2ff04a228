internal import ArgumentParser
internal import Booking
internal import Files
internal import SQLiteStore
internal import Screens
internal import Wording

/// The policy of a new store. On a store that exists they must agree with what is in force.
struct PolicyOptions: ParsableArguments {
  @Option(help: .init(.activationPeriod)) var activationPeriod: Duration?
  @Option(parsing: .unconditional, help: .init(.batch)) var batch: Int64?
  @Option(parsing: .unconditional, help: .init(.maxActive)) var maxActive: CapArgument?
  @Option(help: .init(.tokenLifetime)) var tokenLifetime: Duration?
  @Option(help: .init(.idleLimit)) var idleLimit: Duration?
  @Option(help: .init(.holdDuration)) var holdDuration: Duration?
  @Option(parsing: .unconditional, help: .init(.maxHoldsPerUser)) var maxHolds: Int64?
  @Option(parsing: .unconditional, help: .init(.maxCharge)) var maxCharge: Int64?
  @Option(parsing: .unconditional, help: .init(.balanceCeiling)) var balanceCeiling: Int64?
  @Option(help: .init(.eventRetention)) var eventRetention: Duration?

  /// What is given, as numbers of their units; nil for no cap.
  private var given: [(value: PolicyValue, number: Int64?)] {
    let numbers: [(PolicyValue, Int64?)] = [
      (.activationPeriod, activationPeriod?.milliseconds), (.batch, batch),
      (.tokenLifetime, tokenLifetime?.milliseconds), (.idleLimit, idleLimit?.milliseconds),
      (.holdDuration, holdDuration?.milliseconds), (.maxHoldsPerUser, maxHolds), (.maxCharge, maxCharge),
      (.balanceCeiling, balanceCeiling), (.eventRetention, eventRetention?.milliseconds),
    ]
    let caps = [(PolicyValue.maxActive, maxActive)]
    return numbers.compactMap { value, number in number.map { (value, $0) } }
      + caps.compactMap { value, argument in argument.map { (value, $0.cap) } }
  }

  /// The given policy with the options that were set.
  func applied(to base: Policy) -> Policy {
    var policy = base
    for (value, number) in given { policy[value] = number }
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
  var isAnythingSet: Bool { !given.isEmpty }

  /// Whether an option sets a value.
  private func sets(_ value: PolicyValue) -> Bool { given.contains { $0.value == value } }

  /// Refuses options that ask for another policy than the store has.
  func check(against inForce: Policy, _ language: Language) throws {
    let wanted = applied(to: inForce)
    for value in PolicyValue.allCases where wanted[value] != inForce[value] {
      throw fail(
        language(
          "이 저장소의 \(value.name(.korean)): \(inForce.text(of: value, .korean)). 옵션으로 바꿀 수 없으니, 다른 값은 새 저장소(--store)로 시작해 주세요.",
          "this store's \(value.name(.english)) is set to \(inForce.text(of: value, .english)), which options cannot change; start a new store (--store) for another."
        ))
    }
  }
}

extension PolicyFault {
  /// - Parameter place: where a value was set.
  func sentence(_ language: Language, at place: (PolicyValue) -> String) -> String {
    switch self {
    case .outOfRange(let value, let least, let most):
      func text(_ number: Int64) -> String { value.unit == .time ? value.text(number, language) : number.grouped }
      let (low, high) = (text(least), text(most))
      return language(
        "\(place(value)): \(low)에서 \(high) 사이여야 합니다.", "\(place(value)): must lie between \(low) and \(high).")
    case .idleNotBelowLifetime:
      return language(
        "\(place(.idleLimit)): 토큰 수명보다 짧아야 합니다 (\(place(.tokenLifetime))).",
        "\(place(.idleLimit)): must be shorter than the token's lifetime (\(place(.tokenLifetime))).")
    }
  }
}

extension PolicyValue {
  /// The setting, and so the option, that sets it.
  var setting: Setting { .policy(self) }
}

extension ArgumentHelp {
  init(_ value: PolicyValue) { self.init("\(value.words.help)", valueName: value.words.argument) }
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
