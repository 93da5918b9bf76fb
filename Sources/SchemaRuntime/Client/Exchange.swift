import HTTPTypes

/// A response whose head is there.
struct Exchange: Sendable {
  /// What comes before the body.
  let head: ResponseHead
  /// The body.
  let body: HTTPBody
  /// The request.
  let request: HTTPRequest
  /// Blacks out the credentials of the request.
  let redaction: Redaction
  /// The tokens that the request had, each with who gave it.
  let tokens: [(provider: any TokenProvider, token: String)]

  /// The exchange as long as one likes, without holding on to the body.
  var withoutBody: Exchange {
    Exchange(head: head, body: .empty, request: request, redaction: redaction, tokens: [])
  }

  /// Whether the status is a success.
  var isSuccess: Bool { (200..<300).contains(head.status) }
}
