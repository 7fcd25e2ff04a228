/// What an event tells of something that came into force, by names: `batch=50 cap=none`. Values have no spaces.
///
/// Later versions of the program may tell more than earlier ones.
package struct Particulars: Hashable, Sendable {
  package let text: String

  package init(text: String) { self.text = text }

  init(_ values: KeyValuePairs<String, String>) {
    text = values.map { "\($0)=\($1)" }.joined(separator: " ")
  }

  /// The value of a name; nil when it is not told.
  subscript(name: String) -> String? {
    text.split(separator: " ").first { $0.hasPrefix(name + "=") }.map { String($0.dropFirst(name.count + 1)) }
  }

  /// The names of the values that another has otherwise or not at all; what only the other has does not count.
  func differences(from other: Particulars) -> [String] {
    if self == other { return [] }
    let words = text.split(separator: " ")
    if words.isEmpty { return ["everything"] }
    return words.map { String($0.prefix { $0 != "=" }) }.filter { self[$0] == nil || self[$0] != other[$0] }
  }
}

extension Policy {
  /// - Parameter kind: that of the house that begins with this policy; nil for a later one.
  package func particulars(of kind: House.Kind? = nil) -> Particulars {
    let head = kind.map { ["house=\($0.rawValue)"] } ?? []
    let values = PolicyValue.allCases.map { "\($0.recordName)=\(self[$0].map(String.init) ?? "none")" }
    return Particulars(text: (head + values).joined(separator: " "))
  }
}

extension Session {
  /// - Parameters:
  ///   - prices: those of its tiers, in any order.
  ///   - seats: what names the seats of its hall, as `Digest` tells it.
  package func particulars(prices: [TierPrice], seats: Digest) -> Particulars {
    var priceList = Digest()
    for price in prices.sorted(by: { $0.tier < $1.tier }) {
      priceList.add(price.tier)
      priceList.add(price.price.amount)
    }
    return Particulars([
      "concert": String(concert.rawValue), "hall": String(hall.rawValue), "start": String(start.milliseconds),
      "length": String(length.milliseconds), "opens": String(saleOpens.milliseconds),
      "closes": String(saleCloses.milliseconds), "prices": priceList.text,
      "seats": seats.text,
    ])
  }
}

/// A number that is another when anything in a list is, but by a rare chance (FNV-1a, 64 bits). It tells what was damaged;
/// it is no protection from who forges.
package struct Digest: Hashable, Sendable {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325

  var text: String { String(state, radix: 16) }

  mutating func add(_ number: Int64) {
    var rest = UInt64(bitPattern: number)
    for _ in 0..<8 {
      add(byte: UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
  }

  mutating func add(_ text: String) {
    for byte in text.utf8 { add(byte: byte) }
    // No byte of a text.
    add(byte: 0xFF)
  }

  mutating func add(_ label: SeatLabel, tier: String) {
    add(label.section)
    add(label.row)
    add(label.number)
    add(tier)
  }

  private mutating func add(byte: UInt8) { state = (state ^ UInt64(byte)) &* 0x100_0000_01b3 }
}

extension [Seat] {
  /// What names the seats of a session, in the order of their numbers.
  package var digest: Digest {
    var digest = Digest()
    for seat in self { digest.add(seat.label, tier: seat.tier) }
    return digest
  }
}
