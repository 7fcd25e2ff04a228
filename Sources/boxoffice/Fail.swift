internal import ArgumentParser
internal import Canvas

/// Says why in one sentence on standard error and ends.
func fail(_ sentence: String, status: Int32 = 1) -> ExitCode {
  tell("boxoffice: \(sentence.outgoing.fitted(to: 1000, mark: "…"))")
  return ExitCode(status)
}
