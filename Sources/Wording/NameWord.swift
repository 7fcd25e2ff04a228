/// A word that belongs beside a name, unless the name has it already: 열 beside 가, and none beside 가열 or "Row E".
package enum NameWord {
  case section, row, number, tier

  /// The name with its word, as people say it; an empty name has none.
  package func beside(_ name: String, _ language: Language) -> String {
    guard !name.isEmpty, !isSaid(in: name) else { return name }
    switch self {
    case .section: return language("\(name) 구역", "Section \(name)")
    case .row: return language("\(name)열", "row \(name)")
    case .number: return language("\(name)번", "seat \(name)")
    // A long name of a tier says by itself what it is.
    case .tier: return language(name.count <= 3 ? "\(name)석" : name, name)
    }
  }

  /// Whether the name says what it is a name of, in either language; "Table 4" is as good as a row.
  package func isSaid(in name: String) -> Bool {
    let characters = Array(name)
    return koreanWords.contains { Self.ends($0, somewhereIn: characters) }
      || Self.latinWords(of: name).contains(where: latinWords.contains)
  }

  /// The name without the word that would stand beside it, for lines that have no room for words: "E" of "Row E".
  package func bare(_ name: String) -> String {
    guard self == .row || self == .number else { return name }
    let (korean, latin): (Character, String) = self == .row ? ("열", "row") : ("번", "seat")
    if name.last == korean, name.count > 1 { return String(name.dropLast()) }
    guard name.lowercased().hasPrefix(latin) else { return name }
    let rest = name.dropFirst(latin.count)
    let bare = rest.drop { $0 == " " || $0 == "." || $0 == "-" }
    return rest.first?.isLetter == true || bare.isEmpty ? name : String(bare)
  }

  private var koreanWords: [[Character]] {
    switch self {
    case .section: ["구역", "블록", "블럭", "존"].map(Array.init)
    case .row: ["열", "행", "줄", "테이블", "박스"].map(Array.init)
    case .number: ["번", "호", "석"].map(Array.init)
    case .tier: ["석"].map(Array.init)
    }
  }

  private var latinWords: Set<String> {
    switch self {
    case .section: ["section", "zone", "block", "area", "sector"]
    case .row: ["row", "table", "box", "reihe", "tisch", "loge"]
    case .number: ["seat", "chair", "place", "no", "nr", "platz"]
    case .tier: ["seat", "seats"]
    }
  }

  /// Whether a word of the name ends with these letters: 가열 and "열 3" have 열, 열린무대 and 진열대 have not.
  private static func ends(_ word: [Character], somewhereIn name: [Character]) -> Bool {
    guard word.count <= name.count else { return false }
    return (0...(name.count - word.count)).contains { start in
      let end = start + word.count
      return name[start..<end].elementsEqual(word) && (end == name.count || !name[end].isHangul)
    }
  }

  /// The words of Latin letters, small: "row" and "e" of "Row E", of "ROW-E" and of "RowE".
  private static func latinWords(of name: String) -> [String] {
    var words: [String] = []
    var before: Character?
    for character in name {
      defer { before = character }
      guard character.isASCII, character.isLetter else { continue }
      let goesOn = before.map { $0.isASCII && $0.isLetter && !($0.isLowercase && character.isUppercase) } ?? false
      if !goesOn { words.append("") }
      words[words.count - 1].append(contentsOf: character.lowercased())
    }
    return words
  }
}

extension Character {
  /// Whether it is a syllable or a letter of Hangul, put together or not.
  fileprivate var isHangul: Bool {
    unicodeScalars.first.map { (0xAC00...0xD7A3).contains($0.value) || (0x1100...0x11FF).contains($0.value) } ?? false
  }
}
