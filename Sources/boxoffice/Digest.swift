internal import Canvas

/// A short name for a long text, the same for the same text (FNV-1a, 64 bits). It guards against no malice.
enum Digest {
  static func of(_ text: String) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  static func of(_ picture: Grid) -> String { of("\(picture.size.width)x\(picture.size.height)\n\(picture.text)") }
}
