internal import Booking
internal import Canvas

/// What all screens share: the person, the house, the language, and the words to be shown last.
final class Shell {
  /// Something that was said, kept in the log of messages.
  struct Message: Hashable {
    enum Tone { case success, refusal, note }

    let tone: Tone
    let text: LocalizedText
    let at: Timestamp
  }

  enum Navigation {
    case push(any Screen)
    case replace(any Screen)
    case pop
    /// The sign-in screen, alone.
    case signOut
    /// Concerts, with these on top.
    case start([any Screen])
  }

  let engine: BookingEngine
  var random: any RandomNumberGenerator
  var language: Language
  var theme: Theme
  var size = Size(width: 80, height: 24)
  var now: Timestamp
  /// The person who is signed in.
  var account: Account?
  var policy: Policy
  private(set) var message: Message?
  private(set) var log: [Message] = []
  var navigation: Navigation?
  var dialog: Dialog?
  var effects: [App.Effect] = []
  /// Set when the store was busy: the same act is tried again until it is not.
  var isStoreBusy = false

  init(
    engine: BookingEngine, language: Language, theme: Theme,
    random: any RandomNumberGenerator
  ) throws(BookingError) {
    self.engine = engine
    self.language = language
    self.theme = theme
    self.random = random
    now = try engine.now()
    policy = try engine.policy()
  }

  var glyphs: Glyphs { theme.glyphs }
  var user: UserID? { account?.user.id }
  var credential: TokenCredential? { account?.status?.token.credential }
  var holds: [BookedSeat] { account?.holds ?? [] }

  /// Whether the person's token is active now.
  var isActive: Bool { account?.status?.token.activity != nil }

  func say(_ tone: Message.Tone, _ korean: String, _ english: String) {
    let said = Message(tone: tone, text: LocalizedText(korean, english), at: now)
    message = said
    log.append(said)
    if log.count > 500 { log.removeFirst() }
  }

  func clearMessage() { message = nil }

  func say(_ error: BookingError) {
    func whole(_ language: Language) -> String {
      [error.sentence(in: language), error.detail(in: language)].compactMap { $0 }.joined(separator: " ")
    }
    say(.refusal, whole(.korean), whole(.english))
  }

  /// Asks the engine; a refusal is said, and nil the answer.
  func attempt<Answer>(_ body: (BookingEngine) throws(BookingError) -> Answer) -> Answer? {
    do throws(BookingError) {
      return try body(engine)
    } catch {
      if error == .storage(.busy) { isStoreBusy = true }
      say(error)
      return nil
    }
  }

  /// Sends a command under a request key that lives until it succeeds or is refused for good: a busy or failing store
  /// keeps the key, so that trying again cannot do it twice.
  func command<Answer>(
    _ key: inout RequestKey?, _ body: (BookingEngine, RequestKey) throws(BookingError) -> Answer
  ) -> Answer? {
    let current = key ?? newKey()
    key = current
    do throws(BookingError) {
      let answer = try body(engine, current)
      key = nil
      return answer
    } catch {
      if case .storage(let fault) = error {
        if fault == .busy { isStoreBusy = true }
      } else {
        key = nil
      }
      say(error)
      return nil
    }
  }

  private func newKey() -> RequestKey {
    RequestKey(String(random.next() as UInt64, radix: 16) + String(random.next() as UInt64, radix: 16))
  }
}
