import SchemaDescription
import SchemaRuntime

/// Reads texts as JSON values of the types that a schema allows.
enum ScalarText {
  /// The value of a text: a number or a truth value where the schema allows one and the text is one, else a string.
  static func value(_ text: String, _ types: Set<RawType>) -> JSONValue {
    if types.contains(.number) || types.contains(.integer), let number = JSONNumber(text) { return .number(number) }
    if types.contains(.boolean), let value = Bool(text) { return .boolean(value) }
    if types.contains(.null), text.isEmpty || text == "null", !types.contains(.string) { return .null }
    return .string(text)
  }
}
