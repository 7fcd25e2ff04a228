import Testing

@testable import SeatingPlan

@Suite("The columns of a line")
struct ColumnSetTests {
  private static let some = [
    [], [0], [63], [64], [-1], [-64, -65], [3, 4, 5], [60, 61, 62, 63, 64, 65], [-200, 0, 200],
  ]

  @Test(arguments: some, some) func `share some exactly where the numbers do`(_ a: [Int], _ b: [Int]) {
    #expect(ColumnSet(a).isDisjoint(with: ColumnSet(b)) == Set(a).isDisjoint(with: b))
  }

  @Test(arguments: some, some) func `are together what they are as numbers, in any order`(_ a: [Int], _ b: [Int]) {
    var both = ColumnSet(a)
    both.formUnion(ColumnSet(b))
    #expect(both == ColumnSet(b + a))
    #expect(both == ColumnSet(Set(a).union(b).sorted()))
    for column in -210...210 {
      #expect(both.isDisjoint(with: [column]) == !(a.contains(column) || b.contains(column)))
    }
  }
}
