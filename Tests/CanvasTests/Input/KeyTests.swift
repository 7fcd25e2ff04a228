import Testing

@testable import Canvas

struct KeyTests {
  @Test func `a letter is text, with Shift too`() {
    #expect(Key("한").text == "한")
    #expect(Key(.scalar("A"), .shift).text == "A")
    #expect(Key.space.text == " ")
  }

  @Test(arguments: [
    Key(.scalar("a"), .alt), .control("a"), Key(.scalar("a"), [.shift, .control]), .enter, .up, Key(.function(1)),
  ])
  func `other keys are no text`(key: Key) {
    #expect(key.text == nil)
  }
}
