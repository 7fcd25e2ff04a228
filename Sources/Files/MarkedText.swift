/// Bytes as a text that gives all of them back, whatever they are: for what the system hands over as bytes and Swift
/// would repair.
///
/// A byte that is no part of UTF-8 becomes a mark, a character of the last private plane, U+10FF00 and the byte. Where
/// such a character stands in the bytes itself, its four bytes become marks.
package enum MarkedText {
  private static let first: UInt32 = 0x10FF00

  package static func text(of bytes: [UInt8]) -> String {
    if let text = String(validating: bytes, as: UTF8.self),
      !text.unicodeScalars.contains(where: { byte(of: $0) != nil })
    {
      return text
    }
    var view = String.UnicodeScalarView()
    var parser = Unicode.UTF8.ForwardParser()
    var rest = bytes.makeIterator()
    var start = 0
    while true {
      switch parser.parseScalar(from: &rest) {
      case .valid(let encoded):
        let scalar = Unicode.UTF8.decode(encoded)
        let end = start + encoded.count
        view.append(contentsOf: byte(of: scalar) == nil ? [scalar] : bytes[start..<end].compactMap(mark))
        start = end
      case .error(let length):
        view.append(contentsOf: bytes[start..<(start + length)].compactMap(mark))
        start += length
      case .emptyInput: return String(view)
      }
    }
  }

  package static func bytes(of text: String) -> [UInt8] {
    guard text.unicodeScalars.contains(where: { byte(of: $0) != nil }) else { return Array(text.utf8) }
    return text.unicodeScalars.flatMap { scalar in byte(of: scalar).map { [$0] } ?? Array(UTF8.encode(scalar)!) }
  }

  /// A marked text as it is shown: each mark as `\xNN`.
  package static func shown(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { byte(of: $0) != nil }) else { return text }
    return text.unicodeScalars.map { byte(of: $0).map(hexadecimal) ?? String($0) }.joined()
  }

  /// A byte as `\xNN`.
  package static func hexadecimal(_ byte: UInt8) -> String {
    "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
  }

  private static func mark(_ byte: UInt8) -> Unicode.Scalar? { Unicode.Scalar(first + UInt32(byte)) }

  /// The byte that a mark stands for.
  private static func byte(of scalar: Unicode.Scalar) -> UInt8? {
    scalar.value >= first ? UInt8(truncatingIfNeeded: scalar.value) : nil
  }
}
