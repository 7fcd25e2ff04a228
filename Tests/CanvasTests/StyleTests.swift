import Testing

@testable import Canvas

struct StyleTests {
  @Test func `attributes add up and leave the colours`() {
    let colors = Style.Colors(Color(xterm: 214, basic: 3), on: Color(xterm: 235, basic: 0))
    let style = Style(colors: colors, attributes: .bold).with(.reverse)
    #expect(style.attributes == [.bold, .reverse])
    #expect(style.colors == colors)
  }

  @Test func `the attributes are four different ones`() {
    let all: [Style.Attributes] = [.bold, .dim, .underline, .reverse]
    #expect(Set(all.map(\.rawValue)).count == 4)
    #expect(all.allSatisfy { $0.rawValue.nonzeroBitCount == 1 })
  }
}
