import HTTPTypes

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The text of a header field, or of a part of it, for `Decodable` types.
struct HeaderText: Decoder, SingleValueDecodingContainer {
  /// The texts of all fields of the name, in their order.
  private var texts: [String]
  /// Whether a comma is a part of the text (RFC 6265, section 3).
  private let isWhole: Bool
  /// Where the text stands.
  let codingPath: [any CodingKey]

  /// The field of a name, still without a text.
  init(_ name: HTTPField.Name) {
    texts = []
    isWhole = name == .setCookie
    codingPath = [WireKey(name.rawName)]
  }

  /// A part of a field.
  init(_ text: String, at path: [any CodingKey]) {
    texts = [text]
    isWhole = false
    codingPath = path
  }

  /// Adds the text of another field of the same name.
  mutating func add(_ text: String) { texts.append(text) }

  /// Nothing.
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  /// The whole text; fields of one name are one list (RFC 9110, section 5.3).
  private var text: String { texts.joined(separator: ", ") }

  /// The elements of the list.
  private var elements: [String] { isWhole ? texts : texts.flatMap(Self.split) }

  /// The parts between commas, without white space around them; what stands in quotes is a part of one.
  private static func split(_ text: String) -> [String] {
    var parts: [String] = []
    var part = ""
    var isQuoted = false
    var isEscaped = false
    for character in text {
      if character == ",", !isQuoted {
        parts.append(part)
        part = ""
        continue
      }
      if character == "\"", !isEscaped { isQuoted.toggle() }
      isEscaped = character == "\\" && isQuoted && !isEscaped
      part.append(character)
    }
    return (parts + [part]).map(trimmed).filter { !$0.isEmpty }
  }

  /// A text without white space around it.
  private static func trimmed(_ text: String) -> String {
    let start = text.drop { $0 == " " || $0 == "\t" }
    return String(start.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
  }

  /// The text as JSON, where it is a list or an object of JSON.
  private var json: JSONValue? {
    let text = text
    guard let first = Self.trimmed(text).first, first == "{" || first == "[" else { return nil }
    return try? JSONCoding.decode(JSONValue.self, from: text.utf8)
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    if let json { return try JSONValueDecoder(json, at: .root(codingPath)).container(keyedBy: type) }
    var members: [String: HeaderText] = [:]
    var names: [String] = []
    let parts = elements
    let isExploded = parts.allSatisfy { $0.contains("=") }
    var index = 0
    while index < parts.count {
      var (name, value) = (parts[index], "")
      if isExploded, let equals = name.firstIndex(of: "=") {
        value = String(name[name.index(after: equals)...])
        name = String(name[..<equals])
      } else if index + 1 < parts.count {
        index += 1
        value = parts[index]
      }
      if members[name] == nil { names.append(name) }
      members[name] = HeaderText(value, at: codingPath + [WireKey(name)])
      index += 1
    }
    return KeyedDecodingContainer(
      HeaderMembers(members: members, names: names, ignoresCase: false, codingPath: codingPath)
    )
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    if let json { return try JSONValueDecoder(json, at: .root(codingPath)).unkeyedContainer() }
    let parts = elements.enumerated().map { HeaderText($1, at: codingPath + [IndexKey($0)]) }
    return HeaderElements(elements: parts, codingPath: codingPath)
  }

  func singleValueContainer() throws -> any SingleValueDecodingContainer { self }

  func decodeNil() -> Bool { false }

  /// The text as a value: by its type, not by how it looks.
  func decode<T: Decodable>(_ type: T.Type) throws -> T {
    if type == JSONValue.self { return try JSONCoding.decode(type, from: anyValue) }
    if type == Data.self || type == Date.self || type == UUID.self || type == URL.self {
      return try JSONValueDecoder(.string(text), at: .root(codingPath)).decode(type)
    }
    if type == Decimal.self { return try JSONValueDecoder(anyValue, at: .root(codingPath)).decode(type) }
    guard let scalar = type as? any HeaderScalar.Type else { return try T(from: self) }
    if let value = scalar.init(text) as? T { return value }
    throw DecodingError.typeMismatch(
      type,
      .init(codingPath: codingPath, debugDescription: "a value of type \(type) was expected in the header")
    )
  }

  /// The text as any JSON: what reads as JSON, otherwise a string.
  private var anyValue: JSONValue {
    (try? JSONCoding.decode(JSONValue.self, from: text.utf8)) ?? .string(text)
  }
}

/// A value that is written as one word.
private protocol HeaderScalar { init?(_ text: String) }

extension String: HeaderScalar {}
extension Bool: HeaderScalar {}
extension Double: HeaderScalar {}
extension Float: HeaderScalar {}
extension Int: HeaderScalar {}
extension Int8: HeaderScalar {}
extension Int16: HeaderScalar {}
extension Int32: HeaderScalar {}
extension Int64: HeaderScalar {}
extension UInt: HeaderScalar {}
extension UInt8: HeaderScalar {}
extension UInt16: HeaderScalar {}
extension UInt32: HeaderScalar {}
extension UInt64: HeaderScalar {}
