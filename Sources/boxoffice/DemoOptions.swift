internal import ArgumentParser
internal import Booking
internal import Crowd
internal import Screens
internal import Wording

/// What a show is made of. What is not given here comes from the settings, or else is as the help says.
struct DemoOptions: ParsableArguments {
  @Option(help: ArgumentHelp("How many customers come (default: 1500).", valueName: "people")) var crowd: Int64?
  @Option(help: "How they come: steady, wave or rush (default: rush).") var arrivals: CrowdPlan.Arrivals?
  @Option(help: ArgumentHelp("Over how long they come (default: 15m).", valueName: "time")) var span: Duration?
  @Option(help: "Where: club, theatre, arena or stadium (default: theatre).") var hall: Hall?
  @Option(help: ArgumentHelp("How many times faster than real time, 1 to 3600 (default: 5).", valueName: "times"))
  var speed: Int64?
  @Option(help: ArgumentHelp("The same number gives the same show (default: 1).", valueName: "number"))
  var seed: UInt64?

  enum Hall: String, CaseIterable, ExpressibleByArgument { case club, theatre, arena, stadium }

  /// Whether any of it is given.
  var isAnythingSet: Bool {
    crowd != nil || arrivals != nil || span != nil || hall != nil || speed != nil || seed != nil
  }

  /// A show of these options, with the settings for those that are not given.
  /// - Parameter policy: of the show.
  func recipe(_ settings: Settings, policy: Policy, _ language: Language) throws -> DemoShow.Recipe {
    var recipe = DemoShow.Recipe()
    if let size = crowd ?? settings.value(of: .demoCrowd) {
      try check(size, 0...Int64(CrowdPlan.largestSize), isSet: crowd != nil, .demoCrowd, settings, language)
      recipe.plan.size = Int(size)
    }
    if let times = speed ?? settings.value(of: .demoSpeed) {
      try check(times, 1...3600, isSet: speed != nil, .demoSpeed, settings, language)
      recipe.rate = times * 1000
    }
    if let time = span ?? settings.value(of: .demoSpan) {
      guard (Duration.seconds(1)...Duration.days(1)).contains(time) else {
        throw refuse(isSet: span != nil, .demoSpan, settings, language, "1s", "24h")
      }
      recipe.plan.span = time
    }
    if let arrivals = arrivals ?? settings.value(of: .demoArrivals) { recipe.plan.arrivals = arrivals }
    if let seed = seed ?? settings.value(of: .demoSeed) { recipe.plan.seed = seed }
    if let hall = hall ?? settings.value(of: .demoHall) { recipe.hall = Hall.allCases.firstIndex(of: hall) ?? 0 }
    recipe.policy = policy
    return recipe
  }

  private func check(
    _ number: Int64, _ range: ClosedRange<Int64>, isSet: Bool, _ setting: Setting, _ settings: Settings,
    _ language: Language
  ) throws {
    guard !range.contains(number) else { return }
    throw refuse(isSet: isSet, setting, settings, language, range.lowerBound.grouped, range.upperBound.grouped)
  }

  private func refuse(
    isSet: Bool, _ setting: Setting, _ settings: Settings, _ language: Language, _ least: String, _ most: String
  ) -> ExitCode {
    let place = isSet ? setting.option : settings.place(of: setting)
    return fail(
      language("\(place): \(least)에서 \(most) 사이여야 합니다.", "\(place): must lie between \(least) and \(most)."))
  }
}

extension DemoShow.Recipe {
  /// The options of `boxoffice demo` that make this recipe, whatever is set elsewhere.
  var options: [String] {
    let show = [
      "--crowd", "\(plan.size)", "--arrivals", plan.arrivals.rawValue, "--span", plan.span.written, "--hall",
      DemoOptions.Hall.allCases[hall].rawValue, "--speed", "\(rate / 1000)", "--seed", "\(plan.seed)",
    ]
    return show + PolicyValue.allCases.flatMap { [$0.setting.option, policy.written($0)] }
  }
}

extension Policy {
  /// A value as its option takes it.
  fileprivate func written(_ value: PolicyValue) -> String {
    switch value {
    case .activationPeriod: activationPeriod.written
    case .batch: "\(batch)"
    case .maxActive: maxActive.map { "\($0)" } ?? "none"
    case .tokenLifetime: tokenLifetime.written
    case .idleLimit: idleLimit.written
    case .holdDuration: holdDuration.written
    case .maxHoldsPerUser: "\(maxHoldsPerUser)"
    case .maxCharge: "\(maxCharge.amount)"
    case .balanceCeiling: "\(balanceCeiling.amount)"
    case .eventRetention: eventRetention.written
    }
  }
}

extension CrowdPlan.Arrivals: ExpressibleByArgument {}
