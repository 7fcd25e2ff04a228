internal import ArgumentParser
internal import Files
internal import Glibc

@main
struct Boxoffice: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "boxoffice",
    abstract: "A concert box office in the terminal. / 터미널에서 여는 공연 예매소.",
    discussion: """
      Sign in, wait in a live queue, choose a session, walk the seat map with the keyboard, hold seats for five \
      minutes, pay from a wallet and keep the ticket. Several terminals may open the same store.

      The box office itself takes --store FILE or --memory, --language ko or en, --ascii, --no-mouse, and the policy of \
      a new store (--activation-period, --batch, --max-active, --token-lifetime, --idle-limit, --hold-duration, --max-holds, \
      --max-charge, --balance-ceiling, --event-retention): boxoffice open --help explains them.
      """,
    version: ProgramVersion.current,
    subcommands: [
      OpenCommand.self, DemoCommand.self, ReplayCommand.self, CheckCommand.self, BackupCommand.self,
      RestoreCommand.self, ClockCommand.self, SampleCommand.self, ImportPlanCommand.self,
    ],
    defaultSubcommand: OpenCommand.self)

  static func main() {
    // A file that meets its limit is a failed write, to be told in words.
    signal(SIGXFSZ, SIG_IGN)
    do {
      var command = try parseAsRoot(ProcessWords.arguments)
      try command.run()
    } catch {
      let status = exitCode(for: error)
      guard status == .success else {
        // What `fail` has told is told.
        if error is ExitCode { exit(withError: error) }
        let hint = status == .validationFailure ? " (boxoffice --help)" : ""
        exit(withError: fail(message(for: error).inOneLine + hint, status: status.rawValue))
      }
      for line in fullMessage(for: error).split(separator: "\n", omittingEmptySubsequences: false) {
        print(String(line))
      }
    }
    guard fflush(nil) == 0 else {
      exit(withError: fail(String(cString: strerror(errno))))
    }
  }
}
