extension Key {
  /// The keys of the two-set Korean layout that were struck for this letter, as the Latin letters that stand on them, in
  /// order; nil for what is no Hangul letter. A committed syllable is taken apart, and may come in parts. Shift tells itself only where it makes
  /// another letter, such as ㄲ.
  var struckUnderHangul: [Key]? {
    guard let scalar = text else { return nil }
    switch scalar.value {
    case 0x3131...0x3163: return Self.keys(of: scalar)
    case 0x1100...0x1112: return Self.keys(of: Self.initials[Int(scalar.value - 0x1100)])
    case 0x1161...0x1175: return Self.keys(of: Self.vowels[Int(scalar.value - 0x1161)])
    case 0x11A8...0x11C2: return Self.keys(of: Self.finals[Int(scalar.value - 0x11A8)])
    case 0xAC00...0xD7A3:
      let index = Int(scalar.value - 0xAC00)
      let jamo = [
        Self.initials[index / 588], Self.vowels[index % 588 / 28], index % 28 > 0 ? Self.finals[index % 28 - 1] : nil,
      ]
      return jamo.compactMap { $0 }.flatMap(Self.keys(of:))
    default: return nil
    }
  }

  private static func keys(of jamo: Unicode.Scalar) -> [Key] {
    (struck[jamo] ?? "").unicodeScalars.map { Key(.scalar($0)) }
  }

  private static let initials = Array("ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ".unicodeScalars)
  private static let vowels = Array("ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ".unicodeScalars)
  private static let finals = Array("ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ".unicodeScalars)

  /// What is struck for each letter that has a key or is put together from letters that have one.
  private static let struck: [Unicode.Scalar: String] = [
    "ㅂ": "q", "ㅈ": "w", "ㄷ": "e", "ㄱ": "r", "ㅅ": "t", "ㅛ": "y", "ㅕ": "u", "ㅑ": "i", "ㅐ": "o", "ㅔ": "p",
    "ㅁ": "a", "ㄴ": "s", "ㅇ": "d", "ㄹ": "f", "ㅎ": "g", "ㅗ": "h", "ㅓ": "j", "ㅏ": "k", "ㅣ": "l",
    "ㅋ": "z", "ㅌ": "x", "ㅊ": "c", "ㅍ": "v", "ㅠ": "b", "ㅜ": "n", "ㅡ": "m",
    "ㅃ": "Q", "ㅉ": "W", "ㄸ": "E", "ㄲ": "R", "ㅆ": "T", "ㅒ": "O", "ㅖ": "P",
    "ㅘ": "hk", "ㅙ": "ho", "ㅚ": "hl", "ㅝ": "nj", "ㅞ": "np", "ㅟ": "nl", "ㅢ": "ml",
    "ㄳ": "rt", "ㄵ": "sw", "ㄶ": "sg", "ㄺ": "fr", "ㄻ": "fa", "ㄼ": "fq", "ㄽ": "ft", "ㄾ": "fx", "ㄿ": "fv", "ㅀ": "fg",
    "ㅄ": "qt",
  ]
}
