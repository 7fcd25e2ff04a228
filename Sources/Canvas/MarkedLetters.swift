internal import Synchronization

/// The letters with marks on them that cells show. Each has a number above those of scalars, the same as long as the
/// program runs, so that cells stay plain numbers.
struct MarkedLetters {
  /// What ncurses takes in a cell beside the letter; further marks are not drawn.
  static let mostMarks = 4
  /// How many steps from one letter to another are remembered. No text makes it more: after so many the marks of new
  /// letters are not drawn.
  static let mostSteps = 16_384
  /// The first number that is no scalar's.
  private static let first: UInt32 = 0x11_0000

  private var letters: [[Unicode.Scalar]] = []
  private var numbers: [[Unicode.Scalar]: UInt32] = [:]
  /// By the number of a letter and the mark that is put on it.
  private var steps: [UInt64: UInt32] = [:]

  /// Those of all pictures.
  private static let all = Mutex(MarkedLetters())

  static func isMarked(_ number: UInt32) -> Bool { number >= first }
  static func scalars(of number: UInt32) -> [Unicode.Scalar] {
    all.withLock { $0.scalars(of: number) }
  }
  static func number(_ number: UInt32, with mark: Unicode.Scalar) -> UInt32 {
    all.withLock { $0.number(number, with: mark) }
  }

  /// What stands for a number: a letter, then its marks; nothing for 0.
  func scalars(of number: UInt32) -> [Unicode.Scalar] {
    if Self.isMarked(number) { return letters[Int(number - Self.first)] }
    return number == 0 ? [] : [Unicode.Scalar(number)].compactMap { $0 }
  }

  /// The number of a letter with one more mark on it, put together where there is a scalar for both; its own when it takes
  /// no more.
  mutating func number(_ number: UInt32, with mark: Unicode.Scalar) -> UInt32 {
    let step = UInt64(number) << 32 | UInt64(mark.value)
    if let known = steps[step] { return known }
    guard steps.count < Self.mostSteps else { return number }
    let result = self.number(of: scalars(of: number) + [mark]) ?? number
    steps[step] = result
    return result
  }

  /// nil when it is more than a cell takes.
  private mutating func number(of scalars: [Unicode.Scalar]) -> UInt32? {
    let composed = Array(String(String.UnicodeScalarView(scalars)).composed.unicodeScalars)
    guard composed.count <= 1 + Self.mostMarks, composed[0].cellWidth == scalars[0].cellWidth else {
      return nil
    }
    if composed.count == 1 { return composed[0].value }
    if let known = numbers[composed] { return known }
    let number = Self.first + UInt32(letters.count)
    letters.append(composed)
    numbers[composed] = number
    return number
  }
}

extension Character {
  /// Whether a cell leaves some of its marks out.
  var hasMoreMarksThanShown: Bool {
    guard unicodeScalars.count > 1 + MarkedLetters.mostMarks else { return false }
    return String(self).composed.unicodeScalars.count(where: \.isDrawnMark) > MarkedLetters.mostMarks
  }
}
