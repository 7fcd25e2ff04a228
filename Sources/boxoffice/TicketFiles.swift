internal import Glibc
internal import Screens

/// Tickets as files in the current directory, for their owner only; a name that is taken gets a number.
final class TicketFiles: TicketOffice {
  func export(ticket name: String, text: String) -> String? {
    let stem = name.hasSuffix(".txt") ? String(name.dropLast(4)) : name
    for attempt in 0..<100 {
      let path = attempt == 0 ? "\(stem).txt" : "\(stem)-\(attempt).txt"
      let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
      if file >= 0 {
        defer { close(file) }
        return write(file, text, text.utf8.count) == text.utf8.count ? path : nil
      }
      guard errno == EEXIST else { return nil }
    }
    return nil
  }
}
