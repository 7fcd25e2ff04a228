internal import Booking
internal import Canvas
internal import Wording

/// Reads a script: one step a line; an empty line, and one that begins with `#`, is none.
///
///     press KEY…                 keys by the names that the screens give them: j Enter Ctrl-c
///     type "TEXT"                a text, key by key
///     wait TIME                  lets booking time pass: 30s, 5m
///     rest TIME                  lets real time pass
///     until "TEXT" TIME          waits for a text on the screen, at most so long in booking time
///     expect [not] "TEXT"        a text must, or must not, stand on the screen
///     save NAME                  saves the screen as NAME.txt
///     caption ["TEXT"]           shows a text below the screen, or none
///     size COLUMNS LINES         the size of the screen where there is no terminal
///
/// In recordings, which `RecordingText` writes, steps have instants, counted in real time from the beginning:
///
///     at TIME press KEY…         keys that came in one piece
///     at TIME paste "TEXT"       a text that was pasted
///     at TIME click X Y          the left button at a column and a line, from 0
///     at TIME wheel X Y up|down  the wheel turned there
///     at TIME size COLUMNS LINES the window changed
///     at TIME rows DIGEST        the store's rows must be the same
///     at TIME screen DIGEST      the screen must be the same
///
/// Where two texts follow each other the first is for Korean screens, the second for English ones.
package struct ScriptReader {
  /// More is no script.
  package static let mostBytes = 1 << 20

  /// What a line consists of.
  private enum Part: Hashable {
    case word(String)
    case text(String)
  }

  private let number: Int
  private var parts: ArraySlice<Part> = []
  private let command: String

  /// - Throws: the first fault in it.
  package static func read(_ bytes: [UInt8], mostBytes: Int = mostBytes) throws(ScriptFault) -> Script {
    guard bytes.count <= mostBytes else { throw ScriptFault(line: 1, .tooLarge) }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw ScriptFault(line: 1, .notText) }
    var lines: [Script.Line] = []
    let written = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in written.enumerated() {
      guard let first = line.first(where: { !$0.isWhitespace }), first != "#" else { continue }
      var reader = try ScriptReader(line, number: index + 1)
      lines += try reader.steps().map { Script.Line(number: index + 1, step: $0) }
    }
    return Script(lines: lines)
  }

  private init(_ line: Substring, number: Int) throws(ScriptFault) {
    self.number = number
    var parts = try Self.parts(of: line, number)
    guard case .word(let command)? = parts.first else { throw ScriptFault(line: number, .unknownStep("\"")) }
    parts.removeFirst()
    self.command = command
    self.parts = parts[...]
  }

  private static func parts(of line: Substring, _ number: Int) throws(ScriptFault) -> [Part] {
    var parts: [Part] = []
    var rest = line.drop(while: \.isWhitespace)
    while let first = rest.first {
      // To a step that presses keys a quotation mark is one.
      let command = parts.first == .word("at") ? parts.dropFirst(2).first : parts.first
      if first == "\"", command != .word("press") {
        rest = rest.dropFirst()
        parts.append(.text(try text(from: &rest, number)))
      } else {
        parts.append(.word(String(rest.prefix { !$0.isWhitespace })))
        rest = rest.drop { !$0.isWhitespace }
      }
      rest = rest.drop(while: \.isWhitespace)
    }
    return parts
  }

  /// The text up to its closing quotation mark; `\"` and `\\` stand for the signs themselves,
  /// `\u{301}` for the character of that number.
  private static func text(from rest: inout Substring, _ number: Int) throws(ScriptFault) -> String {
    var text = String.UnicodeScalarView()
    while let character = rest.popFirst() {
      switch character {
      case "\"": return String(text).composed
      case "\\": text.append(try escaped(in: &rest, number))
      default:
        guard character.unicodeScalars.allSatisfy(\.isText) else { throw ScriptFault(line: number, .unprintable) }
        text.append(contentsOf: character.unicodeScalars)
      }
    }
    throw ScriptFault(line: number, .unclosedText)
  }

  /// The character that an escape stands for.
  private static func escaped(in rest: inout Substring, _ number: Int) throws(ScriptFault) -> Unicode.Scalar {
    switch rest.popFirst() {
    case "\""?: return "\""
    case "\\"?: return "\\"
    case "u"? where rest.popFirst() == "{":
      let digits = rest.prefix { $0 != "}" }
      rest = rest.dropFirst(digits.count)
      guard rest.popFirst() == "}", let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) else { break }
      return scalar
    default: break
    }
    throw ScriptFault(line: number, .unknownEscape)
  }

  private mutating func steps() throws(ScriptFault) -> [Script.Step] {
    let steps: [Script.Step]
    switch command {
    case "press": steps = try keys()
    case "type": steps = try characters()
    case "wait": steps = [.wait(try time())]
    case "rest": steps = [.rest(try time())]
    case "until":
      let text = try text()
      steps = [.until(text, try time())]
    case "expect":
      let isThere = parts.first != .word("not")
      if !isThere { parts.removeFirst() }
      steps = [.expect(try text(), isThere: isThere)]
    case "save": steps = [.save(try name())]
    case "caption": steps = [.caption(parts.isEmpty ? nil : try text())]
    case "size": steps = [.size(try size())]
    case "at":
      let instant = try time(atMost: .days(365))
      steps = [.at(instant), try timedStep()]
    default: throw fault(.unknownStep(command))
    }
    guard parts.isEmpty else { throw fault(.tooMuch(command)) }
    return steps
  }

  private mutating func timedStep() throws(ScriptFault) -> Script.Step {
    let step = word() ?? ""
    switch step {
    case "press":
      return .strike(
        try keys().compactMap { step -> TerminalEvent? in if case .press(let key) = step { .key(key) } else { nil } })
    case "paste": return .strike([.paste(try text().english)])
    case "click": return .strike([.click(try place())])
    case "wheel":
      let place = try place()
      guard let way = word(), ["up", "down"].contains(way) else { throw fault(.badPlace) }
      return .strike([.wheel(place, down: way == "down")])
    case "size": return .size(try size())
    case "rows": return .rows(try name())
    case "screen": return .screen(try name())
    default: throw fault(.unknownStep("at … \(step)"))
    }
  }

  private mutating func place() throws(ScriptFault) -> Position {
    guard let x = word().flatMap({ Int($0) }), let y = word().flatMap({ Int($0) }),
      case let place = Position(x: x, y: y), Size.largest.contains(place)
    else { throw fault(.badPlace) }
    return place
  }

  private func fault(_ problem: ScriptFault.Problem) -> ScriptFault { ScriptFault(line: number, problem) }

  private mutating func word() -> String? {
    guard case .word(let word)? = parts.first else { return nil }
    parts.removeFirst()
    return word
  }

  private mutating func string() -> String? {
    guard case .text(let text)? = parts.first, !text.isEmpty else { return nil }
    parts.removeFirst()
    return text
  }

  private mutating func text() throws(ScriptFault) -> LocalizedText {
    guard let first = string() else { throw fault(.needsText(command)) }
    return LocalizedText(first, string() ?? first)
  }

  private mutating func keys() throws(ScriptFault) -> [Script.Step] {
    var keys: [Script.Step] = []
    while let name = word() {
      guard let key = Key(named: name) else { throw fault(.unknownKey(name)) }
      keys.append(.press(key))
    }
    guard !keys.isEmpty else { throw fault(.needsKey) }
    return keys
  }

  private mutating func characters() throws(ScriptFault) -> [Script.Step] {
    guard let text = string() else { throw fault(.needsText(command)) }
    return text.unicodeScalars.map { .press(Key(.scalar($0))) }
  }

  private mutating func time(atMost most: Duration = .days(1)) throws(ScriptFault) -> Duration {
    guard let word = word() else { throw fault(.needsTime(command)) }
    guard let time = Duration(written: word), time <= most else { throw fault(.badTime(word)) }
    return time
  }

  private mutating func name() throws(ScriptFault) -> String {
    guard let name = word() else { throw fault(.badName("")) }
    let isPlain = name.unicodeScalars.allSatisfy {
      $0 == "-" || $0 == "_" || $0.properties.isAlphabetic || $0.properties.numericType != nil
    }
    guard isPlain, name.utf8.count <= 100 else { throw fault(.badName(name)) }
    return name
  }

  private mutating func size() throws(ScriptFault) -> Size {
    guard let width = word().flatMap({ Int($0) }), let height = word().flatMap({ Int($0) }),
      case let size = Size(width: width, height: height), size.isDrawn
    else { throw fault(.badSize) }
    return size
  }
}
