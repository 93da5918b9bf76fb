import SchemaDocument
import SchemaSource

/// The variables of a collection, of its folders or of an environment.
struct PostmanVariables {
  /// One variable with its place.
  struct Variable {
    var name: String
    var value: String
    var description: String?
    /// Whether the value is a credential.
    var isSecret = false
    var span: SourceSpan
  }

  /// How often values are looked up in values.
  private static let depthLimit = 8
  /// Values that are longer, in bytes, are not put into addresses.
  private static let lengthLimit = 4096
  /// The values by name.
  private var values: [String: String] = [:]
  /// The names of variables that stand where credentials do.
  private let secretNames: Set<String>

  init(secretNames: Set<String> = []) { self.secretNames = secretNames }

  /// Adds variables; a later one of a name wins. The value of a credential is as good as not known.
  mutating func add(_ variables: [Variable]) {
    for variable in variables {
      let isSecret = variable.isSecret || secretNames.contains(variable.name)
      values[variable.name] = isSecret ? nil : variable.value
    }
  }

  /// The value of a variable, nil where it is not known or empty.
  subscript(_ name: some StringProtocol) -> String? {
    guard let value = values[String(name)], !value.isEmpty else { return nil }
    return value
  }

  /// A text with the variables in it replaced as far as their values are known.
  func resolve(_ text: String) -> String {
    var text = text
    for _ in 0..<Self.depthLimit where text.contains("{{") {
      guard text.utf8.count < Self.lengthLimit else { break }
      let resolved = Self.replacing(in: text) { self[$0] }
      if resolved == text { break }
      text = resolved
    }
    return text
  }

  /// A text with the values of some variables in place of their names.
  private static func replacing(in text: String, by value: (Substring) -> String?) -> String {
    var result = ""
    var rest = text[...]
    while let offset = rest.firstByteOffset(of: "{{") {
      result += rest.prefix(bytes: offset)
      rest = rest.dropping(bytes: offset)
      guard let end = rest.firstByteOffset(of: "}}") else { break }
      let whole = rest.prefix(bytes: end + 2)
      let name = whole.dropping(bytes: 2).prefix(bytes: end - 2).trimmed
      result += value(name) ?? String(whole)
      rest = rest.dropping(bytes: end + 2)
    }
    return result + rest
  }
}
