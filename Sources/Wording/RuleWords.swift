internal import Booking

/// The ten rules in short, as the program shows them: for testers, and for an audience. `Booking.docc/Rules.md` has
/// them whole. Numbers that a policy may change are named as defaults.
package enum RuleWords {
  /// At most 40 columns; nil for a number that no rule has.
  package static func title(_ rule: Int, _ language: Language) -> String? { rules[rule].map { language($0.title) } }

  /// Three to six sentences in one paragraph; nil for a number that no rule has.
  package static func text(_ rule: Int, _ language: Language) -> String? { rules[rule].map { language($0.text) } }

  package static var numbers: [Int] { rules.keys.sorted() }

  private static let rules: [Int: (title: LocalizedText, text: LocalizedText)] = [
    1: (
      LocalizedText("토큰 발급", "Issue a token"),
      LocalizedText(
        """
        살아 있는 토큰(대기·활성)은 한 사람에 하나입니다. 다시 요청하면 같은 토큰을 돌려받고 대기열은 길어지지 \
        않습니다. 새 토큰은 대기열의 맨 뒤에 섭니다. 번호는 늘기만 하고 다시 쓰이지 않습니다. 로그인만으로는 발급되지 \
        않습니다.
        """,
        """
        A person has at most one live token, waiting or active. Asking again returns the same one, and the queue \
        stays as long as it was. A new token joins the end of the queue. Ticket numbers only grow and are never \
        reused. Signing in alone never issues a token.
        """)
    ),
    2: (
      LocalizedText("토큰 조회", "Look up a token"),
      LocalizedText(
        """
        대기 순서는 앞에서 기다리는 사람 수에 1을 더한 값이고, 늘어나지 않습니다. 예상 대기 시간은 다음 입장까지의 \
        시간에, 앞사람들이 입장하는 데 걸리는 주기를 더한 값입니다. 활성 상한이 있으면 ‘최소’가 붙습니다. 만료된 \
        토큰은 언제 왜 끝났는지 보여 줍니다. 조회는 활동이 아닙니다.
        """,
        """
        Your position is one plus the people waiting ahead, and it never rises. The estimated wait is the time to the \
        next admission, plus one period for each full admission ahead; under a cap it says “at least”. An expired \
        token shows when and why it ended. Looking it up does not count as activity.
        """)
    ),
    3: (
      LocalizedText("예약 가능한 회차 목록", "List the sessions on sale"),
      LocalizedText(
        """
        회차 목록을 보려면 본인의 활성 토큰이 필요합니다. 판매는 정해진 때에 시작해, 마감되거나 공연이 시작되면 \
        끝납니다. 매진된 회차도 잔여 0석으로 보입니다. 직접 목록을 보는 것은 활동이고, 화면이 스스로 새로 고치는 것은 \
        활동이 아닙니다.
        """,
        """
        Listing sessions needs an active token of your own. A session is on sale from its opening until the sale \
        closes or the session begins. Sold-out sessions stay listed, with 0 seats left. Looking by hand counts as \
        activity; a screen that refreshes by itself does not.
        """)
    ),
    4: (
      LocalizedText("좌석 목록", "List a session's seats"),
      LocalizedText(
        """
        좌석을 보려면 본인의 활성 토큰이 필요합니다. 그 밖의 토큰은 유효하지 않습니다. 좌석마다 가격과 상태(예약 \
        가능·임시 예약·판매 완료)를 보여 주고, 본인의 임시 예약은 따로 표시합니다. 판매 기간이 아니어도 볼 수 \
        있습니다. 직접 보는 것은 활동입니다.
        """,
        """
        The seats need an active token of your own; no other token is valid here. Each seat shows its price and \
        whether it is available, held or sold, and your own holds stand out. Seats can be seen outside the sale \
        period too. Looking by hand counts as activity.
        """)
    ),
    5: (
      LocalizedText("좌석 임시 예약", "Hold seats"),
      LocalizedText(
        """
        고른 좌석을 모두 임시 예약하거나 하나도 하지 않습니다. 이미 임시 예약되었거나 팔린 좌석은 본인 것이라도 \
        거절됩니다. 기본으로 한 사람이 4석까지 5분 동안 임시 예약할 수 있고, 가격은 그때 정해집니다. 해제한 좌석을 \
        다시 예약해도, 처음 기한이 남아 있는 동안에는 그 기한 그대로입니다.
        """,
        """
        All chosen seats are held, or none. A seat that is held or sold is refused, even if it is your own. By \
        default one person may hold 4 seats, for 5 minutes each; the price is fixed when the hold is made. A seat \
        that you release and hold again keeps its old deadline while that is ahead, so nothing stretches the time.
        """)
    ),
    6: (
      LocalizedText("결제", "Pay"),
      LocalizedText(
        """
        임시 예약한 좌석은 토큰이 끝나도 기한 전까지 결제할 수 있습니다. 고른 예약을 모두 결제하거나 하나도 하지 \
        않습니다. 결제하면 그 활성 토큰은 바로 끝납니다. 거절되면 아무것도 바뀌지 않고 기한도 그대로입니다. 같은 \
        요청을 되풀이해도 두 번 결제되지 않습니다.
        """,
        """
        A hold can be paid until its deadline, even if its token has ended. All chosen reservations are paid, or \
        none. Paying ends the active token that it is made with. A refused payment changes nothing, and the hold \
        keeps its deadline. Repeating a request never pays twice.
        """)
    ),
    7: (
      LocalizedText("잔액 충전", "Top up a wallet"),
      LocalizedText(
        """
        충전에는 토큰이 필요 없습니다. 기본으로 한 번에 1원부터 1,000,000원까지 충전하고, 잔액은 10,000,000원을 넘을 \
        수 없습니다. 거절되면 잔액은 그대로입니다. 같은 요청을 되풀이해도 한 번만 충전됩니다.
        """,
        """
        Topping up needs no token. By default one top-up is a whole amount from 1 to 1,000,000 won, and the balance \
        may not pass 10,000,000 won. If it is refused, the balance stays as it is. Repeating a request never tops up \
        twice.
        """)
    ),
    8: (
      LocalizedText("잔액 조회", "Show a balance"),
      LocalizedText(
        """
        잔액은 토큰 없이 볼 수 있습니다. 잔액은 원장의 합계와 같고, 음수가 되지 않습니다. 잔액 조회는 활동이 아닙니다.
        """,
        """
        A balance can be seen without a token. It is the sum of the wallet's ledger, and never negative. Looking at \
        it does not count as activity.
        """)
    ),
    9: (
      LocalizedText("입장과 토큰 만료", "Admission and expiry of tokens"),
      LocalizedText(
        """
        기본으로 10초마다, 오래 기다린 순서로 50명까지 입장합니다. 빈자리는 다음 입장 때 채워지고 아무도 앞지르지 \
        못합니다. 활성 토큰은 기본으로 입장 10분 뒤, 또는 마지막 활동 5분 뒤에 끝납니다. 회차나 좌석을 직접 보는 것, \
        임시 예약, 해제, 결제는 활동이고, 시간이 흐르는 것과 거절된 요청은 활동이 아닙니다.
        """,
        """
        Every 10 s by default, up to 50 people enter in ticket order. A place that becomes free is filled at the next \
        admission, and nobody overtakes. By default an active token ends 10 minutes after it was admitted, or 5 \
        minutes after the last activity. Looking at sessions or seats by hand, holding, releasing and paying count as \
        activity; refused requests do not.
        """)
    ),
    10: (
      LocalizedText("미결제 좌석 해제", "Release of unpaid holds"),
      LocalizedText(
        """
        결제하지 않은 임시 예약은 기한(기본 5분)이 되면 끝납니다. 보는 사람이 없어도 바로 그 순간부터 다른 사람이 \
        예약할 수 있습니다. 끝난 예약은 만료로 내역에 남습니다. 판매된 좌석은 풀리지 않습니다.
        """,
        """
        An unpaid hold ends at its deadline, 5 minutes after it was made by default. Its seat is available to others \
        from that very instant, whether or not anybody looks. The reservation stays in the history as expired. A sold \
        seat is never released.
        """)
    ),
  ]
}
