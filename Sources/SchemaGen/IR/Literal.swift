/// A constant of the document.
package enum Literal: Hashable, Sendable {
  case string(String)
  case integer(Int64)
  /// A number as JSON spells it.
  case number(String)
  case boolean(Bool)
  case null
}
