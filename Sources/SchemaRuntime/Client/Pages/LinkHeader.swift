/// The links in the header `Link` (RFC 8288, section 3).
struct LinkHeader {
  /// One link.
  struct Link: Equatable {
    /// The URL, which may be relative.
    let target: String
    /// The parameters by their names in lower case; of several with one name the first counts.
    var parameters: [String: String] = [:]
  }

  /// The links in order.
  private(set) var links: [Link] = []

  /// Reads a header; what cannot be read ends it.
  init(_ text: String) {
    var rest = text.unicodeScalars[...]
    while true {
      Self.skip(&rest, ", \t")
      guard rest.popFirst() == "<", let end = rest.firstIndex(of: ">") else { return }
      var link = Link(target: String(rest[..<end]).trimmed)
      rest = rest[rest.index(after: end)...]
      Self.skip(&rest, " \t")
      while rest.first == ";" {
        Self.skip(&rest, "; \t")
        let name = Self.take(&rest) { !"=;, \t".unicodeScalars.contains($0) }.lowercased()
        Self.skip(&rest, " \t")
        var value = ""
        if rest.first == "=" {
          rest.removeFirst()
          Self.skip(&rest, " \t")
          value = Self.value(&rest)
          Self.skip(&rest, " \t")
        }
        if !name.isEmpty, link.parameters[name] == nil { link.parameters[name] = value }
      }
      links.append(link)
    }
  }

  /// The URL of the link with a relation; links that are about something else than the response are none.
  func target(of relation: String) -> String? {
    links.first { link in
      let relations = link.parameters["rel"]?.lowercased().split(separator: " ") ?? []
      return link.parameters["anchor"] == nil && relations.contains(relation[...])
    }?.target
  }

  /// A value, between quotation marks or up to the next separator.
  private static func value(_ rest: inout Substring.UnicodeScalarView) -> String {
    guard rest.first == "\"" else { return take(&rest) { !";, \t".unicodeScalars.contains($0) } }
    rest.removeFirst()
    var result = String.UnicodeScalarView()
    while let scalar = rest.popFirst(), scalar != "\"" {
      if scalar == "\\", let next = rest.popFirst() { result.append(next) } else { result.append(scalar) }
    }
    return String(result)
  }

  /// Takes what fits from the start.
  private static func take(_ rest: inout Substring.UnicodeScalarView, _ fits: (Unicode.Scalar) -> Bool) -> String {
    let part = rest.prefix(while: fits)
    rest = rest.dropFirst(part.count)
    return String(part)
  }

  /// Skips what is among the characters.
  private static func skip(_ rest: inout Substring.UnicodeScalarView, _ characters: String) {
    rest = rest.drop { characters.unicodeScalars.contains($0) }
  }
}

extension String {
  /// The text without white space around it.
  fileprivate var trimmed: String {
    let start = drop(while: \.isWhitespace)
    return String(start.prefix(upTo: start.lastIndex { !$0.isWhitespace }.map(start.index(after:)) ?? start.startIndex))
  }
}
