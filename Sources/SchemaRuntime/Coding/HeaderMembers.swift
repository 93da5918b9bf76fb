/// Header fields, or the members of an object in one, for `Decodable` types that ask by key.
struct HeaderMembers<Key: CodingKey>: KeyedDecodingContainerProtocol {
  /// The texts; by names in lower case where the case does not count.
  let members: [String: HeaderText]
  /// The names as they came.
  let names: [String]
  /// Whether a name is found in any case (RFC 9110, section 5.1).
  let ignoresCase: Bool
  /// Where the members stand.
  let codingPath: [any CodingKey]

  var allKeys: [Key] { names.compactMap(Key.init(stringValue:)) }

  func contains(_ key: Key) -> Bool { self[key] != nil }
  func decodeNil(forKey key: Key) throws -> Bool { self[key] == nil }
  func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T { try member(key).decode(type) }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type,
    forKey key: Key
  ) throws -> KeyedDecodingContainer<Nested> {
    try member(key).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try member(key).unkeyedContainer()
  }

  func superDecoder() throws -> any Decoder { throw missing(WireKey("super")) }
  func superDecoder(forKey key: Key) throws -> any Decoder { try member(key) }

  /// The text under a key.
  private subscript(key: Key) -> HeaderText? {
    members[ignoresCase ? key.stringValue.lowercased() : key.stringValue]
  }

  /// The text under a key that must be there.
  private func member(_ key: Key) throws -> HeaderText {
    guard let text = self[key] else { throw missing(key) }
    return text
  }

  /// An error that says that a name is missing.
  private func missing(_ key: any CodingKey) -> DecodingError {
    .keyNotFound(key, .init(codingPath: codingPath, debugDescription: "the header has no \"\(key.stringValue)\""))
  }
}
