package import Booking

/// A language of the screen. Calling it picks a text: `language("좌석", "Seat")`.
package enum Language: String, CaseIterable, Sendable {
  case korean = "ko"
  case english = "en"

  package func callAsFunction<Text>(_ korean: @autoclosure () -> Text, _ english: @autoclosure () -> Text) -> Text {
    switch self {
    case .korean: korean()
    case .english: english()
    }
  }

  package func callAsFunction(_ text: LocalizedText) -> String { self(text.korean, text.english) }
}
