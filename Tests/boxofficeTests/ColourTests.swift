internal import Booking
internal import Files
internal import Foundation
internal import SQLiteStore
internal import TestSupport
internal import Testing

@testable import boxoffice

/// Colours on backgrounds that nobody knows, and meanings without them.
@Suite("Colours in a terminal", .serialized, Tmux.condition)
struct ColourTests {
  @Test func `come in pairs over a terminal's own, so that light and dark backgrounds serve`() async throws {
    let terminal = try await Tmux(try Stage(with: Quick.house), ["--language", "en"])
    try await terminal.wait(for: "Sign in", "김하늘", "active", "q quit")
    var pictures = [try await terminal.styledPicture()]
    for (key, text) in [
      ("Enter", "Jazz After Midnight"), ("Enter", "200/200"), ("G", "Sessions"), ("?", "Ctrl-L"), ("?", "Sessions"),
    ] {
      try await terminal.press(key)
      try await terminal.wait(for: text)
      pictures.append(try await terminal.styledPicture())
    }
    try await terminal.press("g", "j", "j", "Enter")
    try await terminal.wait(for: "STAGE")
    pictures.append(try await terminal.styledPicture())
    try await terminal.press("Enter")
    try await terminal.wait(for: "Seat held")
    try await terminal.press("Enter")
    try await terminal.wait(for: "Pay ")
    pictures.append(try await terminal.styledPicture())
    for picture in pictures {
      let cells = Self.cells(of: picture)
      #expect(cells.allSatisfy { ($0.foreground == nil) == ($0.background == nil) }, "\(picture)")
      let plain = cells.filter { $0.foreground == nil && $0.sign != " " }
      #expect(plain.count > 100)
    }
    // And there are colours.
    #expect(pictures.contains { Self.cells(of: $0).contains { $0.foreground != nil } })
  }

  private struct ColouredCell {
    let sign: Character
    let foreground: String?
    let background: String?
  }

  /// Reads what tmux tells of colours.
  private static func cells(of picture: String) -> [ColouredCell] {
    var cells: [ColouredCell] = []
    var foreground: String?
    var background: String?
    var rest = picture[...]
    while let sign = rest.first {
      guard sign == "\u{1B}", let end = rest.firstIndex(of: "m") else {
        cells.append(ColouredCell(sign: sign, foreground: foreground, background: background))
        rest = rest.dropFirst()
        continue
      }
      var codes = rest[..<end].dropFirst(2).split(separator: ";", omittingEmptySubsequences: false)[...]
      while let code = codes.popFirst() {
        switch code {
        case "", "0": (foreground, background) = (nil, nil)
        case "38":
          foreground = "\(codes.prefix(2))"
          codes = codes.dropFirst(2)
        case "48":
          background = "\(codes.prefix(2))"
          codes = codes.dropFirst(2)
        case "39": foreground = nil
        case "49": background = nil
        default:
          guard let number = Int(code) else { break }
          if (30...37).contains(number) || (90...97).contains(number) { foreground = "\(number)" }
          if (40...47).contains(number) || (100...107).contains(number) { background = "\(number)" }
        }
      }
      rest = rest[rest.index(after: end)...]
    }
    return cells
  }

  @Test func `are not needed to tell the states of seats`() async throws {
    let stage = try Stage(with: Quick.house)
    let house = try HouseOpening.open(file: FilePath(stage.store), policy: Policy())
    let users = try house.engine.people().map(\.user)
    let me = try #require(users.first { $0.name == "Mina Park" })
    let others = users.filter { $0.id != me.id }.suffix(2)
    try house.engine.runSchedule()
    let sessions = try house.engine.programme()[0].evenings.map(\.session.id)
    let (session, all) = try #require(
      try house.store.read { reader throws(BookingError) in
        var free: [(SessionID, [SeatID])] = []
        for session in sessions where try reader.takenSeats(of: session) == 0 {
          free.append((session, try reader.seats(of: session).map(\.id)))
        }
        return free.first { $0.1.count == 200 }
      })
    var seats = all
    var keys = 0
    /// Takes the next seats for somebody.
    func hold(_ count: Int, for user: UserID, pays: Bool) throws {
      let token = try house.engine.issueToken(user: user).token.credential
      while try house.engine.lookUpToken(token).token.activity == nil { Thread.sleep(forTimeInterval: 0.05) }
      keys += 2
      let holds = try house.engine.holdSeats(
        caller: user, token: token, session: session, seats: Array(seats.prefix(count)), key: RequestKey("\(keys)"))
      seats.removeFirst(count)
      guard pays else { return }
      _ = try house.engine.charge(user: user, amount: Won(1_000_000), key: RequestKey("c\(keys)"))
      _ = try house.engine.pay(
        caller: user, token: token, reservations: holds.map(\.id), key: RequestKey("\(keys + 1)"))
    }
    try hold(2, for: me.id, pays: true)
    try hold(1, for: me.id, pays: false)
    try hold(3, for: others[others.startIndex].id, pays: true)
    try hold(4, for: others[others.startIndex + 1].id, pays: false)
    house.store.close()

    let terminal = try await Tmux(stage, ["--language", "en"], environment: ["NO_COLOR": "1"])
    try await terminal.wait(for: "Sign in", "김하늘")
    try await terminal.press("/")
    try await terminal.type("Mina Park")
    try await terminal.wait("only Mina Park") { $0.has("Mina Park") && !$0.has("김하늘") }
    try await terminal.press("Enter", "Enter")
    try await terminal.wait(for: "Time left")
    try await terminal.press("Escape")
    try await terminal.wait(title: "Concerts")
    try await terminal.press("Enter")
    try await terminal.wait(for: "Sessions", "190/200")
    try await terminal.press("j", "j", "Enter")
    try await terminal.wait("the map") { $0.title == "Seat map" && $0.has("STAGE") && $0.has("available") }
    // The rows of the hall, without the legend beside them.
    let rows = try await terminal.picture().lines[2..<20].map { $0.prefix(52) }.joined(separator: "\n")
    func count(_ sign: Character) -> Int { rows.filter { $0 == sign }.count }
    #expect(count("◉") == 1 && count("✓") == 2 && count("✕") == 3 && count("░") == 4, "\(rows)")
    // Free seats have the letter of their tier.
    #expect(count("R") == 90 && count("S") > 40 && count("A") > 40, "\(rows)")
    #expect(!Self.cells(of: try await terminal.styledPicture()).contains { $0.foreground != nil })
    // Where there is room between seats, brackets stand around the one under the cursor.
    try await terminal.press("+")
    try await terminal.wait("the cursor's brackets") { $0.has("[") && $0.has("]") }
  }
}
