package import Booking

extension Event {
  /// What happened, in a few words.
  /// - Parameters:
  ///   - name: of the person it concerns; nil for whoever reads it.
  ///   - count: how many seats.
  package func words(_ name: String?, _ language: Language, count: Int = 1) -> String {
    let isMine = name == nil
    let name = name ?? language("나:", "You")
    /// What the person does: people are told of in the third person, readers in the second.
    func verb(_ others: String, _ mine: String) -> String { "\(name) \(isMine ? mine : others)" }
    let ticket = token.map { "#\($0)" } ?? ""
    let won = amount?.text(language) ?? ""
    switch kind {
    case .tokenIssued: return language("\(name) 줄을 섬 \(ticket)", "\(verb("joins", "join")) the queue \(ticket)")
    case .tokenActivated: return language("\(name) 입장 \(ticket)", "\(verb("is", "are")) admitted \(ticket)")
    case .tokenEnded:
      switch reason {
      case .paid: return language("\(name) 구매를 마치고 나감", "\(verb("leaves", "leave")) with tickets")
      case .left: return language("\(name) 대기열에서 나감", "\(verb("leaves", "leave")) the queue")
      case .idle: return language("\(name) 토큰 만료: 비활동", "\(name): token ended, idle")
      case .lifetime: return language("\(name) 토큰 만료: 시간 초과", "\(name): turn expired")
      case nil: return language("\(name) 토큰 만료", "\(name): token ended")
      }
    case .seatHeld:
      return
        language("\(name) \(count)석 임시 예약 \(won)", "\(verb("holds", "hold")) \(seatCount(count)), \(won)")
    case .holdReleased: return language("\(name) 임시 예약 해제", "\(verb("releases", "release")) a seat")
    case .holdExpired: return language("\(name) 미결제, 좌석 풀림", "\(name) did not pay; the seat is free again")
    case .seatPaid:
      return
        language("\(name) \(count)석 결제 \(won)", "\(verb("pays", "pay")) \(won) for \(seatCount(count))")
    case .idleLimitMoved: return language("\(name) 비활동 한도를 지금으로 옮김", "\(name): idle limit moved to now")
    case .balanceSet: return language("\(name) 잔액을 고침 \(won)", "\(name): balance set, by \(won)")
    case .priceSet: return language("가격이 \(won)으로 바뀜", "a price changes to \(won)")
    case .policySet: return language("운영 규칙이 바뀜", "the policy changes")
    case .houseReset: return language("처음부터 다시 시작", "the show starts again")
    case .userAdded, .programmeAdded, .tokenActed, .balanceOpened, .charged: return name
    }
  }
}

extension BookingEngine.Due {
  /// What falls due, in a few words.
  package func words(_ name: String, _ language: Language) -> String {
    switch what {
    case .hold: language("\(name)의 임시 예약 만료", "\(name)'s hold ends")
    case .token: language("\(name)의 토큰 만료", "\(name)'s token ends")
    case .admission(let count): language("\(count)명 입장", "\(count) enter\(count == 1 ? "s" : "")")
    }
  }
}
