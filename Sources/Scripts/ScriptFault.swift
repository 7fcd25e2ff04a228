internal import Canvas
package import Wording

/// What is wrong with a script, and where.
package struct ScriptFault: Error, Hashable, Sendable {
  package enum Problem: Hashable, Sendable {
    case notText, tooLarge
    case unknownStep(String)
    case unknownKey(String)
    case needsKey
    /// By the step that needs it.
    case needsText(String)
    case needsTime(String)
    case badTime(String)
    case badName(String)
    case badSize, badPlace
    case notARecording
    /// The line lies before the one above it.
    case goesBack
    case unclosedText, unknownEscape, unprintable
    case tooMuch(String)
  }

  /// From 1.
  package let line: Int
  package let problem: Problem

  /// A file that is something else.
  package static let notARecording = Self(line: 1, .notARecording)

  init(line: Int, _ problem: Problem) {
    self.line = line
    self.problem = problem
  }

  /// In a sentence, without the place.
  package func sentence(in language: Language) -> String {
    switch problem {
    case .notText: language("UTF-8 글이 아닙니다.", "this is no UTF-8 text.")
    case .tooLarge: language("대본이 너무 큽니다 (1 MiB까지).", "this is too large for a script (1 MiB at most).")
    case .unknownStep(let word):
      language(
        "“\(word)”이라는 명령은 없습니다 (press, type, wait, rest, until, expect, save, caption, size).",
        "there is no step “\(word)” (press, type, wait, rest, until, expect, save, caption, size).")
    case .unknownKey(let name):
      language(
        "“\(name)”이라는 키는 없습니다. 화면에 나오는 이름으로 쓰세요: j Enter Esc Space Ctrl-c.",
        "there is no key “\(name)”; use the names on the screen, such as j Enter Esc Space Ctrl-c.")
    case .needsKey: language("press에는 키 이름이 있어야 합니다.", "press needs the name of a key.")
    case .needsText(let step):
      language("\(step)에는 따옴표로 묶은 글이 있어야 합니다.", "\(step) needs a text in quotation marks.")
    case .needsTime(let step):
      language("\(step)에는 30s나 5m 같은 시간이 있어야 합니다.", "\(step) needs a time, such as 30s or 5m.")
    case .badTime(let word):
      language(
        "“\(word)”은 시간이 아닙니다. 500ms, 30s, 5m, 1h처럼 쓰세요 (24시간까지).",
        "“\(word)” is no time; write 500ms, 30s, 5m or 1h (24 hours at most).")
    case .badName:
      language(
        "save에는 글자, 숫자, -와 _로 된 이름이 있어야 합니다.", "save needs a name of letters, digits, - and _.")
    case .badSize:
      language("size에는 칸 수와 줄 수가 있어야 합니다: size 80 24.", "size needs columns and lines: size 80 24.")
    case .badPlace:
      language(
        "열과 줄이 있어야 합니다 (\(Size.largest.width)×\(Size.largest.height) 안), 휠은 up이나 down도.",
        "this needs a column and a line within \(Size.largest.width)×\(Size.largest.height), and a wheel up or down.")
    case .goesBack: language("앞줄보다 이른 때입니다.", "its instant lies before that of the line above.")
    case .notARecording:
      language("boxoffice의 녹화 파일이 아닙니다.", "this is no recording of boxoffice.")
    case .unclosedText: language("따옴표가 닫히지 않았습니다.", "a quotation mark is not closed.")
    case .unknownEscape: language("\\ 뒤에는 \"나 \\가 와야 합니다.", "\\ must be followed by \" or \\.")
    case .unprintable: language("글에 보이지 않는 문자가 있습니다.", "the text has a character that cannot be shown.")
    case .tooMuch(let step):
      language("\(step) 줄 끝에 알 수 없는 것이 더 있습니다.", "there is more on the line than \(step) takes.")
    }
  }
}
