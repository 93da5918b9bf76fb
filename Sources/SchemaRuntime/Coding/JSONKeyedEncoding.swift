/// The members of an object under construction, for `Encodable` types that write by key.
struct JSONKeyedEncoding<Key: CodingKey>: KeyedEncodingContainerProtocol {
  /// The encoder of the object.
  let encoder: JSONValueEncoder

  var codingPath: [any CodingKey] { encoder.codingPath }

  /// Writes a finished member.
  private func set(_ key: Key, _ value: JSONValue) { encoder.node.set(key.stringValue, .value(value)) }

  func encodeNil(forKey key: Key) { set(key, .null) }
  func encode(_ value: Bool, forKey key: Key) { set(key, .boolean(value)) }
  func encode(_ value: String, forKey key: Key) { set(key, .string(value)) }
  func encode(_ value: Double, forKey key: Key) throws { set(key, try encoder.number(JSONNumber(value), value)) }
  func encode(_ value: Float, forKey key: Key) throws { set(key, try encoder.number(JSONNumber(float: value), value)) }
  func encode(_ value: Int, forKey key: Key) { set(key, .number(JSONNumber(value))) }
  func encode(_ value: Int8, forKey key: Key) { set(key, .number(JSONNumber(value))) }
  func encode(_ value: Int16, forKey key: Key) { set(key, .number(JSONNumber(value))) }
  func encode(_ value: Int32, forKey key: Key) { set(key, .number(JSONNumber(value))) }
  func encode(_ value: Int64, forKey key: Key) { set(key, .number(JSONNumber(value))) }
  func encode(_ value: UInt, forKey key: Key) { set(key, .number(JSONNumber(value))) }
  func encode(_ value: UInt8, forKey key: Key) { set(key, .number(JSONNumber(value))) }
  func encode(_ value: UInt16, forKey key: Key) { set(key, .number(JSONNumber(value))) }
  func encode(_ value: UInt32, forKey key: Key) { set(key, .number(JSONNumber(value))) }
  func encode(_ value: UInt64, forKey key: Key) { set(key, .number(JSONNumber(value))) }

  func encode(_ value: some Encodable, forKey key: Key) throws {
    encoder.node.set(key.stringValue, try encoder.entry(value, at: .member(key, of: encoder.location)))
  }

  /// An encoder of a new member.
  private func member(_ key: some CodingKey) -> JSONValueEncoder {
    let node = EncodingNode()
    encoder.node.set(key.stringValue, .node(node))
    return encoder.child(node, at: .member(key, of: encoder.location))
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy keyType: Nested.Type,
    forKey key: Key
  ) -> KeyedEncodingContainer<Nested> {
    member(key).container(keyedBy: keyType)
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer { member(key).unkeyedContainer() }
  func superEncoder() -> any Encoder { member(WireKey("super")) }
  func superEncoder(forKey key: Key) -> any Encoder { member(key) }
}
