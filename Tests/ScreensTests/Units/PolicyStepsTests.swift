import Booking
import TestSupport
import Testing
import Wording

@testable import Screens

@Suite("The figures that a policy's values go through")
struct PolicyStepsTests {
  /// The texts of a value, step by step until it stays.
  private func walk(_ value: PolicyValue, by step: Int, from policy: Policy = Policy()) -> [String] {
    var policy = policy
    var texts: [String] = []
    for _ in 0..<50 {
      let next = policy.stepped(value, by: step)
      if next == policy { return texts }
      texts.append(next.text(of: value, .english))
      policy = next
    }
    return texts + ["without end"]
  }

  @Test(
    arguments: [
      (.activationPeriod, ["15 s", "20 s", "30 s", "1 min", "2 min", "5 min"], ["5 s", "3 s", "2 s", "1 s"]),
      (
        .batch, ["75", "100", "150", "200", "300", "500", "1000"],
        ["30", "20", "15", "10", "5", "3", "2", "1", "0"]
      ),
      (
        .maxActive, [],
        ["1000", "500", "300", "200", "150", "100", "75", "50", "30", "20", "15", "10", "5", "3", "2", "1"]
      ),
      (
        .tokenLifetime, ["15 min", "20 min", "30 min", "1 h"],
        ["7 min", "5 min", "4 min", "3 min", "2 min", "1 min 30 s", "1 min", "45 s", "30 s", "15 s"]
      ),
      (
        .idleLimit, ["7 min", "10 min", "15 min", "20 min", "30 min", "1 h"],
        ["4 min", "3 min", "2 min", "1 min 30 s", "1 min", "45 s", "30 s", "15 s"]
      ),
      (
        .holdDuration, ["7 min", "10 min", "15 min", "20 min", "30 min", "1 h"],
        ["4 min", "3 min", "2 min", "1 min 30 s", "1 min", "45 s", "30 s", "15 s"]
      ),
      (
        .maxHoldsPerUser, ["5 seats", "6 seats", "7 seats", "8 seats", "9 seats", "10 seats"],
        ["3 seats", "2 seats", "1 seat"]
      ),
      (
        .maxCharge, ["2,000,000 won", "5,000,000 won", "10,000,000 won", "20,000,000 won", "50,000,000 won"],
        ["500,000 won", "200,000 won", "100,000 won"]
      ),
      (
        .balanceCeiling, ["20,000,000 won", "50,000,000 won"],
        ["5,000,000 won", "2,000,000 won", "1,000,000 won", "500,000 won", "200,000 won", "100,000 won"]
      ),
      (.eventRetention, ["30 days", "365 days"], ["3 days", "1 day", "12 h", "6 h", "3 h", "1 h"]),
    ] as [(PolicyValue, [String], [String])])
  func `steps up and down to the ends, and stays there`(value: PolicyValue, up: [String], down: [String]) {
    #expect(walk(value, by: 1) == up)
    #expect(walk(value, by: -1) == down)
  }

  @Test(arguments: PolicyValue.allCases) func `changes no other value`(value: PolicyValue) {
    for step in [-1, 1] {
      let stepped = Policy().stepped(value, by: step)
      for other in PolicyValue.allCases where other != value {
        #expect(stepped.text(of: other, .korean) == Policy().text(of: other, .korean), "\(other)")
      }
    }
  }

  @Test func `no cap lies above the largest cap, and comes back`() {
    var policy = Policy().stepped(.maxActive, by: -1)
    #expect(policy.maxActive == 1000)
    policy = policy.stepped(.maxActive, by: 1)
    #expect(policy.maxActive == nil)
    #expect(policy == Policy())
    #expect(policy.stepped(.maxActive, by: 1).maxActive == nil)
  }

  @Test func `a closed door opens by a step, and a cap of nobody as well`() {
    let closed = Policy.with {
      $0.batch = 0
      $0.maxActive = 0
    }
    #expect(closed.stepped(.batch, by: -1) == closed)
    #expect(closed.stepped(.batch, by: 1).batch == 1)
    #expect(closed.stepped(.maxActive, by: -1) == closed)
    #expect(closed.stepped(.maxActive, by: 1).maxActive == 1)
  }

  private static let between = Policy.with {
    $0.activationPeriod = .milliseconds(12_500)
    $0.batch = 7
    $0.maxActive = 60
    $0.tokenLifetime = .minutes(25)
    $0.idleLimit = .seconds(50)
    $0.holdDuration = .milliseconds(299_999)
    $0.maxCharge = Won(1_234_567)
    $0.balanceCeiling = Won(9_999_999)
  }

  @Test(
    arguments: [
      (.activationPeriod, "10 s", "15 s"), (.batch, "5", "10"), (.maxActive, "50", "75"),
      (.tokenLifetime, "20 min", "30 min"), (.idleLimit, "45 s", "1 min"), (.holdDuration, "4 min", "5 min"),
      (.maxCharge, "1,000,000 won", "2,000,000 won"), (.balanceCeiling, "5,000,000 won", "10,000,000 won"),
    ] as [(PolicyValue, String, String)])
  func `a value between two figures goes to the next one`(value: PolicyValue, down: String, up: String) {
    #expect(Self.between.stepped(value, by: -1).text(of: value, .english) == down)
    #expect(Self.between.stepped(value, by: 1).text(of: value, .english) == up)
  }

  @Test func `a value beyond the figures comes back to the last one, and goes no further`() {
    let far = Policy.with {
      $0.batch = 5000
      $0.holdDuration = .hours(9)
      $0.activationPeriod = .milliseconds(50)
    }
    #expect(far.stepped(.batch, by: 1) == far)
    #expect(far.stepped(.batch, by: -1).batch == 1000)
    #expect(far.stepped(.holdDuration, by: 1) == far)
    #expect(far.stepped(.holdDuration, by: -1).holdDuration == .hours(1))
    #expect(far.stepped(.activationPeriod, by: -1) == far)
    #expect(far.stepped(.activationPeriod, by: 1).activationPeriod == .seconds(1))
  }

  @Test(arguments: PolicyValue.allCases) func `no step alone makes a policy that cannot be`(value: PolicyValue) {
    for step in [-1, 1] {
      var policy = Policy()
      // Far enough apart that the idle limit stays below the lifetime.
      policy.tokenLifetime = value == .idleLimit ? .hours(2) : .hours(1)
      policy.idleLimit = value == .tokenLifetime ? .seconds(5) : policy.idleLimit
      for _ in 0..<20 {
        policy = policy.stepped(value, by: step)
        #expect(policy.fault == nil)
      }
    }
  }
}
