internal import Booking
internal import Canvas
internal import Wording

extension Shell {
  /// The cells of a line of the last message, beside its sign.
  private var messageRoom: Int { size.width - 7 }

  /// The most lines that it takes, so that enough is left of the screen under it.
  private var mostMessageLines: Int { size.height < 20 ? 3 : 4 }

  /// The last message as it stands: its cause behind the sentence where both fit, else on a line of its own; and each on
  /// more than one line where it is longer.
  var messageLines: [String] {
    guard let message else { return [] }
    let text = language(message.text)
    let detail = message.detail.map { language($0) } ?? ""
    let whole = detail.isEmpty ? text : "\(text) \(detail)"
    if whole.cellWidth <= messageRoom { return whole.broken(to: messageRoom) }
    let lines = text.broken(to: messageRoom) + detail.broken(to: messageRoom)
    guard lines.count > mostMessageLines else { return lines }
    let rest = lines[(mostMessageLines - 1)...].joined(separator: " ")
    return lines.prefix(mostMessageLines - 1) + [rest.fitted(to: messageRoom, mark: glyphs.ellipsis)]
  }
}
