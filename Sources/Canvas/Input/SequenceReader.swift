/// Reads one event after another; nil when the bytes end in the middle of one.
struct SequenceReader {
  enum Outcome {
    case event(TerminalEvent)
    case begins(InputDecoder.Inside)
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
    case 0x4F: return keypadSequence()
    case 0x50, 0x58, 0x5D, 0x5E, 0x5F: return .begins(.string)
    case 0x1B:
      index -= 1
      return .event(.key(.escape))
    case 0x20..<0x7F: return .event(.key(Key(.scalar(Unicode.Scalar(byte)), .alt)))
    default: return .nothing
    }
  }

  /// Passes over a string up to its end mark, or to an Esc with which another sequence begins. False when the bytes
  /// end before that.
  mutating func skipString() -> Bool {
    while hasMore {
      if bytes[index] == 0x1B {
        guard index + 1 < bytes.count else { return false }
        if bytes[index + 1] != 0x1B {
          if bytes[index + 1] == 0x5C { index += 2 }
          return true
        }
      }
      index += 1
      if bytes[index - 1] == 0x07 { return true }
    }
    return false
  }

  /// Passes over the rest of a sequence. False when the bytes end before it.
  mutating func skipSequence() -> Bool {
    while let byte = take() {
      if byte == 0x1B { index -= 1 }
      if !(0x20...0x3F).contains(byte) { return true }
    }
    return false
  }

  /// What cursor, function and keypad keys send in their application mode, some terminals with a modifier in it.
  private mutating func keypadSequence() -> Outcome? {
    var parameters: [UInt8] = []
    while let byte = take() {
      switch byte {
      case 0x30...0x3B:
        parameters.append(byte)
        if parameters.count > Self.longestSequence { return .begins(.sequence) }
      case 0x4D: return .event(.key(.enter))
      case 0x1B:
        index -= 1
        return .nothing
      default: return key(final: byte, modifiers: modifiers(numbers(parameters[...]).last)) ?? .nothing
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
        if parameters.count > Self.longestSequence { return .begins(.sequence) }
      case 0x4D where parameters.isEmpty: return plainMouse()
      case 0x5B where parameters.isEmpty: return consoleKey()
      case 0x40...0x7E: return controlSequence(parameters, final: byte)
      case 0x1B:
        index -= 1
        return .nothing
      default: return .nothing
      }
    }
    return nil
  }

  /// Nothing that a terminal sends has more parameters, in bytes.
  private static let longestSequence = 64

  /// The mouse of terminals that do not know the newer form: button, column and line as one byte each.
  private mutating func plainMouse() -> Outcome? {
    guard index + 3 <= bytes.count else { return nil }
    defer { index += 3 }
    return mouse(bytes[index..<(index + 3)].map { Int($0) - 32 }, isPress: true)
  }

  /// F1 to F5 on the Linux console.
  private mutating func consoleKey() -> Outcome? {
    guard let byte = take() else { return nil }
    if byte == 0x1B { index -= 1 }
    return (0x41...0x45).contains(byte) ? .event(.key(Key(.function(Int(byte) - 0x40)))) : .nothing
  }

  private func controlSequence(_ parameters: [UInt8], final: UInt8) -> Outcome {
    if parameters.first == 0x3C { return mouse(numbers(parameters.dropFirst()), isPress: final == 0x4D) }
    // With any other mark it is an answer of the terminal, not a key.
    guard parameters.allSatisfy({ (0x30...0x3B).contains($0) }) else { return .nothing }
    let values = numbers(parameters[...])
    let modifiers = modifiers(values.dropFirst().first)
    switch final {
    case 0x49: return .event(.focus(true))
    case 0x4F: return .event(.focus(false))
    case 0x52 where values.count == 2: return .event(.cursorReport(line: values[0], column: values[1]))
    case 0x5A: return .event(.key(Key(.tab, .shift)))
    case 0x75: return keyboardProtocol(values.first ?? 0, modifiers)
    case 0x7E:
      if values.first == 200 { return .begins(.paste) }
      return tilde(values.first ?? 0, modifiers: modifiers) ?? .nothing
    default: return key(final: final, modifiers: modifiers) ?? .nothing
    }
  }

  private func numbers(_ bytes: ArraySlice<UInt8>) -> [Int] {
    bytes.split(separator: 0x3B, omittingEmptySubsequences: false).map { digits in
      digits.prefix { (0x30...0x39).contains($0) }.reduce(0) { min(9_999_999, $0 * 10 + Int($1 - 0x30)) }
    }
  }

  private func modifiers(_ value: Int?) -> Key.Modifiers { Key.Modifiers(rawValue: max(0, (value ?? 1) - 1) & 7) }

  private func key(final: UInt8, modifiers: Key.Modifiers) -> Outcome? {
    let code: Key.Code
    switch final {
    case 0x41: code = .up
    case 0x42: code = .down
    case 0x43: code = .right
    case 0x44: code = .left
    case 0x46: code = .end
    case 0x48: code = .home
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

  private func keyboardProtocol(_ value: Int, _ modifiers: Key.Modifiers) -> Outcome {
    switch value {
    case 9: return .event(.key(Key(.tab, modifiers)))
    case 13: return .event(.key(Key(.enter, modifiers)))
    case 27: return .event(.key(Key(.escape, modifiers)))
    case 127: return .event(.key(Key(.backspace, modifiers)))
    // The protocol gives keys without a character numbers of the private-use area.
    case 0xE000...0xF8FF: return .nothing
    case 32...:
      guard let scalar = Unicode.Scalar(UInt32(value)), scalar.cellWidth > 0 else { return .nothing }
      return .event(.key(Key(.scalar(scalar), modifiers)))
    default: return .nothing
    }
  }

  /// A press of the left button or a turn of the wheel; releases, movement and other buttons are nothing.
  private func mouse(_ values: [Int], isPress: Bool) -> Outcome {
    guard values.count == 3, isPress, values[0] >= 0, values[1] > 0, values[2] > 0 else { return .nothing }
    let position = Position(x: values[1] - 1, y: values[2] - 1)
    // Shift, Alt and Ctrl change nothing.
    switch values[0] & ~0b1_1100 {
    case 0: return .event(.click(position))
    case 64: return .event(.wheel(position, down: false))
    case 65: return .event(.wheel(position, down: true))
    default: return .nothing
    }
  }
}
