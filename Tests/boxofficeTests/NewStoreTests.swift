internal import Foundation
internal import TestSupport
internal import Testing

/// How a new store comes into place where the system makes it hard. The shell's tools stand in for such systems.
@Suite("A new store is made", .serialized)
struct NewStoreTests {
  private let stage: Stage

  init() throws { stage = try Stage() }

  private static func has(_ tool: String) -> ConditionTrait {
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/\(tool)"), "\(tool) is not installed")
  }

  @Test(
    has("strace"),
    arguments: [
      ("link,linkat", ["EPERM", "EOPNOTSUPP", "ENOSYS", "EMLINK"]),
      ("link,linkat,renameat2", ["EINVAL", "ENOSYS", "EPERM"]),
    ])
  func `where there are no hard links, nor renames on condition`(_ calls: String, _ faults: [String]) async throws {
    for fault in faults {
      let outcome = try await stage.run(
        [
          "-f", "-qq", "-o", "/dev/null", "-e", "trace=\(calls)", "-e", "inject=\(calls):error=\(fault)",
          Stage.program, "sample", "--store", "\(fault).sqlite",
        ], program: "strace")
      #expect(outcome.end == .exited(0), "\(fault): \(outcome.errors)")
      #expect(try await stage.run(["check", "\(fault).sqlite"]).end == .exited(0))
    }
    #expect(try stage.files() == faults.map { "\($0).sqlite" }.sorted())
  }

  /// In a shell: runs a command until the store is free for it, and fails where anything else stands in its way.
  private static let patiently = """
    patiently() {
      until said=$("$@" 2>&1); do case $said in *"is busy"*) ;; *) echo "$said" >&2; return 1 ;; esac; done
      echo "$said"
    }

    """

  /// Whoever makes it may find it busy afterwards, and adds to it then; who would add what another has just added is told.
  private func expectOneStore(_ outcome: Stage.Outcome, of makers: Int) async throws {
    #expect(outcome.end == .exited(0), "\(outcome.errors)")
    let made = outcome.output.ranges(of: "A new store was made").count
    #expect(made <= 1, "\(outcome.output)")
    let added = ["Added ", "is there already"].map { outcome.output.ranges(of: $0).count }
    #expect(made + added.reduce(0, +) == makers, "\(outcome.output)")
    #expect(try await stage.run(["check", "one.sqlite"]).end == .exited(0))
    #expect(try stage.files() == ["one.sqlite"])
  }

  @Test(has("strace")) func `never over a file that came first, even there`() async throws {
    let outcome = try await stage.run(
      [
        "-c",
        Self.patiently + """
          for n in 1 2 3 4 5 6; do
            patiently strace -f -qq -o /dev/null -e trace=link,linkat,renameat2 -e inject=link,linkat,renameat2:error=EINVAL \
              '\(Stage.program)' sample --store one.sqlite --language en &
            all="$all $!"
          done
          for one in $all; do wait $one || exit 1; done
          """,
      ], program: "bash")
    try await expectOneStore(outcome, of: 6)
  }

  @Test(
    has("unshare"), .enabled(if: getuid() == 0, "needs root"))
  func `by many at once, each with the same number in a container of its own`() async throws {
    let outcome = try await stage.run(
      [
        "-c",
        Self.patiently + """
          unshare -p -f true || exit 77
          for n in 1 2 3 4 5 6 7 8; do
            patiently unshare -p -f '\(Stage.program)' sample --store one.sqlite --language en & all="$all $!"
          done
          for one in $all; do wait $one || exit 1; done
          """,
      ], program: "bash")
    guard outcome.end != .exited(77) else { return }
    try await expectOneStore(outcome, of: 8)
  }
}
