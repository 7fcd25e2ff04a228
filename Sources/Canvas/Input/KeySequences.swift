/// The keys of the VT terminals, xterm, kitty, rxvt and the Linux console, by their published tables. Nobody asks a
/// terminal for the newer forms here: it may have been left so by another program, or have a multiplexer before it.
extension ControlSequence {
  /// The keys that were pressed; none for a release, and for what no table has.
  var keys: [Key] {
    guard isPlain else { return [] }
    switch final {
    case 0x24, 0x40, 0x5E: return editingKey.map { press($0, adding: Self.rxvtModifiers[final] ?? []) } ?? []
    case 0x61...0x64: return fields.isEmpty ? press(Self.cursorKey(final - 0x20), adding: .shift) : []
    case 0x5A: return press(.tab, adding: .shift)
    case 0x75: return characterKeys(part(0), shifted: part(0, 1), base: part(0, 2), modifiers: 1, text: 2)
    case 0x7E where part(0) == 27: return characterKeys(part(2), modifiers: 1)
    case 0x7E: return press(editingKey)
    default: return press(Self.cursorKey(final), modifiers: fields.count == 1 ? 0 : 1)
    }
  }

  /// The keys of the application modes of cursor and keypad.
  var keypadKeys: [Key] {
    switch final {
    case 0x61...0x64: return fields.isEmpty ? press(Self.cursorKey(final - 0x20), adding: .control) : []
    case 0x70...0x79: return fields.isEmpty ? [Key(.scalar(Unicode.Scalar(final - 0x40)))] : []
    default: return press(Self.keypad[final] ?? Self.cursorKey(final), modifiers: max(0, fields.count - 1))
    }
  }

  /// Whether `$` ends the sequence, as with rxvt's Shift; elsewhere it stands before a last byte.
  var isShiftedKey: Bool { isPlain && fields.count == 1 && fields[0].count == 1 && editingKey != nil }

  /// Whether it says its modifiers and no event type, which may then stand behind it.
  var mayHaveTypeBehind: Bool {
    isPlain && part(0) != 27 && fields.count == 2 && fields[1].count == 1 && part(1) != nil
  }

  private static let rxvtModifiers: [UInt8: Key.Modifiers] = [
    0x24: .shift, 0x5E: .control, 0x40: [.control, .shift],
  ]

  private static let keypad: [UInt8: Key.Code] = [
    0x20: .scalar(" "), 0x49: .tab, 0x4D: .enter, 0x58: .scalar("="), 0x6A: .scalar("*"), 0x6B: .scalar("+"),
    0x6C: .scalar(","), 0x6D: .scalar("-"), 0x6E: .scalar("."), 0x6F: .scalar("/"),
  ]

  private static func cursorKey(_ final: UInt8) -> Key.Code? {
    switch final {
    case 0x41: .up
    case 0x42: .down
    case 0x43: .right
    case 0x44: .left
    case 0x46: .end
    case 0x48: .home
    case 0x50...0x53: .function(Int(final) - 0x4F)
    default: nil
    }
  }

  private var editingKey: Key.Code? {
    guard let number = part(0) else { return nil }
    switch number {
    case 1, 7: return .home
    case 2: return .insert
    case 3: return .delete
    case 4, 8: return .end
    case 5: return .pageUp
    case 6: return .pageDown
    case 11...15: return .function(number - 10)
    case 17...21: return .function(number - 11)
    case 23...26: return .function(number - 12)
    case 28, 29: return .function(number - 13)
    case 31...34: return .function(number - 14)
    default: return nil
    }
  }

  private func press(_ code: Key.Code?, adding more: Key.Modifiers = [], modifiers field: Int = 1) -> [Key] {
    guard let code, let modifiers = modifiers(field) else { return [] }
    return [Key(code, modifiers.union(more))]
  }

  /// What a field says is held down: a sum of bits and 1, then the event's type: 1 pressed, 2 repeated, 3 released.
  /// nil for a release and for what is neither. The locks count for nothing.
  private func modifiers(_ field: Int) -> Key.Modifiers? {
    let type = part(field, 1) ?? 1
    let bits = max(1, part(field) ?? 1) - 1
    guard type == 1 || type == 2, bits < 256 else { return nil }
    var modifiers = Key.Modifiers(rawValue: bits & 0b111)
    if bits & 0b11_1000 != 0 { modifiers.insert(.other) }
    return modifiers
  }
}

extension ControlSequence {
  /// The keys of `CSI u` and of xterm's modifyOtherKeys, which are told by their character.
  /// - Parameters:
  ///   - shifted: what Shift makes of the key.
  ///   - base: what stands on it in the layout of a PC.
  ///   - text: the field of what it types.
  private func characterKeys(
    _ number: Int?, shifted: Int? = nil, base: Int? = nil, modifiers field: Int, text: Int? = nil
  ) -> [Key] {
    guard var modifiers = modifiers(field) else { return [] }
    let typed = text.map { self.text($0) } ?? []
    if !typed.isEmpty, modifiers.isDisjoint(with: [.control, .other]) { return typed.map { Key(.scalar($0)) } }
    guard let code = number.flatMap(Self.code) else { return [] }
    guard case .scalar(var scalar) = code else {
      // A terminal without such reports does not tell Shift with these keys.
      let isSame = [.enter, .escape, .backspace].contains(code) && modifiers == .shift
      return [Key(code, isSame ? [] : modifiers)]
    }
    if modifiers.isSubset(of: .shift) {
      if modifiers.contains(.shift) { scalar = shifted.flatMap(Self.character) ?? scalar.capital }
      modifiers = []
    } else {
      // Shortcuts are by the letter on the key, whatever alphabet is typed.
      if !scalar.isASCII, let base = base.flatMap(Self.character), base.isASCII { scalar = base }
      scalar = scalar.small
    }
    return [Key(.scalar(scalar), modifiers)]
  }

  private func text(_ field: Int) -> [Unicode.Scalar] {
    guard fields.indices.contains(field) else { return [] }
    return fields[field].compactMap { $0.flatMap(Self.character) }
  }

  private static func character(_ number: Int) -> Unicode.Scalar? {
    guard number >= 0x20, !(0x7F..<0xA0).contains(number) else { return nil }
    return Unicode.Scalar(UInt32(number)).flatMap { $0.properties.generalCategory == .privateUse ? nil : $0 }
  }

  private static func code(_ number: Int) -> Key.Code? {
    switch number {
    case 8, 127: return .backspace
    case 9: return .tab
    case 10, 13: return .enter
    case 27: return .escape
    case 57_399...57_408: return .scalar(Unicode.Scalar(UInt8(number - 57_399 + 0x30)))
    case 57_409...57_426: return keypadCodes[number - 57_409]
    default: return character(number).map(Key.Code.scalar)
    }
  }

  /// The keys of the keypad in the order of their numbers in the kitty protocol.
  private static let keypadCodes: [Key.Code] = [
    .scalar("."), .scalar("/"), .scalar("*"), .scalar("-"), .scalar("+"), .enter, .scalar("="), .scalar(","), .left,
    .right, .up, .down, .pageUp, .pageDown, .home, .end, .insert, .delete,
  ]
}

extension Unicode.Scalar {
  fileprivate var capital: Self { mapped(properties.uppercaseMapping) }
  fileprivate var small: Self { mapped(properties.lowercaseMapping) }

  private func mapped(_ text: String) -> Self {
    text.unicodeScalars.count == 1 ? text.unicodeScalars.first ?? self : self
  }
}
