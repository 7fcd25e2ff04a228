import Booking
import TestSupport
import Testing

@Suite("People")
struct PeopleTests {
  let house: BookingFixture

  init() throws { house = try BookingFixture(people: 3) }

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

  @Test(
    arguments: [
      ("a\u{1B}[31m", "\u{1B}"), ("a\nb", "\n"), ("a\u{0}b", "\u{0}"), ("a\u{202E}b", "\u{202E}"),
      ("a\u{200B}b", "\u{200B}"), ("a\u{2028}b", "\u{2028}"), ("a\u{E000}", "\u{E000}"), ("a\u{9B}b", "\u{9B}"),
      ("\u{E31}a", "\u{E31}"), ("a\u{200D}", "\u{200D}"), ("\u{200C}a", "\u{200C}"), ("a\u{E0061}", "\u{E0061}"),
      ("a\u{2066}b", "\u{2066}"), ("a\u{AD}b", "\u{AD}"), ("q\u{316}\u{317}\u{301}\u{302}\u{303}b", "\u{303}"),
    ] as [(String, Unicode.Scalar)])
  func `refuses characters that cannot be shown, and says which`(name: String, character: Unicode.Scalar) {
    #expect(refusal(name) == .invalidName(.unprintable(character)))
  }

  @Test(arguments: [
    "ดนตรีที่รัก", "हिन्दी", "தமிழ்", "שָׁלוֹם", "مُحَمَّد", "می‌خواهم", "Nguyễn Thị Ánh", "Ẹ́niọlá", "A👨‍👩‍👧B", "A❤️B", "A👍🏽B", "A🇰🇷B",
    "A1️⃣B", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "ខ្មែរ",
  ])
  func `takes letters with marks, and pictures made of several, whole`(name: String) throws {
    #expect(try house.engine.addUser(name: name).name.unicodeScalars.elementsEqual(name.unicodeScalars))
  }

  @Test(arguments: ["\u{3164}", "\u{115F}\u{1160}", "\u{FFA0} \u{2800}", "\u{3164}\u{A0}\u{3000}", "\u{2800}"])
  func `refuses a name in which nobody would see anything`(name: String) {
    #expect(refusal(name) == .invalidName(.empty))
  }

  @Test func `a refused name adds nobody`() throws {
    let before = try house.contents()
    #expect(refusal("a\nb") == .invalidName(.unprintable("\n")))
    #expect(try house.contents() == before)
  }

  @Test func `two people may have one name`() throws {
    let first = try house.engine.addUser(name: "Same")
    #expect(try house.engine.addUser(name: "Same").id != first.id)
  }
}
