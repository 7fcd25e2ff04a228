/// A colour as terminals of 256 colours number it, and the nearest of the first eight for those that have no more.
package struct Color: Hashable, Sendable {
  package let xterm: UInt8
  package let basic: UInt8

  package init(xterm: UInt8, basic: UInt8) {
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

  package var colors: Colors?
  package var attributes: Attributes

  package init(colors: Colors? = nil, attributes: Attributes = []) {
    self.colors = colors
    self.attributes = attributes
  }

  package static let plain = Style()
  package static let bold = Style(attributes: .bold)
  package static let dim = Style(attributes: .dim)
  package static let reverse = Style(attributes: .reverse)

  package func with(_ attributes: Attributes) -> Style {
    Style(colors: colors, attributes: self.attributes.union(attributes))
  }
}
