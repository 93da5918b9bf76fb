import Foundation
import HTTPTypes

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// Which header fields a redirect may carry.
struct RedirectPolicy: Sendable {
  /// The scheme, host and port of the first request.
  private let origin: Origin?
  /// The fields that only this origin may see.
  private let credentials: [(name: String, value: String?)]

  /// A scheme, host and port.
  private struct Origin: Equatable {
    /// `http` or `https`.
    let scheme: String?
    /// The host in lower case.
    let host: String?
    /// The port, also where it is the scheme's own.
    let port: Int?

    /// The origin of a URL.
    init(_ url: URL) {
      scheme = url.scheme?.lowercased()
      host = url.host?.lowercased()
      port = url.port ?? (scheme == "https" ? 443 : 80)
    }
  }

  /// Notes the credentials of the first request.
  init(_ request: HTTPRequest, _ urlRequest: URLRequest) {
    origin = urlRequest.url.map { Origin($0) }
    var names: Set = ["authorization", "cookie", "proxy-authorization"]
    for field in request.headerFields where field.indexingStrategy == .disallow {
      names.insert(field.name.canonicalName)
    }
    credentials = names.sorted().map { ($0, urlRequest.value(forHTTPHeaderField: $0)) }
  }

  /// The request that a redirect leads to, with credentials only where they belong.
  func follow(_ request: URLRequest) -> URLRequest {
    var result = request
    let isSameOrigin = request.url.map { Origin($0) } == origin
    for (name, value) in credentials { result.setValue(isSameOrigin ? value : nil, forHTTPHeaderField: name) }
    return result
  }
}
