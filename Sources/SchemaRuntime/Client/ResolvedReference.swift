package import HTTPTypes

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Where a reference in a response leads to: a redirect, or a link to another page (RFC 3986, section 5).
package struct ResolvedReference: Hashable, Sendable {
  /// `http` or `https`.
  package let scheme: String
  /// The host, with the port where one is given.
  package let authority: String
  /// The path and query, as a request has them.
  package let path: String

  /// Resolves a reference against the URL of the request whose response it is in, as `init(_:against:)` does.
  package init?(_ reference: String, in request: HTTPRequest) {
    self.init(reference, against: "\(request.scheme ?? "")://\(request.authority ?? "")\(request.legalPath)")
  }

  /// Resolves a reference against a URL.
  ///
  /// What no URL may hold is percent-encoded first, as browsers do; what is encoded already stays as it is. A fragment is
  /// left out. Nil for a reference to something else than HTTP, to nothing, or with a name and a password in it.
  package init?(_ reference: String, against base: String) {
    guard let baseURL = URL(string: base),
      let url = URL(string: Self.legal(reference), relativeTo: baseURL)?.absoluteString,
      let mark = url.firstRange(of: "://")
    else { return nil }
    scheme = url[..<mark.lowerBound].lowercased()
    let rest = url[mark.upperBound...]
    let authority = rest.prefix { $0 != "/" && $0 != "?" }
    let path = rest.dropFirst(authority.count)
    guard scheme == "http" || scheme == "https", !authority.isEmpty, !authority.hasPrefix(":"),
      !authority.contains("@")
    else { return nil }
    self.authority = String(authority)
    self.path = path.hasPrefix("/") ? String(path) : "/\(path)"
  }

  /// A reference without a fragment, and with nothing that no URL may hold; brackets stay around a host's address.
  private static func legal(_ reference: String) -> String {
    let reference = reference.prefix { $0 != "#" }
    let path = reference.drop { !"/?".contains($0) }
    let isAbsolute = reference.hasPrefix("//") || reference.dropLast(path.count).hasSuffix(":") && path.hasPrefix("//")
    guard isAbsolute else { return PercentEncoding.encodeIllegal(reference) }
    let authority = path.dropFirst(2).prefix { $0 != "/" && $0 != "?" }
    let rest = path.dropFirst(2 + authority.count)
    return reference.dropLast(path.count) + "//" + authority + PercentEncoding.encodeIllegal(rest)
  }

  /// The scheme, host and port in one spelling.
  package var origin: String { Self.origin(scheme, authority) }

  /// The scheme, host and port of a request in one spelling.
  package static func origin(of request: HTTPRequest) -> String {
    origin(request.scheme?.lowercased() ?? "", request.authority ?? "")
  }

  /// The scheme, host and port in one spelling.
  private static func origin(_ scheme: String, _ authority: String) -> String {
    let port = scheme == "https" ? ":443" : ":80"
    let host = authority.lowercased()
    return "\(scheme)://\(host.hasSuffix(port) ? String(host.dropLast(port.count)) : host)"
  }
}

extension HTTPRequest {
  /// The path and query with what no URL may hold percent-encoded, brackets included (RFC 3986, sections 3.3 and 3.4): a
  /// parser of URLs that finds one such character would escape what is escaped already once more.
  package var legalPath: String { PercentEncoding.encodeIllegal(path ?? "/") }
}
