#if Tracing
  import HTTPTypes
  import SchemaRuntime
  import Tracing

  extension SpanAttributes {
    /// The methods that have a name of their own (OpenTelemetry, HTTP spans); others count as one.
    private static let methods: Set<String> = [
      "CONNECT", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "QUERY", "TRACE",
    ]

    /// Takes in what is known of a request before it is sent (OpenTelemetry, HTTP client spans).
    mutating func describe(_ request: HTTPRequest) {
      let method = request.method.rawValue
      self["http.request.method"] = Self.methods.contains(method) ? method : "_OTHER"
      if !Self.methods.contains(method) { self["http.request.method_original"] = method }
      let scheme = request.scheme ?? "https"
      let authority = request.authority ?? ""
      let (host, port) = Self.parts(of: authority)
      self["server.address"] = host
      self["server.port"] = port ?? (scheme == "http" ? 80 : 443)
      self["url.full"] = "\(scheme)://\(authority)\(request.pathWithoutValues)"
    }

    /// The host and the port of an authority, an address in brackets without them (RFC 3986, section 3.2).
    private static func parts(of authority: String) -> (host: String, port: Int?) {
      let port = authority.split(separator: ":", omittingEmptySubsequences: false).last.flatMap { Int($0) }
      guard let end = authority.lastIndex(of: ":"), port != nil || authority.hasSuffix(":") else {
        return (authority.trimming("[", "]"), nil)
      }
      return (String(authority[..<end]).trimming("[", "]"), port)
    }
  }

  extension String {
    /// The text between two characters; as it is where it does not stand between them.
    fileprivate func trimming(_ first: Character, _ last: Character) -> String {
      guard count > 1, self.first == first, self.last == last else { return self }
      return String(dropFirst().dropLast())
    }
  }
#endif
