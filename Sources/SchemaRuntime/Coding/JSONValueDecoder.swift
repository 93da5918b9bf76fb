#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Decodes any `Decodable` from a parsed JSON value.
final class JSONValueDecoder: Decoder {
  /// The value at this place.
  let value: JSONValue
  /// The place.
  let location: CodingLocation
  /// What the caller passes down.
  let userInfo: [CodingUserInfoKey: Any]
  /// The choices already made among variants; nil outside of such a choice.
  let choices: VariantChoices?
  /// The event whose data the whole value is; nil below, and for what is no event.
  let event: EventData?

  /// Makes a decoder of a value.
  init(
    _ value: JSONValue,
    at location: CodingLocation = .root([]),
    userInfo: [CodingUserInfoKey: Any] = [:],
    choices: VariantChoices? = nil,
    event: EventData? = nil
  ) {
    self.value = value
    self.location = location
    self.userInfo = userInfo
    self.choices = choices
    self.event = event
  }

  /// The keys from the top.
  var codingPath: [any CodingKey] { location.path }

  /// A decoder of a member of this value.
  func member(_ key: some CodingKey, _ value: JSONValue) -> JSONValueDecoder {
    JSONValueDecoder(value, at: .member(key, of: location), userInfo: userInfo, choices: choices)
  }

  /// A decoder of an element of this value.
  func element(_ index: Int, _ value: JSONValue) -> JSONValueDecoder {
    JSONValueDecoder(value, at: .element(index, of: location), userInfo: userInfo, choices: choices)
  }

  /// Decodes the value; types that JSON has its own form for take that form.
  func decode<T: Decodable>(_ type: T.Type) throws -> T {
    let special: Any?
    if type == Data.self {
      special = Data(base64Encoded: try string())
    } else if type == Date.self {
      special = DateTime(rawValue: try string()).date
    } else if type == UUID.self {
      special = UUIDString(rawValue: try string()).uuid
    } else if type == URL.self {
      special = URL(string: try string())
    } else if type == Decimal.self {
      special = try decimal()
    } else {
      return try T(from: self)
    }
    guard let result = special as? T else { throw mismatch(type, expected: "\(type)") }
    return result
  }

  /// The members of the object.
  func object(_ type: Any.Type = [String: JSONValue].self) throws -> [String: JSONValue] {
    guard case .object(let members) = value else { throw mismatch(type, expected: "an object") }
    return members
  }

  /// The elements of the array.
  func array(_ type: Any.Type = [JSONValue].self) throws -> [JSONValue] {
    guard case .array(let elements) = value else { throw mismatch(type, expected: "an array") }
    return elements
  }

  /// The string.
  func string() throws -> String {
    guard case .string(let string) = value else { throw mismatch(String.self, expected: "a string") }
    return string
  }

  /// The boolean.
  func bool() throws -> Bool {
    guard case .boolean(let bool) = value else { throw mismatch(Bool.self, expected: "a boolean") }
    return bool
  }

  /// The number.
  func number() throws -> JSONNumber {
    guard case .number(let number) = value else { throw mismatch(Double.self, expected: "a number") }
    return number
  }

  /// The number as a `Decimal`; nil where that would lose digits.
  private func decimal() throws -> Decimal? {
    let number = try number()
    guard let decimal = Decimal(string: number.description), JSONNumber("\(decimal)") == number else { return nil }
    return decimal
  }

  /// The number as a `Double`.
  func double() throws -> Double {
    guard case .number(let number) = value, let double = number.double else {
      throw mismatch(Double.self, expected: "a number")
    }
    return double
  }

  /// The number as an integer.
  func integer<Integer: FixedWidthInteger>(_ type: Integer.Type) throws -> Integer {
    guard case .number(let number) = value, let integer = number.integer(as: type) else {
      throw mismatch(
        type,
        expected: type == Int.self || type == Int64.self ? "an integer" : "an integer of type \(type)"
      )
    }
    return integer
  }

  /// An error that says what was expected here and what was found.
  func mismatch(_ type: Any.Type, expected: String) -> DecodingError {
    let path = codingPath
    let mismatch = ValueMismatch(path: path, expected: expected, found: Self.phrase(value))
    let context = DecodingError.Context(
      codingPath: path,
      debugDescription: mismatch.description,
      underlyingError: mismatch
    )
    return value.isNull ? .valueNotFound(type, context) : .typeMismatch(type, context)
  }

  /// An error that says that a key is missing.
  func missing(_ key: some CodingKey) -> DecodingError {
    let mismatch = ValueMismatch(path: codingPath + [key], expected: "a value", found: "nothing")
    let context = DecodingError.Context(
      codingPath: codingPath,
      debugDescription: mismatch.description,
      underlyingError: mismatch
    )
    return .keyNotFound(key, context)
  }

  /// What a value is, for messages; a number shows itself, a string might be secret and does not.
  static func phrase(_ value: JSONValue) -> String {
    switch value {
    case .number(let number): "the number \(number)"
    case .boolean(let bool): "\(bool)"
    default: value.kind.phrase
    }
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    KeyedDecodingContainer(JSONKeyedDecoding<Key>(decoder: self, members: try object()))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    JSONUnkeyedDecoding(decoder: self, elements: try array())
  }

  func singleValueContainer() throws -> any SingleValueDecodingContainer { self }
}

extension JSONValueDecoder: SingleValueDecodingContainer {
  func decodeNil() -> Bool { value.isNull }
  func decode(_ type: Bool.Type) throws -> Bool { try bool() }
  func decode(_ type: String.Type) throws -> String { try string() }
  func decode(_ type: Double.Type) throws -> Double { try double() }
  func decode(_ type: Float.Type) throws -> Float { Float(try double()) }
  func decode(_ type: Int.Type) throws -> Int { try integer(type) }
  func decode(_ type: Int8.Type) throws -> Int8 { try integer(type) }
  func decode(_ type: Int16.Type) throws -> Int16 { try integer(type) }
  func decode(_ type: Int32.Type) throws -> Int32 { try integer(type) }
  func decode(_ type: Int64.Type) throws -> Int64 { try integer(type) }
  func decode(_ type: UInt.Type) throws -> UInt { try integer(type) }
  func decode(_ type: UInt8.Type) throws -> UInt8 { try integer(type) }
  func decode(_ type: UInt16.Type) throws -> UInt16 { try integer(type) }
  func decode(_ type: UInt32.Type) throws -> UInt32 { try integer(type) }
  func decode(_ type: UInt64.Type) throws -> UInt64 { try integer(type) }
}
