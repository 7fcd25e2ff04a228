/// Reads one event after another from the bytes of a terminal. A malformed sequence ends before the byte that cannot
/// belong to it, which is read as what it is by itself.
struct SequenceReader {
  enum Outcome {
    case events([TerminalEvent])
    case begins(InputDecoder.Inside)
    case nothing
    /// The bytes end in the middle of something.
    case needsMore(Need)
  }

  /// What bytes that end too early may be the beginning of.
  enum Need {
    case character
    /// A sequence, or so many presses of the Esc key.
    case escape(count: Int)
    case sequence
    /// These keys, or what an event type behind them makes of them.
    case eventType(of: [TerminalEvent])

    /// What they are when nothing follows.
    var settled: [TerminalEvent] {
      switch self {
      case .character, .sequence: []
      case .escape(let count): Array(repeating: .key(.escape), count: count)
      case .eventType(let events): events
      }
    }
  }

  let bytes: [UInt8]
  var index = 0

  var hasMore: Bool { index < bytes.count }

  private mutating func take() -> UInt8? {
    guard hasMore else { return nil }
    defer { index += 1 }
    return bytes[index]
  }

  mutating func next() -> Outcome {
    guard let byte = take() else { return .needsMore(.character) }
    switch byte {
    case 0x1B: return escape()
    case 0x0D, 0x0A: return .key(.enter)
    case 0x09: return .key(.tab)
    case 0x7F, 0x08: return .key(.backspace)
    case 0x00: return .key(.control(" "))
    case 0x01...0x1A: return .key(.control(Unicode.Scalar(byte + 0x60)))
    case 0x1C...0x1F: return .nothing
    case 0x20..<0x80: return .key(Key(.scalar(Unicode.Scalar(byte))))
    default: return multibyte(byte)
    }
  }

  private mutating func multibyte(_ lead: UInt8) -> Outcome {
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
      guard hasMore else { return .needsMore(.character) }
      guard (0x80...0xBF).contains(bytes[index]) else { return .nothing }
      group.append(bytes[index])
      index += 1
    }
    guard let scalar = String(validating: group, as: UTF8.self)?.unicodeScalars.first, scalar.value >= 0xA0 else {
      return .nothing
    }
    return .key(Key(.scalar(scalar)))
  }

  private mutating func escape() -> Outcome {
    guard let byte = take() else { return .needsMore(.escape(count: 1)) }
    switch byte {
    case 0x5B: return controlSequence()
    case 0x4F: return keypadSequence()
    case 0x50, 0x58, 0x5D, 0x5E, 0x5F: return .begins(.string)
    case 0x1B: return escapedSequence()
    case 0x00..<0x20, 0x7F:
      index -= 1
      return next().withAlt
    default:
      index -= 1
      return escapeAndLetter()
    }
  }

  /// Alt and a letter look like Esc and a letter that arrive together, and nothing is bound to Alt.
  private mutating func escapeAndLetter() -> Outcome {
    switch next() {
    case .events(let events): .events([.key(.escape)] + events)
    case .needsMore: .needsMore(.sequence)
    case .nothing, .begins: .nothing
    }
  }

  /// After two Escs: Alt with the key whose sequence follows. What the terminal tells by itself, such as the mouse, has
  /// no Alt: there the first Esc is the key. So it is before a third.
  private mutating func escapedSequence() -> Outcome {
    let second = index - 1
    guard hasMore else { return .needsMore(.escape(count: 2)) }
    let isSequence = bytes[index] == 0x5B || bytes[index] == 0x4F
    if isSequence, index + 1 == bytes.count { return .needsMore(.sequence) }
    let isReport = isSequence && bytes[index] == 0x5B && Self.beginsReport(bytes[index + 1])
    if isSequence, !isReport, let outcome = escape().asKey { return outcome.withAlt }
    index = second
    return .key(.escape)
  }

  private static func beginsReport(_ byte: UInt8) -> Bool { (0x3C...0x3F).contains(byte) || byte == 0x4D }

  /// What cursor, function and keypad keys send in their application mode, some terminals with a modifier in it.
  private mutating func keypadSequence() -> Outcome {
    var parameters: [UInt8] = []
    while let byte = take() {
      switch byte {
      case 0x30...0x3B:
        parameters.append(byte)
        if parameters.count > Self.longestSequence { return .begins(.sequence) }
      case 0x20...0x7E: return .keys(ControlSequence(parameters, final: byte).keypadKeys)
      default:
        index -= 1
        return .nothing
      }
    }
    return .needsMore(.sequence)
  }

  private mutating func controlSequence() -> Outcome {
    var parameters: [UInt8] = []
    while let byte = take() {
      switch byte {
      case 0x24 where ControlSequence(parameters, final: byte).isShiftedKey:
        return .keys(ControlSequence(parameters, final: byte).keys)
      case 0x20...0x3F:
        parameters.append(byte)
        if parameters.count > Self.longestSequence { return .begins(.sequence) }
      case 0x4D where parameters.isEmpty: return plainMouse()
      case 0x5B where parameters.isEmpty: return consoleKey()
      case 0x40...0x7E: return outcome(of: ControlSequence(parameters, final: byte))
      default:
        index -= 1
        return .nothing
      }
    }
    return .needsMore(.sequence)
  }

  /// Nothing that a terminal sends has more parameters, in bytes.
  private static let longestSequence = 64

  private mutating func outcome(of sequence: ControlSequence) -> Outcome {
    if sequence.beginsPaste { return .begins(.paste) }
    if let report = sequence.report { return .events([report]) }
    let keys = sequence.keys
    return sequence.mayHaveTypeBehind && !keys.isEmpty ? typeBehind(keys) : .keys(keys)
  }

  /// Windows Terminal puts a modified key's event type behind its sequence: `ESC [ 1;1B :3`.
  private mutating func typeBehind(_ keys: [Key]) -> Outcome {
    let events = keys.map(TerminalEvent.key)
    guard hasMore else { return .needsMore(.eventType(of: events)) }
    guard bytes[index] == 0x3A else { return .events(events) }
    guard index + 1 < bytes.count else { return .needsMore(.eventType(of: events + [.key(":")])) }
    guard (0x31...0x33).contains(bytes[index + 1]) else { return .events(events) }
    index += 2
    return bytes[index - 1] == 0x33 ? .nothing : .events(events)
  }

  /// The mouse of terminals that do not know the newer form: button, column and line as one byte each.
  private mutating func plainMouse() -> Outcome {
    var values: [Int] = []
    while values.count < 3 {
      guard let byte = take() else { return .needsMore(.sequence) }
      guard byte >= 0x20 else {
        index -= 1
        return .nothing
      }
      values.append(Int(byte) - 32)
    }
    return TerminalEvent(mouse: values, isPress: true).map { .events([$0]) } ?? .nothing
  }

  /// F1 to F5 on the Linux console.
  private mutating func consoleKey() -> Outcome {
    guard let byte = take() else { return .needsMore(.sequence) }
    if !(0x20...0x7E).contains(byte) { index -= 1 }
    return (0x41...0x45).contains(byte) ? .key(Key(.function(Int(byte) - 0x40))) : .nothing
  }
}

extension SequenceReader {
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
      if !(0x20...0x7E).contains(byte) { index -= 1 }
      if !(0x20...0x3F).contains(byte) { return true }
    }
    return false
  }
}

extension SequenceReader.Outcome {
  fileprivate static func key(_ key: Key) -> Self { .events([.key(key)]) }

  fileprivate static func keys(_ keys: [Key]) -> Self { keys.isEmpty ? .nothing : .events(keys.map { .key($0) }) }

  /// Itself, when it may be a key's; nil for what a terminal tells by itself.
  fileprivate var asKey: Self? {
    switch self {
    case .events(let events): events.allSatisfy { if case .key = $0 { true } else { false } } ? self : nil
    case .begins(.paste): nil
    case .begins, .nothing, .needsMore: self
    }
  }

  fileprivate var withAlt: Self {
    switch self {
    case .events(let events): .events(events.map(\.withAlt))
    case .needsMore(.eventType(let events)): .needsMore(.eventType(of: events.map(\.withAlt)))
    default: self
    }
  }
}

extension TerminalEvent {
  fileprivate var withAlt: Self {
    if case .key(let key) = self { .key(Key(key.code, key.modifiers.union(.alt))) } else { self }
  }
}
