#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension JSONValue: Codable {
  /// Reads any JSON.
  ///
  /// - Throws: `DecodingError` where the decoder holds something that is not JSON, or a number that it cannot hand over.
  public init(from decoder: any Decoder) throws {
    if let decoder = decoder as? JSONValueDecoder {
      self = decoder.value
    } else if let members = try? decoder.container(keyedBy: WireKey.self) {
      var object: [String: JSONValue] = [:]
      for key in members.allKeys { object[key.stringValue] = try members.decode(JSONValue.self, forKey: key) }
      self = .object(object)
    } else if var elements = try? decoder.unkeyedContainer() {
      var array: [JSONValue] = []
      while !elements.isAtEnd { array.append(try elements.decode(JSONValue.self)) }
      self = .array(array)
    } else {
      let scalar = try decoder.singleValueContainer()
      if scalar.decodeNil() {
        self = .null
      } else if let value = try? scalar.decode(String.self) {
        self = .string(value)
      } else if let value = try? scalar.decode(Bool.self) {
        self = .boolean(value)
      } else {
        self = .number(try scalar.decode(JSONNumber.self))
      }
    }
  }

  /// Writes the value.
  ///
  /// - Throws: `EncodingError` where the encoder cannot hold one of the numbers.
  public func encode(to encoder: any Encoder) throws {
    if let encoder = encoder as? JSONValueEncoder {
      encoder.node.content = .value(self)
      return
    }
    switch self {
    case .object(let object):
      var members = encoder.container(keyedBy: WireKey.self)
      for (key, value) in object { try members.encode(value, forKey: WireKey(key)) }
    case .array(let array):
      var elements = encoder.unkeyedContainer()
      for value in array { try elements.encode(value) }
    case .null:
      var scalar = encoder.singleValueContainer()
      try scalar.encodeNil()
    case .boolean(let value):
      var scalar = encoder.singleValueContainer()
      try scalar.encode(value)
    case .string(let value):
      var scalar = encoder.singleValueContainer()
      try scalar.encode(value)
    case .number(let value):
      var scalar = encoder.singleValueContainer()
      try scalar.encode(value)
    }
  }
}

extension JSONNumber: Codable {
  /// Reads a number; through Foundation's decoder up to 38 digits stay exact.
  ///
  /// - Throws: `DecodingError` where there is no number, or the decoder cannot hand it over.
  public init(from decoder: any Decoder) throws {
    if let decoder = decoder as? JSONValueDecoder {
      guard case .number(let number) = decoder.value else {
        throw decoder.mismatch(JSONNumber.self, expected: "a number")
      }
      self = number
      return
    }
    let scalar = try decoder.singleValueContainer()
    if let value = try? scalar.decode(Int64.self) {
      self.init(value)
    } else if let value = try? scalar.decode(UInt64.self) {
      self.init(value)
    } else if let value = try? scalar.decode(Decimal.self), let number = JSONNumber("\(value)") {
      self = number
    } else if let number = JSONNumber(try scalar.decode(Double.self)) {
      self = number
    } else {
      throw DecodingError.dataCorruptedError(in: scalar, debugDescription: "expected a finite number")
    }
  }

  /// Writes the number.
  ///
  /// - Throws: `EncodingError` where the encoder cannot hold the number.
  public func encode(to encoder: any Encoder) throws {
    if let encoder = encoder as? JSONValueEncoder {
      encoder.node.content = .value(.number(self))
      return
    }
    var scalar = encoder.singleValueContainer()
    if let value = integer(as: Int64.self) {
      try scalar.encode(value)
    } else if let value = integer(as: UInt64.self) {
      try scalar.encode(value)
    } else if let value = double, JSONNumber(value) == self {
      try scalar.encode(value)
    } else if let value = Decimal(string: description), JSONNumber("\(value)") == self {
      try scalar.encode(value)
    } else {
      let context = EncodingError.Context(
        codingPath: encoder.codingPath,
        debugDescription: "\(description) has no exact form in this encoder"
      )
      throw EncodingError.invalidValue(self, context)
    }
  }
}
