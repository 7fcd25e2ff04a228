/// Which program this is.
enum ProgramVersion {
  /// Another one may bring the same keys to other rows and screens, so recordings carry it.
  static let current = "0.2.0"
}
