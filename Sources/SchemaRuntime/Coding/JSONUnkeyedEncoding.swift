/// The elements of an array under construction, for `Encodable` types that write them one by one.
struct JSONUnkeyedEncoding: UnkeyedEncodingContainer {
  /// The encoder of the array.
  let encoder: JSONValueEncoder

  var codingPath: [any CodingKey] { encoder.codingPath }
  var count: Int { encoder.node.count }

  /// Writes a finished element.
  private func append(_ value: JSONValue) { encoder.node.append(.value(value)) }

  func encodeNil() { append(.null) }
  func encode(_ value: Bool) { append(.boolean(value)) }
  func encode(_ value: String) { append(.string(value)) }
  func encode(_ value: Double) throws { append(try encoder.number(JSONNumber(value), value)) }
  func encode(_ value: Float) throws { append(try encoder.number(JSONNumber(float: value), value)) }
  func encode(_ value: Int) { append(.number(JSONNumber(value))) }
  func encode(_ value: Int8) { append(.number(JSONNumber(value))) }
  func encode(_ value: Int16) { append(.number(JSONNumber(value))) }
  func encode(_ value: Int32) { append(.number(JSONNumber(value))) }
  func encode(_ value: Int64) { append(.number(JSONNumber(value))) }
  func encode(_ value: UInt) { append(.number(JSONNumber(value))) }
  func encode(_ value: UInt8) { append(.number(JSONNumber(value))) }
  func encode(_ value: UInt16) { append(.number(JSONNumber(value))) }
  func encode(_ value: UInt32) { append(.number(JSONNumber(value))) }
  func encode(_ value: UInt64) { append(.number(JSONNumber(value))) }

  func encode(_ value: some Encodable) throws {
    encoder.node.append(try encoder.entry(value, at: .element(count, of: encoder.location)))
  }

  /// An encoder of a new element.
  private func element() -> JSONValueEncoder {
    let location = CodingLocation.element(count, of: encoder.location)
    let node = EncodingNode()
    encoder.node.append(.node(node))
    return encoder.child(node, at: location)
  }

  func nestedContainer<Nested: CodingKey>(keyedBy keyType: Nested.Type) -> KeyedEncodingContainer<Nested> {
    element().container(keyedBy: keyType)
  }

  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { element().unkeyedContainer() }
  func superEncoder() -> any Encoder { element() }
}
