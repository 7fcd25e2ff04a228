import Testing

/// What users do at a show, as scripts whose `until` waits in real time.
struct RecordedStory: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let script: String

  static let all = [
    RecordedStory(
      testDescription: "somebody waits, chooses the best seats, pays and looks at the ticket",
      script: """
        until "ends in" 2m
        press d Space Esc
        press Enter b Enter
        until "2 held" 5s
        press c Enter
        press y
        until "Enjoy the evening!" 5s
        press Esc t
        expect "Tickets"
        press w 1 y
        expect "Wallet"
        press Esc q
        """),
    RecordedStory(
      testDescription: "somebody holds, releases, leaves the queue and stands in line again",
      script: """
        until "ends in" 2m
        press d Space Esc
        press Enter Enter
        until "1 held" 5s
        press Esc
        expect "Seat map"
        press x y
        expect "The hold is released."
        press Esc x y
        until "You left the queue." 5s
        press Enter
        until "Waiting room" 5s
        """),
    RecordedStory(
      testDescription: "a presenter steers the clock and the policy, calls people and starts again",
      script: """
        press d + + Space
        expect "paused"
        press . . n n Space -
        rest 3s
        expect "Control panel"
        press e Down Right Right Enter
        rest 2s
        press Esc a Right Enter
        rest 3s
        press L
        size 80 24
        press L
        rest 1s
        press v
        rest 2s
        press Right Esc
        type ":start the show again"
        press Enter y
        rest 3s
        """),
    RecordedStory(
      testDescription: "a tester walks from a hold past its token's end to the payment, and reads the history",
      script: """
        press d Space Esc
        type ":my turn"
        press Enter
        until "ends in" 5s
        press Enter Enter
        until "1 held" 5s
        type ":end my token"
        press Enter
        type ":advance 4m59s"
        press Enter c Enter y
        until "Enjoy the evening!" 5s
        press Esc I / Y o u Enter Enter
        rest 3s
        """),
    RecordedStory(
      testDescription: "a tester uses lines of the palette that change something, and plays races",
      script: """
        type ":my turn"
        press Enter
        until "ends in" 5s
        press Enter
        type ":take this seat"
        press Enter
        type ":fill 95%"
        press Enter
        type ":price 777"
        press Enter
        expect "777"
        type ":balance 12345"
        press Enter
        expect "12,345"
        type ":drop a tick"
        press Enter
        type ":stall 1s"
        press Enter
        rest 2s
        type ":wall clock -1h"
        press Enter
        expect "Booking time did not move."
        type ":race: the limits"
        press Enter
        expect "Correct by the rules"
        press n n n N Esc
        type ":sign in as 김"
        press Enter
        rest 1s
        press I Tab Tab
        rest 2s
        """),
  ]
}
