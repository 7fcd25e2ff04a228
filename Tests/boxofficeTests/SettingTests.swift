internal import ArgumentParser
internal import Booking
internal import Testing
internal import Wording

@testable import boxoffice

@Suite("What can be set")
struct SettingTests {
  @Test func `every setting is an option too, and a variable`() {
    #expect(Setting.demoCrowd.variable == "BOXOFFICE_DEMO_CROWD")
    #expect(Setting.activationPeriod.variable == "BOXOFFICE_ACTIVATION_PERIOD")
    #expect(Set(Setting.allCases.map(\.variable)).count == Setting.allCases.count)
    let help = OpenCommand.helpMessage(columns: 200) + DemoCommand.helpMessage(columns: 200)
    for setting in Setting.allCases { #expect(help.contains(setting.option), "\(setting)") }
  }

  @Test(
    arguments: [
      (.flag, ["true", "false"], ["1", "yes", "", "True"]), (.text, ["a"], [""]),
      (.number, ["0", "-3", "42"], ["", "3.5", "1e3", "many"]), (.time, ["10s", "500ms", "7"], ["", "-1s", "soon"]),
      (.cap, ["none", "5"], ["", "all"]),
      (.seed, ["0", "18446744073709551615"], ["-3", "", "many"]), (.choice(["ko", "en"]), ["ko"], ["fr", ""]),
    ] as [(Setting.Kind, [String], [String])])
  func `takes what it may be, and says so of anything else`(_ kind: Setting.Kind, _ good: [String], _ bad: [String]) {
    for text in good { #expect(kind.accepts(text), "\(text)") }
    for text in bad { #expect(!kind.accepts(text), "\(text)") }
    #expect(kind.sentence(in: .korean) != kind.sentence(in: .english))
  }

  @Test func `whatever a kind takes, the option takes`() throws {
    let texts = ["10", "10s", "none"]
    for value in PolicyValue.allCases {
      for text in texts where value.setting.kind.accepts(text) {
        #expect(throws: Never.self) { try PolicyOptions.parse(["\(value.setting.option)=\(text)"]) }
      }
    }
    for setting in Setting.allCases where setting.rawValue.hasPrefix("demo.") && setting.kind != .flag {
      for text in texts + ["3", "wave", "club"] where setting.kind.accepts(text) {
        #expect(throws: Never.self) { try DemoOptions.parse(["\(setting.option)=\(text)"]) }
      }
    }
  }
}
