import SchemaRuntime

/// The values and names that random schemas are made of: ordinary ones, and those that break generators.
enum Samples {
  /// Formats of strings; nil for none.
  static let stringFormats: [String?] = [
    nil, nil, nil, nil, "date-time", "date", "time", "duration", "uuid", "uri", "uri-reference", "byte", "binary",
    "email", "ipv4", "ipv6", "hostname", "password", "decimal", "int64", "x-unheard-of", "regex",
  ]
  /// Formats of integers; nil for none.
  static let integerFormats: [String?] = [nil, nil, "int32", "int64", "uint32", "uint64", "int8", "uint8", "timestamp"]
  /// Formats of numbers; nil for none.
  static let numberFormats: [String?] = [nil, nil, "float", "double", "decimal"]

  /// Strings in a format.
  static func strings(_ format: String?) -> [String] {
    switch format {
    case "date-time":
      [
        "2024-01-02T03:04:05Z", "2024-01-02T03:04:05.123456+08:00", "1999-12-31T23:59:60Z", "2024-02-29t00:00:00-00:30",
      ]
    case "date": ["2024-02-29", "0001-01-01", "9999-12-31"]
    case "time": ["03:04:05Z", "23:59:59.5+01:00"]
    case "duration": ["P1Y2M3DT4H5M6S", "PT36H", "P4W"]
    case "uuid": ["3fa85f64-5717-4562-b3fc-2c963f66afa6", "3FA85F64-5717-4562-B3FC-2C963F66AFA6"]
    case "uri": ["https://example.com/a?b=c#d", "urn:isbn:0451450523", "http://[::1]:80/%7Euser"]
    case "uri-reference": ["../a/b", "", "#x", "//host/path"]
    case "byte": ["", "aGVsbG8=", "AAECAw=="]
    case "email": ["a@example.com", "\"a b\"@example.com"]
    case "ipv4": ["127.0.0.1"]
    case "ipv6": ["::1", "2001:DB8::8:800:200C:417A"]
    case "decimal": ["12.340", "-0.5", "100000000000000000000.01"]
    case "int64": ["9223372036854775807", "-1", "007"]
    case "regex": ["^a+$", "[\\w]"]
    default:
      ["", "a", "hello world", "名字 🎉", "\"quoted\" \\ back\nnew\tline", "e\u{301}\u{0}\u{2028}", "true", "0", "*/ /*"]
    }
  }

  /// Integers in a format.
  static func integers(_ format: String?) -> [JSONNumber] {
    switch format {
    case "int8": [0, 1, -128, 127]
    case "uint8": [0, 255]
    case "int32": [0, -1, 2_147_483_647, -2_147_483_648]
    case "uint32": [0, 4_294_967_295]
    case "uint64": [0, 1, JSONNumber(UInt64.max)]
    default: [0, 1, -1, 42, 1_700_000_000, 9_007_199_254_740_993, JSONNumber(Int64.max), JSONNumber(Int64.min)]
    }
  }

  /// Numbers in a format.
  static func numbers(_ format: String?) -> [JSONNumber] {
    let texts =
      switch format {
      case "float": ["0", "0.5", "-1.25", "1024"]
      case "decimal": ["0.1", "12.34", "-99999999.99"]
      default: ["0", "0.1", "-2.5e-8", "1e21", "3", "123456.789"]
      }
    return texts.compactMap { JSONNumber($0) }
  }

  /// Keys of properties: ordinary ones, keywords, members of types, other scripts, and several that become one name.
  static let keys = [
    "id", "name", "created_at", "value", "type", "kind", "items", "data", "count", "url", "fooBar", "foo_bar", "FooBar",
    "foo-bar", "foo bar", "FOO_BAR", "class", "self", "Self", "init", "default", "Type", "Protocol", "in", "let",
    "func",
    "switch", "some", "any", "actor", "await", "nil", "true", "description", "hashValue", "encode", "rawValue", "write",
    "reader", "writer", "additionalProperties", "rest", "", " ", "__proto__", "constructor", "🎉", "👩‍👩‍👧", "名字", "类型",
    "ключ",
    "é", "1st", "2", "-1", "+1", "$ref", "$schema", "@type", "#", "a.b", "a/b", "a~b", "a\"b", "a\\b", "a`b", "${x}",
    "\\(x)", "x\ny", "_", "__", "String", "Int", "Array", "Optional", "JSONValue", "Codable", "Equatable", "unknown",
    "null", "none", "Nullable", "validate", "property1", "hash", "lhs", "rhs", "container", "decoder", "encoder",
  ]

  /// Keys of additional properties; none is a property's key or fits the pattern.
  static let extraKeys = ["extra", "Extra-2", "更多", "extra\"3", "extra.4", "\u{7F}"]

  /// Names of definitions.
  static let names = [
    "Pet", "pet", "PetInput", "Error", "Type", "Self", "String", "Int", "Array", "Data", "Date", "Any", "Client",
    "JSONValue",
    "User.Name", "user-name", "UserName", "Optional", "类型", "Схема", "2FA", "_", "Node", "Tree", "List", "Result",
    "Task",
    "Codable", "Nullable", "SchemaObject", "Protocol", "Set", "Character", "extension", "Never", "Void", "Unknown",
  ]

  /// Listed strings.
  static let words = [
    "a", "b", "A", "", "two words", "two-words", "1", "-1", "+1", ">=", "名", "default", "nil", "unknown", "rawValue",
    "self",
    "init", "allCases", "🎉", "\"", "\\", "a\nb", "none", "some", "hash", "other", "é",
  ]
}
