import ArgumentParser
import Booking
import TestSupport

/// Asks what stands in standard input, a key and a request a line, and says each answer.
struct Ask: ParsableCommand {
  @OptionGroup var place: Place

  func run() throws {
    let patient = try PatientStore(place)
    while let line = readLine() {
      let words = line.split(separator: " ")
      guard let key = words.first, let request = MoneyRequest(words.dropFirst()) else {
        throw ValidationError("no request: \(line)")
      }
      do throws(BookingError) {
        let answer = try patient.patiently { () throws(BookingError) in
          try request.ask(patient.engine, key: RequestKey(String(key)))
        }
        say("\(key) \(answer)")
      } catch { say("\(key) refused \(error)") }
    }
  }
}
