/// JSON text to values and back: as Foundation's coders do it, but numbers stay exact and members keep their order.
///
/// A `Date` is a string (RFC 3339), `Data` is base64, a `UUID` is in small letters.
public enum JSONCoding {
  /// Decodes a value from JSON text.
  ///
  /// - Throws: `JSONParsingError` where the text is not JSON, `DecodingError` where it is not what the type expects.
  public static func decode<T: Decodable>(_ type: T.Type, from text: some Sequence<UInt8>) throws -> T {
    try JSONValueDecoder(JSONValue(parsing: text)).decode(type)
  }

  /// Decodes a value from parsed JSON.
  ///
  /// - Throws: `DecodingError` where the JSON is not what the type expects.
  public static func decode<T: Decodable>(_ type: T.Type, from value: JSONValue) throws -> T {
    try JSONValueDecoder(value).decode(type)
  }

  /// Decodes a value from the data of an event.
  ///
  /// - Throws: `DecodingError` where the data is not what the type expects.
  static func decode<T: Decodable>(_ type: T.Type, from value: JSONValue, of event: EventData?) throws -> T {
    try JSONValueDecoder(value, event: event).decode(type)
  }

  /// Encodes a value as compact JSON text in UTF-8.
  ///
  /// - Throws: `EncodingError` where JSON has no form for a value, for example for a number that is not finite.
  public static func bytes(_ value: some Encodable) throws -> [UInt8] {
    var text = JSONText()
    text.write(try node(value))
    return text.bytes
  }

  /// Encodes a value as JSON.
  ///
  /// - Throws: `EncodingError` as for text.
  public static func value(_ value: some Encodable) throws -> JSONValue { try node(value).value }

  /// Encodes a value.
  static func node(_ value: some Encodable) throws -> EncodingNode {
    let encoder = JSONValueEncoder()
    try encoder.encode(value)
    return encoder.node
  }
}
