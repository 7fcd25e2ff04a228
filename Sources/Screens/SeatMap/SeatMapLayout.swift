internal import Canvas

/// How the seat map divides its area.
struct SeatMapLayout {
  let header: Rect
  let map: Rect
  /// The seat under the cursor, in words.
  let sentence: Rect
  /// Tiers, signs and the choice; nil when there is no room beside the map.
  let panel: Rect?

  init(_ area: Rect) {
    let panelWidth = area.width >= 76 ? 27 : 0
    header = Rect(x: area.x, y: area.y, width: area.width, height: 1)
    sentence = Rect(x: area.x, y: area.bottom - 1, width: area.width, height: 1)
    map = Rect(x: area.x, y: area.y + 1, width: area.width - panelWidth, height: area.height - 2)
    panel =
      panelWidth > 0
      ? Rect(x: area.right - panelWidth + 1, y: area.y + 1, width: panelWidth - 1, height: area.height - 2) : nil
  }
}
