internal import Foundation

/// JSON as Foundation reads it. It takes a comma too many, the last of several equal keys, and up to 512 brackets within
/// each other.
package enum JSONText {
  /// The one value that a text is.
  /// - Parameter bytes: valid UTF-8, without a byte order mark.
  /// - Throws: `emptyFile` or `notJSON`.
  package static func value(of bytes: [UInt8]) throws(PlanFault) -> Any {
    guard !bytes.allSatisfy(\.isJSONBlank) else { throw .emptyFile }
    do {
      return try JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
    } catch {
      let flaw = JSONFlaw(error as NSError, in: bytes)
      throw .notJSON(TextPosition(of: flaw.offset, in: bytes), flaw.kind)
    }
  }

  /// nil for true and false, which Foundation has as numbers too.
  static func number(_ value: Any) -> NSNumber? {
    guard let number = value as? NSNumber, type(of: number) != boolean else { return nil }
    return number
  }

  /// A text, a number or a truth value as people write it; nil for anything else.
  package static func scalar(_ value: Any) -> String? {
    if let text = value as? String { return text }
    if let number = number(value) { return number.stringValue }
    return (value as? Bool).map(String.init)
  }

  private static let boolean = type(of: NSNumber(value: true))
}
