extension JSONValue {
  /// How deep arrays and objects may be nested unless the caller says otherwise.
  public static let nestingLimit = 512

  /// Parses strict JSON (RFC 8259) in UTF-8; a byte order mark at the start is skipped.
  ///
  /// - Throws: `JSONParsingError` at the first byte that is not JSON, or where arrays and objects nest too deep.
  public init(parsing bytes: some Sequence<UInt8>, nestingLimit: Int = JSONValue.nestingLimit) throws {
    var parser = JSONParser(bytes: Array(bytes), nestingLimit: nestingLimit)
    self = try parser.wholeValue()
  }

  /// Parses strict JSON text.
  ///
  /// - Throws: `JSONParsingError` as for bytes.
  public init(parsing text: String, nestingLimit: Int = JSONValue.nestingLimit) throws {
    try self.init(parsing: text.utf8, nestingLimit: nestingLimit)
  }
}
