internal import GRDB
internal import SQLiteStore
internal import TestSupport
internal import Testing

/// What a person is told when something is refused or fails, and what becomes of it.
@Suite("Refusals in a terminal", .serialized, Tmux.condition)
struct RefusalStoryTests {
  @Test func `stand until a key is pressed, and afterwards in the messages`() async throws {
    let stage = try Stage(with: Quick.house)
    let terminal = try await Tmux(stage, ["--language", "en"])
    try await terminal.signIn(as: "Mina Park")
    try await terminal.press("w")
    try await terminal.wait(title: "Wallet")
    try await terminal.press("a")
    try await terminal.wait(for: "Amount:")
    try await terminal.type("99999999")
    try await terminal.press("Enter")
    let refusal = "At most 1,000,000 won at a time."
    try await terminal.wait(for: refusal)
    // Whatever is drawn anew meanwhile, and whoever else changes the store.
    let other = try await Tmux(stage, ["--language", "en"])
    try await other.signIn(as: "Mina Park")
    try await other.press("w")
    try await other.wait(title: "Wallet")
    try await other.press("1")
    try await other.press("y")
    try await other.wait(for: "Topped up 10,000 won.")
    try await terminal.wait(for: "+10,000", refusal)
    try await terminal.resize(width: 100, height: 30)
    try await terminal.wait("the larger picture") {
      $0.lines.count == 30 && $0.lines[29].contains("Esc") && $0.has(refusal)
    }
    try await terminal.press("Escape")
    try await terminal.wait("the line is free") { !$0.has(refusal) }
    try await terminal.press("m")
    try await terminal.wait(for: refusal)
  }

  @Test func `of a full disk lose nothing, and what was refused can be done once there is room`() async throws {
    let stage = try Stage(with: Quick.house)
    let terminal = try await checkout(stage)
    let before = try contents(of: stage)
    try await terminal.limitFiles(to: "4096", stage)
    terminal.write("\r")
    try await terminal.wait(for: "Pay ")
    try await terminal.settle()
    terminal.write("y")
    try await terminal.wait(for: "The disk is full. Nothing changed; free some space and try again.")
    #expect(try contents(of: stage) == before)

    try await terminal.limitFiles(to: "unlimited", stage)
    let then = terminal.output.count
    terminal.write("\r")
    try await terminal.wait(for: "Pay ", since: then)
    try await terminal.settle()
    terminal.write("y")
    try await terminal.wait(for: "Paid", since: then)
    terminal.write("q")
    #expect(try await terminal.end() == .exited(0))
    #expect(try await stage.check().end == .exited(0))
  }

  /// As when somebody stopped another terminal in the middle of a commit, while other files in the store's folder change
  /// all the time, as those of each look at this one do.
  @Test func `of a store that another keeps locked say how long, and it is done once the lock goes`() async throws {
    let stage = try Stage(with: Quick.house)
    let terminal = try await Tmux(stage, ["--language", "en"])
    try await terminal.signIn(as: "Mina Park")
    try await terminal.holdSeat()
    var open = Configuration()
    open.allowsUnsafeTransactions = true
    let other = try DatabaseQueue(path: stage.store, configuration: open)
    try other.inDatabase { try $0.execute(sql: "BEGIN IMMEDIATE") }
    try await terminal.press("Enter")
    try await terminal.wait(for: "Pay ")
    try await terminal.press("y")
    try await terminal.wait("how long it has been tried") { picture in
      (2...9).contains { picture.has("The store is busy. Trying again for 0:0\($0) now (Esc gives up).") }
    }
    try other.inDatabase { try $0.execute(sql: "ROLLBACK") }
    try await terminal.wait(for: "Tickets", "Paid")
    try await terminal.press("q")
    #expect(try await terminal.end() == 0)
    #expect(try await stage.check().end == .exited(0))
  }

  /// The program with a seat held and the checkout on the screen.
  private func checkout(_ stage: Stage) async throws -> Pty {
    let terminal = try Pty(stage, ["--language", "en"])
    try await terminal.wait(for: "Sign in")
    for (keys, news) in [("\r", "Jazz After Midnight"), ("\r", "200/200"), ("jj\r", "STAGE"), ("\r", "Seat held")] {
      terminal.write(keys)
      try await terminal.wait(for: news)
      try await terminal.settle()
    }
    return terminal
  }

  /// Every row of the store.
  private func contents(of stage: Stage) throws -> String {
    let store = try StoreFile(path: stage.store).openReadOnly()
    defer { store.close() }
    return try store.contents()
  }
}
