internal import Foundation

extension String {
  /// The text with letters and the marks on them put together, decomposed Hangul into whole syllables: some file systems
  /// and programs take them apart, and a cell holds one scalar.
  package var composed: String {
    unicodeScalars.contains { $0.cellWidth == 0 } ? precomposedStringWithCanonicalMapping : self
  }
}
