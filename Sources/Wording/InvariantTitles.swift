package import Booking

extension Invariant {
  /// What it says, in a few words.
  package func title(in language: Language) -> String {
    switch self {
    case .soundFile: language("저장소 파일이 온전하다", "the store file is sound")
    case .schemaIsOurs: language("표와 색인이 이 프로그램의 것이다", "tables and indexes are this program's")
    case .houseIsAsFounded: language("실제 저장소에는 손댄 것이 없다", "a real house stays real, nothing set by hand")
    case .programmeStands: language("정책·회차·가격이 기록대로다", "policy, sessions, prices are as recorded")
    case .soldSeatsArePaid:
      language("판매 완료 좌석 = 확정 예약 = 결제 = 출금", "sold seat = confirmed reservation = payment = debit")
    case .heldSeatsAreReserved: language("임시 예약 좌석 = 살아 있는 예약", "held seat = live reservation")
    case .seatsAddUp: language("예약 가능 + 임시 예약 + 판매 완료 = 전체", "available + held + sold = all seats")
    case .roomsAreSharedInTurn: language("한 공연장의 회차는 겹치지 않는다", "sessions in one hall do not overlap")
    case .holdsKeepTheRules: language("임시 예약은 활성 토큰·판매 시간·제값·한도대로다", "holds: active token, on sale, at price, in limit")
    case .balancesMatchLedger: language("잔액 = 원장 합계, 음수 없음", "balance = sum of the ledger, never negative")
    case .moneyIsConserved: language("들어온 돈 = 잔액 + 결제", "money in = balances + payments")
    case .chargesKeepTheLimits: language("충전이 한도 안이다", "charges within the limits")
    case .requestsHaveOneEffect: language("요청 하나에 결과 하나", "one effect for each request")
    case .oneLiveTokenEach: language("한 사람에 살아 있는 토큰은 하나", "at most one live token per user")
    case .ticketsAreConsecutive: language("대기 번호가 빠짐없이 이어진다", "ticket numbers are consecutive, the line adds up")
    case .activationInTicketOrder: language("활성 순서 = 번호 순서", "activation order = ticket order")
    case .admissionsAreRegular: language("입장은 주기마다 정원까지", "admissions on the period, by the batch")
    case .capIsKept: language("활성 상한을 넘지 않는다", "no activation past the cap")
    case .deadlinesStand: language("기한이 정해진 그대로다", "deadlines stand as they were given")
    case .nothingIsOverdue: language("기한이 지난 것이 남아 있지 않다", "nothing that fell due is left undone")
    case .recordIsOrdered: language("이벤트 기록이 시간 순서대로다", "the event record is in order")
    case .recordIsComplete: language("모든 변경이 이벤트 기록에 있다", "every change is in the event record")
    }
  }
}
