import TestSupport
import Testing

@testable import SeatingPlan

/// Files that somebody damaged at random, a million of them in the long form: whatever comes of it, nothing traps, and what is read can be used.
struct PlanReaderFuzzTests {
  private static let pieces: [[UInt8]] =
    [
      "null", "true", "-1", "1e308", "1e999", "0.5", "\"\"", "{}", "[]", "[[", "}}", ",", ":", "\"", "\\", "\\ud800",
      "\u{202E}",
      "\u{0}", "seat_guid", "row_number", "\"zones\":", "1000000", "-1000000", "가",
    ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xED, 0xA0, 0x80]]

  private func mutate(_ bytes: inout [UInt8], _ random: inout SeededRandom) {
    let at = Int.random(in: 0..<bytes.count, using: &random)
    let end = min(bytes.count, at + Int.random(in: 0...20, using: &random))
    switch Int.random(in: 0..<9, using: &random) {
    case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
    case 1: bytes.removeSubrange(at..<end)
    case 2: bytes.insert(contentsOf: Self.pieces.randomElement(using: &random) ?? [], at: at)
    case 3: bytes.insert(contentsOf: bytes[at..<end], at: Int.random(in: 0..<bytes.count, using: &random))
    case 4: bytes.replaceSubrange(at..<end, with: Self.pieces.randomElement(using: &random) ?? [])
    default:
      // A digit for a digit keeps the file whole, and moves things about.
      if let digit = bytes[at...].firstIndex(where: { (0x30...0x39).contains($0) }) {
        bytes[digit] = UInt8.random(in: 0x30...0x39, using: &random)
      }
    }
    if bytes.isEmpty { bytes = [0x20] }
  }

  @Test(arguments: 0..<8)
  func `nothing traps, and what is read can be walked and is read again as it is`(seed: Int) throws {
    var random = SeededRandom(seed: UInt64(seed))
    var read = 0
    let files = LongForm.times(500, long: 125_000)
    for _ in 0..<files {
      var bytes = Array(PlanFileText.whole.utf8)
      for _ in 0..<Int.random(in: 1...3, using: &random) { mutate(&bytes, &random) }
      do throws(PlanFault) {
        let reading = try PlanReader.read(bytes)
        read += 1
        let places = reading.plan.places
        let again = try PlanReader.read(Array(reading.plan.text.utf8)).plan
        #expect(again == reading.plan, "\(String(decoding: bytes, as: UTF8.self))")
        #expect(!places.isEmpty && Set(places.map(\.guid)).count == places.count)
        #expect(Set(SeatGrid(reading.plan).spots).count == places.count)
      } catch {
        // A refusal is as good an answer.
        continue
      }
    }
    #expect(read > files / 10)
  }
}
