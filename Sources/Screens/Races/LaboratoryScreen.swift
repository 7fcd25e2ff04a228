internal import Booking
internal import Canvas
internal import Wording

/// The race laboratory: every collision that can be played, by subject.
struct LaboratoryScreen: Screen {
  private var filter = ListFilter()
  private var cursor = ListCursor()

  var entry: TextField? {
    get { filter.field }
    set { filter.field = newValue }
  }

  func title(_ language: Language) -> String { language("경합 실험실", "Race laboratory") }

  /// The places in `Collision.all` of what the filter lets through.
  private var found: [Int] {
    Collision.all.indices.filter { index in
      let collision = Collision.all[index]
      return filter.matches([
        collision.title.korean, collision.title.english, collision.ruling.korean, collision.ruling.english,
        collision.subject.title(.korean), collision.subject.title(.english),
      ])
    }
  }

  func commands(_ shell: Shell) -> [Command] {
    let none = found.isEmpty ? LocalizedText("찾은 경합이 없습니다.", "No such collision.") : nil
    return [Command(.open, [.enter], "겨루기", "play", isMain: true, unless: none)] + filter.commands + MoveKeys.list
  }

  mutating func perform(_ act: Act, _ shell: Shell) {
    if cursor.follow(act, count: found.count) { return }
    if filter.follow(act) {
      cursor = ListCursor()
      return
    }
    if act == .open { shell.navigation = .push(RaceScreen(found[cursor.index])) }
  }

  mutating func refresh(_ shell: Shell, _ reason: RefreshReason) { cursor.clamp(to: found.count) }

  /// Below the list stand the chosen one's ruling, in two lines, and the filter.
  private func lines(_ area: Rect) -> ListLines {
    ListLines(
      cursor, of: found.count, in: Rect(x: area.x, y: area.y, width: area.width, height: max(1, area.height - 5)))
  }

  mutating func click(at place: Position, in area: Rect, _ shell: Shell) -> Key? {
    cursor.follow(clickAt: place, in: lines(area))
  }

  mutating func wheel(at place: Position, down: Bool, in area: Rect, _ shell: Shell) {
    cursor.follow(wheelDown: down, count: found.count)
  }

  func draw(in grid: inout Grid, _ area: Rect, _ shell: Shell) {
    let language = shell.language
    let found = found
    let lines = lines(area)
    let width = (Collision.Subject.allCases.map { $0.title(language).cellWidth }.max() ?? 0) + 2
    var subject: Collision.Subject?
    for (index, y) in lines.rows {
      let collision = Collision.all[found[index]]
      let head = collision.subject == subject ? "" : collision.subject.title(language)
      subject = collision.subject
      let isHere = index == cursor.index
      let style = isHere ? shell.theme.selected : .plain
      grid.put("".padded(to: area.width), x: 0, y: y, style: style)
      grid.put(head, x: 2, y: y, style: isHere ? style : .dim)
      grid.put(language(collision.title), x: 2 + width, y: y, style: style, width: area.width - 3 - width)
      if isHere { grid.cursor = Position(x: 2 + width, y: y) }
    }
    var y = area.bottom - 4
    if cursor.index < found.count {
      for row in language(Collision.all[found[cursor.index]].ruling).wrapped(to: area.width - 4).prefix(2) {
        grid.put(row, x: 2, y: y, style: .bold)
        y += 1
      }
    }
    let note = language(
      "지금 상태의 사본에서 한 가지 순서로 겨룹니다. 시연은 그대로입니다.",
      "On a copy of the present state, in one order; the show stays as it is.")
    grid.put(note.fitted(to: area.width - 4, mark: shell.glyphs.ellipsis), x: 2, y: area.bottom - 2, style: .dim)
    filter.draw(in: &grid, x: 2, y: area.bottom - 1, width: area.width - 4, found: found.count, shell)
  }
}
