/// How a request asks for a stream where the operation answers in another way, too.
package enum StreamRequest: Hashable, Sendable {
  /// By accepting no other media type.
  case mediaType
  /// By a boolean property of the body.
  case property(String)
  /// By a boolean parameter in the query.
  case parameter(String)
}
