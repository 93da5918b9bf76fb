/// A base URL, for example `https://api.example.com/v1`; checked when a call is sent.
public struct Server: Hashable, Sendable, ExpressibleByStringInterpolation, CustomStringConvertible {
  /// The URL as it was given.
  public let url: String

  /// Makes a server; it must be an absolute `http` or `https` URL without query, fragment and credentials.
  public init(_ url: String) { self.url = url }

  /// Makes a server from a literal.
  public init(stringLiteral value: String) { url = value }

  /// The URL.
  public var description: String { url }

  /// The parts of the URL.
  ///
  /// - Throws: `InvalidServer` where the URL cannot be used.
  func parts() throws -> (scheme: String, authority: String, path: String) {
    guard let mark = url.firstRange(of: "://") else {
      throw InvalidServer(url: url, reason: "expected an absolute URL such as https://api.example.com")
    }
    let scheme = url[..<mark.lowerBound].lowercased()
    guard scheme == "http" || scheme == "https" else {
      throw InvalidServer(url: url, reason: "expected the scheme http or https")
    }
    let rest = url[mark.upperBound...]
    let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    let path = rest.dropFirst(authority.count)
    guard !authority.contains("@") else {
      throw InvalidServer(url: String(url[..<mark.upperBound]) + "…", reason: "credentials belong into Authorization")
    }
    guard !authority.isEmpty, !authority.hasPrefix(":") else { throw InvalidServer(url: url, reason: "no host") }
    guard !path.contains("?"), !path.contains("#") else {
      throw InvalidServer(url: url, reason: "a query or fragment cannot be followed by a path")
    }
    guard rest.utf8.allSatisfy(Self.isLegal) else {
      throw InvalidServer(url: url, reason: "a character that no URL may hold")
    }
    return (scheme, String(authority), String(path))
  }

  /// Whether the byte may stand in a URL (RFC 3986, section 2).
  private static func isLegal(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte < 0x7F && !"\"<>\\^`{|}".utf8.contains(byte)
  }
}
