/// A JSON value as it is written: numbers keep their digits, and objects the order of their keys.
enum JSONValue: Hashable, Sendable {
  struct Member: Hashable, Sendable {
    let key: String
    let value: JSONValue
  }

  case null
  case bool(Bool)
  case number(String)
  case text(String)
  case list([JSONValue])
  case object([Member])
}
