import Booking
import Canvas
import TestSupport
import Testing
import Wording

@testable import Screens

@Suite("A demonstration's policy, changed in place")
struct PolicyEditorStoryTests {
  let stage: TestStage

  init() throws {
    stage = try TestStage.presenting()
    stage.press("d", .space, "e")
    // It opens on the people per admission.
    stage.press(.up)
  }

  private var policy: Policy { get throws { try stage.engine.policy() } }

  @Test func `e opens it from the control panel, and Esc leads back`() {
    #expect(stage.title == "Change policy")
    for value in PolicyValue.allCases {
      #expect(stage.screen.contains(value.name(.english)))
      #expect(stage.screen.contains(Policy().text(of: value, .english)))
    }
    stage.press(.escape)
    #expect(stage.title == "Control panel")
    stage.press("e", "d")
    #expect(stage.title == "Control panel")
  }

  @Test func `the arrows change the chosen value, and it is in force at once`() throws {
    #expect(stage.chosenRow.contains("admission period"))
    stage.press(.right)
    #expect(stage.chosenRow.contains(" 15 s "))
    #expect(try policy == .with { $0.activationPeriod = .seconds(15) })
    stage.press(.left, "h", "-")
    #expect(try policy.activationPeriod == .seconds(3))
    stage.press("l", "+")
    #expect(try policy == Policy())
    #expect(stage.chosenRow.contains(" 10 s "))
  }

  @Test func `up and down choose another value, to the ends`() throws {
    for value in PolicyValue.allCases {
      #expect(stage.chosenRow.contains(value.name(.english)))
      stage.press("j")
    }
    #expect(stage.chosenRow.contains("event retention"))
    stage.press("g", "j", .right)
    #expect(try policy == .with { $0.batch = 75 })
    stage.press(.end, .up, .left)
    #expect(
      try policy
        == .with {
          $0.batch = 75
          $0.balanceCeiling = Won(5_000_000)
        })
  }

  @Test func `a click chooses a value as well`() {
    stage.click("hold time")
    #expect(stage.chosenRow.contains("hold time"))
    stage.press(.right)
    #expect(stage.chosenRow.contains("hold time") && stage.chosenRow.contains("7 min"))
  }

  @Test func `each change is recorded and told, and one that changes nothing is not`() throws {
    stage.press("j", .right, .right, "G", .right, .right, .right)
    let events = try stage.engine.events(after: EventID(0)).filter { $0.kind == .policySet }
    #expect(events.count == 1 + 4, "the founding, two larger batches, and the ceiling up to its end")
    stage.press(.escape)
    #expect(
      stage.feed.prefix(4) == ["the policy changes", "the policy changes", "the policy changes", "the policy changes"])
  }

  @Test func `an idle limit that would reach the lifetime is refused`() throws {
    stage.press("j", "j", "j", "j", .right)
    #expect(try policy.idleLimit == .minutes(7))
    let last = try stage.engine.lastEvent()
    stage.press(.right)
    #expect(stage.message.contains("The idle limit must be shorter than the token's lifetime."))
    #expect(try policy.idleLimit == .minutes(7))
    stage.press("k", .left)
    #expect(stage.message.contains("The idle limit must be shorter than the token's lifetime."))
    #expect(try policy.tokenLifetime == .minutes(10))
    #expect(try stage.engine.lastEvent() == last)
    stage.press(.right)
    #expect(try policy.tokenLifetime == .minutes(15))
    #expect(!stage.message.contains("idle limit"))
  }

  @Test func `a cap is put up and taken away`() throws {
    stage.press("j", "j", .right)
    #expect(try policy.maxActive == nil)
    stage.press(.left)
    #expect(stage.chosenRow.contains(" 1000 "))
    stage.press(.right)
    #expect(stage.chosenRow.contains(" no cap "))
  }

  @Test func `deadlines that were made before stay`() throws {
    stage.press(.escape, ">", "e", "j", "j", "j")
    stage.press("-", "-", "-", "-", "-", "-", "-", "-")
    #expect(try policy.idleLimit == .seconds(15))
    stage.press(.escape)
    #expect(stage.screen.contains("Next (n): Alex Morgan's token ends at 10:05:10"))
    #expect(try stage.violations() == [])
  }

  @Test(arguments: Language.allCases, [Glyphs.unicode, .ascii])
  func `shows every value and says the whole of what a change does, in every window`(
    _ language: Language, _ glyphs: Glyphs
  ) throws {
    let stage = try TestStage.presenting(language, glyphs: glyphs)
    stage.press("d", "e", "G")
    for (width, height) in [(60, 16), (75, 20), (80, 24), (120, 40)] {
      stage.resize(width, height)
      #expect(FrameFaults.of(stage.grid, isASCII: glyphs.isASCII) == [], "\(stage.screen)")
      for value in PolicyValue.allCases {
        #expect(stage.screen.contains(value.name(language)), "\(width)x\(height)\n\(stage.screen)")
        #expect(stage.screen.contains(Policy().text(of: value, language)), "\(width)x\(height)\n\(stage.screen)")
      }
      #expect(
        stage.screen.contains(language("바꾸면 바로 적용되고 기록에 남습니다.", "A change takes effect at once and is recorded.")))
      #expect(stage.screen.contains(language("이미 정해진 기한은 그대로입니다.", "Deadlines already set stay.")), "\(stage.screen)")
      #expect(stage.chosenRow.contains(glyphs.isASCII ? " < >" : " ← →"))
    }
  }
}
