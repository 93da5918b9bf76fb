/// Reads the members of one JSON object.
public struct ObjectReader {
  /// Where the members come from.
  private enum Source {
    /// The runtime's own JSON.
    case json(JSONValueDecoder, [String: JSONValue])
    /// Any other decoder.
    case container(KeyedDecodingContainer<WireKey>)
  }

  /// Where the members come from.
  private let source: Source

  /// Opens the object that a decoder holds.
  init(_ decoder: any Decoder) throws {
    if let decoder = decoder as? JSONValueDecoder {
      source = .json(decoder, try decoder.object())
    } else {
      source = .container(try decoder.container(keyedBy: WireKey.self))
    }
  }

  /// Reads a string.
  public func string(_ key: WireKey) throws -> String {
    switch source {
    case .json(let decoder, let members):
      guard case .string(let value) = members[key.stringValue] else {
        return try member(key, decoder, members).string()
      }
      return value
    case .container(let container): return try container.decode(String.self, forKey: key)
    }
  }

  /// Reads a boolean.
  public func bool(_ key: WireKey) throws -> Bool {
    switch source {
    case .json(let decoder, let members): try member(key, decoder, members).bool()
    case .container(let container): try container.decode(Bool.self, forKey: key)
    }
  }

  /// Reads an integer.
  public func int(_ key: WireKey) throws -> Int {
    switch source {
    case .json(let decoder, let members): try member(key, decoder, members).integer(Int.self)
    case .container(let container): try container.decode(Int.self, forKey: key)
    }
  }

  /// Reads a number.
  public func double(_ key: WireKey) throws -> Double {
    switch source {
    case .json(let decoder, let members): try member(key, decoder, members).double()
    case .container(let container): try container.decode(Double.self, forKey: key)
    }
  }

  /// Reads a string in a format, for example a date.
  public func text<T: FormattedString>(_ key: WireKey) throws -> T { T(rawValue: try string(key)) }

  /// Reads any value; `null` is left to the value's type.
  public func value<T: Decodable>(_ key: WireKey) throws -> T {
    switch source {
    case .json(let decoder, let members): try member(key, decoder, members).decode(T.self)
    case .container(let container): try container.decode(T.self, forKey: key)
    }
  }

  /// Reads a string; nil where the key is missing or `null`.
  public func stringIfPresent(_ key: WireKey) throws -> String? { try has(key) ? string(key) : nil }

  /// Reads a boolean; nil where the key is missing or `null`.
  public func boolIfPresent(_ key: WireKey) throws -> Bool? { try has(key) ? bool(key) : nil }

  /// Reads an integer; nil where the key is missing or `null`.
  public func intIfPresent(_ key: WireKey) throws -> Int? { try has(key) ? int(key) : nil }

  /// Reads a number; nil where the key is missing or `null`.
  public func doubleIfPresent(_ key: WireKey) throws -> Double? { try has(key) ? double(key) : nil }

  /// Reads a string in a format; nil where the key is missing or `null`.
  public func textIfPresent<T: FormattedString>(_ key: WireKey) throws -> T? { try has(key) ? text(key) as T : nil }

  /// Reads any value; nil where the key is missing or `null`.
  public func valueIfPresent<T: Decodable>(_ key: WireKey) throws -> T? { try has(key) ? value(key) as T : nil }

  /// Reads any JSON; nil where the key is missing, `.null` where it is there with `null`.
  public func valueIfPresent(_ key: WireKey) throws -> JSONValue? { contains(key) ? try value(key) as JSONValue : nil }

  /// Reads a value whose key is always there but may be `null`; nil for `null`, and also where the key is missing.
  public func nullable<T: Decodable>(_ key: WireKey) throws -> T? { try has(key) ? value(key) as T : nil }

  /// Reads a value that may be missing (nil) or `null` (`.null`).
  public func nullableIfPresent<T: Decodable>(_ key: WireKey) throws -> Nullable<T>? {
    guard contains(key) else { return nil }
    return try has(key) ? .value(value(key)) : .null
  }

  /// Reads the members that the model does not name.
  public func additionalProperties<T: Decodable>(except named: Set<String>) throws -> [String: T] {
    var result: [String: T] = [:]
    switch source {
    case .json(let decoder, let members):
      for (key, value) in members where !named.contains(key) {
        result[key] = try decoder.member(WireKey(key), value).decode(T.self)
      }
    case .container(let container):
      for key in container.allKeys where !named.contains(key.stringValue) {
        result[key.stringValue] = try container.decode(T.self, forKey: key)
      }
    }
    return result
  }

  /// Refuses members that the model does not name.
  ///
  /// - Throws: `DecodingError` at the first of them.
  public func refuseOthers(than named: Set<String>) throws {
    let keys: [String]
    switch source {
    case .json(_, let members): keys = members.keys.filter { !named.contains($0) }
    case .container(let container): keys = container.allKeys.map(\.stringValue).filter { !named.contains($0) }
    }
    guard let key = keys.min() else { return }
    switch source {
    case .json(let decoder, let members):
      throw decoder.member(WireKey(key), members[key] ?? .null).mismatch(JSONValue.self, expected: "no such property")
    case .container(let container):
      let path = container.codingPath + [WireKey(key)]
      throw DecodingError.dataCorrupted(.init(codingPath: path, debugDescription: "no such property is expected"))
    }
  }

  /// Whether the object has the key, be it with `null`.
  private func contains(_ key: WireKey) -> Bool {
    switch source {
    case .json(_, let members): members[key.stringValue] != nil
    case .container(let container): container.contains(key)
    }
  }

  /// Whether the object has the key with anything but `null`.
  private func has(_ key: WireKey) throws -> Bool {
    switch source {
    case .json(_, let members):
      switch members[key.stringValue] {
      case nil, .null?: return false
      default: return true
      }
    case .container(let container): return try container.contains(key) && !container.decodeNil(forKey: key)
    }
  }

  /// A decoder of a member that must be there.
  private func member(
    _ key: WireKey,
    _ decoder: JSONValueDecoder,
    _ members: [String: JSONValue]
  ) throws -> JSONValueDecoder {
    guard let value = members[key.stringValue] else { throw decoder.missing(key) }
    return decoder.member(key, value)
  }
}
