import Foundation

/// A name and a value of a query, a form or a cookie, as they were sent.
struct URLParameter: Hashable, Sendable {
  /// The name, with escapes undone.
  var name: String
  /// The value, still percent-encoded.
  var value: String
}

/// The path and the query of a request.
struct RequestTarget: Sendable {
  /// The path, still percent-encoded.
  let path: Substring
  /// The query's text, still percent-encoded; nil where there is none.
  let queryText: Substring?
  /// The parameters of the query.
  let query: [URLParameter]

  /// Takes a request target apart (RFC 9112, section 3.2).
  init(_ target: String) {
    var whole = target[...].prefix { $0 != "#" }
    // Absolute form: what a proxy is sent.
    if let scheme = whole.range(of: "://"), !whole.hasPrefix("/") {
      whole = whole[scheme.upperBound...].drop { $0 != "/" }
    }
    path = whole.prefix { $0 != "?" }
    queryText = whole.count > path.count ? whole.dropFirst(path.count + 1) : nil
    query = queryText.map(Self.parameters) ?? []
  }

  /// The parameters of a query or an encoded form.
  static func parameters(in text: Substring) -> [URLParameter] {
    text.split(separator: "&").map { pair in
      let name = pair.prefix { $0 != "=" }
      return URLParameter(name: decoded(String(name)), value: String(pair.dropFirst(name.count + 1)))
    }
  }

  /// A text of a query or form with escapes undone (WHATWG URL, section 5.1); what is no escape stays as it is.
  static func decoded(_ text: String) -> String {
    let spaced = text.replacing("+", with: " ")
    return spaced.removingPercentEncoding ?? spaced
  }
}
