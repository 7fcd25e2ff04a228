internal import Foundation
internal import TestSupport
internal import Testing

/// Names that are no text, and places that are not what they seem, given to the built program by a shell.
@Suite("Paths on their way from the shell to the disk", .serialized)
struct PathStoryTests {
  private let stage: Stage

  init() throws { stage = try Stage() }

  /// Runs a shell script, in which `$B` is the program and `$D` a folder whose name is no UTF-8.
  private func run(_ script: String, _ changes: [String: String?] = [:]) async throws -> Stage.Outcome {
    let start =
      "set -e; B='\(Stage.program)'; D=$PWD/$'\\xb0\\xf8\\xff'; mkdir -p \"$D\"; unset XDG_DATA_HOME XDG_STATE_HOME;\n"
    return try await stage.run(["-c", start + script], program: "bash", environment: changes)
  }

  private static let names = "find . -mindepth 1 -printf '%P\\n' | LC_ALL=C sort | LC_ALL=C sed 's/[^ -~]/?/g'"

  @Test func `stores, plans, scripts and screens are found by any name`() async throws {
    let outcome = try await run(
      #"""
      cat >"$D"/$'\xc8.json' <<'JSON'
      {"name": "H", "categories": [{"name": "A", "color": "#fff"}], "zones": [{"name": "Z", "position": {"x": 0, "y": 0},
       "rows": [{"row_number": "1", "position": {"x": 0, "y": 0}, "seats": [{"seat_number": "1", "seat_guid": "1",
       "position": {"x": 0, "y": 0}, "category": "A"}]}]}]}
      JSON
      cd "$D"
      $B import-plan $'\xc8.json' --store $'new\xfe.sqlite' --language en | head -1
      $B check $'new\xfe.sqlite' --language en >/dev/null
      BOXOFFICE_STORE="$D"/$'env\xfd.sqlite' $B sample --language en
      printf 'expect "boxoffice"\nsave a\n' >$'\xc0.script'; mkdir $'frames\xfc'
      XDG_RUNTIME_DIR="$D" $B demo --crowd 5 --headless --language en --script $'\xc0.script' --frames "$D"/$'frames\xfc'
      """# + "\n" + Self.names)
    #expect(outcome.end == .exited(0), "\(outcome.errors)")
    #expect(outcome.errors == "")
    let lines = outcome.output.split(separator: "\n").map(String.init)
    #expect(lines.first == "Imported into a new store with the sample programme: new\\xFE.sqlite")
    #expect(lines.contains("\\xC0.script: played to its end; expectations met: 1."))
    #expect(Set(lines.suffix(6)) == ["?.json", "?.script", "env?.sqlite", "frames?", "frames?/a.txt", "new?.sqlite"])
  }

  @Test func `a home by any name holds the store, the log and the configuration`() async throws {
    let outcome = try await run(
      #"""
      export HOME="$D"; mkdir -p "$D"/.config/boxoffice; echo '{"language": "ko"}' >"$D"/.config/boxoffice/config.json
      $B sample; echo 'rest 1ms' >script; $B --script script --headless
      cd "$D"
      """# + "\n" + Self.names)
    #expect(outcome.end == .exited(0), "\(outcome.errors)")
    #expect(outcome.output.contains("첫 시즌"))
    #expect(outcome.output.contains(".local/share/boxoffice/boxoffice.sqlite\n"))
    #expect(outcome.output.contains(".local/state/boxoffice/boxoffice.log\n"))
  }

  @Test(arguments: ["rel", ""]) func `a home that depends on where one stands makes no folders here`(_ home: String)
    async throws
  {
    let outcome = try await run(
      """
      export HOME='\(home)' XDG_DATA_HOME='\(home)' XDG_STATE_HOME=rel XDG_CONFIG_HOME=./rel; mkdir here; cd here
      $B check none 2>/dev/null || true; $B import-plan none 2>/dev/null || true; ls -A
      """)
    #expect(outcome.end == .exited(0), "\(outcome.errors)")
    #expect(outcome.output == "")
  }

  @Test func `names that are no text are written out in every sentence`() async throws {
    for words in [
      "check", "replay", "import-plan", "sample --language", "--script", "demo --script", "demo --record x --script",
      "--store ok --script", "demo --headless --script x --frames", "sample", "check --no-such-option=", "--batch",
    ] {
      let outcome = try await run("$B \(words) $'\\xff\\e[31m\\xc3'")
      #expect(outcome.end != .exited(0), "\(words)")
      #expect(outcome.errors.split(separator: "\n").count == 1, "\(words): \(outcome.errors)")
      #expect(!(outcome.output + outcome.errors).contains { "\u{FFFD}\u{1B}".contains($0) }, "\(outcome.errors)")
    }
    #expect(try await run("$B check $'\\xff\\e[31m'").errors.contains("\\xFF\\x1B[31m: there is no such file."))
  }

  @Test func `a shell's pipe serves where somebody names a file, and nothing hangs where nobody does`() async throws {
    try stage.furnish()
    let outcome = try await run(
      """
      mkdir -p config/boxoffice state/boxoffice; mkfifo state/boxoffice/boxoffice.log pipe
      export XDG_STATE_HOME=$PWD/state
      $B --store store.sqlite --headless --script <(echo 'expect "boxoffice"') --language en
      for words in 'check pipe' 'sample --store pipe' 'demo --store pipe --headless --script /dev/null'; do
        if $B $words --language en; then exit 9; fi
      done
      mkfifo config/boxoffice/config.json
      if XDG_CONFIG_HOME=$PWD/config $B sample --store store.sqlite; then exit 9; fi
      """)
    #expect(outcome.end == .exited(0), "\(outcome.errors)")
    #expect(outcome.output.contains("expectations met: 1."))
    #expect(outcome.errors.split(separator: "\n").count == 4, "\(outcome.errors)")
  }

  @Test func `a session's files go below TMPDIR where the system's own folder cannot be written`() async throws {
    let outcome = try await run(
      """
      mkdir temporary; echo 'rest 1ms' >script
      TMPDIR=$PWD/temporary strace -f -qq -o trace -e trace=openat $B demo --crowd 5 --headless --script script >/dev/null
      grep -c 'temporary/boxoffice-demo-' trace; ls temporary
      """, ["XDG_RUNTIME_DIR": "none"])
    guard outcome.end != .exited(127) else { return }
    #expect(outcome.end == .exited(0), "\(outcome.errors)")
    #expect((Int(outcome.output.trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0) > 0, "\(outcome.output)")
  }
}
