/// How much a JSON text holds, counted before anything is made of it. What stands inside its texts is counted as well,
/// so that there may be less.
struct JSONCounts {
  private(set) var values = 1
  private(set) var objects = 0
  private(set) var seats = 0

  init(_ bytes: [UInt8]) {
    let seat = Array(#""seat_guid""#.utf8)
    var next = 0
    while next < bytes.count {
      switch bytes[next] {
      case UInt8(ascii: "{"):
        objects += 1
        values += 1
      case UInt8(ascii: "["), UInt8(ascii: ","): values += 1
      case UInt8(ascii: "\"") where bytes[next...].starts(with: seat): seats += 1
      default: break
      }
      next += 1
    }
  }
}
