/// Turns the terminal's bytes into events. Pure: how the bytes were cut into pieces does not matter, but that an Esc
/// after which nothing follows until its deadline is the Esc key. A sequence that nobody knows is passed over whole.
package struct InputDecoder: Sendable {
  /// How long a lone Esc waits for the rest of a sequence, in milliseconds.
  package static let escapeDelay: Int64 = 25

  private var pending: [UInt8] = []
  private var pendingSince: Int64 = 0
  /// The bytes of a bracketed paste so far; nil outside of one.
  private var paste: [UInt8]?

  package init() {}

  /// When `flush` has something to say, in the milliseconds of `feed`; nil while nothing is pending.
  package var deadline: Int64? { pending.isEmpty || paste != nil ? nil : pendingSince + Self.escapeDelay }

  /// Takes bytes that arrived at `now`, a count of milliseconds that never steps back.
  package mutating func feed(_ bytes: some Sequence<UInt8>, now: Int64) -> [TerminalEvent] {
    pending.append(contentsOf: bytes)
    var events: [TerminalEvent] = []
    var reader = Reader(bytes: pending)
    while reader.hasMore {
      let start = reader.index
      if paste != nil {
        guard takePaste(&reader, &events) else { break }
      } else {
        guard let event = reader.next() else {
          reader.index = start
          break
        }
        switch event {
        case .event(let event): events.append(event)
        case .pasteBegins: paste = []
        case .nothing: break
        }
      }
    }
    pending.removeFirst(reader.index)
    pendingSince = now
    return events
  }

  /// Decides what is still open once its deadline has come: a lone Esc is the key, half a sequence is nothing.
  package mutating func flush(now: Int64) -> [TerminalEvent] {
    guard let deadline, now >= deadline else { return [] }
    defer { pending = [] }
    return pending == [0x1B] ? [.key(.escape)] : []
  }

  /// Moves bytes into the paste up to its end. False when the end has not come yet.
  private mutating func takePaste(_ reader: inout Reader, _ events: inout [TerminalEvent]) -> Bool {
    let end: [UInt8] = [0x1B, 0x5B, 0x32, 0x30, 0x31, 0x7E]
    let rest = reader.bytes[reader.index...]
    for start in rest.indices where rest[start] == 0x1B && rest[start...].starts(with: end) {
      let text = (paste ?? []) + rest[..<start]
      events.append(.paste(String(decoding: text, as: UTF8.self)))
      paste = nil
      reader.index = start + end.count
      return true
    }
    // Keep back what may be the beginning of the end.
    let safe = max(rest.startIndex, rest.endIndex - (end.count - 1))
    paste?.append(contentsOf: rest[..<safe])
    reader.index = safe
    return false
  }
}

/// Reads one event after another; nil when the bytes end in the middle of one.
private struct Reader {
  enum Outcome {
    case event(TerminalEvent)
    case pasteBegins
    case nothing
  }

  let bytes: [UInt8]
  var index = 0

  var hasMore: Bool { index < bytes.count }

  private mutating func take() -> UInt8? {
    guard hasMore else { return nil }
    defer { index += 1 }
    return bytes[index]
  }

  mutating func next() -> Outcome? {
    guard let byte = take() else { return nil }
    switch byte {
    case 0x1B: return escape()
    case 0x0D, 0x0A: return .event(.key(.enter))
    case 0x09: return .event(.key(.tab))
    case 0x7F, 0x08: return .event(.key(.backspace))
    case 0x00: return .event(.key(.control(" ")))
    case 0x01...0x1A: return .event(.key(.control(Unicode.Scalar(byte + 0x60))))
    case 0x1C...0x1F: return .nothing
    case 0x20..<0x80: return .event(.key(Key(.scalar(Unicode.Scalar(byte)))))
    default: return multibyte(byte)
    }
  }

  private mutating func multibyte(_ lead: UInt8) -> Outcome? {
    let length =
      switch lead {
      case 0xC2...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 0
      }
    guard length > 0 else { return .nothing }
    var group = [lead]
    while group.count < length {
      guard hasMore else { return nil }
      guard (0x80...0xBF).contains(bytes[index]) else { return .nothing }
      group.append(bytes[index])
      index += 1
    }
    guard let scalar = String(validating: group, as: UTF8.self)?.unicodeScalars.first, scalar.value >= 0xA0 else {
      return .nothing
    }
    return .event(.key(Key(.scalar(scalar))))
  }

  private mutating func escape() -> Outcome? {
    guard let byte = take() else { return nil }
    switch byte {
    case 0x5B: return controlSequence()
    case 0x4F:
      guard let final = take() else { return nil }
      return key(final: final, modifiers: []) ?? .nothing
    case 0x50, 0x58, 0x5D, 0x5E, 0x5F: return skipString()
    case 0x1B:
      index -= 1
      return .event(.key(.escape))
    case 0x20..<0x7F: return .event(.key(Key(.scalar(Unicode.Scalar(byte)), .alt)))
    default: return .nothing
    }
  }

  /// A string that a terminal sends, up to its end mark.
  private mutating func skipString() -> Outcome? {
    while let byte = take() {
      if byte == 0x07 { return .nothing }
      if byte == 0x1B {
        guard let next = take() else { return nil }
        if next == 0x5C { return .nothing }
      }
    }
    return nil
  }

  private mutating func controlSequence() -> Outcome? {
    var parameters: [UInt8] = []
    while let byte = take() {
      switch byte {
      case 0x20...0x3F:
        parameters.append(byte)
        // Nothing that a terminal sends is longer; the rest of such a thing is passed over too.
        if parameters.count > 64 { parameters.removeLast() }
      case 0x40...0x7E: return controlSequence(parameters, final: byte)
      case 0x1B:
        index -= 1
        return .nothing
      default: return .nothing
      }
    }
    return nil
  }

  private func controlSequence(_ parameters: [UInt8], final: UInt8) -> Outcome {
    if parameters.first == 0x3C { return mouse(numbers(parameters.dropFirst()), isPress: final == 0x4D) }
    let values = numbers(parameters[...])
    switch final {
    case 0x49: return .event(.focus(true))
    case 0x4F: return .event(.focus(false))
    case 0x52 where values.count == 2: return .event(.cursorReport(line: values[0], column: values[1]))
    case 0x5A: return .event(.key(Key(.tab, .shift)))
    case 0x75: return keyboardProtocol(values)
    case 0x7E:
      if values.first == 200 { return .pasteBegins }
      return tilde(values.first ?? 0, modifiers: modifiers(values)) ?? .nothing
    default: return key(final: final, modifiers: modifiers(values)) ?? .nothing
    }
  }

  private func numbers(_ bytes: ArraySlice<UInt8>) -> [Int] {
    bytes.split(separator: 0x3B, omittingEmptySubsequences: false).map { digits in
      digits.prefix { (0x30...0x39).contains($0) }.reduce(0) { min(99_999, $0 * 10 + Int($1 - 0x30)) }
    }
  }

  private func modifiers(_ values: [Int]) -> Key.Modifiers {
    Key.Modifiers(rawValue: max(0, (values.count > 1 ? values[1] : 1) - 1) & 7)
  }

  private func key(final: UInt8, modifiers: Key.Modifiers) -> Outcome? {
    let code: Key.Code
    switch final {
    case 0x41: code = .up
    case 0x42: code = .down
    case 0x43: code = .right
    case 0x44: code = .left
    case 0x46: code = .end
    case 0x48: code = .home
    case 0x4D: code = .enter
    case 0x50...0x53: code = .function(Int(final) - 0x4F)
    default: return nil
    }
    return .event(.key(Key(code, modifiers)))
  }

  private func tilde(_ number: Int, modifiers: Key.Modifiers) -> Outcome? {
    let code: Key.Code
    switch number {
    case 1, 7: code = .home
    case 2: code = .insert
    case 3: code = .delete
    case 4, 8: code = .end
    case 5: code = .pageUp
    case 6: code = .pageDown
    case 11...15: code = .function(number - 10)
    case 17...21: code = .function(number - 11)
    case 23, 24: code = .function(number - 12)
    default: return nil
    }
    return .event(.key(Key(code, modifiers)))
  }

  private func keyboardProtocol(_ values: [Int]) -> Outcome {
    let modifiers = modifiers(values)
    switch values.first ?? 0 {
    case 9: return .event(.key(Key(.tab, modifiers)))
    case 13: return .event(.key(Key(.enter, modifiers)))
    case 27: return .event(.key(Key(.escape, modifiers)))
    case 127: return .event(.key(Key(.backspace, modifiers)))
    case let value where value >= 32:
      guard let scalar = Unicode.Scalar(UInt32(value)), scalar.cellWidth > 0 else { return .nothing }
      return .event(.key(Key(.scalar(scalar), modifiers)))
    default: return .nothing
    }
  }

  private func mouse(_ values: [Int], isPress: Bool) -> Outcome {
    guard values.count == 3, isPress else { return .nothing }
    let position = Position(x: values[1] - 1, y: values[2] - 1)
    switch values[0] & 0b1100_0011 {
    case 0: return values[0] & 32 == 0 ? .event(.click(position)) : .nothing
    case 64: return .event(.wheel(position, down: false))
    case 65: return .event(.wheel(position, down: true))
    default: return .nothing
    }
  }
}
