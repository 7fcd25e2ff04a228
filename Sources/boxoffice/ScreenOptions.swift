internal import ArgumentParser
internal import Booking
internal import Scripts
internal import Wording

/// How the screens are shown.
struct ScreenOptions: ParsableArguments {
  @OptionGroup var languageOption: LanguageOption
  @Flag(inversion: .prefixedNo, help: "Draw with plain ASCII signs.") var ascii: Bool?
  @Flag(inversion: .prefixedNo, help: "Use the mouse, or leave it to the terminal for selecting text.")
  var mouse: Bool?

  @OptionGroup(title: "Scripts") var scripts: ScriptOptions

  /// Refuses to go on where there is no terminal to show anything on.
  func checkTerminal(for script: Script?, _ language: Language) throws {
    guard script != nil || ScriptOptions.hasTerminal else {
      throw fail(
        language(
          "터미널이 아닙니다. 터미널에서 실행하거나, 저장소 점검은 boxoffice check FILE을 쓰세요.",
          "this is not a terminal; run it in one, or use boxoffice check FILE to look at a store."), status: 2)
    }
  }
}
