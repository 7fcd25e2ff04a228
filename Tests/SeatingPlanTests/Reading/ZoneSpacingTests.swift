import Testing

@testable import SeatingPlan

struct ZoneSpacingTests {
  private func zone(_ name: String, columns: Range<Int>, lines: Range<Int>, y: Double = 0, gap: Double = 30)
    -> Plan.Zone
  {
    Plan.Zone(
      name: name, position: Plan.Point(x: 0, y: y),
      rows: lines.map { line in
        row("\(line)", columns.map { Plan.Point(x: Double($0) * 30, y: Double(line) * gap) }, guid: name)
      })
  }

  private func spread(_ zones: Plan.Zone...) -> (plan: Plan, moved: [Int]) {
    ZoneSpacing.spread(Plan(name: "Hall", categories: [], zones: zones))
  }

  @Test func `zones drawn on one page each stand below one another, in their order`() {
    let sheets = ["1F", "2F", "3F"].map { zone($0, columns: 0..<10, lines: 0..<5) }
    let (plan, moved) = spread(sheets[0], sheets[1], sheets[2])
    #expect(moved == [1, 2])
    let heights = plan.zones.map { $0.position.y }
    #expect(heights == [0, 180, 360])
    #expect(ZoneSpacing.spread(plan).moved == [])
  }

  @Test func `a zone whose rows fall between another's is moved`() {
    #expect(
      spread(zone("1F", columns: 0..<10, lines: 0..<5), zone("2F", columns: 0..<10, lines: 0..<5, y: 15)).moved == [1])
  }

  @Test func `zones beside or behind one another stay`() {
    let stalls = zone("1F", columns: 0..<10, lines: 0..<5)
    #expect(spread(stalls, zone("2F", columns: 11..<20, lines: 0..<5)).moved == [])
    #expect(spread(stalls, zone("2F", columns: 0..<10, lines: 0..<5, y: 145)).moved == [])
  }

  @Test func `a gallery round the stalls stays`() {
    let sides = (0..<8).map { line in
      row("\(line)", [-2, -1, 10, 11].map { Plan.Point(x: Double($0) * 30, y: Double(line) * 30) }, guid: "G")
    }
    let rear = row("R", (-2..<12).map { Plan.Point(x: Double($0) * 30, y: 270) }, guid: "G")
    let gallery = Plan.Zone(name: "G", position: Plan.Point(x: 0, y: 0), rows: sides + [rear])
    #expect(spread(zone("1F", columns: 0..<10, lines: 0..<8), gallery).moved == [])
  }

  @Test(arguments: [SampleHalls.club, SampleHalls.theatre, SampleHalls.arena])
  func `the sample halls stay as they are`(plan: Plan) {
    #expect(ZoneSpacing.spread(plan).plan == plan)
  }

  @Test(.timeLimit(.minutes(10)))
  func `a hundred thousand seats in one place are looked at in good time`() {
    let spot = [Plan.Point](repeating: Plan.Point(x: 5, y: 5), count: 50_000)
    let zones = ["1F", "2F"].map { name in Plan.Zone(name: name, position: spot[0], rows: [row("A", spot, guid: name)])
    }
    #expect(spread(zones[0], zones[1]).moved == [1])
  }
}
