import Booking
import Testing
import Wording

@testable import Scripts

@Suite("What is wrong with a script")
struct ScriptFaultTests {
  @Test(
    arguments: [
      .notText, .tooLarge, .unknownStep("pres"), .unknownKey("Entr"), .needsKey, .needsText("type"),
      .needsTime("wait"), .badTime("soon"), .badName("x"), .badSize, .unclosedText, .unknownEscape, .unprintable,
      .tooMuch("press"),
    ] as [ScriptFault.Problem])
  func `is said in one sentence in each language`(_ problem: ScriptFault.Problem) {
    let fault = ScriptFault(line: 3, problem)
    let (korean, english) = (fault.sentence(in: .korean), fault.sentence(in: .english))
    #expect(korean != english)
    for sentence in [korean, english] { #expect(sentence.hasSuffix(".") || sentence.hasSuffix(").")) }
    switch problem {
    case .unknownStep(let word), .unknownKey(let word), .needsText(let word), .needsTime(let word), .badTime(let word),
      .tooMuch(let word):
      #expect(korean.contains(word) && english.contains(word))
    default: break
    }
  }
}
