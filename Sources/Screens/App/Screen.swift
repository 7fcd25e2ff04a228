internal import Booking
internal import Canvas
internal import SeatingPlan
internal import Wording

/// What a key can mean. Screens list which of these they know, with which keys, in which words.
enum Act: Hashable, Sendable {
  // Moving
  case up, down, left, right, pageUp, pageDown, first, last
  // Everywhere
  case back, help, policy, messages, language, mouse, quit, redraw, suspend, wallet, tickets, checkout, signOut
  /// Shows the rule of this number.
  case rule(Int)
  case palette, concerts, sessions, waitingRoom
  case signInAs(UserID)
  // On a demonstration
  case bench(BenchAct)
  case inspector, judge, export, acknowledge
  case races
  case race(Int)
  case nextRace, previousRace, addRunner, removeRunner, turnOrder
  case controlPanel, pauseClock, faster, slower, stepSecond, stepAdmission, nextDue, editPolicy, compare,
    explain
  case callCrowd, changeCall, dismissCrowd, restartShow
  // Entries of text
  case search, submit, cancelEntry, typed
  // On a screen
  case open, newPerson, joinQueue, leaveQueue, allSessions
  case choose, hold, clearChoice, range, undo, best, partySize, filter
  case extend(Direction)
  case nextFree, previousFree, nextSection, previousSection, nextTier, previousTier
  case zoomIn, zoomOut, listView
  /// A digit before a key, for how often.
  case count(Int)
  case forgetCount
  case release, releaseAll, pay, chargeShortfall
  case charge(Int)
  case chargeOther
  // A step that was confirmed
  case confirmed(Confirmed)

  enum Confirmed: Hashable, Sendable {
    case leave(releasing: Bool)
    case quit(releasing: Bool)
    case pay
    case release
    case releaseAll
    case signOut
    case charge(Int)
    case join
    case restartShow
    case dismissCrowd
  }
}

/// A line of a key table. The same table feeds dispatch, the bottom line and help.
struct Command {
  let act: Act
  let keys: [Key]
  let label: LocalizedText
  /// Whether it is worth a place on the bottom line.
  let isMain: Bool
  /// What help calls the keys, where several commands stand in one of its lines: the first of them; nil for their own
  /// names, empty for those that another line names.
  let keyNames: String?
  /// Why it cannot be done now; nil when it can.
  let obstacle: LocalizedText?
  /// Whether the obstacle is only that there is no more of it, which refuses nobody anything.
  let isAtLimit: Bool

  init(
    _ act: Act, _ keys: [Key], _ korean: String, _ english: String, isMain: Bool = false,
    keyNames: String? = nil, unless obstacle: LocalizedText? = nil, isAtLimit: Bool = false
  ) {
    self.act = act
    self.keys = keys
    label = LocalizedText(korean, english)
    self.isMain = isMain
    self.keyNames = keyNames
    self.obstacle = obstacle
    self.isAtLimit = isAtLimit
  }

  private init(_ command: Command, keys: [Key]) {
    act = command.act
    self.keys = keys
    label = command.label
    isMain = command.isMain
    keyNames = command.keyNames
    obstacle = command.obstacle
    isAtLimit = command.isAtLimit
  }

  /// The command with the keys that are left to it; nil when none is.
  func without(_ taken: Set<Key>) -> Command? {
    let left = keys.filter { !taken.contains($0) }
    return left.isEmpty ? nil : Command(self, keys: left)
  }
}

/// What made a screen look again.
enum RefreshReason { case opened, returned, key, time, store }

/// Which list a key press on a screen repeats as a sign of life (rule 9).
enum Presence: Hashable {
  case sessions(ConcertID?)
  case seats(SessionID)
}

/// One screen: state, keys and view. Acting changes the state or asks the engine; drawing only draws.
protocol Screen {
  func title(_ language: Language) -> String
  func commands(_ shell: Shell) -> [Command]
  mutating func perform(_ act: Act, _ shell: Shell)
  /// Reads again what may have changed.
  mutating func refresh(_ shell: Shell, _ reason: RefreshReason)
  func draw(in grid: inout Grid, _ area: Rect, _ shell: Shell)

  /// Follows a click into the area, as drawn, and answers the key that stands at its place, which is then pressed; nil
  /// where none does. The click itself only moves: it asks the engine nothing and changes nothing but what is chosen.
  mutating func click(at place: Position, in area: Rect, _ shell: Shell) -> Key?
  /// Follows a turn of the wheel over the area; it only moves as well.
  mutating func wheel(at place: Position, down: Bool, in area: Rect, _ shell: Shell)

  /// The text being typed; letters go there while there is one.
  var entry: TextField? { get set }
  var presence: Presence? { get }
  /// When something on it changes by itself that falls due nowhere in the store; nil when nothing will.
  func nextChange(_ shell: Shell) -> Timestamp?
  /// Whether what a message says of the screen is still so.
  func upholds(_ claim: Claim, _ shell: Shell) -> Bool
}

extension Screen {
  var entry: TextField? {
    get { nil }
    set {}
  }
  var presence: Presence? { nil }
  func nextChange(_ shell: Shell) -> Timestamp? { nil }
  func upholds(_ claim: Claim, _ shell: Shell) -> Bool { true }

  mutating func click(at place: Position, in area: Rect, _ shell: Shell) -> Key? { nil }
  mutating func wheel(at place: Position, down: Bool, in area: Rect, _ shell: Shell) {}
}

enum MoveKeys {
  /// Up and down a list, with pages and ends.
  static let list: [Command] = [
    Command(.up, [.up, "k"], "위로", "up"),
    Command(.down, [.down, "j"], "아래로", "down"),
    Command(.pageUp, [.pageUp], "한 화면 위로", "page up"),
    Command(.pageDown, [.pageDown], "한 화면 아래로", "page down"),
    Command(.first, [.home, "g"], "처음으로", "to the first"),
    Command(.last, [.end, "G"], "끝으로", "to the last"),
  ]
}

extension ListCursor {
  /// Follows a move key through a list. False when the act is no such key.
  mutating func follow(_ act: Act, count: Int, page: Int = 10) -> Bool {
    switch act {
    case .up: move(by: -1, of: count)
    case .down: move(by: 1, of: count)
    case .pageUp: move(by: -page, of: count)
    case .pageDown: move(by: page, of: count)
    case .first: move(to: 0, of: count)
    case .last: move(to: count - 1, of: count)
    default: return false
    }
    return true
  }
}
