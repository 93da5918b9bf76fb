/// How the methods of a client are put together.
package enum ClientGrouping: Hashable, Sendable {
  /// All are the client's own.
  case none
  /// Those of a tag are called through a property, without the words of the tag where that leaves a name.
  case shortened
  /// Those of a tag are called through a property, by the names of their operations.
  case full
}
