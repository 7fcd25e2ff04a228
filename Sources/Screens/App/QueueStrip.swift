internal import Booking
internal import Canvas

/// A line of people as a strip of signs, the door at its left, with a fence behind each admission's worth of people. Where
/// it is longer than its room, it is shown around somebody's place or else from the door, and who is left out at either
/// end is counted.
struct QueueStrip {
  /// How many people each sign stands for.
  let perSign: Int64
  /// How many stand before those who are shown, and behind them.
  let before: Int64
  let behind: Int64
  /// How many signs each admission that is shown has.
  let groups: [Int]
  /// Somebody's place: the group, and the sign in it.
  let place: (group: Int, sign: Int)?
  /// How many of the groups are whole admissions, with a fence behind them.
  let fences: Int

  /// - Parameters:
  ///   - size: how many are let in at a time; 0 for nobody.
  ///   - position: of somebody whose place is shown, from 1.
  ///   - width: cells that there is room for.
  init(of length: Int64, admitting size: Int64, around position: Int64? = nil, width: Int) {
    let width = Int64(max(1, width))
    guard size > 0, length > 0 else {
      let perSign = max(1, (length + width - 1) / width)
      self.perSign = perSign
      (before, behind) = (0, 0)
      groups = length > 0 ? [Int((length + perSign - 1) / perSign)] : []
      place = position.map { (0, Int(($0 - 1) / perSign)) }
      fences = 0
      return
    }
    let admissions = (length + size - 1) / size
    func cells(_ perSign: Int64) -> Int64 {
      let (full, rest) = (length / size, length % size)
      return full * ((size + perSign - 1) / perSign) + (rest + perSign - 1) / perSign + admissions
    }
    // As few to a sign as there is room for, and at least two signs to an admission.
    let most = (size + 1) / 2
    var perSign = min(most, max(1, min(size, length) / max(1, width / admissions)))
    while perSign < most, cells(perSign) > width { perSign += 1 }
    let counted = Int64("+\(length.grouped) ".cellWidth)
    let fits =
      cells(perSign) <= width
      ? admissions : max(1, (width - 2 * counted) / ((size + perSign - 1) / perSign + 1))
    let own = position.map { ($0 - 1) / size }
    let first = own.map { max(0, min($0 - fits / 2, admissions - fits)) } ?? 0
    self.perSign = perSign
    before = first * size
    behind = max(0, length - (first + fits) * size)
    groups = (first..<min(admissions, first + fits)).map { admission in
      Int((min(size, length - admission * size) + perSign - 1) / perSign)
    }
    fences = Int(min(fits, length / size - first))
    place = position.flatMap { position in
      own.map { (Int($0 - first), Int((position - 1) % size / perSign)) }
    }
  }

  static func sign(_ shell: Shell) -> String { shell.glyphs.isASCII ? "o" : "▪" }

  /// Returns the column of the place that it is shown around.
  @discardableResult
  func draw(in grid: inout Grid, x: Int, y: Int, style: Style, _ shell: Shell) -> Int? {
    var x = x
    var found: Int?
    if before > 0 { x = grid.put("+\(before.grouped) ", x: x, y: y, style: .bold) }
    for (group, signs) in groups.enumerated() {
      for sign in 0..<signs {
        let isPlace = place.map { $0 == (group, sign) } ?? false
        if isPlace { found = x }
        x = grid.put(
          isPlace ? String(shell.glyphs.pointer) : Self.sign(shell), x: x, y: y,
          style: isPlace ? shell.theme.waitingChip : style)
      }
      if group < fences { x = grid.put(String(shell.glyphs.fence), x: x, y: y, style: shell.theme.faint) }
    }
    if behind > 0 { grid.put(" +\(behind.grouped)", x: x, y: y, style: .bold) }
    return found
  }
}
