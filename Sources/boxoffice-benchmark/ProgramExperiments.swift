internal import Booking
internal import Canvas
internal import Foundation
internal import Glibc

/// The built program in a terminal, against a program of ncurses in C that shows the same, or against what people wait for.
enum ProgramExperiments {
  static func starting(in folder: URL) -> Subject {
    Subject(name: "program: starting and resting") {
      let house = try ProgramFixture(in: folder)
      let store = try house.store(Season.arena, isActive: false)
      let hello = "ncurses hello in C"
      var experiments = [
        Experiment(name: "from exec to the first screen", anchor: hello, goal: .atMost(8)) {
          let anchor = try times(15, for: "hello") { try house.baseline([]) }
          return .times(try times(15, for: "Sign in") { try house.boxoffice(store: store) }, by: anchor)
        }
      ]
      if let program = ProgramFixture.staticProgram {
        experiments.append(
          Experiment(name: "the same, with the runtime in itself", anchor: hello, goal: .atMost(5)) {
            let anchor = try times(15, for: "hello") { try house.baseline([]) }
            return .times(
              try times(15, for: "Sign in") { try house.boxoffice(store: store, program: program) }, by: anchor)
          })
      }
      return experiments + [
        Experiment(name: "the first time, with sample data", anchor: "120 ms, at p95", goal: .atMost(1)) {
          let ours = try times(15, for: "Sign in") { try house.boxoffice(at: UUID().uuidString) }
          return Experiment.Round(ours: ours, ratio: ours.percentile(95) / 120_000_000)
        },
        Experiment(name: "a still waiting room, processor", anchor: "a C poll loop at 1 Hz", goal: .atMost(4)) {
          let ours = try waiting(house, store)
          let anchor = try house.baseline(["poll"])
          anchor.settle(300)
          return Experiment.Round(ours: nil, ratio: try rest(ours) / rest(anchor))
        },
        Experiment(name: "a still waiting room, share of a core", anchor: "0.3 %", goal: .atMost(1)) {
          Experiment.Round(ours: nil, ratio: try rest(try waiting(house, store)) / 0.003)
        },
        Experiment(name: "memory with the default store", anchor: "30 MiB", goal: .atMost(1)) {
          func start() throws -> TerminalProcess {
            let ours = try house.boxoffice(at: "default")
            try ours.wait(for: "Sign in")
            ours.settle()
            return ours
          }
          // The first time it makes the store.
          _ = try start()
          let ours = try start()
          return Experiment.Round(ours: nil, ratio: Double(ours.memory) / Double(30 << 20))
        },
      ]
    }
  }

  static func keys(in folder: URL) -> Subject {
    Subject(name: "program: the stadium's map") {
      let house = try ProgramFixture(in: folder)
      let store = try house.store(Season.stadium, isActive: true)
      let pictures = try house.pictures(of: store, after: [.enter, .enter, .enter, "+", "+"], and: .right)
      let same = "the same pictures from ncurses in C"
      func open() throws -> (ours: TerminalProcess, anchor: TerminalProcess) {
        let ours = try map(house, store, ProgramFixture.size)
        let anchor = try house.baseline(["pictures", pictures])
        anchor.settle(300)
        return (ours, anchor)
      }
      return [
        Experiment(name: "a full redraw, bytes", anchor: same, goal: .atMost(1.05)) {
          let (ours, anchor) = try open()
          ours.write("\u{C}")
          anchor.write("R")
          return Experiment.Round(ours: nil, ratio: Double(ours.settle(300)) / Double(anchor.settle(300)))
        },
        Experiment(name: "a step of the cursor, bytes, median", anchor: same, goal: .atMost(1.3)) {
          let (ours, anchor) = try open()
          return Experiment.Round(
            ours: nil, ratio: median(ours.press(toAndFro)) / median(anchor.press(toAndFro)))
        },
        Experiment(name: "a step of the cursor, processor", anchor: same, goal: .atMost(10)) {
          let (ours, anchor) = try open()
          func cost(_ program: TerminalProcess) -> Double {
            let before = program.processorTime
            _ = program.press(toAndFro)
            return Double(program.processorTime - before)
          }
          return Experiment.Round(ours: nil, ratio: cost(ours) / cost(anchor))
        },
        Experiment(name: "memory with the stadium's map", anchor: "80 MiB", goal: .atMost(1)) {
          Experiment.Round(ours: nil, ratio: Double(try open().ours.memory) / Double(80 << 20))
        },
      ]
    }
  }

  static func answers(in folder: URL) -> Subject {
    Subject(name: "program: from a key to the last byte") {
      let house = try ProgramFixture(in: folder)
      func experiment(
        _ name: String, _ season: (Timestamp) -> Season, _ size: Size, within milliseconds: Double
      ) throws -> Experiment {
        let store = try house.store(season, isActive: true)
        return Experiment(name: name, anchor: "\(Int(milliseconds)) ms, at p95", goal: .atMost(1)) {
          let ours = Samples(try map(house, store, size).answers(to: (0..<50).flatMap { _ in around }))
          return Experiment.Round(ours: ours, ratio: ours.percentile(95) / (milliseconds * 1_000_000))
        }
      }
      return [
        try experiment("a key to its last byte, arena", Season.arena, Size(width: 120, height: 40), within: 5),
        try experiment("a key to its last byte, stadium", Season.stadium, ProgramFixture.size, within: 8),
      ]
    }
  }

  /// The program with its map open, close enough for single seats.
  private static func map(_ house: ProgramFixture, _ store: String, _ size: Size) throws -> TerminalProcess {
    let ours = try house.boxoffice(store: store, size: size)
    try ours.wait(for: "Sign in")
    for key in ["\r", "\r", "\r", "+", "+"] {
      ours.settle()
      ours.write(key)
    }
    ours.settle(300)
    return ours
  }

  /// A step to each side and back, and eight rows and back, which scrolls.
  private static let around = ["l", "h", "j", "k", "8j", "8k"]

  /// Right and left again. The baseline takes any key for the next picture.
  private static let toAndFro = (0..<200).map { $0 % 2 == 0 ? "l" : "h" }

  private static func median(_ bytes: [Int]) -> Double { Double(bytes.sorted()[bytes.count / 2]) }

  /// From starting a program to a text on its screen.
  private static func times(
    _ count: Int, for text: String, _ start: () throws -> TerminalProcess
  ) throws -> Samples {
    Samples(
      try (0..<count).map { _ in
        // It is ended outside of what is measured.
        var program: TerminalProcess?
        return try Stopwatch.nanoseconds {
          program = try start()
          try program?.wait(for: text)
        }
      })
  }

  /// Somebody who waits, and nothing else.
  private static func waiting(_ house: ProgramFixture, _ store: String) throws -> TerminalProcess {
    let ours = try house.boxoffice(store: store)
    try ours.wait(for: "Sign in")
    ours.settle()
    ours.write("\r")
    // ncurses may leave out the space between the words.
    try ours.wait(for: "position")
    ours.settle(300)
    return ours
  }

  /// What a program takes of a core while nothing happens for some eight seconds.
  private static func rest(_ program: TerminalProcess) throws -> Double {
    let before = program.processorTime
    let start = Date()
    while Date().timeIntervalSince(start) < 8 { program.settle(100) }
    return Double(program.processorTime - before) / (Date().timeIntervalSince(start) * 1e9)
  }
}
