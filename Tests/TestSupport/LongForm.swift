internal import Glibc

/// The long form of the tests that try things many times: `BOXOFFICE_LONG=1`.
package enum LongForm {
  package static let isAskedFor = getenv("BOXOFFICE_LONG") != nil

  /// How many times to try.
  package static func times(_ quick: Int, long: Int) -> Int { isAskedFor ? long : quick }
}
