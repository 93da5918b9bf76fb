#if AsyncHTTPClient
  import AsyncHTTPClient
  import HTTPTypes
  import SchemaRuntime

  /// The request that a redirect leads to (RFC 9110, section 15.4).
  struct Redirect {
    /// The request.
    let request: HTTPRequest
    /// Its body; nil for none.
    let body: HTTPBody?

    /// Nil where the response is no redirect, or one that cannot be followed: without a place, to another scheme than
    /// HTTP's, with a body that cannot be sent again, or to another origin with one that holds credentials.
    ///
    /// - Parameter first: the first request, whose origin alone may see credentials.
    init?(of request: HTTPRequest, _ body: HTTPBody?, _ response: HTTPClientResponse, first: HTTPRequest) {
      let status = response.status.code
      guard [301, 302, 303, 307, 308].contains(status),
        let location = response.headers.first(name: "Location"),
        let target = ResolvedReference(location, in: request)
      else { return nil }
      var next = request
      (next.scheme, next.authority, next.path) = (target.scheme, target.authority, target.path)
      let isSameOrigin = target.origin == ResolvedReference.origin(of: first)
      let method = request.method
      if status == 303 && method != .head || [301, 302].contains(status) && method == .post {
        next.method = .get
        for name in [HTTPField.Name.contentType, .contentLength, .contentEncoding] {
          next.headerFields[name] = nil
        }
        self.body = nil
      } else {
        guard body?.isReplayable != false, body?.isConfidential != true || isSameOrigin else { return nil }
        self.body = body
      }
      if !isSameOrigin { next.headerFields.removeCredentials() }
      self.request = next
    }
  }

  /// The server leads from place to place without an end.
  public struct TooManyRedirects: Error, CustomStringConvertible {
    /// What happened.
    public var description: String { "the server redirects more than ten times" }
  }

  extension HTTPFields {
    /// Leaves out what only the first origin may see.
    fileprivate mutating func removeCredentials() {
      let names: Set<HTTPField.Name> = [.authorization, .cookie, .proxyAuthorization]
      removeAll { names.contains($0.name) || $0.indexingStrategy == .disallow }
    }
  }
#endif
