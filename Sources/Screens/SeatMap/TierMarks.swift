internal import Booking
internal import Canvas

/// The sign of a free seat of each tier: one for all where colour tells tiers apart, else a letter of its own: without
/// colour, and where there are more tiers than colours.
struct TierMarks {
  let signs: [Unicode.Scalar]

  init(_ tiers: [TierPrice], _ theme: Theme) {
    guard !theme.hasColor || tiers.count > Theme.tierColors else {
      signs = tiers.map { _ in theme.glyphs.seatAvailable }
      return
    }
    let names = tiers.map { $0.tier.clean.uppercased() }
    // A tier that is called by a letter has it, whatever other names begin with.
    let own = names.map { $0.unicodeScalars.count == 1 ? $0.unicodeScalars.first : nil }
    var taken = Set(own.compactMap { $0 })
    signs = zip(names, own).map { name, own in
      if let own, own.isASCII, own.properties.isAlphabetic { return own }
      let words = name.split(separator: " ")
      // The first letters of its words, then all its letters, then whatever letter is left.
      let candidates = words.compactMap(\.unicodeScalars.first) + words.flatMap(\.unicodeScalars) + Self.others
      let sign = candidates.first { $0.isASCII && $0.properties.isAlphabetic && !taken.contains($0) }
      taken.insert(sign ?? "?")
      return sign ?? theme.glyphs.seatAvailable
    }
  }

  private static let others = (65...90).map { Unicode.Scalar(UInt8($0)) }
}
