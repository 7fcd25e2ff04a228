/// A colour as terminals of 256 colours number it, and the nearest of the first eight for those that have no more.
package struct Color: Hashable, Sendable {
  package let xterm: UInt8
  package let basic: UInt8

  package init(xterm: UInt8, basic: UInt8) {
    precondition(basic < 8, "it is one of the first eight")
    self.xterm = xterm
    self.basic = basic
  }
}

/// How a cell looks. Without colours it is the terminal's own foreground and background; a foreground never comes
/// without a background, so that text reads on light and dark terminals alike.
package struct Style: Hashable, Sendable {
  package struct Attributes: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let bold = Attributes(rawValue: 1)
    package static let dim = Attributes(rawValue: 2)
    package static let underline = Attributes(rawValue: 4)
    package static let reverse = Attributes(rawValue: 8)
  }

  package struct Colors: Hashable, Sendable {
    package let foreground: Color
    package let background: Color

    package init(_ foreground: Color, on background: Color) {
      self.foreground = foreground
      self.background = background
    }
  }

  /// All of it in one number, so that pictures of many thousand cells are soon compared: from the lowest bit, eight and four
  /// for the foreground, as many for the background, one for whether there are colours, and the rest for attributes.
  private let bits: UInt32
  private static let hasColors: UInt32 = 1 << 24

  package init(colors: Colors? = nil, attributes: Attributes = []) {
    func bits(_ color: Color) -> UInt32 { UInt32(color.xterm) | UInt32(color.basic) << 8 }
    let colors = colors.map { bits($0.foreground) | bits($0.background) << 12 | Self.hasColors } ?? 0
    self.bits = colors | UInt32(attributes.rawValue) << 25
  }

  package var colors: Colors? {
    func color(_ bits: UInt32) -> Color {
      Color(xterm: UInt8(truncatingIfNeeded: bits), basic: UInt8(truncatingIfNeeded: bits >> 8) & 15)
    }
    return bits & Self.hasColors == 0 ? nil : Colors(color(bits), on: color(bits >> 12))
  }

  package var attributes: Attributes { Attributes(rawValue: UInt8(truncatingIfNeeded: bits >> 25)) }

  package static let plain = Style()
  package static let bold = Style(attributes: .bold)
  package static let dim = Style(attributes: .dim)
  package static let reverse = Style(attributes: .reverse)

  package func with(_ attributes: Attributes) -> Style {
    Style(colors: colors, attributes: self.attributes.union(attributes))
  }
}
