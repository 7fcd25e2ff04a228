internal import Booking

/// What a message says to be so. It goes once it is so no more; a message without a claim tells of something that happened
/// and stays until the next key. In the log of messages all of them stay.
enum Claim: Hashable {
  /// These are held.
  case held([ReservationID])
  /// The token with this number is active, or has ended.
  case active(TicketNumber)
  case ended(TicketNumber)
  case balance(Won)
  /// Until an instant.
  case before(Timestamp)
  /// A text that is being typed lacks something.
  case leftOut
  /// The key table refuses the act with the message's sentence.
  case refused(Act)
  /// The palette does, in the line with this label.
  case refusedLine(LocalizedText)
  /// These seats of the map are taken.
  case taken([SeatID])
  /// Fewer seats than so many, in a row or not, are free and pass the filter.
  case fewerFree(Int)
}

extension App {
  /// Takes the last message away if what it says is so no more.
  func dropStaleMessage() {
    guard let message = shell.message, let claim = message.claim, !isSo(claim, message.text) else { return }
    shell.clearMessage()
  }

  private func isSo(_ claim: Claim, _ sentence: LocalizedText) -> Bool {
    let token = shell.account?.status?.token
    switch claim {
    case .held(let ids): return Set(ids).isSubset(of: shell.holds.map(\.reservation.id))
    case .active(let number): return token?.number == number && token?.activity != nil
    case .ended(let number): return token?.number == number && token?.isLive == false
    case .balance(let balance): return shell.account?.user.balance == balance
    case .leftOut: return takesText
    case .before(let instant): return shell.now < instant
    case .refused(let act): return allCommands.contains { $0.act == act && $0.obstacle == sentence }
    case .refusedLine(let label): return paletteLines.contains { $0.label == label && $0.obstacle == sentence }
    case .taken, .fewerFree: return screens[screens.count - 1].upholds(claim, shell)
    }
  }
}
