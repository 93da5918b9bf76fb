import Foundation
import HTTPTypes
import SchemaRuntime

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
    /// It leads nowhere that HTTP goes to, or to another origin with a body that holds credentials: the response itself is
    /// the result.
    case refuse
  }

  /// The scheme, host and port of the first request.
  private let origin: String
  /// The method of the first request.
  private let method: String?
  /// Whether the first request has a body.
  private let hasBody: Bool
  /// Whether that body holds credentials.
  private let isConfidential: Bool
  /// The fields that only this origin may see.
  private let credentials: [(name: String, value: String?)]

  /// Notes the credentials of the first request.
  init(_ request: HTTPRequest, _ urlRequest: URLRequest, hasBody: Bool, isConfidential: Bool) {
    origin = ResolvedReference.origin(of: request)
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
  ///
  /// The session's own idea of where it leads is not used: Foundation escapes a place with a bracket or a space in it
  /// twice, and takes any scheme for HTTP.
  func decide(_ request: URLRequest, after response: HTTPURLResponse) -> Decision {
    guard let location = response.value(forHTTPHeaderField: "Location"), let base = response.url?.absoluteString,
      let target = ResolvedReference(location, against: base),
      let url = URL(string: "\(target.scheme)://\(target.authority)\(target.path)")
    else { return .refuse }
    var result = request
    result.url = url
    let isSameOrigin = target.origin == origin
    for (name, value) in credentials { result.setValue(isSameOrigin ? value : nil, forHTTPHeaderField: name) }
    guard hasBody, result.httpMethod == method else { return .follow(result) }
    guard isSameOrigin || !isConfidential else { return .refuse }
    result.httpBody = nil
    result.httpBodyStream = nil
    return .resend(result)
  }
}
