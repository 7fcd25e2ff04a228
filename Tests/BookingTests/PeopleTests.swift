import Booking
import TestSupport
import Testing

@Suite("People")
struct PeopleTests {
  let house: TestHouse

  init() throws { house = try TestHouse(people: 3) }

  private func refusal(_ name: String) -> BookingError? {
    do throws(BookingError) {
      _ = try house.engine.addUser(name: name)
      return nil
    } catch { return error }
  }

  @Test func `lists everybody by number, with a live token if there is one`() throws {
    let waiting = try house.engine.issueToken(user: house.people[1]).token
    let left = try house.engine.issueToken(user: house.people[2]).token.credential
    try house.engine.leaveQueue(caller: house.people[2], token: left)
    let people = try house.engine.people()
    #expect(people.map(\.user.name) == ["Person 1", "Person 2", "Person 3"])
    #expect(people.map(\.user.balance) == Array(repeating: Won(500_000), count: 3))
    #expect(people.map(\.token) == [nil, waiting, nil])
  }

  @Test func `tells the names of those who are asked for, and of nobody else`() throws {
    let (first, third) = (house.people[0], house.people[2])
    #expect(try house.engine.names(of: [first, third]) == [first: "Person 1", third: "Person 3"])
    #expect(try house.engine.names(of: [first, UserID(99)]) == [first: "Person 1"])
    #expect(try house.engine.names(of: []).isEmpty)
  }

  @Test func `adds a person with an empty wallet`() throws {
    let user = try house.engine.addUser(name: "한별 O'Neill")
    #expect(user == User(id: UserID(4), name: "한별 O'Neill", balance: .zero))
    #expect(try house.engine.people().last?.user == user)
    #expect(try house.engine.ledger(of: user.id).isEmpty)
    #expect(try house.events(.userAdded).last?.user == user.id)
    #expect(try house.violations() == [])
  }

  @Test func `trims blanks around a name, and keeps those inside`() throws {
    #expect(try house.engine.addUser(name: " \u{3000}김 하늘\t").name == "김 하늘")
  }

  @Test(arguments: ["", " ", "\u{3000}\t\n"])
  func `refuses a blank name`(name: String) { #expect(refusal(name) == .invalidName(.empty)) }

  @Test func `takes 40 characters, and refuses 41`() {
    #expect(refusal(String(repeating: "가", count: 40)) == nil)
    #expect(refusal(String(repeating: "가", count: 41)) == .invalidName(.tooLong(40)))
  }

  @Test func `refuses one character made of a great many marks`() {
    #expect(refusal("a" + String(repeating: "\u{301}", count: 200)) == .invalidName(.tooLong(40)))
  }

  @Test(arguments: [
    "a\u{1B}[31m", "a\nb", "a\u{0}b", "a\u{202E}b", "a\u{200B}b", "a\u{2028}b", "a\u{E000}", "a\u{9B}b",
  ])
  func `refuses characters that cannot be shown`(name: String) {
    #expect(refusal(name) == .invalidName(.unprintable))
  }

  @Test func `a refused name adds nobody`() throws {
    let before = try house.contents()
    #expect(refusal("a\nb") == .invalidName(.unprintable))
    #expect(try house.contents() == before)
  }

  @Test func `two people may have one name`() throws {
    let first = try house.engine.addUser(name: "Same")
    #expect(try house.engine.addUser(name: "Same").id != first.id)
  }
}
