import Booking
import Canvas
import TestSupport
import Testing

@testable import Screens

@Suite("Wallet")
struct WalletTests {
  let stage: TestStage

  init() throws {
    stage = try TestStage()
    stage.signIn()
    stage.press("w")
  }

  @Test(arguments: [("1", 10_000), ("2", 50_000), ("3", 100_000), ("4", 500_000), ("5", 1_000_000)] as [(Key, Int64)])
  func `a preset asks, and tops up its amount`(_ key: Key, _ amount: Int64) throws {
    stage.press(key)
    #expect(stage.screen.contains("Top up \(amount.grouped) won?"))
    stage.press(.enter)
    #expect(try stage.user().balance == Won(500_000), "No is the default")
    stage.press(key, "y")
    #expect(try stage.user().balance == Won(500_000 + amount))
    #expect(stage.message.contains("Topped up \(amount.grouped) won"))
    #expect(stage.top.contains("\((500_000 + amount).grouped) won"))
  }

  @Test(arguments: ["12345", "12,345", "12 345원", " 12345 ", "１２３４５"])
  func `a typed amount may be grouped, or in wide digits`(_ typed: String)
    throws
  {
    stage.press("a")
    stage.type(typed)
    stage.press(.enter)
    #expect(try stage.user().balance == Won(512_345))
    #expect(!stage.screen.contains("Amount:"))
  }

  @Test(arguments: ["a", .enter] as [Key]) func `the amount is opened with`(_ key: Key) throws {
    stage.press(key)
    #expect(stage.screen.contains("Amount:"))
  }

  @Test func `a preset that the limits forbid is disabled and says why`() throws {
    stage.press("a")
    for _ in 0..<9 {
      stage.type("1000000")
      stage.press(.enter, "a")
    }
    stage.press(.escape, "5")
    #expect(stage.message.contains("!!  A balance may not pass 10,000,000 won."))
    #expect(!stage.screen.contains("Top up 1,000,000 won?"))
    stage.press("4")
    #expect(stage.screen.contains("Top up 500,000 won?"), "just up to the ceiling")
  }

  @Test func `the largest single charge is allowed`() throws {
    stage.press("a")
    stage.type("1000000")
    stage.press(.enter)
    #expect(try stage.user().balance == Won(1_500_000))
  }

  @Test func `Esc leaves the amount and charges nothing`() throws {
    stage.press("a")
    stage.type("5000")
    stage.press(.escape)
    #expect(stage.top.contains("Wallet"))
    #expect(try stage.user().balance == Won(500_000))
  }

  @Test func `a refused amount is mended and then charged`() throws {
    stage.press("a")
    stage.type("1000001")
    stage.press(.enter, .backspace, .enter)
    #expect(try stage.user().balance == Won(600_000))
  }

  @Test func `the ledger lists every movement, the newest first`() throws {
    stage.press("1", "y", "2", "y")
    let lines = stage.screen.split(separator: "\n").filter { $0.contains("Fri 1 May 2026 10:00") }
    #expect(lines.count == 3)
    #expect(lines[0].contains("+50,000"))
    #expect(lines[0].contains("560,000 won"), "with the balance after it")
    #expect(lines[1].contains("+10,000"))
    #expect(lines[1].contains("510,000 won"))
    #expect(lines[2].contains("opening balance"))
    #expect(lines[2].contains("+500,000"))
  }

  @Test func `no token is needed, and none is issued`() throws {
    stage.press("1", "y")
    #expect(stage.chips.contains("not in the queue"))
  }
}
