import ArgumentParser
import Booking
import Glibc
import SQLiteStore
import TestSupport

/// Which store a process works on, and as whom.
struct Place: ParsableArguments {
  @Argument var store: String
  @Option var seed: UInt64 = 1
  /// The first of the people that this process acts for, and how many they are.
  @Option var person: Int64 = 1
  @Option var people: Int64 = 1

  var users: [UserID] { (person..<(person + people)).map { UserID($0) } }
}

/// An open store, asked as patiently as the screens ask: when it is busy, again with the same request key.
final class PatientStore {
  let store: DatabaseStore
  let engine: BookingEngine
  /// The longest that one command took, in microseconds, and how often a store was found busy.
  private(set) var slowest: Int64 = 0
  private(set) var busy = 0
  private let parent = getppid()

  init(_ place: Place, through wrap: (DatabaseStore) -> any Store = { $0 }) throws {
    store = try StoreFile(path: place.store).open { _ in throw ValidationError("there is no store") }.store
    engine = BookingEngine(store: wrap(store), clock: BootClock())
  }

  /// Whether whoever started this process is still there to end it.
  var isWanted: Bool { getppid() == parent }

  /// The first session of the programme, and its seats.
  func firstSession() throws(BookingError) -> (session: SessionID, seats: [SeatID]) {
    let session = try patiently { () throws(BookingError) in try engine.programme() }[0].evenings[0].session.id
    return (session, try seats(of: session).map(\.id))
  }

  func seats(of session: SessionID) throws(BookingError) -> [Seat] {
    try patiently { () throws(BookingError) in
      try store.read { reader throws(BookingError) in try reader.seats(of: session) }
    }
  }

  func patiently<Answer>(_ command: () throws(BookingError) -> Answer) throws(BookingError) -> Answer {
    if !isWanted { exit(1) }
    let start = BootClock.microseconds()
    defer { slowest = max(slowest, BootClock.microseconds() - start) }
    while true {
      do throws(BookingError) { return try command() } catch {
        guard case .storage(.busy) = error else { throw error }
        busy += 1
      }
    }
  }
}

/// Writes a line at once and whole, so that a process that is killed has said what it said.
func say(_ line: String) {
  let bytes = Array((line + "\n").utf8)
  _ = Glibc.write(1, bytes, bytes.count)
}
