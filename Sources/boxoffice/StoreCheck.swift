internal import Booking
internal import SQLiteStore

/// A store as it was judged: for `check`, and for every command that hands on only what is sound.
struct StoreCheck {
  /// The exit statuses of `check`; a sound store has 0.
  enum Status {
    static let broken: Int32 = 1
    /// Nothing can be said of the store: it is missing, not ours, busy, or cannot be read.
    static let unjudged: Int32 = 2
  }

  /// nil where tables are missing, so that no rule can be judged but that of the schema.
  let audit: Audit?
  /// What has fallen due since, in order.
  let due: [(item: FallenDue.Item, at: Timestamp)]
  /// What does not hold, by invariant; every invariant that was judged is there.
  let violations: [(invariant: Invariant, found: [Violation])]

  var isSound: Bool { violations.allSatisfy(\.found.isEmpty) }

  /// Judges a copy in the name of the store that it was made of.
  init(_ copy: StoreFile, of source: StoreFile) throws(StoreFileFault) {
    do throws(StoreFileFault) { try self.init(copy) } catch { throw error.of(source.path) }
  }

  /// Judges a store without changing it, as of one instant, whatever others do to it meanwhile.
  init(_ file: StoreFile) throws(StoreFileFault) {
    let store = try file.openReadOnly()
    defer { store.close() }
    do throws(BookingError) {
      let (audit, due) = try store.audit { reader throws(BookingError) in
        (try Audit(reader), try FallenDue(reader, at: MachineClock.now(in: try reader.house(), at: file.path)))
      }
      self.audit = audit
      self.due = due.items.map { ($0, $1) }
      violations = Invariant.allCases.map { ($0, audit.violations(of: $0)) }
    } catch {
      let faults = try? store.audit { reader throws(BookingError) in try reader.schemaFaults() }
      guard case .storage(.other) = error, let faults, !faults.isEmpty else { throw .unusable(file.path, error) }
      audit = nil
      due = []
      violations = [(.schemaIsOurs, faults.map { Violation(.schemaIsOurs, $0) })]
    }
  }
}

extension StoreFileFault {
  /// How `check` ends with it: a store that is damaged beyond reading has been judged.
  var checkStatus: Int32 {
    if case .unusable(_, .storage(.damaged)) = self { StoreCheck.Status.broken } else { StoreCheck.Status.unjudged }
  }
}
