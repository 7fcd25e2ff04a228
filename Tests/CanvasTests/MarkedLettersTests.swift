import Testing

@testable import Canvas

struct MarkedLettersTests {
  private var table = MarkedLetters()

  @Test mutating func `no text makes the table grow without end, and letters stay what they are`() {
    let thai = table.number(0xE17, with: "\u{E35}")
    var numbers: Set<UInt32> = []
    for letter in UInt32(0x4E00)..<0x9FFF {
      let number = table.number(table.number(letter, with: "\u{20DD}"), with: "\u{20DE}")
      #expect(table.scalars(of: number).first?.value == letter)
      if MarkedLetters.isMarked(number) { numbers.insert(number) }
    }
    #expect((1_000...MarkedLetters.mostSteps).contains(numbers.count))
    #expect(table.number(0xE17, with: "\u{E35}") == thai)
    #expect(table.scalars(of: thai) == ["\u{E17}", "\u{E35}"])
  }

  @Test mutating func `a letter and a mark that have a scalar together become it`() {
    #expect(table.number(0x65, with: "\u{301}") == 0xE9)
    #expect(table.scalars(of: 0) == [])
  }

  @Test mutating func `the order in which marks come makes no difference where it means none`() {
    let below = table.number(table.number(0x78, with: "\u{323}"), with: "\u{302}")
    #expect(table.number(table.number(0x78, with: "\u{302}"), with: "\u{323}") == below)
  }
}
