/// Reads JSON by the letter of RFC 8259. Foundation's parsers name no line, forget the order of keys, take a comma too
/// many, and build a whole file before anything can be refused.
struct JSONParser {
  /// Objects and lists within each other.
  static let mostDepth = 32

  private let bytes: [UInt8]
  private let limits: PlanReader.Limits
  private var next = 0
  private var values = 0
  private var seats = 0

  /// - Parameter bytes: valid UTF-8.
  init(_ bytes: [UInt8], limits: PlanReader.Limits) {
    self.bytes = bytes
    self.limits = limits
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { next = 3 }
  }

  /// The one value that the text is.
  /// - Throws: `notJSON`; `tooManyValues` and `tooManySeats` as soon as there are.
  mutating func document() throws(PlanFault) -> JSONValue {
    let document = try value(depth: 0)
    guard peek() == nil else { throw fault(.unexpected) }
    return document
  }

  private mutating func value(depth: Int) throws(PlanFault) -> JSONValue {
    guard depth <= Self.mostDepth else { throw fault(.tooDeep(most: Self.mostDepth)) }
    values += 1
    guard values <= limits.values else { throw .tooManyValues(most: limits.values) }
    guard let first = peek() else { throw fault(.endsEarly) }
    switch first {
    case UInt8(ascii: "{"): return .object(try members(depth: depth + 1))
    case UInt8(ascii: "["): return .list(try elements(depth: depth + 1))
    case UInt8(ascii: "\""): return .text(try text())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
    default: throw fault(.unexpected)
    }
  }

  private mutating func members(depth: Int) throws(PlanFault) -> [JSONValue.Member] {
    let start = next
    next += 1
    var members: [JSONValue.Member] = []
    if take("}") { return members }
    repeat {
      guard peek() == UInt8(ascii: "\"") else { throw unexpected() }
      let key = try text()
      if key == "seat_guid" { seats += 1 }
      guard seats <= limits.seats else { throw .tooManySeats(most: limits.seats) }
      guard take(":") else { throw unexpected() }
      members.append(JSONValue.Member(key: key, value: try value(depth: depth)))
    } while take(",")
    guard take("}") else { throw unexpected() }
    var seen: Set<String> = []
    for member in members where !seen.insert(member.key).inserted {
      throw .notJSON(TextPosition(of: start, in: bytes), .repeatedKey(member.key))
    }
    return members
  }

  private mutating func elements(depth: Int) throws(PlanFault) -> [JSONValue] {
    next += 1
    var elements: [JSONValue] = []
    if take("]") { return elements }
    repeat { elements.append(try value(depth: depth)) } while take(",")
    guard take("]") else { throw unexpected() }
    return elements
  }

  private mutating func word(_ word: StaticString, _ value: JSONValue) throws(PlanFault) -> JSONValue {
    for byte in word.description.utf8 {
      guard next < bytes.count, bytes[next] == byte else { throw unexpected() }
      next += 1
    }
    return value
  }

  private mutating func number() throws(PlanFault) -> String {
    let start = next
    func digits(_ at: inout Int) -> Bool {
      let first = at
      while at < bytes.count, bytes[at] >= UInt8(ascii: "0"), bytes[at] <= UInt8(ascii: "9") { at += 1 }
      return at > first
    }
    if bytes[next] == UInt8(ascii: "-") { next += 1 }
    let isZero = next < bytes.count && bytes[next] == UInt8(ascii: "0")
    let whole = next
    guard digits(&next), !isZero || next == whole + 1 else { throw fault(.badNumber) }
    if next < bytes.count, bytes[next] == UInt8(ascii: ".") {
      next += 1
      guard digits(&next) else { throw fault(.badNumber) }
    }
    if next < bytes.count, bytes[next] | 0x20 == UInt8(ascii: "e") {
      next += 1
      if next < bytes.count, bytes[next] == UInt8(ascii: "+") || bytes[next] == UInt8(ascii: "-") { next += 1 }
      guard digits(&next) else { throw fault(.badNumber) }
    }
    return String(decoding: bytes[start..<next], as: UTF8.self)
  }
}

extension JSONParser {
  private mutating func text() throws(PlanFault) -> String {
    next += 1
    var start = next
    var text = ""
    while next < bytes.count {
      switch bytes[next] {
      case UInt8(ascii: "\""):
        let rest = String(decoding: bytes[start..<next], as: UTF8.self)
        next += 1
        return text.isEmpty ? rest : text + rest
      case UInt8(ascii: "\\"):
        text += String(decoding: bytes[start..<next], as: UTF8.self)
        text.unicodeScalars.append(try escape())
        start = next
      case 0..<0x20: throw fault(.badText)
      default: next += 1
      }
    }
    throw fault(.endsEarly)
  }

  private mutating func escape() throws(PlanFault) -> Unicode.Scalar {
    guard next + 1 < bytes.count else { throw fault(.endsEarly) }
    let plain: [UInt8: Unicode.Scalar] = [
      UInt8(ascii: "\""): "\"", UInt8(ascii: "\\"): "\\", UInt8(ascii: "/"): "/", UInt8(ascii: "b"): "\u{8}",
      UInt8(ascii: "f"): "\u{C}", UInt8(ascii: "n"): "\n", UInt8(ascii: "r"): "\r", UInt8(ascii: "t"): "\t",
    ]
    if let scalar = plain[bytes[next + 1]] {
      next += 2
      return scalar
    }
    let start = next
    guard let high = unit() else { throw fault(.badText) }
    if let scalar = Unicode.Scalar(high) { return scalar }
    // The first half of a pair; the second must follow.
    guard high < 0xDC00, let low = unit(), (0xDC00...0xDFFF).contains(low),
      let scalar = Unicode.Scalar(0x10000 + UInt32(high & 0x3FF) << 10 + UInt32(low & 0x3FF))
    else {
      next = start
      throw fault(.badText)
    }
    return scalar
  }

  /// The code unit that `\uXXXX` names, nil when that is not what comes.
  private mutating func unit() -> UInt16? {
    guard next + 6 <= bytes.count, bytes[next] == UInt8(ascii: "\\"), bytes[next + 1] == UInt8(ascii: "u") else {
      return nil
    }
    let digits = bytes[(next + 2)..<(next + 6)]
    guard digits.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }) else { return nil }
    guard let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16) else { return nil }
    next += 6
    return unit
  }

  /// The next byte that is no space, nil at the end.
  private mutating func peek() -> UInt8? {
    while next < bytes.count {
      switch bytes[next] {
      case 0x20, 0x0A, 0x0D, 0x09: next += 1
      default: return bytes[next]
      }
    }
    return nil
  }

  private mutating func take(_ sign: Unicode.Scalar) -> Bool {
    guard let byte = peek(), UInt32(byte) == sign.value else { return false }
    next += 1
    return true
  }

  private func unexpected() -> PlanFault { fault(next < bytes.count ? .unexpected : .endsEarly) }

  private func fault(_ fault: JSONFault) -> PlanFault { .notJSON(TextPosition(of: next, in: bytes), fault) }
}
