/// The documented successes of an operation that has several.
public protocol ResponseCases: Sendable {
  /// Tells by the status, and where need be by the media type, which success a response is, and reads it.
  ///
  /// May be called twice for one response, before its body is in memory and after, so it does nothing but read.
  ///
  /// - Throws: what the functions of the response throw, `undocumented()` for a response that is none of the successes.
  init(from response: DocumentedResponse) throws
}
