internal import Booking

extension Event {
  /// The event as a line of JSON. Tokens are told by their numbers; a secret is in no event.
  func jsonLine(kindName: String) -> String {
    var fields = ["\"id\":\(id)", "\"at\":\(at.milliseconds)", "\"kind\":\"\(kindName)\"", "\"rule\":\(rule)"]
    func add(_ name: String, _ value: Int64?) { if let value { fields.append("\"\(name)\":\(value)") } }
    add("user", user?.rawValue)
    add("token", token?.rawValue)
    add("session", session?.rawValue)
    add("seat", seat?.rawValue)
    add("reservation", reservation?.rawValue)
    add("amount", amount?.amount)
    add("deadline", deadline?.milliseconds)
    if let reason { fields.append("\"reason\":\"\(reason.rawValue)\"") }
    return "{\(fields.joined(separator: ","))}\n"
  }
}
