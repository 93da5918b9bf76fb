/// Reads one JSON value that may be of several types.
public struct ValueReader {
  /// The value.
  let decoder: JSONValueDecoder
  /// Whether values other than the expected ones are taken all the same, because no variant expects this one.
  private var isLenient = false

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

  /// The name of the event of a stream whose data the value is, `message` where the server gave none; nil where the value
  /// is no event's data.
  public var event: String? { decoder.event?.name }

  /// The data of an event as it came; of any other value its string.
  ///
  /// - Throws: `DecodingError` where the value is neither.
  public func text() throws -> String { try decoder.event?.text ?? decoder.string() }

  /// Reads the value as one type.
  public func value<T: Decodable>() throws -> T { try decoder.decode(T.self) }

  /// The same reader, for a variant whose property always has one of these values.
  ///
  /// - Throws: `DecodingError` where the value has the property with another value.
  public func expecting(_ key: WireKey, _ values: JSONValue...) throws -> ValueReader {
    guard !isLenient, case .object(let members) = decoder.value, let value = members[key.stringValue],
      !values.contains(value)
    else { return self }
    throw decoder.member(key, value).mismatch(JSONValue.self, expected: "another value")
  }

  /// The same reader, for a variant that lists its values.
  ///
  /// - Throws: `DecodingError` where the value is none of them.
  public func expecting(oneOf values: JSONValue...) throws -> ValueReader {
    guard !isLenient, !values.contains(decoder.value) else { return self }
    throw mismatch(expected: "a listed value")
  }

  /// The same reader for a second try, in which what variants expect counts for nothing.
  var lenient: ValueReader {
    var reader = self
    reader.isLenient = true
    return reader
  }

  /// Reads the value as the variant that keeps the most of it: the one from which the least is missing when it is
  /// written again, then the one that adds the least, then the first. A variant that expects another value
  /// (`expecting`) is taken only where all others fail.
  ///
  /// - Throws: the error of the variant that came furthest, where none fits.
  public func best<T: SchemaUnion>(_ variants: ((ValueReader) throws -> T)...) throws -> T {
    let choices = decoder.choices ?? VariantChoices()
    return try choices.choose(T.self, at: decoder.codingPath) {
      let inner = ValueReader(
        JSONValueDecoder(
          decoder.value,
          at: decoder.location,
          userInfo: decoder.userInfo,
          choices: choices,
          event: decoder.event
        )
      )
      do {
        return try VariantChoices.best(of: variants, reader: inner)
      } catch {
        return try VariantChoices.best(of: variants, reader: inner.lenient)
      }
    }
  }

  /// An error that says what was expected here and what was found.
  public func mismatch(expected: String) -> DecodingError { decoder.mismatch(JSONValue.self, expected: expected) }
}
