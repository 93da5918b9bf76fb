import HTTPTypes

/// One call of an operation: what to send, and which error responses to expect.
///
/// What cannot be sent is thrown when the call is sent, the first of it where there is more.
public struct Call: Sendable {
  /// A request method, for example `.post`; any other as a literal.
  public struct Method: Hashable, Sendable, ExpressibleByStringLiteral {
    /// The method in upper case.
    public let rawValue: String

    /// Makes a method.
    public init(_ rawValue: String) { self.rawValue = rawValue }

    /// Makes a method.
    public init(stringLiteral value: String) { rawValue = value }

    /// GET.
    public static let get: Method = "GET"
    /// PUT.
    public static let put: Method = "PUT"
    /// POST.
    public static let post: Method = "POST"
    /// DELETE.
    public static let delete: Method = "DELETE"
    /// OPTIONS.
    public static let options: Method = "OPTIONS"
    /// HEAD.
    public static let head: Method = "HEAD"
    /// PATCH.
    public static let patch: Method = "PATCH"
    /// TRACE.
    public static let trace: Method = "TRACE"
    /// QUERY: a GET whose question is in the body.
    public static let query: Method = "QUERY"
  }

  /// A documented error response.
  struct Failure: Sendable {
    /// What is known of a body.
    enum Content: Sendable {
      /// Nothing, or that there is none.
      case nothing
      /// That it is text or any JSON, which many other values are as well.
      case anything
      /// Its type, which tells this error from other values.
      case specific
    }

    /// Which statuses it stands for.
    let status: StatusPattern
    /// What is known of its body.
    let content: Content
    /// Makes the error to throw.
    let error: @Sendable (RawResponse) throws -> any Error
  }

  /// The operation's name, for errors.
  public let operation: String
  /// The request method.
  public let method: Method
  /// The path template, with parameters in braces; may have a query.
  let template: String
  /// The media types that the caller understands.
  let accept: [String]
  /// Whether credentials are sent.
  let isAuthorized: Bool
  /// The alternatives of credentials that the operation asks for; nil for the connection's.
  let security: [SecurityRequirement]?
  /// A base URL of this operation alone.
  let server: Server?
  /// The path parameters, percent-encoded.
  var pathValues: [String: String] = [:]
  /// The query parameters, percent-encoded.
  var queryItems: [(name: String, value: String)] = []
  /// What the query is as a whole, percent-encoded; nil where it is made of parameters.
  var queryText: String?
  /// The header parameters.
  var headers = HTTPFields()
  /// The cookies, percent-encoded.
  var cookies: [(name: String, value: String)] = []
  /// How the body's form holds the properties that are not sent as usual.
  var fieldEncodings: [String: FieldEncoding] = [:]
  /// The header fields of the parts of the body's form, by property.
  var partHeaders: [String: HTTPFields] = [:]
  /// The body; nil for none.
  var body: HTTPBody?
  /// The media type of the body.
  var contentType: String?
  /// The documented error responses.
  private(set) var documentedFailures: [Failure] = []
  /// The first argument's error that cannot be sent; nil where all can.
  private(set) var problem: (any Error)?

  /// Starts a call.
  ///
  /// - Parameters:
  ///   - operation: the operation's name, for errors.
  ///   - path: the path template with parameters in braces; may have a query, a fragment is ignored.
  ///   - accept: the media types that the caller understands.
  ///   - authorized: whether credentials are sent.
  ///   - security: alternatives of credentials, of which the first is sent that the client has all of; where it has none
  ///     of them whole, all of the client's credentials are sent. Nil for the connection's alternatives.
  ///   - server: a base URL of this operation alone; nil for the connection's.
  public init(
    _ operation: String,
    _ method: Method,
    _ path: String,
    accept: [String] = ["application/json"],
    authorized: Bool = true,
    security: [SecurityRequirement]? = nil,
    server: Server? = nil
  ) {
    self.operation = operation
    self.method = method
    template = path
    self.accept = accept
    isAuthorized = authorized
    self.security = security
    self.server = server
  }

  /// Documents the body of an error response; of several, the one that names the status most exactly counts. A body
  /// that is a `String` takes any text.
  public mutating func failure<Body: Decodable & Sendable>(_ status: StatusPattern, _ body: Body.Type) {
    let isSpecific = Body.self != String.self && Body.self != JSONValue.self
    documentedFailures.append(
      Failure(status: status, content: isSpecific ? .specific : .anything) {
        ResponseError($0, body: try $0.decodeError(Body.self))
      }
    )
  }

  /// Documents error responses of which nothing but the status is known, for example `call.failures(401, 404)`; they are
  /// thrown as `ResponseError<Void>`.
  public mutating func failures(_ statuses: StatusPattern...) {
    for status in statuses {
      documentedFailures.append(Failure(status: status, content: .nothing) { ResponseError($0, body: ()) })
    }
  }

  /// The documented error response with this status; nil where there is none.
  func failure(for status: Int) -> Failure? {
    var best: (failure: Failure, precision: Int)?
    for failure in documentedFailures {
      guard let precision = failure.status.precision(for: status), precision > best?.precision ?? -1 else { continue }
      best = (failure, precision)
    }
    return best?.failure
  }

  /// The error for a response that is no success.
  ///
  /// Where a body came although the document has none for the status, it may be that of a less exact status: documents
  /// that describe the body of all errors at once often list a status beside it for what it means.
  ///
  /// - Throws: `ResponseDecodingError` where the body is not what is documented.
  func error(for response: RawResponse) throws -> any Error {
    guard let failure = failure(for: response.head.status) else { return UnexpectedResponse(response) }
    if case .nothing = failure.content, !response.body.isEmpty {
      var others = self
      others.documentedFailures.removeAll { $0.content != .specific }
      if let error = try? others.failure(for: response.head.status)?.error(response) { return error }
    }
    return try failure.error(response)
  }

  /// Those of the client's credentials that are sent; `usual` are the alternatives where the call names none.
  func credentials(
    of authorization: Authorization?,
    usual: [SecurityRequirement]? = nil
  ) -> [Authorization.Scheme] {
    guard isAuthorized, let schemes = authorization?.scheme.leaves else { return [] }
    return (security ?? usual)?.lazy.compactMap { $0.choose(from: schemes) }.first ?? schemes
  }

  /// Takes an argument in; where that fails, sending the call throws the error.
  mutating func take(_ argument: (inout Call) throws -> Void) {
    do { try argument(&self) } catch { problem = problem ?? error }
  }

  /// An error that says what is wrong with this call.
  func invalid(_ reason: String) -> InvalidCall { InvalidCall(operation: operation, reason: reason) }
}
