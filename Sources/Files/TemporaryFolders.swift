/// Where files lie that go again.
package enum TemporaryFolders {
  /// The first folder for temporary files in which some can be made; nil where there is none.
  /// - Parameter variable: the value of a variable of the environment as marked text, nil when it is unset or empty.
  package static func first(_ variable: (String) -> String? = ProcessWords.variable) -> FilePath? {
    let named = ["XDG_RUNTIME_DIR", "TMPDIR"].compactMap { FilePath.whole(variable($0)) }
    return (named + ["/tmp"]).first(where: \.isWritableFolder)
  }
}

extension FilePath {
  /// The path that a variable names. One that depends on where somebody stands counts for nothing.
  package static func whole(_ value: String?) -> FilePath? {
    value.map { FilePath($0) }.flatMap { $0.isAbsolute ? $0 : nil }
  }
}
