internal import ArgumentParser
internal import Booking
internal import Testing
internal import Wording

@testable import boxoffice

struct PolicyOptionsTests {
  @Test func `leaves the policy as it is without options`() throws {
    var policy = Policy()
    policy.batch = 7
    #expect(try PolicyOptions.parse([]).applied(to: policy) == policy)
  }

  @Test func `sets every value that has an option`() throws {
    let options = try PolicyOptions.parse([
      "--activation-period", "2s", "--batch", "3", "--max-active", "9", "--token-lifetime", "4m", "--idle-limit", "90s",
      "--hold-duration", "45s", "--max-holds", "2", "--max-charge", "1000", "--balance-ceiling", "5000",
      "--event-retention", "30d",
    ])
    var wanted = Policy()
    wanted.activationPeriod = .seconds(2)
    wanted.batch = 3
    wanted.maxActive = 9
    wanted.tokenLifetime = .minutes(4)
    wanted.idleLimit = .seconds(90)
    wanted.holdDuration = .seconds(45)
    wanted.maxHoldsPerUser = 2
    wanted.maxCharge = Won(1000)
    wanted.balanceCeiling = Won(5000)
    wanted.eventRetention = .days(30)
    #expect(options.applied(to: Policy()) == wanted)
  }

  @Test func `takes a cap away`() throws {
    var capped = Policy()
    capped.maxActive = 5
    #expect(try PolicyOptions.parse(["--max-active", "none"]).applied(to: capped).maxActive == nil)
  }

  @Test(arguments: [
    ["--batch=-1"], ["--max-active=-1"], ["--activation-period", "0"], ["--hold-duration", "9000h"],
    ["--max-holds", "0"], ["--max-charge", "0"], ["--idle-limit", "10m"],
  ])
  func `refuses a policy that cannot be`(_ arguments: [String]) throws {
    let options = try PolicyOptions.parse(arguments)
    #expect(throws: ExitCode(1)) { try options.policy(over: Policy(), .none(), .english) }
  }

  @Test func `accepts options that agree with what is in force`() throws {
    var inForce = Policy()
    inForce.holdDuration = .seconds(90)
    try PolicyOptions.parse(["--hold-duration", "90s", "--batch", "50", "--max-active", "none"])
      .check(against: inForce, .english)
    try PolicyOptions.parse([]).check(against: inForce, .korean)
  }

  @Test(arguments: [
    ["--activation-period", "11s"], ["--batch", "51"], ["--max-active", "50"], ["--token-lifetime", "11m"],
    ["--idle-limit", "4m"], ["--hold-duration", "4m"], ["--max-holds", "5"], ["--max-charge", "1"],
    ["--balance-ceiling", "1"], ["--event-retention", "1d"],
  ])
  func `refuses an option that differs from what is in force`(_ arguments: [String]) throws {
    let options = try PolicyOptions.parse(arguments)
    #expect(throws: ExitCode(1)) { try options.check(against: Policy(), .english) }
  }

  @Test func `refuses a time that differs by less than a second`() throws {
    var inForce = Policy()
    inForce.activationPeriod = .milliseconds(300)
    let options = try PolicyOptions.parse(["--activation-period", "900ms"])
    #expect(throws: ExitCode(1)) { try options.check(against: inForce, .english) }
  }

  @Test func `says what a policy may be in both languages`() {
    let range = PolicyFault.outOfRange(.batch, least: 0, most: 1_000_000)
    let (korean, english) = (range.sentence(.korean) { "@\($0)" }, range.sentence(.english) { "@\($0)" })
    #expect(english == "@batch: must lie between 0 and 1,000,000.")
    #expect(korean.hasPrefix("@batch: ") && korean != english)
    let idle = PolicyFault.idleNotBelowLifetime
    for sentence in [idle.sentence(.korean) { "@\($0)" }, idle.sentence(.english) { "@\($0)" }] {
      #expect(sentence.hasPrefix("@idleLimit: ") && sentence.contains("(@tokenLifetime)"))
    }
  }
}

struct CapArgumentTests {
  @Test func `reads a number`() {
    #expect(CapArgument(argument: "12")?.cap == 12)
    #expect(CapArgument(argument: "0")?.cap == 0)
  }

  @Test func `reads none as no cap`() throws {
    #expect(try #require(CapArgument(argument: "none")).cap == nil)
  }

  @Test(arguments: ["", "all", "1.5", "10s", "99999999999999999999"])
  func `refuses what is neither`(_ text: String) {
    #expect(CapArgument(argument: text) == nil)
  }
}
