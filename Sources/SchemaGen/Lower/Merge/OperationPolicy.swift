/// What becomes of descriptions that have the same method and path.
package enum OperationPolicy: String, Hashable, Sendable, CaseIterable {
  /// They are one operation.
  case merge
  /// Each is an operation of its own, unless a tool says that they are one.
  case separate
}
