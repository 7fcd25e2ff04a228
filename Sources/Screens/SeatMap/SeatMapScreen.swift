internal import Booking
internal import Canvas
internal import SeatingPlan
internal import Wording

/// The hall, walked with the keyboard: as a map of seats at several sizes, or as a list.
struct SeatMapScreen: Screen {
  let session: SessionID
  let concert: Concert?
  var opened: OpenHall?
  var cursor = 0
  /// The column to which steps up and down come back, however rows end between.
  var goal: Int?
  /// Chosen but not held, in the order of choosing.
  var chosen: [Int] = []
  /// What was chosen before each change, the last at the end.
  var history: [[Int]] = []
  var range: SeatRange?
  /// How many sit together.
  var party = 2
  /// Seats of the offers of best seats so far.
  var offered: Set<Int> = []
  var filter = SeatFilter()
  var search: SeatSearch?
  /// A number typed before a key, for how often.
  var count: Int?
  var attempt: Attempt?
  /// Seats that were chosen and are lost, and how many pictures had been drawn then: until the next one nobody knows.
  var lost: (seats: [Int], pictures: Int)?
  /// The hold that the open question is about.
  var asked: ReservationID?
  var ended: QueueToken.EndReason?
  /// Set when the hall could not be shown; it is not tried again.
  var isUnreadable = false
  var isList = false
  var listCursors = SeatListColumns.Cursors()
  var zoom = Zoom.seats
  var viewport = SeatViewport()
  /// The size that the picture was last arranged for.
  var arrangedFor: Size?
  /// The whole hall as it fills the map, and as it lies beside it when the map shows a part.
  var raster: HallRaster?
  var minimap: HallRaster?

  init(session: SessionID, concert: Concert?) {
    self.session = session
    self.concert = concert
  }

  var hall: HallView? { opened?.view }
  var board: SeatBoard? { opened?.board }

  func title(_ language: Language) -> String { language("좌석 선택", "Seat map") }

  var presence: Presence? { ended == nil ? .seats(session) : nil }

  var entry: TextField? {
    get { search?.field ?? filter.field }
    set {
      if let newValue, search != nil {
        search?.field = newValue
      } else if newValue != nil {
        filter.field = newValue
      }
    }
  }

  func upholds(_ claim: Claim, _ shell: Shell) -> Bool {
    guard let board else { return true }
    switch claim {
    case .taken(let seats): return seats.allSatisfy { seat in board.place(of: seat).map { !board.isFree($0) } ?? true }
    case .fewerFree(let count): return board.wanted(filter).count { $0 } < count
    default: return true
    }
  }

  /// How many more seats the person may hold.
  func allowance(_ shell: Shell) -> Int { max(0, Int(shell.policy.maxHoldsPerUser) - shell.holds.count) }
}

/// A range of seats that grows with the cursor.
struct SeatRange: Hashable {
  let anchor: Int
  /// What was chosen before it began.
  let base: [Int]
  /// Whether it goes on only while Shift is held.
  let needsShift: Bool
}
