import HTTPTypes

/// The URL of another page.
struct PageLink: Hashable, Sendable {
  /// Where the page is.
  private let target: ResolvedReference

  /// The next page as the head of a response names it (RFC 8288); nil where it names none.
  init?(next exchange: Exchange) {
    let header = exchange.head.headers[values: HTTPField.Name("Link")!].joined(separator: ",")
    guard let reference = LinkHeader(header).target(of: "next"),
      let target = ResolvedReference(reference, in: exchange.request)
    else { return nil }
    self.target = target
  }

  /// Turns a request to this page; credentials stay only where the origin does.
  ///
  /// - Parameter items: credentials in the query, which the link may have already.
  func follow(_ request: inout HTTPRequest, adding items: [(name: String, value: String)]) {
    let isSameOrigin = target.origin == ResolvedReference.origin(of: request)
    request.scheme = target.scheme
    request.authority = target.authority
    request.path = target.path
    guard isSameOrigin else {
      let names = request.headerFields.filter { $0.indexingStrategy == .disallow }.map(\.name)
      for name in names + [.authorization, .cookie, .proxyAuthorization] { request.headerFields[name] = nil }
      return
    }
    let query = target.path.drop { $0 != "?" }.dropFirst().split(separator: "&")
    var path = target.path
    for (name, value) in items where !query.contains(where: { $0.hasPrefix("\(name)=") }) {
      path += "\(path.contains("?") ? "&" : "?")\(name)=\(value)"
    }
    request.path = path
  }
}
