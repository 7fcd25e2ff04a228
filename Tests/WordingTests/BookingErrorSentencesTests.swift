import Booking
import TestSupport
import Testing
import Wording

@Suite("Refusals in words")
struct BookingErrorSentencesTests {
  static let ends: [TokenFault] = QueueToken.EndReason.allCases.map { .expired($0) }
  static let tokenFaults: [TokenFault] = [.unknown, .anothers, .waiting] + ends
  static let certainFaults: [StorageFault] = [
    .busy, .full, .readOnly, .damaged, .gone, .overwritten, .clock(.anotherBoot), .clock(.behindRecord(by: .hours(2))),
    .clock(.unexplainedJump(by: .days(3))), .other("out of memory"),
  ]
  static let storageFaults = certainFaults + certainFaults.map { .outcomeUnknown($0) }
  static let clash = HallClash(
    hall: LocalizedText("홀", "Hall"), title: LocalizedText("밤", "Night"), start: .opening + .minutes(90),
    other: LocalizedText("낮", "Day"), otherTime: .opening..<(.opening + .hours(2)))
  static let plain: [BookingError] = [
    .unknownUser, .unknownSession, .unknownSeat(SeatID(1)), .emptyOrRepeated, .saleClosed(.notYet), .saleClosed(.over),
    .tooManyHolds(limit: 4), .seatTaken(SeatID(1)), .unknownReservation, .alreadyPaid, .reservationExpired,
    .insufficientBalance(shortfall: Won(1_234_500)), .requestKeyReused, .hallRedrawn(LocalizedText("홀", "Hall")),
    .hallBusy(clash),
  ]
  static let explained: [BookingError] = [
    .invalidChargeAmount(.notPositive), .invalidChargeAmount(.overMaximum(Won(1_000_000))),
    .invalidChargeAmount(.overCeiling(Won(10_000_000))), .invalidName(.empty), .invalidName(.tooLong(40)),
    .invalidName(.unprintable("\u{202E}")),
  ]
  static let all: [BookingError] =
    plain + explained + tokenFaults.map { .invalidToken($0) } + tokenFaults.map { .inactiveToken($0) }
    + storageFaults.map { .storage($0) }

  /// The first table of Rules.md's refusals, letter for letter.
  @Test(
    arguments: [
      (.unknownUser, "사용자가 존재하지 않습니다.", "No such user."),
      (.invalidToken(.unknown), "유효하지 않은 토큰입니다.", "This token is not valid."),
      (.inactiveToken(.waiting), "토큰이 활성 상태가 아닙니다.", "This token is not active."),
      (.seatTaken(SeatID(1)), "좌석이 이미 예약되었습니다.", "That seat is already taken."),
      (.insufficientBalance(shortfall: Won(1)), "잔액이 부족합니다.", "Not enough balance."),
      (.invalidChargeAmount(.notPositive), "충전 금액이 유효하지 않습니다.", "That amount cannot be topped up."),
    ] as [(BookingError, String, String)])
  func `says the prescribed sentence`(refusal: BookingError, korean: String, english: String) {
    #expect(refusal.sentence(in: .korean) == korean)
    #expect(refusal.sentence(in: .english) == english)
  }

  @Test func `rule 4 the causes of an invalid token share its sentence and differ in their second line`() {
    let errors = Self.tokenFaults.map { BookingError.invalidToken($0) }
    #expect(Set(errors.map { $0.sentence(in: .korean) }) == ["유효하지 않은 토큰입니다."])
    for language in Language.allCases {
      #expect(Set(errors.compactMap { $0.detail(in: language) }).count == Self.tokenFaults.count)
    }
  }

  @Test(arguments: all)
  func `every refusal is a whole sentence in both languages`(refusal: BookingError) {
    for language in Language.allCases {
      for text in [refusal.sentence(in: language), refusal.detail(in: language)].compactMap(\.self) {
        #expect(text.hasSuffix("."), "\(refusal)")
        #expect(text.count > 5, "\(refusal)")
      }
    }
    #expect(refusal.sentence(in: .korean) != refusal.sentence(in: .english))
    #expect(refusal.sentence(in: .korean).unicodeScalars.contains { ("가"..."힣").contains($0) })
    #expect(!refusal.sentence(in: .english).unicodeScalars.contains { ("가"..."힣").contains($0) })
  }

  @Test func `different refusals have different sentences`() {
    let sentences =
      Self.plain + [
        .invalidToken(.unknown), .inactiveToken(.waiting), .invalidChargeAmount(.notPositive), .invalidName(.empty),
      ] + Self.storageFaults.map { .storage($0) }
    for language in Language.allCases {
      #expect(Set(sentences.map { $0.sentence(in: language) }).count == sentences.count)
    }
  }

  @Test func `amounts and limits stand in the words`() {
    #expect(
      BookingError.insufficientBalance(shortfall: Won(1_234_500)).detail(in: .korean) == "1,234,500원이 모자랍니다.")
    #expect(BookingError.insufficientBalance(shortfall: Won(1_234_500)).detail(in: .english) == "1,234,500 won short.")
    #expect(BookingError.tooManyHolds(limit: 3).sentence(in: .english) == "You can hold at most 3 seats at a time.")
    #expect(
      BookingError.invalidChargeAmount(.overMaximum(Won(5_000))).detail(in: .english) == "At most 5,000 won at a time.")
    #expect(BookingError.invalidName(.tooLong(40)).detail(in: .korean) == "40칸까지 가능합니다. 한글은 두 칸입니다.")
  }

  @Test func `a hall that is taken is named, with what is on in it and when`() {
    #expect(
      BookingError.hallBusy(Self.clash).sentence(in: .english)
        == "“Night” at 2026-05-01 11:30 overlaps another session in the hall “Hall”: “Day”, 2026-05-01 10:00–12:00.")
    #expect(
      BookingError.hallBusy(Self.clash).sentence(in: .korean)
        == "2026-05-01 11:30에 시작하는 “밤” 회차가 공연장 “홀”의 “낮” 회차(2026-05-01 10:00–12:00)와 겹칩니다.")
  }

  @Test func `every storage fault says that nothing was written, but where nobody knows`() {
    for fault in Self.storageFaults {
      let sentence = BookingError.storage(fault).sentence(in: .english)
      let isCertain = fault != fault.withUnknownOutcome
      #expect(
        (sentence.contains("Nothing changed") || sentence.contains("Nothing was written")) == isCertain, "\(fault)")
      #expect(sentence.contains("Not known") != isCertain, "\(fault)")
    }
  }
}
