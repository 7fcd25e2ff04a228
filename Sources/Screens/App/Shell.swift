internal import Booking
internal import Canvas
internal import Wording

/// What all screens share: the person, the house, the language, and the words to be shown last.
final class Shell {
  /// Something that was said, kept in the log of messages.
  struct Message: Hashable {
    enum Tone { case success, refusal, note }

    let tone: Tone
    let text: LocalizedText
    /// The cause, where there is more to say; a second line on screen.
    let detail: LocalizedText?
    let at: Timestamp
    /// Who was signed in; nil for what concerns everybody.
    let user: UserID?
    /// What it says to be so; nil for what only tells of something that happened.
    var claim: Claim?
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
  var mouse: Mouse
  var size = Size(width: 80, height: 24)
  private(set) var now: Timestamp
  /// What the machine's wall clock reads, where it has another day than booking time; nil elsewhere.
  var otherDay: Timestamp?
  /// Booking time when the app was opened.
  let openedAt: Timestamp
  /// The person who is signed in.
  var account: Account?
  private(set) var policy: Policy
  private(set) var kind = House.Kind.real
  /// How fast booking time runs, in thousandths of real time.
  private(set) var rate: Int64 = 1000
  /// How fast it ran before it was stopped.
  private(set) var rateBeforePause: Int64 = 1000
  /// The first event on record.
  private(set) var beginning: EventID
  /// The last one, as of the last look.
  private(set) var lastEvent: EventID
  /// What stands behind a demonstration that this terminal opened.
  let show: (any Show)?
  /// Who was signed in before.
  private(set) var lastUser: UserID?
  /// The position at which the wait for a ticket was first seen here.
  var startPositions: [TicketNumber: Int64] = [:]
  private(set) var message: Message?
  var log: [Message] = []
  var navigation: Navigation?
  var dialog: Dialog?
  var effects: [App.Effect] = []
  /// The command that adds concerts to this house.
  var sampleCommand = "boxoffice sample"
  /// Who comes to a demonstration when more are called.
  var crowdCall = CrowdCall()
  /// How many pictures were made: what happened since the last one has been seen by nobody.
  var pictures = 0
  /// Whether a demonstration explains itself below the screen.
  var explains = false
  /// Whether an invariant breaks, or broke and nobody has acknowledged it.
  var alarm = Alarm()
  /// Why the same act is to be tried again, for as long as it stands in the way.
  enum Obstacle {
    /// Nothing was done, since another process has the store.
    case busy
    /// A command with a request key may have been carried out; asked again, it says what came of it.
    case unknownOutcome
  }

  var obstacle: Obstacle?
  /// Whether the command that succeeded just now had been in doubt.
  private var wasInDoubt = false

  init(
    engine: BookingEngine, language: Language, theme: Theme, mouse: Mouse,
    random: any RandomNumberGenerator, show: (any Show)? = nil
  ) throws(BookingError) {
    self.show = show
    self.engine = engine
    self.language = language
    self.theme = theme
    self.mouse = mouse
    self.random = random
    let statusSnapshot = try engine.statusSnapshot(of: nil)
    now = statusSnapshot.now
    openedAt = statusSnapshot.now
    policy = statusSnapshot.policy
    beginning = statusSnapshot.beginning
    lastEvent = statusSnapshot.lastEvent
    take(statusSnapshot)
  }

  var glyphs: Glyphs { theme.glyphs }
  var user: UserID? { account?.user.id }
  var credential: TokenCredential? { account?.status?.token.credential }
  var holds: [BookedSeat] { account?.holds ?? [] }

  /// What may be done here besides booking.
  var capabilities: Capabilities { Capabilities(kind, hasShow: show != nil) }

  /// Whether booking time is a show's, which runs at a speed of its own and goes through days in minutes.
  var hasOwnClock: Bool { kind == .demonstration }

  /// Whether the clock shows seconds: while anything counts down, and in a demonstration.
  var showsSeconds: Bool {
    if hasOwnClock { return true }
    guard let account else { return false }
    return !account.holds.isEmpty || account.status?.token.isLive == true
  }

  /// Whether the person's token is active now.
  var isActive: Bool { account?.status?.token.activity != nil }

  func say(_ tone: Message.Tone, _ korean: String, _ english: String, while claim: Claim? = nil) {
    let isOnce = tone == .success && wasInDoubt
    wasInDoubt = false
    say(tone, LocalizedText(korean, english), detail: isOnce ? Self.doneOnce : nil, while: claim)
  }

  /// Whoever asks again for what was in doubt, perhaps much later, must not take it for done twice.
  private static let doneOnce = LocalizedText(
    "앞서 알 수 없던 그 요청입니다. 한 번만 처리되었습니다.", "This is the request that was in doubt; it was done once.")

  func say(_ tone: Message.Tone, _ text: LocalizedText, detail: LocalizedText?, while claim: Claim? = nil) {
    let said = Message(tone: tone, text: text, detail: detail, at: now, user: user, claim: claim)
    message = said
    // What a failing store says again and again stands in the log once.
    if log.last?.text != text || log.last?.tone != tone { log.append(said) }
    if log.count > 500 { log.removeFirst() }
  }

  func clearMessage() { message = nil }

  func say(_ error: BookingError, while claim: Claim? = nil) {
    var detail: LocalizedText?
    if let korean = error.detail(in: .korean), let english = error.detail(in: .english) {
      detail = LocalizedText(korean, english)
    }
    say(
      .refusal, LocalizedText(error.sentence(in: .korean), error.sentence(in: .english)), detail: detail,
      while: claim ?? self.claim(of: error))
    if case .storage = error { effects.append(.log(error.sentence(in: .english))) }
  }

  /// What a refusal says to be so, as far as that can end by itself.
  private func claim(of error: BookingError) -> Claim? {
    switch error {
    case .insufficientBalance: account.map { .balance($0.user.balance) }
    case .tooManyHolds where !holds.isEmpty: .held(holds.map(\.reservation.id))
    case .seatTaken(let seat): .taken([seat])
    default: nil
    }
  }

  /// Takes what one view of the store says of the house and the person.
  func take(_ statusSnapshot: StatusSnapshot) {
    now = statusSnapshot.now
    policy = statusSnapshot.policy
    kind = statusSnapshot.kind
    rate = statusSnapshot.rate
    if rate > 0 { rateBeforePause = rate }
    beginning = statusSnapshot.beginning
    lastEvent = statusSnapshot.lastEvent
    account = statusSnapshot.account
  }

  /// Nobody is signed in any more; what was said to the last person is not the next one's.
  func signOut() {
    lastUser = user
    account = nil
    message = nil
    log.removeAll { $0.user != nil }
    startPositions = [:]
  }

  /// Asks the engine; a refusal is said, and nil the answer.
  func attempt<Answer>(_ body: (BookingEngine) throws(BookingError) -> Answer) -> Answer? {
    do throws(BookingError) {
      return try body(engine)
    } catch {
      if error == .storage(.busy) { obstacle = .busy }
      say(error)
      return nil
    }
  }

  /// Sends a command under a request key that lives until it succeeds or is refused for good: a busy or failing store
  /// keeps the key, so that trying again cannot do it twice. Other contents get another key. Once nobody knows what came of
  /// it, no failure after that says that nothing was done.
  func command<Answer>(
    _ attempt: inout Attempt?, for contents: String,
    _ body: (BookingEngine, RequestKey) throws(BookingError) -> Answer
  ) -> Answer? {
    let current = attempt.flatMap { $0.contents == contents ? $0 : nil } ?? Attempt(key: newKey(), contents: contents)
    attempt = current
    do throws(BookingError) {
      let answer = try body(engine, current.key)
      attempt = nil
      wasInDoubt = current.isInDoubt
      return answer
    } catch .storage(let fault) {
      var fault = fault
      if current.isInDoubt || fault.withUnknownOutcome == fault {
        attempt?.isInDoubt = true
        fault = fault.withUnknownOutcome
        if !fault.isLasting { obstacle = .unknownOutcome }
      } else if fault == .busy {
        obstacle = .busy
      }
      say(.storage(fault))
      return nil
    } catch {
      attempt = nil
      say(error)
      return nil
    }
  }

  private func newKey() -> RequestKey {
    RequestKey(String(random.next() as UInt64, radix: 16) + String(random.next() as UInt64, radix: 16))
  }
}

/// A command on its way: its key, and what it asks for.
struct Attempt: Hashable {
  let key: RequestKey
  let contents: String
  /// Whether it may have been carried out without an answer.
  var isInDoubt = false
}
