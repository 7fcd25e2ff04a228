package import Booking

extension BookingError {
  /// What the person reads. The Korean of the first six is prescribed (Rules.md, Refusals).
  package func sentence(in language: Language) -> String {
    switch self {
    case .unknownUser: language("사용자가 존재하지 않습니다.", "No such user.")
    case .invalidToken: language("유효하지 않은 토큰입니다.", "This token is not valid.")
    case .inactiveToken: language("토큰이 활성 상태가 아닙니다.", "This token is not active.")
    case .seatTaken: language("좌석이 이미 예약되었습니다.", "That seat is already taken.")
    case .insufficientBalance: language("잔액이 부족합니다.", "Not enough balance.")
    case .invalidChargeAmount: language("충전 금액이 유효하지 않습니다.", "That amount cannot be topped up.")
    case .unknownSession: language("회차가 존재하지 않습니다.", "No such session.")
    case .unknownSeat: language("이 회차에 없는 좌석입니다.", "This session has no such seat.")
    case .emptyOrRepeated: language("좌석을 하나 이상, 겹치지 않게 골라 주세요.", "Choose at least one seat, each only once.")
    case .saleClosed(.notYet): language("아직 판매가 시작되지 않았습니다.", "The sale has not opened yet.")
    case .saleClosed(.over): language("판매가 끝난 회차입니다.", "The sale for this session is over.")
    case .tooManyHolds(let limit):
      language("임시 예약은 한 번에 \(limit)석까지 가능합니다.", "You can hold at most \(limit) seats at a time.")
    case .unknownReservation: language("예약이 존재하지 않습니다.", "You have no such reservation.")
    case .alreadyPaid: language("이미 결제된 예약입니다.", "This reservation is already paid.")
    case .reservationExpired: language("임시 예약 시간이 지났습니다.", "The time to pay for this hold is over.")
    case .requestKeyReused:
      language("같은 요청 키로 다른 내용을 요청했습니다.", "This request key was used for something else.")
    case .invalidName: language("사용할 수 없는 이름입니다.", "That name cannot be used.")
    case .hallBusy(let clash): clash.sentence(in: language)
    case .hallRedrawn(let name):
      language(
        "공연장 “\(name.korean)”의 배치도가 이미 있는 것과 다릅니다. 판매에 쓰는 좌석은 새로 그리지 않습니다.",
        "The hall “\(name.english)” is already here with another plan; seats that are sold from are not drawn anew.")
    case .notADemonstration:
      language(
        "시계와 규칙은 시연에서만 바꿀 수 있습니다. boxoffice demo로 여세요.",
        "Only a show's clock and rules can be changed; boxoffice demo opens one.")
    case .storage(let fault): fault.sentence(in: language)
    }
  }

  /// The cause, where there is more to say; a second line on screen.
  package func detail(in language: Language) -> String? {
    switch self {
    case .invalidToken(let fault), .inactiveToken(let fault): fault.sentence(in: language)
    case .insufficientBalance(let shortfall):
      language("\(shortfall.amount.grouped)원이 모자랍니다.", "\(shortfall.amount.grouped) won short.")
    case .invalidChargeAmount(.notPositive):
      language("1원 이상의 정수로 입력해 주세요.", "Enter a whole number of won, 1 or more.")
    case .invalidChargeAmount(.overMaximum(let most)):
      language("한 번에 \(most.amount.grouped)원까지 충전할 수 있습니다.", "At most \(most.amount.grouped) won at a time.")
    case .invalidChargeAmount(.overCeiling(let ceiling)):
      language(
        "잔액은 \(ceiling.amount.grouped)원을 넘을 수 없습니다.", "A balance may not pass \(ceiling.amount.grouped) won.")
    case .invalidName(.empty): language("이름을 입력해 주세요.", "Enter a name.")
    case .invalidName(.tooLong(let most)):
      language("\(most)칸까지 가능합니다. 한글은 두 칸입니다.", "At most \(most) columns; a Hangul syllable takes two.")
    case .invalidName(.unprintable(let scalar)):
      language("이름에 쓸 수 없는 문자(\(scalar.code))가 있습니다.", "It has the character \(scalar.code), which no name may have.")
    default: nil
    }
  }
}

extension HallClash {
  fileprivate func sentence(in language: Language) -> String {
    let time = otherTime.venueFigures
    return language(
      "\(start.venueFigures)에 시작하는 “\(title.korean)” 회차가 공연장 “\(hall.korean)”의 “\(other.korean)” 회차(\(time))와 겹칩니다.",
      "“\(title.english)” at \(start.venueFigures) overlaps another session in the hall “\(hall.english)”: “\(other.english)”, \(time)."
    )
  }
}

extension TokenFault {
  fileprivate func sentence(in language: Language) -> String {
    switch self {
    case .unknown: language("발급된 적이 없는 토큰입니다.", "It was never issued here.")
    case .anothers: language("다른 사람의 토큰입니다.", "It belongs to someone else.")
    case .waiting: language("아직 대기 중입니다.", "It is still waiting.")
    case .expired(let reason): reason.sentence(in: language)
    }
  }
}

extension QueueToken.EndReason {
  /// Why a token ended, as a sentence.
  package func sentence(in language: Language) -> String {
    switch self {
    case .paid: language("결제를 마쳐 만료되었습니다.", "It ended when you paid.")
    case .left: language("대기열에서 나가 만료되었습니다.", "It ended when you left the queue.")
    case .lifetime: language("활성 시간이 다 되어 만료되었습니다.", "Its time ran out.")
    case .idle: language("오래 활동이 없어 만료되었습니다.", "It ended because nothing was done for too long.")
    }
  }
}

extension StorageFault {
  fileprivate func sentence(in language: Language) -> String {
    switch self {
    case .busy:
      language(
        "저장소가 사용 중입니다. 바뀐 것은 없습니다. 잠시 뒤 다시 시도해 주세요.", "The store is busy. Nothing changed; try again in a moment.")
    case .full:
      language(
        "디스크가 가득 찼습니다. 바뀐 것은 없습니다. 공간을 비우고 다시 해 주세요.",
        "The disk is full. Nothing changed; free some space and try again.")
    case .readOnly:
      language(
        "저장소에 쓸 수 없습니다. 바뀐 것은 없습니다. 파일 권한을 확인해 주세요.",
        "The store cannot be written. Nothing changed; check the file's permissions.")
    case .damaged:
      language(
        "저장소 파일이 손상되었습니다. 더 쓰지 않았습니다. 백업을 사용해 주세요.", "The store file is damaged. Nothing was written; use a backup.")
    case .gone:
      language(
        "저장소 파일이 옮겨졌거나 사라졌습니다. 더 쓰지 않았습니다. 끝내고 다시 시작해 주세요.",
        "The store file was moved, removed or replaced. Nothing was written; quit and start again.")
    case .overwritten:
      language(
        "열려 있는 저장소 파일이 덮어쓰였습니다. 더 쓰지 않았습니다. 끝낸 뒤 boxoffice check로 확인하고 백업을 되돌려 주세요.",
        "The open store file was overwritten. Nothing was written; quit, run boxoffice check, restore a backup.")
    case .clock(let fault): fault.sentence(in: language)
    case .other(let reason):
      language("저장소 오류: \(reason). 바뀐 것은 없습니다.", "The store failed: \(reason). Nothing changed.")
    case .outcomeUnknown(let reason) where reason.isLasting:
      language(
        "처리되었는지 알 수 없습니다 (\(reason.words(language))). 끝내고 다시 시작해 지갑과 예매 내역에서 확인해 주세요.",
        "Not known whether this was done (\(reason.words(language))). Quit, start again, look at wallet and tickets.")
    case .outcomeUnknown(let reason):
      language(
        "처리되었는지 알 수 없습니다 (\(reason.words(language))). 지갑과 예매 내역에서 확인해 주세요.",
        "Not known whether this was done (\(reason.words(language))). Wallet and tickets will show.")
    }
  }

  /// The cause alone, within a sentence.
  private func words(_ language: Language) -> String {
    switch self {
    case .busy: language("저장소 사용 중", "the store is busy")
    case .full: language("디스크가 가득 참", "the disk is full")
    case .readOnly: language("저장소에 쓸 수 없음", "the store cannot be written")
    case .damaged: language("저장소 파일 손상", "the store file is damaged")
    case .gone: language("저장소 파일이 옮겨졌거나 사라짐", "its file was moved, removed or replaced")
    case .overwritten: language("저장소 파일이 덮어쓰임", "its file was overwritten")
    case .clock(.anotherBoot): language("다른 컴퓨터가 열고 있음", "another machine has it open")
    case .clock(.behindRecord): language("컴퓨터 시계가 기록보다 늦음", "this machine's clock is behind the record")
    case .clock(.unexplainedJump): language("컴퓨터 시계가 뛰었음", "this machine's clock has jumped")
    case .other(let reason): language("저장소 오류: \(reason)", "the store failed: \(reason)")
    case .outcomeUnknown(let reason): reason.words(language)
    }
  }
}

extension ClockFault {
  fileprivate func sentence(in language: Language) -> String {
    switch self {
    case .behindRecord(let time):
      language(
        "컴퓨터 시계가 기록보다 \(time.words(.korean)) 늦어 예매 시각이 멈추게 됩니다. 바뀐 것은 없습니다. "
          + "열린 터미널을 닫고 boxoffice clock으로 확인해 주세요.",
        "This machine's clock is \(time.words(.english)) behind the record, so booking time would stand still. "
          + "Nothing changed; close the terminals and run boxoffice clock.")
    case .unexplainedJump(let time):
      language(
        "예매 시각이 \(time.words(.korean)) 앞으로 가게 되는데, 컴퓨터의 시계들이 서로 맞지 않습니다. 바뀐 것은 없습니다. "
          + "boxoffice clock으로 보고 정해 주세요.",
        "Booking time would go ahead by \(time.words(.english)), and this machine's clocks do not bear it out. "
          + "Nothing changed; look with boxoffice clock and decide.")
    case .anotherBoot:
      language(
        "다른 컴퓨터가 이 저장소를 열고 있습니다. 바뀐 것은 없습니다. 한 컴퓨터에서만 열어 주세요.",
        "Another machine has this store open. Nothing changed; open it on one machine at a time.")
    }
  }
}
