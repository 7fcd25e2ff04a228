extension Audit {
  /// Sessions that begin while another is on in the same room: those that may not, and those of older versions.
  func overlaps() -> (broken: [String], old: [String]) {
    var (broken, old): ([String], [String]) = ([], [])
    let inOrder = sessions.values.sorted { ($0.start, $0.id) < ($1.start, $1.id) }
    for sessions in Dictionary(grouping: inOrder, by: { rooms.room(of: $0.hall) }).values {
      // The sessions so far that end last: of all, and of those that may not overlap.
      var (last, lastStrict): (Session?, Session?)
      for session in sessions {
        let isStrict = !mayOverlap.contains(session.id)
        if let other = isStrict ? last : lastStrict, other.time.overlaps(session.time) {
          broken.append(Self.place(session, other))
        } else if let last, last.time.overlaps(session.time) {
          old.append(Self.place(session, last))
        }
        if last.map({ $0.time.upperBound < session.time.upperBound }) ?? true { last = session }
        if isStrict, lastStrict.map({ $0.time.upperBound < session.time.upperBound }) ?? true { lastStrict = session }
      }
    }
    return (broken.sorted(), old.sorted())
  }

  private static func place(_ session: Session, _ other: Session) -> String {
    "session \(session.id) (\(session.time.venueFigures)) begins during session \(other.id) (\(other.time.venueFigures)) "
      + "in the same hall, number \(other.hall)"
  }
}
