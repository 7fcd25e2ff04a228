internal import Foundation

/// A value of a plan's file with its place, which every refusal names.
struct PlanNode {
  let value: Any
  let path: PlanPath
  let mending: Mending

  /// Where texts were mended as they were read.
  final class Mending {
    fileprivate(set) var places: [PlanPath] = []
  }

  /// The same value, whose place is told with its name.
  func named(_ name: String) -> PlanNode { PlanNode(value: value, path: path.named(name), mending: mending) }

  /// - Throws: `wrongType`, as the others do.
  func object() throws(PlanFault) -> PlanObject {
    guard let members = value as? [String: Any] else { throw .wrongType(path, expected: .object) }
    return PlanObject(members: members, path: path, mending: mending)
  }

  func list() throws(PlanFault) -> [PlanNode] {
    guard let elements = value as? [Any] else { throw .wrongType(path, expected: .list) }
    return elements.enumerated().map { PlanNode(value: $1, path: .index($0, of: path), mending: mending) }
  }

  /// A name of 1 to `most` characters, all of which can be shown.
  func name(orNumber isNumberTaken: Bool = false, most: Int = PlanReader.mostCharacters) throws(PlanFault) -> String {
    let text = try text(orNumber: isNumberTaken, most: most)
    guard !text.isBlank else { throw .empty(path) }
    return text
  }

  /// A text of up to `most` characters, all of which can be shown. Of the marks on a letter the first four are kept, which
  /// a cell of a terminal shows.
  func text(orNumber isNumberTaken: Bool = false, most: Int = PlanReader.mostCharacters) throws(PlanFault) -> String {
    let text: String
    if let written = value as? String {
      text = written
    } else if isNumberTaken, let number = JSONText.number(value) {
      text = (number as? Int).map { "\($0)" } ?? number.stringValue
    } else {
      throw .wrongType(path, expected: isNumberTaken ? .textOrNumber : .text)
    }
    // Most are plain and take no time.
    if text.utf8.count <= most, text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text }
    // A character may carry any number of accents.
    guard text.unicodeScalars.count <= most * 4, text.count <= most else { throw .tooLong(path, most: most) }
    if let scalar = text.firstUnprintable { throw .unprintable(path, scalar.value) }
    let shown = text.withMarksThatAreShown
    if shown.unicodeScalars.count != text.unicodeScalars.count { mending.places.append(path) }
    return shown
  }

  func number(from least: Int = -PlanReader.mostPixels, to most: Int = PlanReader.mostPixels) throws(PlanFault)
    -> Double
  {
    guard let number = JSONText.number(value)?.doubleValue else { throw .wrongType(path, expected: .number) }
    guard Double(least) <= number, number <= Double(most) else { throw .outOfRange(path, least: least, most: most) }
    return number
  }
}

/// An object of a plan's file. A key whose value is null is as good as missing.
struct PlanObject {
  let members: [String: Any]
  let path: PlanPath
  let mending: PlanNode.Mending

  func optional(_ key: String) -> PlanNode? {
    // Asked of the value itself, `is` would first turn a list or an object into Foundation's, with all that is in it.
    guard let value = members[key], type(of: value) != NSNull.self else { return nil }
    return PlanNode(value: value, path: .key(key, of: path), mending: mending)
  }

  /// - Throws: `missing`.
  func required(_ key: String) throws(PlanFault) -> PlanNode {
    guard let node = optional(key) else { throw .missing(.key(key, of: path)) }
    return node
  }
}

extension String {
  /// Whether nobody would see anything: spaces, fillers of Hangul, an empty pattern of Braille.
  var isBlank: Bool {
    unicodeScalars.allSatisfy {
      $0.properties.isWhitespace || $0.properties.isDefaultIgnorableCodePoint || $0.value == 0x2800
    }
  }

  /// On one letter: what a cell of a terminal keeps.
  private static let mostMarks = 4

  /// Without the marks on a letter after the fourth.
  fileprivate var withMarksThatAreShown: String {
    var marks = 0
    var kept = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      let isMark = [.nonspacingMark, .enclosingMark].contains(scalar.properties.generalCategory)
      marks = isMark ? marks + 1 : 0
      if marks <= Self.mostMarks { kept.append(scalar) }
    }
    return String(kept)
  }

  /// The first character that cannot be shown. Joiners between letters of a word, or between the parts of a picture, can.
  fileprivate var firstUnprintable: Unicode.Scalar? {
    let scalars = Array(unicodeScalars)
    return scalars.indices.first { index in
      let isJoining = (0x200C...0x200D).contains(scalars[index].value) && index > 0 && index + 1 < scalars.count
      return !scalars[index].isPrintable && !isJoining
    }.map { scalars[$0] }
  }
}

extension Unicode.Scalar {
  fileprivate var isPrintable: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned, .privateUse: false
    default: true
    }
  }
}
