import Booking
import Testing

@testable import Crowd

@Suite("Who comes to a show, and when")
struct CrowdPlanTests {
  private func times(_ arrivals: CrowdPlan.Arrivals, seed: UInt64 = 1) -> [Duration] {
    var plan = CrowdPlan()
    plan.size = 3000
    plan.seed = seed
    plan.arrivals = arrivals
    plan.span = .minutes(30)
    return plan.arrivalTimes
  }

  @Test(arguments: CrowdPlan.Arrivals.allCases) func `everybody comes within the span, in order`(
    _ arrivals: CrowdPlan.Arrivals
  ) {
    let times = times(arrivals)
    #expect(times.count == 3000)
    #expect(times == times.sorted())
    #expect(times.allSatisfy { $0 >= .zero && $0 < .minutes(30) })
    #expect(times != self.times(arrivals, seed: 2))
    #expect(times == self.times(arrivals))
  }

  @Test func `steady comes evenly, a rush at the opening, waves in the middle of each third`() {
    func count(_ arrivals: CrowdPlan.Arrivals, _ minutes: Range<Int64>) -> Int {
      times(arrivals).count { $0 >= .minutes(minutes.lowerBound) && $0 < .minutes(minutes.upperBound) }
    }
    #expect((400...600).contains(count(.steady, 0..<5)))
    #expect(count(.rush, 0..<5) > 1500)
    #expect(count(.rush, 25..<30) < 300)
    for third in [Int64(0), 10, 20] {
      #expect(count(.wave, (third + 4)..<(third + 6)) > count(.wave, third..<(third + 2)) * 2)
    }
  }

  @Test func `customers differ, and each is the same in every show`() {
    let plan = CrowdPlan()
    let customers = (0..<1000).map { Customer($0, of: plan) }
    #expect(Set(customers.map(\.temperament)).count == Temperament.allCases.count)
    #expect(Set(customers.map(\.party)) == [1, 2, 3, 4])
    #expect(Set(customers.map(\.name)).count == 1000)
    let again = (0..<1000).map { Customer($0, of: plan) }
    #expect(customers.map(\.temperament) == again.map(\.temperament))
    #expect(customers.map(\.taste) == again.map(\.taste))
  }
}
