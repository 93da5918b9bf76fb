#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Encodes any `Encodable` to JSON, members in the order in which they are written.
final class JSONValueEncoder: Encoder {
  /// Where the value goes.
  let node: EncodingNode
  /// The place of the value.
  let location: CodingLocation
  /// What the caller passes down.
  let userInfo: [CodingUserInfoKey: Any]

  /// Makes an encoder that fills the node.
  init(
    _ node: EncodingNode = EncodingNode(),
    at location: CodingLocation = .root([]),
    userInfo: [CodingUserInfoKey: Any] = [:]
  ) {
    self.node = node
    self.location = location
    self.userInfo = userInfo
  }

  /// The keys from the top.
  var codingPath: [any CodingKey] { location.path }

  /// An encoder of something below this value.
  func child(_ node: EncodingNode, at location: CodingLocation) -> JSONValueEncoder {
    JSONValueEncoder(node, at: location, userInfo: userInfo)
  }

  /// Encodes a value as a part of this one; types that JSON has its own form for take that form.
  func entry<T: Encodable>(_ value: T, at location: @autoclosure () -> CodingLocation) throws -> EncodingNode.Entry {
    if T.self == JSONValue.self, let value = value as? JSONValue { return .value(value) }
    if T.self == Data.self, let value = value as? Data { return .data(value) }
    if T.self == Date.self, let value = value as? Date { return .value(.string(DateTime(value).rawValue)) }
    if T.self == UUID.self, let value = value as? UUID { return .value(.string(UUIDString(value).rawValue)) }
    if T.self == URL.self, let value = value as? URL { return .value(.string(value.absoluteString)) }
    if T.self == Decimal.self { return .value(try number(JSONNumber("\(value)"), value)) }
    let node = EncodingNode()
    try value.encode(to: child(node, at: location()))
    return .node(node)
  }

  /// The JSON of a number.
  func number(_ number: JSONNumber?, _ value: Any) throws -> JSONValue {
    if let number { return .number(number) }
    let context = EncodingError.Context(codingPath: codingPath, debugDescription: "JSON has no number \(value)")
    throw EncodingError.invalidValue(value, context)
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    node.openObject()
    return KeyedEncodingContainer(JSONKeyedEncoding<Key>(encoder: self))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    node.openArray()
    return JSONUnkeyedEncoding(encoder: self)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { self }
}

extension JSONValueEncoder: SingleValueEncodingContainer {
  func encodeNil() { node.content = .value(.null) }
  func encode(_ value: Bool) { node.content = .value(.boolean(value)) }
  func encode(_ value: String) { node.content = .value(.string(value)) }
  func encode(_ value: Double) throws { node.content = .value(try number(JSONNumber(value), value)) }
  func encode(_ value: Float) throws { node.content = .value(try number(JSONNumber(float: value), value)) }
  func encode(_ value: Int) { node.content = .value(.number(JSONNumber(value))) }
  func encode(_ value: Int8) { node.content = .value(.number(JSONNumber(value))) }
  func encode(_ value: Int16) { node.content = .value(.number(JSONNumber(value))) }
  func encode(_ value: Int32) { node.content = .value(.number(JSONNumber(value))) }
  func encode(_ value: Int64) { node.content = .value(.number(JSONNumber(value))) }
  func encode(_ value: UInt) { node.content = .value(.number(JSONNumber(value))) }
  func encode(_ value: UInt8) { node.content = .value(.number(JSONNumber(value))) }
  func encode(_ value: UInt16) { node.content = .value(.number(JSONNumber(value))) }
  func encode(_ value: UInt32) { node.content = .value(.number(JSONNumber(value))) }
  func encode(_ value: UInt64) { node.content = .value(.number(JSONNumber(value))) }

  func encode(_ value: some Encodable) throws {
    switch try entry(value, at: location) {
    case .value(let value): node.content = .value(value)
    case .data(let data): node.content = .value(.string(data.base64EncodedString()))
    case .node(let inner): node.content = inner.content
    }
  }
}

extension JSONNumber {
  /// Makes a number from the shortest decimal that stands for the value; nil where the value is not finite.
  init?(float value: Float) {
    guard value.isFinite else { return nil }
    self.init(value.description)
  }
}
