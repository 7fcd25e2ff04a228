/// Turns the terminal's bytes into events. Pure: how the bytes were cut into pieces does not matter, but that an Esc
/// after which nothing follows until its deadline is the Esc key. An Esc before a key's sequence is Alt; before a letter
/// it is the Esc key, and the letter is one too. A sequence that nobody knows is passed over whole, and what never ends is
/// given up at its deadline, so that it can neither grow nor keep keys from being read.
package struct InputDecoder: Sendable {
  /// How long a lone Esc waits for the rest of a sequence, in milliseconds.
  package static let escapeDelay: Int64 = 25
  /// How long the rest of a sequence may be silent, in milliseconds: longer than an Esc, since nobody waits for it and
  /// on a slow line its rest would be read as keys.
  static let sequenceDelay: Int64 = 100
  /// How long a key waits for an event type behind it, in milliseconds: no longer than what one write may be cut by, since
  /// most terminals send none.
  static let eventTypeDelay: Int64 = 5
  /// How long a paste may be silent before it counts as ended, in milliseconds.
  static let pasteDelay: Int64 = 1_000
  /// What is kept of a paste, in bytes.
  static let pasteLimit = 65_536

  /// What the next bytes belong to when it is no key of their own.
  enum Inside {
    case paste
    /// A string that is passed over up to its end mark.
    case string
    /// A sequence that is too long to be known; it is passed over up to its last byte.
    case sequence
  }

  private var pending: [UInt8] = []
  private var lastArrival: Int64 = 0
  private var inside: Inside?
  /// What the pending bytes may be the beginning of.
  private var need: SequenceReader.Need?
  /// The bytes of a bracketed paste so far.
  private var pasted: [UInt8] = []

  package init() {}

  /// How many bytes are kept for later.
  var backlog: Int { pending.count + pasted.count }

  /// When `flush` has something to say, in the milliseconds of `feed`; nil while nothing is pending, and for half a
  /// character, which the next byte settles.
  package var deadline: Int64? {
    switch inside {
    case .paste: return lastArrival + Self.pasteDelay
    case .string, .sequence: return lastArrival + Self.sequenceDelay
    case nil:
      switch need {
      case nil, .character: return nil
      case .escape: return lastArrival + Self.escapeDelay
      case .sequence: return lastArrival + Self.sequenceDelay
      case .eventType: return lastArrival + Self.eventTypeDelay
      }
    }
  }

  /// Takes bytes that arrived at `now`, a count of milliseconds that never steps back.
  package mutating func feed(_ bytes: some Sequence<UInt8>, now: Int64) -> [TerminalEvent] {
    let before = pending.count
    pending.append(contentsOf: bytes)
    if pending.count > before { lastArrival = now }
    need = nil
    var events: [TerminalEvent] = []
    var reader = SequenceReader(bytes: pending)
    while reader.hasMore, step(&reader, &events) {}
    pending.removeFirst(reader.index)
    return events
  }

  /// Decides what is still open once its deadline has come: a lone Esc is the key, half a sequence is nothing, and a
  /// paste ends with what has come of it.
  package mutating func flush(now: Int64) -> [TerminalEvent] {
    guard let deadline, now >= deadline else { return [] }
    defer {
      pending = []
      need = nil
      inside = nil
      pasted = []
    }
    switch inside {
    case .paste: return [paste(endingWith: pending[...])]
    case .string, .sequence: return []
    case nil: return need?.settled ?? []
    }
  }

  /// Reads on by one event, or to the end of what is being passed over. False when the bytes end before that.
  private mutating func step(_ reader: inout SequenceReader, _ events: inout [TerminalEvent]) -> Bool {
    switch inside {
    case .paste:
      guard let event = takePaste(&reader) else { return false }
      events.append(event)
      inside = nil
    case .string:
      guard reader.skipString() else { return false }
      inside = nil
    case .sequence:
      guard reader.skipSequence() else { return false }
      inside = nil
    case nil:
      let start = reader.index
      switch reader.next() {
      case .events(let new): events += new
      case .begins(let next): inside = next
      case .nothing: break
      case .needsMore(let need):
        self.need = need
        reader.index = start
        return false
      }
    }
    return true
  }

  /// Moves bytes into the paste up to its end; nil when the end has not come yet.
  private mutating func takePaste(_ reader: inout SequenceReader) -> TerminalEvent? {
    let end: [UInt8] = [0x1B, 0x5B, 0x32, 0x30, 0x31, 0x7E]
    let rest = reader.bytes[reader.index...]
    for start in rest.indices where rest[start] == 0x1B && rest[start...].starts(with: end) {
      reader.index = start + end.count
      defer { pasted = [] }
      return paste(endingWith: rest[..<start])
    }
    // Keep back what may be the beginning of the end.
    let safe = max(rest.startIndex, rest.endIndex - (end.count - 1))
    pasted.append(contentsOf: rest[..<safe].prefix(Self.pasteLimit - pasted.count))
    reader.index = safe
    return nil
  }

  private func paste(endingWith rest: ArraySlice<UInt8>) -> TerminalEvent {
    .paste(String(decoding: (pasted + rest).prefix(Self.pasteLimit), as: UTF8.self))
  }
}
