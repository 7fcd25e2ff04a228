package import Booking
package import Canvas

/// A text in both languages, or one that is the same in both.
package typealias ScriptText = LocalizedText

/// What somebody would do at the keyboard, and what they would want to see.
package struct Script: Hashable, Sendable {
  package enum Step: Hashable, Sendable {
    case press(Key)
    /// Waits in booking time.
    case wait(Duration)
    /// Waits in real time, whether or not the clock of the house runs.
    case rest(Duration)
    /// Waits in booking time until a text stands on the screen, at most so long.
    case until(ScriptText, Duration)
    /// A text must stand on the screen, or must not.
    case expect(ScriptText, isThere: Bool)
    /// Saves the screen under a name.
    case save(String)
    /// Shows a text below the screen, or none.
    case caption(ScriptText?)
    /// Gives the screen another size, where there is no terminal that has one.
    case size(Size)
    // Of recordings:
    /// Waits until so much real time has passed since the beginning.
    case at(Duration)
    /// What came from the terminal in one piece.
    case strike([TerminalEvent])
    /// The store's rows, or the screen, must have this digest.
    case rows(String)
    case screen(String)
  }

  package struct Line: Hashable, Sendable {
    /// Its place in the file, from 1.
    package let number: Int
    package let step: Step

    package init(number: Int, step: Step) {
      self.number = number
      self.step = step
    }
  }

  package let lines: [Line]

  package init(lines: [Line]) { self.lines = lines }

  /// One that never does anything.
  package static let endless = Script(
    lines: [Line(number: 1, step: .at(.days(36_500)))] + [Line(number: 2, step: .strike([]))])

  /// Whether it says in its last lines what must have come of it, rows and screen, as a recording does that was not cut
  /// off.
  package var hasEnd: Bool {
    let steps = lines.map(\.step).filter { step in if case .at = step { false } else { true } }
    guard steps.count >= 2, case .rows = steps[steps.count - 2], case .screen = steps[steps.count - 1] else {
      return false
    }
    return true
  }

  /// How many times it looks at the screen.
  package var expectations: Int {
    lines.count { line in
      switch line.step {
      case .until, .expect, .rows, .screen: true
      default: false
      }
    }
  }
}
