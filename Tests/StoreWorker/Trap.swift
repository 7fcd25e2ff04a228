import ArgumentParser
import CursesTerminal

/// Takes the terminal as the program does, and then does what ends every Swift program.
struct Trap: ParsableCommand {
  func run() throws {
    let terminal = try TerminalDriver(kind: "xterm-256color", crashNote: "It crashed.\n")
    terminal.resize()
    let none: [Int] = []
    print(none[CommandLine.arguments.count])
  }
}
