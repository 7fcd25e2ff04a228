internal import Booking
internal import RaceLab
internal import Wording

/// What a tester does to a demonstration from the palette.
enum BenchAct: Hashable {
  case endToken
  /// Has somebody else hold the chosen seats, or else the one under the cursor.
  case takeSeats
  case setBalance(Won)
  case fill(percent: Int64)
  /// Of the tier of the seat under the cursor.
  case setPrice(Won)
  case advance(Duration)
  /// Moves the clock until one is admitted.
  case advanceToTurn
  /// Passes over what the loop would do next by itself.
  case dropTick
  case stall(Duration)
  case stepWallClock(Duration)
}

extension App {
  /// The palette's lines for testers: what is wrong with them now is said, so that nobody looks for them in vain.
  var benchLines: [PaletteLine] {
    let real = shell.capabilities.refusal(of: .arrange)
    let show = shell.capabilities.refusal(of: .present)
    let signIn = real ?? (shell.user == nil ? LocalizedText("먼저 로그인해 주세요.", "Sign in first.") : nil)
    let hall =
      signIn ?? (topMap?.board == nil ? LocalizedText("먼저 좌석 선택 화면을 여세요.", "Open a seat map first.") : nil)
    let token = shell.account?.status?.token
    let inactive = BookingError.inactiveToken(.unknown)
    let notActive = LocalizedText(inactive.sentence(in: .korean), inactive.sentence(in: .english))
    let notWaiting =
      token?.activity != nil
      ? LocalizedText("이미 입장했습니다.", "You are in already.") : LocalizedText("지금 대기 중이 아닙니다.", "You are not waiting.")
    return [
      PaletteLine(
        "시계를 … 앞으로", "advance the clock by …", .time(isSigned: false), otherWords: "시간 time skip", unless: real
      ) { .bench(.advance(.milliseconds($0))) },
      PaletteLine(
        "내 차례까지 시계를 앞으로", "advance the clock to my turn", otherWords: "입장 admission",
        unless: signIn ?? (token?.state == .waiting ? nil : notWaiting), .bench(.advanceToTurn)),
      PaletteLine(
        "내 토큰을 지금 만료", "end my token now", otherWords: "expire idle 유휴",
        unless: signIn ?? (token?.activity == nil ? notActive : nil), .bench(.endToken)),
      PaletteLine(
        "내 잔액을 …으로", "set my balance to …", .won, otherWords: "지갑 돈 wallet money", unless: signIn
      ) { .bench(.setBalance(Won($0))) },
      PaletteLine(
        "이 좌석을 다른 사람이 임시 예약", "take this seat as somebody else", otherWords: "hold steal 뺏기 경쟁",
        unless: hall, .bench(.takeSeats)),
      PaletteLine(
        "이 공연장을 …까지 채우기", "fill this hall to …", .percent, otherWords: "판매 sell out 매진", unless: hall
      ) { .bench(.fill(percent: $0)) },
      PaletteLine(
        "이 좌석 등급의 가격을 …으로", "set this seat's price to …", .won, otherWords: "tier 값 cost", unless: hall
      ) { .bench(.setPrice(Won($0))) },
      PaletteLine(
        "경합 실험실로", "go to the race laboratory", otherWords: "collision 충돌 동시 lab", unless: show, .races),
      PaletteLine(
        "틱 하나 건너뛰기", "drop a tick", otherWords: "scheduler 스케줄러", unless: real, .bench(.dropTick)),
      PaletteLine(
        "이 터미널을 … 멈추기", "stall this terminal for …", .time(isSigned: false), otherWords: "loop 루프 freeze",
        unless: real
      ) { .bench(.stall(.milliseconds($0))) },
      PaletteLine(
        "벽시계를 … 옮기기", "step the wall clock by …", .time(isSigned: true), otherWords: "시간 time", unless: show
      ) { .bench(.stepWallClock(.milliseconds($0))) },
      PaletteLine(
        "시연을 처음부터 다시", "start the show again", otherWords: "reset restart 초기화", unless: show, .restartShow),
    ]
  }

  /// The palette's lines that play the collisions of the laboratory.
  var raceLines: [PaletteLine] {
    Collision.all.enumerated().map { index, collision in
      PaletteLine(
        "경합: \(collision.title.korean)", "race: \(collision.title.english)",
        otherWords: "\(collision.subject.title(.korean)) \(collision.subject.title(.english))",
        unless: shell.capabilities.refusal(of: .present),
        .race(index))
    }
  }

  /// The seat map, while it is the screen on top.
  private var topMap: SeatMapScreen? { screens.last as? SeatMapScreen }

  /// Meanwhile no key is heard.
  private static let longestStall = Duration.minutes(1)

  func perform(_ act: BenchAct) {
    switch act {
    case .endToken:
      guard let user = shell.user else { return }
      _ = shell.attempt { engine throws(BookingError) in try engine.endToken(of: user) }
    case .takeSeats: takeSeats()
    case .setBalance(let balance):
      guard let user = shell.user else { return }
      guard balance <= shell.policy.balanceCeiling else {
        let ceiling = shell.policy.balanceCeiling
        shell.say(
          .refusal, "잔액은 0원부터 \(ceiling.text(.korean))까지입니다.", "A balance is 0 to \(ceiling.text(.english)).")
        return
      }
      guard shell.attempt({ engine throws(BookingError) in try engine.setBalance(of: user, to: balance) }) != nil else {
        return
      }
      shell.say(.success, "잔액은 이제 \(balance.text(.korean))입니다.", "Your balance is \(balance.text(.english)) now.")
    case .fill(let percent): fill(to: percent)
    case .setPrice(let price): setPrice(to: price)
    case .advance(let time): advance(by: time)
    case .advanceToTurn: advanceToTurn()
    case .dropTick:
      shell.effects.append(.dropTick)
      shell.say(.note, "다음 틱을 건너뜁니다. 규칙은 그대로 지켜집니다.", "The next tick is dropped. The rules hold all the same.")
    case .stall(let time) where time > Self.longestStall:
      shell.say(
        .refusal, "한 번에 \(Self.longestStall.spoken(.korean))까지 멈출 수 있습니다.",
        "It can stand still for at most \(Self.longestStall.spoken(.english)) at a time.")
    case .stall(let time):
      shell.effects.append(.stall(time))
      shell.say(
        .note, "이 터미널이 \(time.spoken(.korean)) 동안 멈춥니다.", "This terminal stands still for \(time.spoken(.english)).")
    case .stepWallClock(let time): stepWallClock(by: time)
    }
  }

  private func takeSeats() {
    guard let map = topMap, let board = map.board else { return }
    let places = map.chosen.isEmpty ? [map.cursor] : map.chosen
    let seats = places.map { board.seats[$0].id }
    guard
      let guest = shell.attempt({ engine throws(BookingError) in try engine.takeSeats(seats, of: map.session) })
    else { return }
    let count = seats.count
    shell.say(
      .success, "\(guest.name.clean)님이 \(count)석을 임시 예약했습니다.", "\(guest.name.clean) holds \(seatCount(count)).")
  }

  private func fill(to percent: Int64) {
    guard let map = topMap else { return }
    guard let sold = shell.attempt({ engine throws(BookingError) in try engine.fill(map.session, to: percent) }) else {
      return
    }
    guard sold > 0 else {
      shell.say(
        .note, "이미 \(percent)% 이상 찼습니다. 판 좌석이 없습니다.", "It is \(percent) % full or more already; nothing was sold.")
      return
    }
    shell.say(
      .success, "\(sold.grouped)석을 팔았습니다.", sold == 1 ? "1 seat was sold." : "\(sold.grouped) seats were sold.")
  }

  private func setPrice(to price: Won) {
    guard let map = topMap, let board = map.board else { return }
    let ceiling = shell.policy.balanceCeiling
    guard price > .zero, price <= ceiling else {
      shell.say(
        .refusal, "가격은 1원부터 \(ceiling.text(.korean))까지입니다.", "A price is 1 won to \(ceiling.text(.english)).")
      return
    }
    let seat = board.seats[map.cursor]
    guard
      shell.attempt({ engine throws(BookingError) in try engine.setPrice(of: seat.id, in: map.session, to: price) })
        != nil
    else { return }
    shell.say(
      .success, "\(tierName(seat.tier.clean, .korean))은 이제 \(price.text(.korean))입니다. 임시 예약의 가격은 그대로입니다.",
      "\(seat.tier.clean) costs \(price.text(.english)) now. Holds keep their price.")
  }

  private func advance(by time: Duration) {
    guard shell.attempt({ engine throws(BookingError) in try engine.advance(by: time) }) != nil else { return }
    shell.say(
      .success, "시계를 \(time.spoken(.korean)) 앞으로 옮겼습니다.", "The clock was advanced by \(time.spoken(.english)).")
  }

  private func advanceToTurn() {
    guard let user = shell.user,
      let isIn = shell.attempt({ engine throws(BookingError) in try engine.advanceToTurn(of: user) }), !isIn
    else { return }
    if shell.policy.admissionSize == 0 {
      shell.say(.refusal, "문이 닫혀 있어 아무도 들어가지 못합니다.", "The door is closed: nobody is let in.")
    } else {
      shell.say(
        .refusal, "하루 안에 차례가 오지 않습니다. 시계는 그 앞까지 갔습니다.",
        "Your turn does not come within a day; the clock went on up to it.")
    }
  }

  private func stepWallClock(by time: Duration) {
    guard let show = shell.show,
      let moved = shell.attempt({ _ throws(BookingError) in try show.stepWallClock(by: time) })
    else { return }
    let (korean, english) = (time.signed(.korean), time.signed(.english))
    if moved {
      shell.say(.refusal, "벽시계를 \(korean) 옮기자 예매 시계도 움직였습니다!", "Booking time moved with the wall clock (\(english))!")
    } else {
      shell.say(
        .success, "벽시계를 \(korean) 옮겼습니다. 예매 시계는 그대로입니다.",
        "The wall clock was stepped by \(english). Booking time did not move.")
    }
  }
}

extension Duration {
  fileprivate func signed(_ language: Language) -> String {
    PaletteArgument.time(isSigned: true).text(milliseconds, language)
  }
}
