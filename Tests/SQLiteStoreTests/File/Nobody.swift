import Glibc
import Testing

/// Runs a body with the file rights of the user nobody, so that modes refuse root too. Linux keeps the user for file
/// access per thread, so tests that run at the same time notice nothing. Who is not root just runs the body.
func asNobody<Answer>(_ body: () throws -> Answer) throws -> Answer {
  guard geteuid() == 0 else { return try body() }
  let setUser = unsafeBitCast(try #require(dlsym(nil, "setfsuid")), to: (@convention(c) (uid_t) -> CInt).self)
  _ = setUser(65534)
  defer { _ = setUser(0) }
  return try body()
}
