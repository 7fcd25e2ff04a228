/// Names one attempt at a command that moves seats or money, so that repeating it has no second effect.
/// It belongs to a user and a use case.
package struct RequestKey: Hashable, Sendable {
  package let text: String

  package init(_ text: String) { self.text = text }
}

/// A command that succeeded: what was asked and what was answered.
package struct RequestRecord: Hashable, Sendable {
  package enum UseCase: String, Sendable { case hold, pay, charge }

  package let user: UserID
  package let useCase: UseCase
  package let key: RequestKey
  /// What was asked, in a form that is equal iff the request is.
  package let contents: String
  /// Numbers that, with what is stored, make the first answer again.
  package let answer: [Int64]

  package init(user: UserID, useCase: UseCase, key: RequestKey, contents: String, answer: [Int64]) {
    self.user = user
    self.useCase = useCase
    self.key = key
    self.contents = contents
    self.answer = answer
  }
}
