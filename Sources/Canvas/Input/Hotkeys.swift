extension Key {
  /// The keys that act where letters are no text: those that an input method made a Hangul letter of, the plain form of a
  /// full-width one, itself otherwise; none with Alt, Super and the like, to which nothing is bound.
  package var hotkeys: [Key] {
    guard modifiers.isDisjoint(with: [.alt, .other]) else { return [] }
    return struckUnderHangul ?? [narrow]
  }

  /// Full-width letters, digits, signs and the space as what they are in ASCII.
  private var narrow: Key {
    guard let scalar = text else { return self }
    switch scalar.value {
    case 0x3000: return .space
    case 0xFF01...0xFF5E: return Key(.scalar(Unicode.Scalar(UInt8(scalar.value - 0xFEE0))))
    default: return self
    }
  }
}
