internal import ArgumentParser
internal import Canvas
internal import Glibc
internal import Screens

/// Says why in one sentence on standard error and ends.
func fail(_ sentence: String, status: Int32 = 1) -> ExitCode {
  let line = "boxoffice: \(sentence.clean.fitted(to: 1000, mark: "…"))\n"
  write(STDERR_FILENO, line, line.utf8.count)
  return ExitCode(status)
}
