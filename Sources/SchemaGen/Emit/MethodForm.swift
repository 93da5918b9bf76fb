/// What a method of the client does with its operation.
package enum MethodForm: CaseIterable, Sendable {
  /// It gives the answer.
  case plain
  /// It gives the answer event by event, where the plain method does not.
  case stream
  /// It gives all pages of a list.
  case pages
}
