internal import CTerminal
package import Canvas
internal import Glibc

/// The real terminal: shows pictures, and gives the bytes that were typed and the signals that came.
/// One at a time in a process.
package final class TerminalDriver {
  /// Why there is no terminal to use.
  package enum Fault: Error, Hashable, Sendable {
    case notATerminal
    case unusableKind(String)
    /// The system describes no kind of terminal.
    case noKinds
    /// What the system says of it.
    case failed(String)
  }

  /// What the operating system told.
  package enum Notice: Hashable, Sendable {
    case resized, suspend, resumed
    /// End now, with this exit status.
    case terminate(status: Int32)
  }

  private let signals: Int32
  private let colorCount: Int
  private var shown: Grid?

  /// Takes the terminal. An unknown kind is tried as the most common one.
  /// - Parameter crashNote: what a crash says after the screen is back.
  package init(kind: String?, crashNote: String) throws(Fault) {
    var outcome = Self.open(kind)
    if outcome == CTERMINAL_UNKNOWN_KIND, let kind, !kind.isEmpty { outcome = Self.open("xterm-256color") }
    switch outcome {
    case CTERMINAL_OPENED: break
    case CTERMINAL_NOT_A_TERMINAL: throw .notATerminal
    case CTERMINAL_NO_KINDS: throw .noKinds
    case CTERMINAL_FAILED: throw .failed(String(cString: strerror(errno)))
    default: throw .unusableKind(kind ?? "")
    }
    signals = cterminal_signal_pipe()
    guard signals >= 0 else {
      let reason = String(cString: strerror(errno))
      cterminal_close()
      throw .failed(reason)
    }
    cterminal_guard_crashes(crashNote)
    colorCount = Int(cterminal_colors())
  }

  private static func open(_ kind: String?) -> cterminal_outcome {
    cterminal_open(kind, Int32(Size.largest.width), Int32(Size.largest.height))
  }

  /// Gives the terminal back. Again changes nothing.
  package func close() { cterminal_close() }

  package var hasColor: Bool { colorCount >= 8 }

  /// Whether the terminal can tell of the mouse.
  package var hasMouse: Bool { cterminal_has_mouse() }

  /// Has clicks and the wheel told, or leaves the mouse to the terminal, as it is at first. The same again writes
  /// nothing.
  package func useMouse(_ isUsed: Bool) { cterminal_use_mouse(isUsed) }

  /// What is drawn, no more than `Size.largest`.
  package var size: Size {
    var width: Int32 = 0
    var height: Int32 = 0
    cterminal_size(&width, &height)
    return Size(width: Int(width), height: Int(height))
  }

  /// Tells ncurses the terminal's present size; the next picture is drawn whole.
  package func resize() {
    cterminal_resize()
    shown = nil
  }

  package func redrawAll() {
    cterminal_invalidate()
    shown = nil
  }

  package func ring() { cterminal_write("\u{7}", 1) }

  /// The text must have no control characters in it.
  package func setTitle(_ text: String) { cterminal_title(text) }

  /// Takes the terminal again after the program was stopped from outside.
  package func resume() {
    cterminal_resume()
    resize()
  }

  /// Forgets what was typed and not read yet.
  package func discardTyped() { tcflush(STDIN_FILENO, TCIFLUSH) }

  /// Gives the terminal to the shell until the program is continued.
  package func suspend() {
    cterminal_suspend()
    resize()
  }
}

extension TerminalDriver {
  /// Shows a picture; sends only what changed since the last one, and nothing when nothing did.
  package func show(_ grid: Grid) {
    let rows = grid.rows(otherThan: shown)
    if rows.isEmpty, let shown, shown.cursor == grid.cursor, shown.isCursorVisible == grid.isCursorVisible { return }
    var cells: [cterminal_cell] = []
    for y in rows {
      cells.removeAll(keepingCapacity: true)
      for x in 0..<grid.size.width { cells.append(cell(grid[x, y])) }
      cterminal_put_row(Int32(y), cells, Int32(cells.count))
    }
    cterminal_place_cursor(Int32(grid.cursor.y), Int32(grid.cursor.x), grid.isCursorVisible)
    cterminal_flush()
    shown = grid
  }

  private func cell(_ cell: Cell) -> cterminal_cell {
    let colors = cell.style.colors
    return cterminal_cell(
      scalar: cell.scalar?.value ?? 0, marks: marks(on: cell), foreground: index(of: colors?.foreground),
      background: index(of: colors?.background), attributes: cell.style.attributes.rawValue)
  }

  private func marks(on cell: Cell) -> (UInt32, UInt32, UInt32, UInt32) {
    let marks = cell.marks
    guard !marks.isEmpty else { return (0, 0, 0, 0) }
    func mark(_ place: Int) -> UInt32 { place < marks.count ? marks[place].value : 0 }
    return (mark(0), mark(1), mark(2), mark(3))
  }

  /// A colour that the terminal has; one that it has not would make the cell vanish.
  private func index(of color: Color?) -> Int16 {
    guard let color, colorCount >= 8 else { return -1 }
    return Int16(colorCount >= 256 ? color.xterm : color.basic)
  }
}

extension TerminalDriver {
  /// Why a wait ended.
  package struct Wakeup: Sendable {
    package var bytes: [UInt8] = []
    package var notices: [Notice] = []
    package var isStoreNews = false
  }

  /// Waits until something is typed, a signal comes, the other descriptor is readable, or `timeout` milliseconds have
  /// passed; without a timeout, for ever. A closed terminal is `terminate`.
  package func wait(alsoFor descriptor: Int32?, timeout: Int64?) -> Wakeup {
    var polled = [
      pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
      pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
      pollfd(fd: descriptor ?? -1, events: Int16(POLLIN), revents: 0),
    ]
    let limit = timeout.map { Int32(max(0, min($0, 1_000_000))) } ?? -1
    var wakeup = Wakeup()
    guard poll(&polled, 3, limit) > 0 else { return wakeup }
    if polled[1].revents != 0 { wakeup.notices = takeSignals() }
    if polled[0].revents != 0 {
      wakeup.bytes = takeBytes()
      if wakeup.bytes.isEmpty { wakeup.notices.append(.terminate(status: 128 + SIGHUP)) }
    }
    wakeup.isStoreNews = polled[2].revents != 0
    return wakeup
  }

  /// Sleeps for so many milliseconds, or until a signal comes. What is typed waits.
  package func sleep(milliseconds: Int64) -> [Notice] {
    var polled = [pollfd(fd: signals, events: Int16(POLLIN), revents: 0)]
    guard poll(&polled, 1, Int32(max(0, min(milliseconds, 1_000_000)))) > 0 else { return [] }
    return takeSignals()
  }

  private func takeBytes() -> [UInt8] {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = read(STDIN_FILENO, &buffer, buffer.count)
    return count > 0 ? Array(buffer.prefix(count)) : []
  }

  private func takeSignals() -> [Notice] {
    var buffer = [UInt8](repeating: 0, count: 256)
    let count = read(signals, &buffer, buffer.count)
    return buffer.prefix(max(0, count)).compactMap { byte in
      switch Int32(byte) {
      case SIGWINCH: .resized
      case SIGTSTP: .suspend
      case SIGCONT: .resumed
      case let number: .terminate(status: 128 + number)
      }
    }
  }
}
