import Booking
import Canvas
import SeatingPlan
import Testing
import Wording

@testable import Screens

@Suite("What a typed name of a seat means")
struct SeatSearchTests {
  private let grid = SeatGrid(
    HallPlans.rows([("1층", "A", 12), ("1층", "B", 12), ("1층", "AA", 12), ("2층", "A", 12), ("Ost", "1", 3)]))

  private func seats() -> [Seat] { HallPlans.seats(of: grid) }

  /// What a text finds, the best first.
  private func found(_ text: String) -> [String] {
    let seats = seats()
    var search = SeatSearch(from: 0, among: seats, in: grid)
    search.field.paste(text)
    search.look()
    return search.matches.map { seats[$0].label.short }
  }

  @Test func `a whole row's name comes before one that begins so`() {
    #expect(found("A 3").prefix(2) == ["1층 A-3", "2층 A-3"])
    #expect(found("A 3").contains("1층 AA-3"))
  }

  @Test func `a section's whole name comes before a row and a number that read alike`() {
    let grid = SeatGrid(HallPlans.rows([("F1", "F", 12), ("F10", "A", 3), ("P", "A", 2), ("Q", "P", 2)]))
    let seats = HallPlans.seats(of: grid)
    func first(_ text: String) -> String? {
      var search = SeatSearch(from: 0, among: seats, in: grid)
      search.field.paste(text)
      search.look()
      return search.matches.first.map { seats[$0].label.short }
    }
    #expect(first("F10") == "F10 A-1")
    #expect(first("section F10") == "F10 A-1")
    #expect(first("p") == "P A-1")
    #expect(first("F 10") != nil)
  }

  @Test func `a whole number comes before one that begins so`() {
    #expect(found("B 1") == ["1층 B-1", "1층 B-10", "1층 B-11", "1층 B-12"])
  }

  @Test func `a section alone finds all of its seats, in the order of the plan`() {
    #expect(found("2F").prefix(2) == ["2층 A-1", "2층 A-2"])
    #expect(found("ost") == ["Ost 1-1", "Ost 1-2", "Ost 1-3"])
  }

  @Test func `a number alone is a seat's, a row's or a section's`() {
    let found = found("1")
    #expect(found.contains("1층 A-1") && found.contains("Ost 1-2") && found.contains("1층 B-7"))
    #expect(Set(found).count == found.count, "none twice")
  }

  @Test func `what has too many words, or other ones, finds nothing`() {
    #expect(found("1F A 3 4") == [])
    #expect(found("x") == [])
    #expect(found("A 99") == [])
  }

  @Test func `nothing typed stands where one came from`() {
    var search = SeatSearch(from: 5, among: seats(), in: grid)
    #expect(search.seat == 5)
    search.step(by: 1)
    #expect(search.seat == 5)
  }

  @Test func `steps go round`() {
    var search = SeatSearch(from: 0, among: seats(), in: grid)
    search.field.paste("ost")
    search.look()
    #expect(search.ordinal == 1)
    search.step(by: -1)
    #expect(search.ordinal == 3)
    search.step(by: 1)
    #expect(search.ordinal == 1)
  }

  @Test func `a number with letters is found as it is written`() {
    #expect(found("B 12a", numbers: ["11", "12a", "12b"]) == ["1층 B-12a"])
    #expect(found("a1", numbers: ["A1", "A10", "B1"]).prefix(2) == ["1층 A-A1", "1층 B-A1"])
  }

  @Test func `a word from within a section's name finds it, after those that begin so`() {
    let grid = SeatGrid(HallPlans.rows([("Parkett Links", "A", 2), ("Links", "A", 2), ("Rang", "A", 2)]))
    var search = SeatSearch(from: 0, among: HallPlans.seats(of: grid), in: grid)
    search.field.paste("link a")
    search.look()
    #expect(search.matches == [2, 3, 0, 1])
  }

  /// What a text finds among seats with numbers of their own.
  private func found(_ text: String, numbers: [String]) -> [String] {
    let grid = SeatGrid(HallPlans.rows([("1층", "A", numbers.count), ("1층", "B", numbers.count)]))
    let seats = HallPlans.seats(of: grid).map { seat in
      Seat(
        id: seat.id,
        label: SeatLabel(
          section: seat.label.section, row: seat.label.row, number: numbers[(Int(seat.label.number) ?? 1) - 1]),
        tier: seat.tier, price: seat.price, status: seat.status, taker: nil)
    }
    var search = SeatSearch(from: 0, among: seats, in: grid)
    search.field.paste(text)
    search.look()
    return search.matches.map { seats[$0].label.short }
  }

  @Test func `words for row and seat within names are no part of what is looked for`() {
    let grid = SeatGrid(HallPlans.rows([("1층 구역", "가열", 12), ("1층 구역", "Row E", 12)]))
    let seats = HallPlans.seats(of: grid).map { seat in
      let number = seat.label.row == "가열" ? "\(seat.label.number)번" : "Seat \(seat.label.number)"
      return Seat(
        id: seat.id, label: SeatLabel(section: seat.label.section, row: seat.label.row, number: number),
        tier: seat.tier,
        price: seat.price, status: seat.status, taker: nil)
    }
    func first(_ text: String) -> String? {
      var search = SeatSearch(from: 0, among: seats, in: grid)
      search.field.paste(text)
      search.look()
      return search.matches.first.map { seats[$0].label.short }
    }
    for text in ["가", "가열"] { #expect(first(text) == "1층 구역 가-1", "\(text)") }
    for text in ["가 2", "가열 2번", "가열2", "1층 가열 2", "가열 seat 2"] { #expect(first(text) == "1층 구역 가-2", "\(text)") }
    for text in ["E", "Row E", "e열"] { #expect(first(text) == "1층 구역 E-1", "\(text)") }
    for text in ["E 2", "Row E Seat 2", "row e 2", "E-2", "E열 2번"] { #expect(first(text) == "1층 구역 E-2", "\(text)") }
  }

  @Test func `what is called a row is one, and what is called a number too`() {
    let grid = SeatGrid(HallPlans.rows([("Balcony", "17", 20), ("Balcony", "18", 20)]))
    let seats = HallPlans.seats(of: grid)
    func first(_ text: String) -> [String] {
      var search = SeatSearch(from: 0, among: seats, in: grid)
      search.field.paste(text)
      search.look()
      return search.matches.prefix(2).map { seats[$0].label.short }
    }
    for text in ["balcony row 18", "balcony 18열", "18열", "row 18", "balcony 18"] {
      #expect(first(text) == ["Balcony 18-1", "Balcony 18-2"], "\(text)")
    }
    for text in ["18번", "seat 18"] { #expect(first(text) == ["Balcony 17-18", "Balcony 18-18"], "\(text)") }
    #expect(first("18열 3번") == ["Balcony 18-3"])
  }
}
