/// Why a file is no plan, and where. Numbers and lengths are what is allowed.
package enum PlanFault: Error, Hashable, Sendable {
  case tooLarge(mostBytes: Int)
  /// Nothing, or nothing but white space.
  case emptyFile
  case notUTF8(TextPosition)
  case notJSON(TextPosition, Flaw)
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

  /// What is wrong where a text is no JSON. An early end is where the text breaks off.
  package enum Flaw: CaseIterable, Hashable, Sendable { case syntax, earlyEnd, hugeNumber, tooDeep }

  package enum Expected: CaseIterable, Hashable, Sendable { case object, list, text, textOrNumber, number }
}
