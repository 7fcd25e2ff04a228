internal import Canvas
internal import Files

/// The screens that a script saves as text, each in a file of its name.
///
/// A script writes over the files of an earlier run. A recording may come from anybody, so a repetition writes nothing
/// unless it is told where, and never over a file that it did not make.
final class SavedScreens {
  private let folder: FilePath?
  private let isRepetition: Bool
  private var made: Set<String> = []

  init(folder: FilePath?, isRepetition: Bool) {
    self.folder = isRepetition ? folder : folder ?? "."
    self.isRepetition = isRepetition
  }

  /// - Parameter name: of letters, digits, `-` and `_`.
  /// - Returns: why it could not be saved.
  func save(_ name: String, _ grid: Grid) -> String? {
    guard let folder else { return nil }
    let (path, text) = (folder / "\(name).txt", grid.text + "\n")
    let mayReplace = !isRepetition || made.contains(name)
    let outcome =
      mayReplace ? OutputFile.replace(path, with: text) : OutputFile.create(path, with: text, numbers: 1)
    if case .failed(let reason) = outcome { return reason }
    made.insert(name)
    return nil
  }
}
