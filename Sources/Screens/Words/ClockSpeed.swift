internal import Canvas
internal import Wording

/// The speed of a clock: "×60", or that it stands.
func speed(_ rate: Int64, _ shell: Shell) -> String {
  if rate == 0 { return shell.language("멈춤", "paused") }
  let times = shell.glyphs.isASCII ? "x" : "×"
  return rate % 1000 == 0 ? "\(times)\(rate / 1000)" : "\(times)\(Double(rate) / 1000)"
}
