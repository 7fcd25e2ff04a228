/// Why a file is no plan, and where. Numbers and lengths are what is allowed.
package enum PlanFault: Error, Hashable, Sendable {
  case tooLarge(mostBytes: Int)
  case notUTF8(TextPosition)
  /// Where, unless that is unknown, as when the text ends early.
  case notJSON(TextPosition?)
  case tooManyValues(most: Int)
  case tooManyObjects(most: Int)
  case tooManySeats(most: Int)
  case noSeats
  case missing(PlanPath)
  case wrongType(PlanPath, expected: Expected)
  case outOfRange(PlanPath, least: Int, most: Int)
  case empty(PlanPath)
  case tooLong(PlanPath, most: Int)
  /// A control or format character, by its code point.
  case unprintable(PlanPath, UInt32)
  case repeatedID(String, PlanPath, PlanPath)
  case repeatedCategory(String, PlanPath, PlanPath)
  case unknownCategory(String, PlanPath)

  package enum Expected: CaseIterable, Hashable, Sendable { case object, list, text, textOrNumber, number }
}
