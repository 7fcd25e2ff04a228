internal import Foundation

/// Why a text is no JSON, and at which byte.
struct JSONFlaw {
  let kind: PlanFault.Flaw
  let offset: Int

  /// - Parameter error: Foundation's. It names no place for a text that ends early, a number that it cannot hold or half
  ///   a character, so these are looked for.
  init(_ error: NSError, in bytes: [UInt8]) {
    let words = error.userInfo["NSDebugDescription"] as? String ?? ""
    if let said = words.firstMatch(of: /(?:around character|at) (\d+)/), let offset = Int(said.1) {
      self.init(words.contains("nested") ? .tooDeep : .syntax, at: offset)
    } else {
      self = Self.inside(bytes) ?? Self(.earlyEnd, at: (bytes.lastIndex { !$0.isJSONBlank } ?? -1) + 1)
    }
  }

  private init(_ kind: PlanFault.Flaw, at offset: Int) {
    self.kind = kind
    self.offset = offset
  }

  /// The first number that is too large or half a character, an escape without its other half.
  private static func inside(_ bytes: [UInt8]) -> Self? {
    var isText = false
    var next = 0
    while next < bytes.count {
      var length = 1
      switch bytes[next] {
      case UInt8(ascii: "\""): isText.toggle()
      case UInt8(ascii: "\\") where isText:
        guard let escape = escapeLength(in: bytes[next...]) else { return Self(.syntax, at: next) }
        length = escape
      case UInt8(ascii: "-") where !isText, 0x30...0x39 where !isText:
        let number = bytes[next...].prefix { $0.isInNumber }
        if Double(String(decoding: number, as: UTF8.self))?.isInfinite ?? false { return Self(.hugeNumber, at: next) }
        length = number.count
      default: break
      }
      next += length
    }
    return nil
  }

  /// nil for half a character; whatever else a text begins with is taken for one.
  private static func escapeLength(in text: ArraySlice<UInt8>) -> Int? {
    guard let unit = escapedUnit(in: text) else { return 2 }
    if UTF16.isTrailSurrogate(unit) { return nil }
    guard UTF16.isLeadSurrogate(unit) else { return 6 }
    return escapedUnit(in: text.dropFirst(6)).map(UTF16.isTrailSurrogate) ?? false ? 12 : nil
  }

  /// What \uXXXX stands for.
  private static func escapedUnit(in text: ArraySlice<UInt8>) -> UInt16? {
    guard text.starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")]) else { return nil }
    return UInt16(String(decoding: text.dropFirst(2).prefix(4), as: UTF8.self), radix: 16)
  }
}

extension UInt8 {
  /// Space, tab and the ends of lines.
  var isJSONBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }

  fileprivate var isInNumber: Bool {
    (0x30...0x39).contains(self) || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains(self)
  }
}
