import SchemaDescription

/// What a value that is written as text shows of its type.
enum FieldKind: Hashable {
  /// Nothing: it is empty, or a name for a value. A tool may say which type is meant: `<integer>`.
  case placeholder(RawType?)
  case integer, number, boolean, string

  /// What tools write where they were given a type and no value, in lower case.
  private static let placeholders: [String: RawType] = [
    "<string>": .string, "<integer>": .integer, "<long>": .integer, "<number>": .number, "<float>": .number,
    "<double>": .number, "<boolean>": .boolean, "<uuid>": .string, "<date>": .string, "<datetime>": .string,
    "<uri>": .string, "<email>": .string, "<binary>": .string, "<byte>": .string, "<password>": .string,
    "<object>": .object, "<array>": .array,
  ]

  /// Looks at a text.
  init(_ text: String) {
    if let type = Self.placeholderType(text) {
      self = .placeholder(type)
    } else if text.isEmpty || Self.isPlaceholder(text) {
      self = .placeholder(nil)
    } else if text == "true" || text == "false" {
      self = .boolean
    } else {
      self = Self.numeric(text)
    }
  }

  /// The type that a placeholder such as `<integer>` stands for.
  static func placeholderType(_ text: String) -> RawType? {
    guard text.hasPrefix("<"), text.utf8.count < 12 else { return nil }
    return placeholders[text.lowercased()]
  }

  /// Whether a text stands for a value: `{{id}}`, `$ID`, `<your id>`.
  static func isPlaceholder(_ text: String) -> Bool {
    if text.contains("{{") || text.hasPrefix("<") && text.hasSuffix(">") { return true }
    guard text.hasPrefix("$"), let next = text.unicodeScalars.dropFirst().first else { return false }
    return next == "{" || next == "_" || next.properties.isAlphabetic
  }

  /// A number that is spelled as any program would spell it; what is longer than numbers that people count with, or has
  /// zeros that mean something, is text.
  private static func numeric(_ text: String) -> FieldKind {
    let digits = Array(text.utf8.drop { $0 == UInt8(ascii: "-") })
    guard text.utf8.count - digits.count <= 1, !digits.isEmpty, digits.count <= 15 else { return .string }
    let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { (0x30...0x39).contains($0) } }),
      parts[0].count == 1 || parts[0].first != 0x30, text != "-0"
    else { return .string }
    if parts.count == 1 { return .integer }
    return parts[1].last == 0x30 ? .string : .number
  }
}
