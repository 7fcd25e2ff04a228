import Booking
import Canvas
import Testing
import Wording

@testable import Screens

@Suite("Words beside names")
struct NameWordTests {
  @Test(
    arguments: [
      ("가", "가열", "row 가"), ("E", "E열", "row E"), ("12", "12열", "row 12"), ("가열", "가열", "가열"), ("10행", "10행", "10행"),
      ("열 3", "열 3", "열 3"), ("1열 (휠체어)", "1열 (휠체어)", "1열 (휠체어)"), ("Row E", "Row E", "Row E"),
      ("ROW-E", "ROW-E", "ROW-E"),
      ("RowE", "RowE", "RowE"), ("E row", "E row", "E row"), ("Table 4", "Table 4", "Table 4"),
      ("테이블 4", "테이블 4", "테이블 4"),
      ("Reihe 12", "Reihe 12", "Reihe 12"), ("진열대", "진열대열", "row 진열대"), ("열린", "열린열", "row 열린"),
      ("Rowan", "Rowan열", "row Rowan"),
      ("", "", ""),
    ] as [(String, String, String)])
  func `a row has its word once`(_ name: String, _ korean: String, _ english: String) {
    #expect(NameWord.row.beside(name, .korean) == korean)
    #expect(NameWord.row.beside(name, .english) == english)
  }

  @Test(
    arguments: [
      ("7", "7번", "seat 7"), ("7번", "7번", "7번"), ("7석", "7석", "7석"), ("Seat 7", "Seat 7", "Seat 7"),
      ("No. 7", "No. 7", "No. 7"),
      ("12a", "12a번", "seat 12a"), ("NORTH", "NORTH번", "seat NORTH"),
    ] as [(String, String, String)])
  func `a number has its word once`(_ name: String, _ korean: String, _ english: String) {
    #expect(NameWord.number.beside(name, .korean) == korean)
    #expect(NameWord.number.beside(name, .english) == english)
  }

  @Test(
    arguments: [
      ("R", "R석", "R"), ("특석", "특석", "특석"), ("일반석", "일반석", "일반석"), ("석", "석", "석"), ("석양", "석양석", "석양"),
      ("시야제한석", "시야제한석", "시야제한석"),
    ] as [(String, String, String)])
  func `a tier has its word once`(_ name: String, _ korean: String, _ english: String) {
    #expect(tierName(name, .korean) == korean)
    #expect(tierName(name, .english) == english)
  }

  @Test(
    arguments: [
      ("A", "A 구역", "Section A"), ("1층", "1층 구역", "Section 1층"), ("1층 구역", "1층 구역", "1층 구역"), ("A블록", "A블록", "A블록"),
      ("zone 4", "zone 4", "zone 4"), ("Block C", "Block C", "Block C"),
      ("Intersection", "Intersection 구역", "Section Intersection"),
    ] as [(String, String, String)])
  func `a section has its word once`(_ name: String, _ korean: String, _ english: String) {
    #expect(NameWord.section.beside(name, .korean) == korean)
    #expect(NameWord.section.beside(name, .english) == english)
  }

  @Test func `where there is no room for words a name stands without its own`() {
    #expect(SeatLabel(section: "1층", row: "가열", number: "2번").short == "1층 가-2")
    #expect(SeatLabel(section: "1F", row: "Row E", number: "Seat 2").short == "1F E-2")
    #expect(SeatLabel(section: "1F", row: "Table 4", number: "2").short == "1F Table 4-2", "a row may be called 4 too")
    #expect(SeatLabel(section: "1F", row: "열", number: "Seat").short == "1F 열-Seat", "nothing would be left")
    #expect(SeatLabel(section: "1F", row: "Rowan", number: "Seating").short == "1F Rowan-Seating")
  }

  @Test func `seats in a message say a long section once`() {
    func label(_ section: String, _ number: Int) -> SeatLabel {
      SeatLabel(section: section, row: "B", number: "\(number)")
    }
    func seatNames(_ labels: [SeatLabel], _ language: Language) -> String {
      Screens.seatNames(labels, language).broken(to: 200).joined()
    }
    #expect(seatNames([label("1F", 1), label("1F", 2)], .english) == "1F row B seat 1, 1F row B seat 2")
    #expect(
      seatNames([label("Parterre links", 1), label("Parterre links", 2)], .korean) == "Parterre links B열 1번, B열 2번")
    let long = seatNames([label(String(repeating: "Balcony ", count: 12), 101)], .english)
    #expect(long.cellWidth <= 48 && long.hasSuffix(" row B seat 101") && long.contains("…"))
  }
}
