package import Booking

extension LedgerEntry.Kind {
  /// What moved the wallet, in a word or two.
  package func word(_ language: Language) -> String {
    switch self {
    case .opening: language("처음 잔액", "opening balance")
    case .charge: language("충전", "top-up")
    case .payment: language("결제", "payment")
    case .adjustment: language("수동 조정", "set by hand")
    }
  }
}
