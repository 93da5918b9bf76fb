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
    // Bytes are looked at, not characters: each call does this.
    let bytes = url.utf8
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), bytes[colon...].starts(with: "://".utf8) else {
      throw InvalidServer(url: url, reason: "expected an absolute URL such as https://api.example.com")
    }
    let scheme = url[..<colon].lowercased()
    guard scheme == "http" || scheme == "https" else {
      throw InvalidServer(url: url, reason: "expected the scheme http or https")
    }
    let rest = bytes[colon...].dropFirst(3)
    let authority = rest.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    let path = rest[authority.endIndex...]
    guard !authority.contains(UInt8(ascii: "@")) else {
      throw InvalidServer(url: String(url[..<rest.startIndex]) + "…", reason: "credentials belong into Authorization")
    }
    guard let first = authority.first, first != UInt8(ascii: ":") else {
      throw InvalidServer(url: url, reason: "no host")
    }
    guard !path.contains(UInt8(ascii: "?")), !path.contains(UInt8(ascii: "#")) else {
      throw InvalidServer(url: url, reason: "a query or fragment cannot be followed by a path")
    }
    guard rest.allSatisfy(Self.isLegal) else {
      throw InvalidServer(url: url, reason: "a character that no URL may hold")
    }
    return (scheme, String(Substring(authority)), String(Substring(path)))
  }

  /// Whether the byte may stand in a URL (RFC 3986, section 2).
  private static func isLegal(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"), UInt8(ascii: "^"),
      UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: "}"):
      false
    default: byte > 0x20 && byte < 0x7F
    }
  }
}
