internal import Booking
internal import Foundation
internal import SQLiteStore
internal import TestSupport
internal import Testing
internal import Wording

/// What must not be seen by others: the files, and the secrets of tokens.
@Suite("What others can see", .serialized)
struct SecrecyTests {
  /// A house in which somebody has joined, held and paid, with the program still open.
  private func livedIn(_ stage: Stage) async throws -> Pty {
    // A shell that makes every file readable by everybody.
    let terminal = try Pty(
      stage,
      ["-c", "umask 0; exec \"$0\" \"$@\"", Stage.program, "--store", stage.store, "--language", "en"] + Quick.house,
      store: nil, program: "sh")
    try await terminal.wait(for: "Sign in")
    for (keys, news) in [
      ("\r", "Jazz After Midnight"), ("\r", "200/200"), ("jj\r", "STAGE"), ("\r", "Seat held"), ("\r", "Pay "),
      ("y", "Paid"), ("m", "Messages"), ("\u{1B}", ""),
    ] {
      terminal.write(keys)
      try await terminal.wait(for: news)
      try await terminal.settle()
    }
    return terminal
  }

  @Test func `leaves the store, its journal and the log to their owner alone, whatever the mask of the shell`()
    async throws
  {
    let stage = try Stage()
    let terminal = try await livedIn(stage)
    let files = ["", "-wal", "-shm"].map { stage.store + $0 } + [stage.folder + "/state/boxoffice/boxoffice.log"]
    for file in files {
      let attributes = try FileManager.default.attributesOfItem(atPath: file)
      #expect(try #require(attributes[.posixPermissions] as? Int) == 0o600, "\(file)")
    }
    terminal.write("q")
    #expect(try await terminal.end() == .exited(0))
  }

  @Test func `shows no secret of a token on the screen, in the log, in a check or among the processes`() async throws {
    let stage = try Stage()
    let terminal = try await livedIn(stage)
    let store = try StoreFile(path: stage.store).openReadOnly()
    let tokens = try store.audit { reader throws(BookingError) in try reader.allTokens() }
    store.close()
    #expect(!tokens.isEmpty)
    var seen = terminal.text()
    seen += try String(contentsOfFile: stage.folder + "/state/boxoffice/boxoffice.log", encoding: .utf8)
    let check = try await stage.check()
    seen += check.output + check.errors
    for file in ["cmdline", "comm", "environ"] {
      seen += String(
        decoding: try Data(contentsOf: URL(fileURLWithPath: "/proc/\(terminal.child.pid)/\(file)")), as: UTF8.self)
    }
    #expect(seen.contains("--store") && seen.contains("opened") && seen.contains("Seat held"))
    for token in tokens {
      let secret = token.credential.secret
      for half in [secret.high, secret.low] {
        #expect(!seen.contains("\(half)") && !seen.lowercased().contains(String(half, radix: 16)))
      }
    }
    terminal.write("q")
    #expect(try await terminal.end() == .exited(0))
  }
}
