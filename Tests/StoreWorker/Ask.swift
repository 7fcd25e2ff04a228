import ArgumentParser
import Booking
import TestSupport

/// Asks what stands in standard input, a key and a request a line, and says each answer.
struct Ask: ParsableCommand {
  @OptionGroup var place: Place

  func run() throws {
    let desk = try Desk(place)
    while let line = readLine() {
      let words = line.split(separator: " ")
      guard let key = words.first, let request = MoneyRequest(words.dropFirst()) else {
        throw ValidationError("no request: \(line)")
      }
      do throws(BookingError) {
        let answer = try desk.patiently { () throws(BookingError) in
          try request.ask(desk.engine, key: RequestKey(String(key)))
        }
        say("\(key) \(answer)")
      } catch { say("\(key) refused \(error)") }
    }
  }
}
