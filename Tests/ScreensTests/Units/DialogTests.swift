import Booking
import Canvas
import Testing

@testable import Screens

@Suite("A question before something that cannot be undone")
struct DialogTests {
  private static let dialog = Dialog(
    [LocalizedText("정말요?", "Really?")],
    [
      Dialog.Choice("n", "아니요", "No", nil), Dialog.Choice("y", "예", "Yes", .pay),
      Dialog.Choice("r", "해제", "Release", .release),
    ])

  /// What pressing the keys leads to: "open", or the act, nil for nothing.
  private func answer(_ keys: Key...) -> (isOpen: Bool, act: Act?) {
    var dialog = Self.dialog
    for key in keys { if case .closed(let act) = dialog.handle(key) { return (false, act) } }
    return (true, nil)
  }

  @Test func `Enter takes the safe answer, which is chosen at first`() {
    #expect(answer(.enter) == (false, nil))
  }

  @Test(arguments: [.escape, .backspace, "q", "n"] as [Key]) func `nothing happens on`(_ key: Key) {
    #expect(answer(key) == (false, nil))
  }

  @Test func `each answer has its letter`() {
    #expect(answer("y") == (false, .pay))
    #expect(answer("r") == (false, .release))
  }

  @Test(arguments: [.right, .down, "l", "j", .tab] as [Key]) func `the choice moves on with`(_ key: Key) {
    #expect(answer(key, .enter) == (false, .pay))
    #expect(answer(key, key, .enter) == (false, .release))
    #expect(answer(key, key, key, .enter) == (false, nil), "round the end")
  }

  @Test(arguments: [.left, .up, "h", "k", Key(.tab, .shift)] as [Key]) func `and back with`(_ key: Key) {
    #expect(answer(key, .enter) == (false, .release))
    #expect(answer(key, key, .enter) == (false, .pay))
  }

  @Test(arguments: ["Y", "x", .space, .home, .control("y"), Key(.function(1))] as [Key])
  func `any other key leaves it open`(_ key: Key) {
    #expect(answer(key) == (true, nil))
  }

  @Test func `a yes-or-no question has No first`() {
    let dialog = Dialog.confirm([], yes: Dialog.Choice("y", "결제", "Pay", .pay))
    #expect(dialog.choices.map(\.act) == [nil, .pay])
    #expect(dialog.chosen == 0)
  }
}
