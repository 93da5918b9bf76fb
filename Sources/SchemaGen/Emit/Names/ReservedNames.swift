/// Names that mean something to the language or to generated code.
enum ReservedNames {
  /// Words that need backticks where they are declared or stand alone.
  static let keywords: Set<String> = [
    "Any", "as", "associatedtype", "await", "break", "case", "catch", "class", "continue", "default", "defer", "deinit",
    "do",
    "else", "enum", "extension", "fallthrough", "false", "fileprivate", "for", "func", "guard", "if", "import", "in",
    "inout", "internal", "is", "let", "nil", "operator", "precedencegroup", "private", "protocol", "public", "repeat",
    "rethrows", "return", "static", "struct", "subscript", "super", "switch", "throw", "throws", "true", "try",
    "typealias", "var", "where", "while",
  ]

  /// Words that the parser may read as something else at the begin of a statement or an expression.
  static let contextual: Set<String> = [
    "any", "async", "borrow", "consume", "copy", "discard", "each", "macro", "mutating", "nonisolated", "package",
    "some", "unsafe", "yield",
  ]

  /// Keywords that must keep their backticks as the label of a parameter.
  static let labels: Set<String> = ["inout", "let", "var"]

  /// Members that cannot be declared or that would hide the language's own.
  static let members: Set<String> = ["init", "self", "Self", "Type", "Protocol", "dynamicType", "_", "validationRule"]

  /// Cases that `Optional` has as well: `.none` for an optional property would silently mean nil.
  static let optionalCases: Set<String> = ["none", "some"]

  /// Names that a client's methods use themselves.
  static let locals: Set<String> = ["body", "call", "connection"]

  /// Names that a structure's own functions use: properties that have them are written with `self`.
  static let functionParameters: Set<String> = ["reader", "writer", "newValue", "decoder", "encoder"]

  /// Types of the language, the standard library, Foundation and the runtime that generated code or its readers name.
  static let types: Set<String> = [
    "Any", "AnyObject", "Protocol", "Self", "Type",
    "Actor", "Array", "Bool", "CaseIterable", "Character", "Codable", "CodingKey", "Comparable", "Decodable", "Decoder",
    "Dictionary",
    "Double", "Encodable", "Encoder", "Equatable", "Error", "Float", "Hashable", "Hasher", "Identifiable", "Int",
    "Int8", "Int16", "Int32", "Int64", "Never", "Optional", "RawRepresentable", "Result", "Sendable", "Sequence", "Set",
    "String", "Substring", "Swift", "Task", "UInt", "UInt8", "UInt16", "UInt32", "UInt64", "Void",
    "Data", "Date", "DateComponents", "Decimal", "Foundation", "TimeZone", "URL", "UUID",
    "HTTPTypes", "SchemaRuntime",
    "Base64String", "CalendarDate", "DateTime", "FormattedString", "ISODuration", "TimeOfDay", "URLString",
    "UUIDString",
    "APIClient", "ArrayReader", "ArrayWriter", "Authorization", "Call", "Client", "ClientTransport", "Connection",
    "DocumentedExample", "DocumentedResponse", "EventStream", "FileUpload", "HTTPBody", "Indirect", "JSONNumber",
    "JSONValue", "Nullable", "ObjectReader", "ObjectWriter", "OpenIntegerEnum", "OpenNumberEnum", "OpenStringEnum",
    "OpenValueEnum", "PageSequence", "ResponseCases", "RoundTrip", "SchemaObject", "SchemaTuple", "SchemaUnion",
    "Server", "ValueReader", "ValueSequence", "ValueStream", "ValueWriter",
  ]
}
