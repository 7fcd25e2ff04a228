/// Columns of a line, of which there may be some left of the first. Neighbours stand together, so a row is compared and
/// added by a word of 64 columns at a time.
struct ColumnSet: Hashable, ExpressibleByArrayLiteral {
  /// By word: a bit for each of its columns. No word is 0.
  private var words: [Int: UInt64] = [:]

  init(_ columns: some Sequence<Int>) {
    var (word, bits) = (0, UInt64(0))
    for column in columns {
      if column >> 6 != word {
        add(bits, to: word)
        (word, bits) = (column >> 6, 0)
      }
      bits |= 1 << UInt64(column & 63)
    }
    add(bits, to: word)
  }

  init(arrayLiteral columns: Int...) { self.init(columns) }

  private mutating func add(_ bits: UInt64, to word: Int) {
    if bits != 0 { words[word, default: 0] |= bits }
  }

  func isDisjoint(with other: ColumnSet) -> Bool {
    other.words.allSatisfy { word, bits in words[word, default: 0] & bits == 0 }
  }

  mutating func formUnion(_ other: ColumnSet) {
    for (word, bits) in other.words { add(bits, to: word) }
  }
}
