import HTTPTypes

/// A request whose header is there, on its way to a response.
package struct MockExchange: Sendable {
  /// What becomes of the request's body.
  package enum BodyUse: Sendable {
    /// It is thrown away, whatever its length.
    case ignored
    /// It is needed as a whole, up to so many bytes.
    case collected(limit: Int)
  }

  package let bodyUse: BodyUse
  private let answer: @Sendable ([UInt8]?) -> MockResponse

  /// Makes an exchange of the function that answers a body; nil stands for one that is too large.
  init(_ bodyUse: BodyUse, _ answer: @escaping @Sendable ([UInt8]?) -> MockResponse) {
    self.bodyUse = bodyUse
    self.answer = answer
  }

  /// The response; nil is a body that is larger than the limit.
  package func response(to body: [UInt8]?) -> MockResponse { answer(body) }
}
