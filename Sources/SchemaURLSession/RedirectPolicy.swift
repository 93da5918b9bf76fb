import Foundation
import HTTPTypes

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// Which redirects are followed, and which header fields they may carry.
struct RedirectPolicy: Sendable {
  /// How many redirects with a body are followed one after the other.
  static let limit = 20

  /// What becomes of a redirect.
  enum Decision {
    /// The session follows it.
    case follow(URLRequest)
    /// It is followed with the body, by who has the body.
    case resend(URLRequest)
    /// It is not followed, as the body holds credentials.
    case refuse
  }

  /// The scheme, host and port of the first request.
  private let origin: Origin?
  /// The method of the first request.
  private let method: String?
  /// Whether the first request has a body.
  private let hasBody: Bool
  /// Whether that body holds credentials.
  private let isConfidential: Bool
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
  init(_ request: HTTPRequest, _ urlRequest: URLRequest, hasBody: Bool, isConfidential: Bool) {
    origin = urlRequest.url.map { Origin($0) }
    method = urlRequest.httpMethod
    self.hasBody = hasBody
    self.isConfidential = isConfidential
    var names: Set = ["authorization", "cookie", "proxy-authorization"]
    for field in request.headerFields where field.indexingStrategy == .disallow {
      names.insert(field.name.canonicalName)
    }
    credentials = names.sorted().map { ($0, urlRequest.value(forHTTPHeaderField: $0)) }
  }

  /// What becomes of a redirect to a request; it has credentials only where they belong.
  func decide(_ request: URLRequest) -> Decision {
    var result = request
    let isSameOrigin = request.url.map { Origin($0) } == origin
    for (name, value) in credentials { result.setValue(isSameOrigin ? value : nil, forHTTPHeaderField: name) }
    guard hasBody, result.httpMethod == method else { return .follow(result) }
    guard isSameOrigin || !isConfidential else { return .refuse }
    result.httpBody = nil
    result.httpBodyStream = nil
    return .resend(result)
  }
}
