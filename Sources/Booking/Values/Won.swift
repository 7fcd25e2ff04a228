/// An amount of money in whole won.
package struct Won: Hashable, Comparable, Sendable {
  package let amount: Int64

  package init(_ amount: Int64) { self.amount = amount }

  package static let zero = Won(0)

  package static func < (a: Self, b: Self) -> Bool { a.amount < b.amount }
  package static func + (a: Self, b: Self) -> Self { Won(a.amount + b.amount) }
  package static func - (a: Self, b: Self) -> Self { Won(a.amount - b.amount) }
  package static prefix func - (a: Self) -> Self { Won(-a.amount) }
}

extension Sequence where Element == Won {
  package func sum() -> Won { reduce(.zero, +) }
}

extension Int64 {
  /// The number with a comma between thousands, as amounts are written in both languages.
  package var grouped: String {
    let digits = String(magnitude)
    var text = self < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(",") }
      text.append(digit)
    }
    return text
  }
}
