/// The signs that are not letters. The ASCII set serves terminals that draw box lines and the like two cells wide.
package struct Glyphs: Hashable, Sendable {
  package let isASCII: Bool
  package let horizontal: Unicode.Scalar
  package let vertical: Unicode.Scalar
  package let topLeft: Unicode.Scalar
  package let topRight: Unicode.Scalar
  package let bottomLeft: Unicode.Scalar
  package let bottomRight: Unicode.Scalar
  package let block: Unicode.Scalar
  package let shade: Unicode.Scalar
  package let pointer: Unicode.Scalar
  package let fence: Unicode.Scalar
  package let arrow: String
  package let dot: String
  package let ellipsis: String
  /// From the lowest to the highest.
  package let steps: [Unicode.Scalar]

  package static let unicode = Glyphs(
    isASCII: false, horizontal: "─", vertical: "│", topLeft: "┌", topRight: "┐", bottomLeft: "└", bottomRight: "┘",
    block: "█", shade: "░", pointer: "▶", fence: "│", arrow: "→", dot: "·", ellipsis: "…",
    steps: ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"])

  package static let ascii = Glyphs(
    isASCII: true, horizontal: "-", vertical: "|", topLeft: "+", topRight: "+", bottomLeft: "+", bottomRight: "+",
    block: "#", shade: ".", pointer: ">", fence: "|", arrow: "->", dot: "-", ellipsis: "..",
    steps: ["_", ".", ":", "-", "=", "+", "*", "#"])
}
