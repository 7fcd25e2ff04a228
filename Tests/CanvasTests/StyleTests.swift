import Testing

@testable import Canvas

struct StyleTests {
  @Test func `attributes add up and leave the colours`() {
    let colors = Style.Colors(Color(xterm: 214, basic: 3), on: Color(xterm: 235, basic: 0))
    let style = Style(colors: colors, attributes: .bold).with(.reverse)
    #expect(style.attributes == [.bold, .reverse])
    #expect(style.colors == colors)
  }

  @Test func `gives back every colour and every attribute that it was made with, and none that it was not`() {
    let colors = [UInt8](0...255).flatMap { xterm in (UInt8(0)..<8).map { Color(xterm: xterm, basic: $0) } }
    for (index, color) in colors.enumerated() {
      let other = colors[(index * 7 + 11) % colors.count]
      let attributes = Style.Attributes(rawValue: UInt8(index % 16))
      let style = Style(colors: Style.Colors(color, on: other), attributes: attributes)
      #expect(style.colors == Style.Colors(color, on: other))
      #expect(style.attributes == attributes)
      #expect(style != Style(colors: Style.Colors(color, on: color), attributes: attributes) || color == other)
    }
    for attributes in (UInt8(0)..<16).map(Style.Attributes.init(rawValue:)) {
      #expect(Style(attributes: attributes).colors == nil)
      #expect(Style(attributes: attributes).attributes == attributes)
    }
    let black = Color(xterm: 0, basic: 0)
    #expect(Style(colors: Style.Colors(black, on: black)) != .plain, "black on black is a colour")
  }

  @Test func `the attributes are four different ones`() {
    let all: [Style.Attributes] = [.bold, .dim, .underline, .reverse]
    #expect(Set(all.map(\.rawValue)).count == 4)
    #expect(all.allSatisfy { $0.rawValue.nonzeroBitCount == 1 })
  }
}
