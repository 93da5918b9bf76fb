import HTTPTypes

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The URL of another page.
struct PageLink: Hashable, Sendable {
  /// `http` or `https`.
  let scheme: String
  /// The host and port.
  let authority: String
  /// The path and query.
  let path: String

  /// The next page as the head of a response names it (RFC 8288); nil where it names none.
  init?(next exchange: Exchange) {
    let header = exchange.head.headers[values: HTTPField.Name("Link")!].joined(separator: ",")
    let request = exchange.request
    let base = URL(string: "\(request.scheme ?? "")://\(request.authority ?? "")\(request.path ?? "")")
    guard let target = LinkHeader(header).target(of: "next"),
      let url = URL(string: target, relativeTo: base)?.absoluteString,
      let mark = url.firstRange(of: "://")
    else { return nil }
    scheme = url[..<mark.lowerBound].lowercased()
    let rest = url[mark.upperBound...].prefix { $0 != "#" }
    let authority = rest.prefix { $0 != "/" && $0 != "?" }
    let path = rest.dropFirst(authority.count)
    guard scheme == "http" || scheme == "https", !authority.isEmpty, !authority.contains("@") else { return nil }
    self.authority = String(authority)
    self.path = path.hasPrefix("/") ? String(path) : "/\(path)"
  }

  /// Turns a request to this page; credentials stay only where the origin does.
  ///
  /// - Parameter items: credentials in the query, which the link may have already.
  func follow(_ request: inout HTTPRequest, adding items: [(name: String, value: String)]) {
    let isSameOrigin = origin == Self.origin(request.scheme ?? "", request.authority ?? "")
    request.scheme = scheme
    request.authority = authority
    request.path = path
    guard isSameOrigin else {
      let names = request.headerFields.filter { $0.indexingStrategy == .disallow }.map(\.name)
      for name in names + [.authorization, .cookie, .proxyAuthorization] { request.headerFields[name] = nil }
      return
    }
    let query = path.drop { $0 != "?" }.dropFirst().split(separator: "&")
    var target = path
    for (name, value) in items where !query.contains(where: { $0.hasPrefix("\(name)=") }) {
      target += "\(target.contains("?") ? "&" : "?")\(name)=\(value)"
    }
    request.path = target
  }

  /// The scheme, host and port.
  private var origin: String { Self.origin(scheme, authority) }

  /// The scheme, host and port in one spelling.
  private static func origin(_ scheme: String, _ authority: String) -> String {
    let port = scheme == "https" ? ":443" : ":80"
    let host = authority.lowercased()
    return "\(scheme)://\(host.hasSuffix(port) ? String(host.dropLast(port.count)) : host)"
  }
}
