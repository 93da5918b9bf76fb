import SchemaDescription
import SchemaDocument
import SchemaSource

/// Where an API is: what OpenAPI has servers for (Swagger 2.0, swagger object).
struct SwaggerPlace {
  /// The host, with its port.
  private var host: (text: String, span: SourceSpan)?
  /// What all paths follow, beginning with a slash and without one at its end.
  private var basePath: (text: String, span: SourceSpan)?
  /// How requests may travel; empty where nothing is said of it.
  var schemes: [String] = []

  /// Reads the host, which may have neither scheme nor path.
  mutating func readHost(_ member: Member, report: inout Report) {
    guard var text = report.filledText(of: member)?.filter({ !$0.isWhitespace }) else { return }
    if let scheme = text.firstRange(of: "://") {
      report.add(.unexpectedValue, "'host' must have no scheme", at: member.value.span)
      if schemes.isEmpty { schemes = [String(text[..<scheme.lowerBound]).lowercased()] }
      text = String(text[scheme.upperBound...])
    }
    if let slash = text.firstIndex(of: "/") {
      report.add(.unexpectedValue, "'host' must have no path; it belongs into 'basePath'", at: member.value.span)
      text = String(text[..<slash])
    }
    host = text.isEmpty ? nil : (text, member.value.span)
  }

  /// Reads what all paths follow.
  mutating func readBasePath(_ member: Member, report: inout Report) {
    guard var text = report.filledText(of: member)?.filter({ !$0.isWhitespace }) else { return }
    if !text.hasPrefix("/") {
      report.add(.unexpectedValue, "'basePath' must begin with a slash", at: member.value.span)
      text = "/" + text
    }
    while text.hasSuffix("/") { text.removeLast() }
    if !text.isEmpty { basePath = (text, member.value.span) }
  }

  /// The base URLs, encrypted ones first; without a host they are relative to the document's place.
  var servers: [ServerDescription] { servers(schemes) }

  /// The base URLs for an operation that has schemes of its own; none where they allow the API's first.
  func servers(ownSchemes: [String]) -> [ServerDescription] {
    guard let first = Self.ordered(schemes).first, !ownSchemes.contains(first) else { return [] }
    return servers(ownSchemes)
  }

  /// The base URLs for some schemes.
  private func servers(_ schemes: [String]) -> [ServerDescription] {
    guard let host else {
      return basePath.map { [ServerDescription(url: $0.text, span: $0.span)] } ?? []
    }
    return Self.ordered(schemes).map {
      ServerDescription(url: "\($0)://\(host.text)\(basePath?.text ?? "")", span: host.span)
    }
  }

  /// The schemes that HTTP has, encrypted ones first; without any, the encrypted one.
  private static func ordered(_ schemes: [String]) -> [String] {
    let known = ["https", "http"].filter(schemes.contains)
    return known.isEmpty ? ["https"] : known
  }
}
