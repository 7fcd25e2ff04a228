/// Who the mouse belongs to.
package enum Mouse: Hashable, Sendable {
  /// The program: clicks and the wheel act.
  case used
  /// The terminal, for selecting text, until `M` takes it back.
  case released
  /// The terminal, as was asked at the start.
  case declined
  /// Nobody: the terminal cannot tell of one.
  case missing
}
