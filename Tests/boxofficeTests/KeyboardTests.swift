internal import Booking
internal import SQLiteStore
internal import TestSupport
internal import Testing

/// Keys on their way through the terminal.
@Suite(.serialized, Tmux.condition)
struct KeyboardTests {
  @Test func `takes a lone Esc for a key`() async throws {
    let terminal = try await Tmux(try Stage(with: Quick.house), ["--language", "en"])
    try await terminal.wait(for: "Sign in", "q quit")
    try await terminal.press("?")
    try await terminal.wait(for: "┌─", "Ctrl-L")
    try await terminal.press("Escape")
    try await terminal.wait("the card is gone") { $0.title == "Sign in" && !$0.has("Ctrl-L") }
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `handles five hundred keys of one write in order`(seed: UInt64) async throws {
    let stage = try Stage(with: Quick.house)
    let terminal = try await Tmux(stage, ["--language", "en"])
    try await terminal.wait(for: "Sign in", "q quit")
    let store = try StoreFile(path: stage.store).openReadOnly()
    defer { store.close() }
    let people = try store.read { reader throws(BookingError) in try reader.users() }.map(\.name)
    var random = SeededRandom(seed: seed)
    var keys = ""
    var place = 0
    for _ in 0..<500 {
      let key = ["j", "j", "j", "k", "k", "G", "g"].randomElement(using: &random) ?? "j"
      keys += key
      switch key {
      case "j": place = min(place + 1, people.count - 1)
      case "k": place = max(place - 1, 0)
      case "G": place = people.count - 1
      default: place = 0
      }
    }
    try await terminal.type(keys)
    try await terminal.press("Enter")
    let picture = try await terminal.wait(title: "Concerts")
    #expect(picture.lines[0].contains(people[place]), "seed \(seed)")
  }

  @Test func `puts a paste into a text field and nowhere else`() async throws {
    let terminal = try await Tmux(try Stage(with: Quick.house), ["--language", "en"])
    try await terminal.wait(for: "Sign in", "q quit")
    try await terminal.paste("qqq")
    try await terminal.press("n")
    try await terminal.wait(for: "New name:")
    try await terminal.paste("홍길동 q")
    try await terminal.wait(for: "홍길동 q")
    try await terminal.press("Enter")
    try await terminal.wait(for: "홍길동 q is registered.")
  }
}
