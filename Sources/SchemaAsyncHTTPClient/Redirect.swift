#if AsyncHTTPClient
  import AsyncHTTPClient
  import Foundation
  import HTTPTypes
  import SchemaRuntime

  /// The request that a redirect leads to (RFC 9110, section 15.4).
  struct Redirect {
    let request: HTTPRequest
    let body: HTTPBody?

    /// Nil where the response is no redirect, or one that cannot be followed: without a place, to another scheme than
    /// HTTP's, with a body that cannot be sent again, or to another origin with one that holds credentials.
    init?(
      of request: HTTPRequest,
      _ body: HTTPBody?,
      _ response: HTTPClientResponse,
      first: HTTPRequest
    ) {
      let status = response.status.code
      guard [301, 302, 303, 307, 308].contains(status),
        let location = response.headers.first(name: "Location"),
        let base = URL(
          string: "\(request.scheme ?? "")://\(request.authority ?? "")\(request.path ?? "/")"
        ),
        let target = URL(string: location, relativeTo: base)?.absoluteURL,
        let scheme = target.scheme?.lowercased(), ["http", "https"].contains(scheme),
        let host = target.host
      else { return nil }
      var next = request
      next.scheme = scheme
      let name = host.contains(":") && !host.hasPrefix("[") ? "[\(host)]" : host
      next.authority = target.port.map { "\(name):\($0)" } ?? name
      var components = URLComponents(url: target, resolvingAgainstBaseURL: true)
      components?.fragment = nil
      let path = components?.percentEncodedPath ?? ""
      next.path =
        (path.isEmpty ? "/" : path) + (components?.percentEncodedQuery.map { "?\($0)" } ?? "")
      let isSameOrigin = Origin(next) == Origin(first)
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

  /// A scheme, host and port.
  struct Origin: Equatable {
    private let scheme: String
    private let authority: String

    /// The origin of a request.
    init(_ request: HTTPRequest) {
      scheme = request.scheme?.lowercased() ?? ""
      let authority = request.authority?.lowercased() ?? ""
      let standard = scheme == "https" ? ":443" : ":80"
      self.authority =
        authority.hasSuffix(standard) ? String(authority.dropLast(standard.count)) : authority
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
