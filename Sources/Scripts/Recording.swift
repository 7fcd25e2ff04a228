internal import Booking
package import Canvas

/// A session at a demonstration, as it can be repeated: how the show was opened, and everything that came from the
/// terminal with its instant.
package struct Recording: Hashable, Sendable {
  /// Of the program that wrote it; nil in recordings from before programs said so.
  package let version: String?
  /// Of `boxoffice demo`.
  package let options: [String]
  package let script: Script

  /// Hours of busy keys.
  package static let mostBytes = 64 << 20

  /// Reads what `RecordingText` writes.
  /// - Throws: the first fault in it.
  package static func read(_ bytes: [UInt8]) throws(ScriptFault) -> Self {
    let text = try text(of: bytes)
    var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let head = try Head(of: &lines)
    // Of a session that was cut off the last line may be a part of one.
    if text.last?.isNewline != true, lines.count > 1 { lines.removeLast() }
    let script = try ScriptReader.read(Array(lines.joined(separator: "\n").utf8), mostBytes: mostBytes)
    var latest = Duration.zero
    for line in script.lines {
      guard case .at(let instant) = line.step else { continue }
      guard instant >= latest else { throw ScriptFault(line: line.number, .goesBack) }
      latest = instant
    }
    return Self(version: head.version, options: head.options, script: script)
  }

  /// The version alone, which tells more than a fault where a newer program wrote what this one cannot read.
  /// - Throws: `notARecording` and what is no text.
  package static func version(of bytes: [UInt8]) throws(ScriptFault) -> String? {
    var lines = try text(of: bytes).split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return try Head(of: &lines).version
  }

  private static func text(of bytes: [UInt8]) throws(ScriptFault) -> String {
    guard bytes.count <= mostBytes else { throw ScriptFault(line: 1, .tooLarge) }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw ScriptFault(line: 1, .notText) }
    return text
  }

  /// The lines before the first step: `version` and `demo`.
  private struct Head {
    var version: String?
    let options: [String]

    /// Empties its lines, so that the others keep their numbers.
    init(of lines: inout [Substring]) throws(ScriptFault) {
      var head = lines.indices.lazy.filter { [lines] in !lines[$0].isEmpty && lines[$0].first != "#" }.makeIterator()
      var next = head.next()
      if let line = next, case let words = lines[line].split(whereSeparator: \.isWhitespace), words.first == "version" {
        guard words.count == 2, words[1].utf8.count <= 40, words[1].allSatisfy({ $0.isASCII }) else {
          throw ScriptFault(line: line + 1, .notARecording)
        }
        version = String(words[1])
        lines[line] = ""
        next = head.next()
      }
      guard let line = next, case let words = lines[line].split(whereSeparator: \.isWhitespace), words.first == "demo"
      else { throw ScriptFault(line: 1, .notARecording) }
      options = words.dropFirst().map(String.init)
      lines[line] = ""
    }
  }
}

/// The lines of a recording.
package enum RecordingText {
  /// - Parameter version: of the program that writes it.
  package static func head(version: String, options: [String]) -> String {
    """
    # A recording of boxoffice. To repeat it: boxoffice replay FILE
    version \(version)
    demo \(options.joined(separator: " "))

    """
  }

  /// What of a piece can be written down, in pieces of one kind each. What means nothing to any screen is left out.
  package static func pieces(of events: [TerminalEvent]) -> [[TerminalEvent]] {
    var pieces: [[TerminalEvent]] = []
    for event in events.compactMap(recordable) {
      if case .key = event, case .key? = pieces.last?.last {
        pieces[pieces.count - 1].append(event)
      } else {
        pieces.append([event])
      }
    }
    return pieces
  }

  private static func recordable(_ event: TerminalEvent) -> TerminalEvent? {
    switch event {
    case .key(let key): return key.scriptName == nil ? nil : event
    case .paste(let text):
      let line = String(text.prefix { !$0.isNewline })
      return line.isEmpty ? nil : .paste(line)
    case .click(let place), .wheel(let place, _):
      return Size.largest.contains(place) ? event : nil
    case .focus, .cursorReport: return nil
    }
  }

  /// A piece that `pieces` gave, at so many milliseconds since the beginning.
  package static func line(_ piece: [TerminalEvent], at instant: Int64) -> String {
    let step =
      switch piece.first {
      case .paste(let text): "paste \"\(text.escaped)\""
      case .click(let place): "click \(place.x) \(place.y)"
      case .wheel(let place, let down): "wheel \(place.x) \(place.y) \(down ? "down" : "up")"
      default:
        "press "
          + piece.compactMap { event in if case .key(let key) = event { key.scriptName } else { nil } }
          .joined(separator: " ")
      }
    return "at \(instant)ms \(step)\n"
  }

  package static func line(_ size: Size, at instant: Int64) -> String {
    "at \(instant)ms size \(size.width) \(size.height)\n"
  }

  /// What must be there again at the end.
  package static func end(rows: String, screen: String, at instant: Int64) -> String {
    "at \(instant)ms rows \(rows)\nat \(instant)ms screen \(screen)\n"
  }
}

extension String {
  /// As `ScriptReader` takes it between quotation marks.
  fileprivate var escaped: String {
    unicodeScalars.map { scalar in
      if scalar == "\"" || scalar == "\\" { return "\\\(scalar)" }
      let isPlain = scalar.cellWidth > 0 && scalar.standsAlone
      return isPlain ? String(scalar) : "\\u{\(String(scalar.value, radix: 16))}"
    }.joined()
  }
}
