/// Reads one JSON value that may be of several types.
public struct ValueReader {
  /// The value.
  let decoder: JSONValueDecoder

  /// Reads the value of the runtime's own JSON.
  init(_ decoder: JSONValueDecoder) { self.decoder = decoder }

  /// Takes the value that a decoder holds.
  init(_ decoder: any Decoder) throws {
    self.decoder =
      try decoder as? JSONValueDecoder
      ?? JSONValueDecoder(JSONValue(from: decoder), at: .root(decoder.codingPath), userInfo: decoder.userInfo)
  }

  /// The type of the value.
  public var kind: JSONKind { decoder.value.kind }

  /// The string that names the variant; nil where the value is no object, or has no such key, or no string there.
  public func tag(_ key: WireKey) throws -> String? {
    guard case .object(let members) = decoder.value, case .string(let tag) = members[key.stringValue] else {
      return nil
    }
    return tag
  }

  /// Reads the value as one type.
  public func value<T: Decodable>() throws -> T { try decoder.decode(T.self) }

  /// Reads the value as the variant that keeps the most of it: the one from which the least is missing when it is
  /// written again, then the one that adds the least, then the first.
  ///
  /// - Throws: the error of the variant that came furthest, where none fits.
  public func best<T: SchemaUnion>(_ variants: ((ValueReader) throws -> T)...) throws -> T {
    let choices = decoder.choices ?? VariantChoices()
    return try choices.choose(T.self, at: decoder.codingPath) {
      let inner = ValueReader(
        JSONValueDecoder(decoder.value, at: decoder.location, userInfo: decoder.userInfo, choices: choices)
      )
      return try VariantChoices.best(of: variants, reader: inner)
    }
  }

  /// An error that says what was expected here and what was found.
  public func mismatch(expected: String) -> DecodingError { decoder.mismatch(JSONValue.self, expected: expected) }
}
