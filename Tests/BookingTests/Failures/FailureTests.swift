import Booking
import SQLiteStore
import TestSupport
import Testing

/// Every step of every use case and of the scheduler's jobs is made to fail: each call to the store in turn, and the
/// commit itself.
@Suite("When the store fails")
struct FailureTests {
  /// What came of a deed that nothing stood in the way of.
  private struct Reference {
    let answer: Result<String, BookingError>
    let contents: String
    let calls: [String]
    var isRefused: Bool { if case .failure = answer { true } else { false } }

    init(_ deed: FailureScenario) throws {
      let (house, act) = try deed.prepare()
      house.breakable.breakCall(nil)
      answer = attempt(act)
      calls = house.breakable.calls
      contents = try house.store.contents()
    }
  }

  @Test(arguments: FailureScenario.allCases)
  func `at any call, nothing has changed, and the next attempt succeeds`(_ deed: FailureScenario) throws {
    let reference = try Reference(deed)
    // What is refused leaves nothing to commit, unless something was due.
    #expect(reference.calls.contains(BreakableStore.commit) || reference.isRefused)
    for (number, name) in reference.calls.enumerated() {
      let (house, act) = try deed.prepare()
      let before = try house.store.contents()
      house.breakable.breakCall(number)
      #expect(attempt(act) == .failure(.storage(.full)), "\(name), call \(number)")
      #expect(house.breakable.calls.last == name)
      #expect(try house.store.contents() == before, "\(name), call \(number)")
      house.breakable.breakCall(nil)
      #expect(attempt(act) == reference.answer, "after \(name), call \(number)")
      #expect(try house.store.contents() == reference.contents, "after \(name), call \(number)")
      #expect(try house.violations() == [])
    }
  }

  @Test(arguments: FailureScenario.allCases.filter(\.hasKey))
  func `an answer that was lost on its way is given again, with one effect`(_ deed: FailureScenario) throws {
    let reference = try Reference(deed)
    let (house, act) = try deed.prepare()
    house.breakable.breakCall(nil)
    for _ in 1...3 { #expect(attempt(act) == reference.answer) }
    #expect(try house.store.contents() == reference.contents)
  }

  @Test func `opening a house is one step`() throws {
    let clock = SteppedClock()
    func open(_ store: any Store) -> Result<String, BookingError> {
      attempt { () throws(BookingError) in
        try BookingEngine(store: store, clock: clock, random: SeededRandom(seed: 1)).create(
          .real, anchor: clock.anchor(at: .opening, rate: 1000), policy: Policy(),
          season: BookingFixture.season(rows: 1, width: 2),
          people: (1...3).map { SeedUser(name: "\($0)", balance: Won(1), isWaiting: $0 > 1) })
        return ""
      }
    }
    let counting = BreakableStore(try DatabaseStore.inMemory())
    #expect(open(counting) == .success(""))
    for number in counting.calls.indices {
      let store = try DatabaseStore.inMemory()
      let before = try store.contents()
      let breakable = BreakableStore(store)
      breakable.breakCall(number)
      #expect(open(breakable) == .failure(.storage(.full)))
      #expect(try store.contents() == before, "\(counting.calls[number])")
    }
  }

  /// A verb that no deed calls would never be seen to fail.
  @Test func `every verb that changes something has failed`() throws {
    var called: Set<String> = []
    for deed in FailureScenario.allCases { called.formUnion(try Reference(deed).calls) }
    let changes = [
      "insertHouse", "erase", "setLatest", "setAdmissionEpoch", "setHead", "setClockAnchor", "insertPolicy",
      "insertUser", "credit", "debit", "insertLedgerEntry", "takeTicketNumber", "insertToken", "activateToken",
      "touchToken", "endToken", "insertLeaver", "deleteLeavers", "insertReservation", "confirmReservation",
      "expireReservation", "releaseReservation", "holdSeat", "sellSeat", "freeSeat", "insertPayment", "insertRequest",
      "append", "insertHall", "insertConcert", "insertSession", "setPrice",
    ]
    let missed = changes.filter { change in !called.contains { $0.hasPrefix(change + "(") } }
    #expect(missed == [])
  }
}

private func attempt(_ act: () throws(BookingError) -> String) -> Result<String, BookingError> {
  do throws(BookingError) { return .success(try act()) } catch { return .failure(error) }
}
