import Booking
import Testing
import Wording

@Suite("The policy's values in words")
struct PolicyWordsTests {
  @Test func `every value has a name of its own in each language`() {
    for language in Language.allCases {
      #expect(Set(PolicyValue.allCases.map { $0.name(language) }).count == PolicyValue.allCases.count)
    }
    #expect(PolicyValue.allCases.allSatisfy { $0.name(.korean) != $0.name(.english) })
  }

  @Test func `the standard values read as people say them`() {
    let policy = Policy()
    #expect(
      PolicyValue.allCases.map { policy.text(of: $0, .english) } == [
        "10 s", "50", "no cap", "10 min", "5 min", "5 min", "4 seats", "1,000,000 won", "10,000,000 won",
        "7 days",
      ])
    #expect(
      PolicyValue.allCases.map { policy.text(of: $0, .korean) } == [
        "10초", "50명", "제한 없음", "10분", "5분", "5분", "4석", "1,000,000원", "10,000,000원", "7일",
      ])
  }

  @Test func `a cap is told as people, and a fraction of a second is exact`() {
    var policy = Policy()
    policy.maxActive = 30
    policy.activationPeriod = .milliseconds(50)
    #expect(policy.text(of: .maxActive, .korean) == "30명")
    #expect(policy.text(of: .activationPeriod, .english) == "50 ms")
  }
}
