#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// A URL or a reference to one, `format: uri`, `uri-reference`, `iri` or `url` (RFC 3986 and 3987), as it is spelled.
public struct URLString: FormattedString {
  /// The spelling.
  public let rawValue: String

  /// Takes a string as it stands, in the format or not.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Spells a URL.
  public init(_ url: URL) { rawValue = url.absoluteString }

  /// The URL; nil where the string is none. Characters that no URL holds are percent-encoded in it, and a host in
  /// another script is in its ASCII form.
  public var url: URL? { URL(string: rawValue) }
}
