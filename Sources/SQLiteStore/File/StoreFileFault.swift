package import Booking
package import Files

/// Why a file cannot be opened as a store. Nothing was written.
package enum StoreFileFault: Error, Hashable, Sendable {
  case noDirectory(FilePath)
  case isDirectory(FilePath)
  case unreadable(FilePath, reason: String)
  case nameTooLong(FilePath, mostBytes: Int)
  /// With its folders.
  case pathTooLong(FilePath)
  case notADatabase(FilePath)
  case notOurs(FilePath)
  case newerSchema(FilePath)
  case missing(FilePath)
  case danglingLink(FilePath)
  case unusable(FilePath, BookingError)
  case exists(FilePath)
  /// Somebody has it open.
  case inUse(FilePath)

  /// The same of the file that a copy was made of.
  package func of(_ path: FilePath) -> Self {
    if case .unusable(_, let error) = self { .unusable(path, error) } else { self }
  }
}
