/// Formats that can be checked (JSON Schema validation 2020-12, section 7.3); others hold for every string.
enum RuleFormat {
  /// Whether a string is in a format.
  static func allows(_ text: String, _ format: String) -> Bool {
    switch format {
    case "date-time": DateTime(rawValue: text).date != nil
    case "date":
      {
        var scanner = FormatScanner(text)
        return scanner.day() != nil && scanner.isAtEnd
      }()
    case "time":
      {
        var scanner = FormatScanner(text)
        return scanner.time() != nil && scanner.offset() != nil && scanner.isAtEnd
      }()
    case "duration":
      {
        var scanner = FormatScanner(text)
        return scanner.duration() != nil && scanner.isAtEnd
      }()
    case "uuid": UUIDString(rawValue: text).uuid != nil
    case "uri", "iri": URLString(rawValue: text).url?.scheme != nil
    case "uri-reference", "iri-reference": URLString(rawValue: text).url != nil
    case "regex": RulePattern(text) != nil
    case "email", "idn-email": isEmail(text)
    case "ipv4": isIPv4(text)
    default: true
    }
  }

  /// Whether a text has one name, an at sign and a domain.
  private static func isEmail(_ text: String) -> Bool {
    guard let at = text.lastIndex(of: "@") else { return false }
    let (name, domain) = (text[..<at], text[text.index(after: at)...])
    return !name.isEmpty && !domain.isEmpty && !domain.contains { $0.isWhitespace || $0 == "@" }
  }

  /// Whether a text is four numbers of a byte with points between them (RFC 2673, section 3.2).
  private static func isIPv4(_ text: String) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4
      && parts.allSatisfy { part in
        part.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } && UInt8(part) != nil
          && (part.count == 1 || part.first != "0")
      }
  }
}
