import Testing

@testable import SQLiteStore

@Suite("Waiting for another's lock")
struct BusyPatienceTests {
  @Test func `naps about a hundred times, and then gives up`() {
    // Six naps that double to 6 ms, then 3 ms each in the mean, make 300 ms.
    #expect(BusyPatience().wait(tries: 0))
    #expect(BusyPatience().wait(tries: 103))
    #expect(!BusyPatience().wait(tries: 104))
  }
}
