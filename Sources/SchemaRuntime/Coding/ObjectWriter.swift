/// Writes the members of one JSON object.
public struct ObjectWriter {
  /// Where the members go.
  private enum Target {
    /// The runtime's own JSON.
    case json(JSONValueEncoder)
    /// Any other encoder.
    case container(KeyedEncodingContainer<WireKey>)
    /// A comparison or a hash.
    case visitor(FieldVisitor)
  }

  /// Where the members go.
  private let target: Target

  /// Opens an object in an encoder.
  init(_ encoder: any Encoder) {
    if let encoder = encoder as? JSONValueEncoder {
      encoder.node.openObject()
      target = .json(encoder)
    } else {
      target = .container(encoder.container(keyedBy: WireKey.self))
    }
  }

  /// Gives the members to a visitor.
  init(_ visitor: FieldVisitor) { target = .visitor(visitor) }

  /// Writes a string.
  public mutating func string(_ key: WireKey, _ value: String) throws {
    switch target {
    case .json(let encoder): encoder.node.append(key.stringValue, .value(.string(value)))
    case .container(var container): try container.encode(value, forKey: key)
    case .visitor(let visitor): visitor.string(value)
    }
  }

  /// Writes a boolean.
  public mutating func bool(_ key: WireKey, _ value: Bool) throws {
    switch target {
    case .json(let encoder): encoder.node.append(key.stringValue, .value(.boolean(value)))
    case .container(var container): try container.encode(value, forKey: key)
    case .visitor(let visitor): visitor.bool(value)
    }
  }

  /// Writes an integer.
  public mutating func int(_ key: WireKey, _ value: Int) throws {
    switch target {
    case .json(let encoder): encoder.node.append(key.stringValue, .value(.number(JSONNumber(value))))
    case .container(var container): try container.encode(value, forKey: key)
    case .visitor(let visitor): visitor.int(value)
    }
  }

  /// Writes a number.
  ///
  /// - Throws: `EncodingError` where the number is not finite.
  public mutating func double(_ key: WireKey, _ value: Double) throws {
    switch target {
    case .json(let encoder):
      encoder.node.append(key.stringValue, .value(try encoder.number(JSONNumber(value), value)))
    case .container(var container): try container.encode(value, forKey: key)
    case .visitor(let visitor): visitor.double(value)
    }
  }

  /// Writes a string in a format, for example a date.
  public mutating func text<T: FormattedString>(_ key: WireKey, _ value: T) throws {
    try string(key, value.rawValue)
  }

  /// Writes any value.
  public mutating func value<T: Encodable & Hashable>(_ key: WireKey, _ value: T) throws {
    switch target {
    case .json(let encoder):
      encoder.node.append(key.stringValue, try encoder.entry(value, at: .member(key, of: encoder.location)))
    case .container(var container): try container.encode(value, forKey: key)
    case .visitor(let visitor): visitor.value(value)
    }
  }

  /// Writes a string unless it is nil.
  public mutating func stringIfPresent(_ key: WireKey, _ value: String?) throws {
    if let value { try string(key, value) } else { absent() }
  }

  /// Writes a boolean unless it is nil.
  public mutating func boolIfPresent(_ key: WireKey, _ value: Bool?) throws {
    if let value { try bool(key, value) } else { absent() }
  }

  /// Writes an integer unless it is nil.
  public mutating func intIfPresent(_ key: WireKey, _ value: Int?) throws {
    if let value { try int(key, value) } else { absent() }
  }

  /// Writes a number unless it is nil.
  public mutating func doubleIfPresent(_ key: WireKey, _ value: Double?) throws {
    if let value { try double(key, value) } else { absent() }
  }

  /// Writes a string in a format unless it is nil.
  public mutating func textIfPresent<T: FormattedString>(_ key: WireKey, _ value: T?) throws {
    if let value { try text(key, value) } else { absent() }
  }

  /// Writes any value unless it is nil.
  public mutating func valueIfPresent<T: Encodable & Hashable>(_ key: WireKey, _ value: T?) throws {
    if let value { try self.value(key, value) } else { absent() }
  }

  /// Writes a value, nil as `null`.
  public mutating func nullable<T: Encodable & Hashable>(_ key: WireKey, _ value: T?) throws {
    if let value { try self.value(key, value) } else { try null(key) }
  }

  /// Writes a value or a `null` unless it is nil.
  public mutating func nullableIfPresent<T: Encodable & Hashable>(_ key: WireKey, _ value: Nullable<T>?) throws {
    switch value {
    case nil: absent()
    case .null?: try null(key)
    case .value(let value)?: try self.value(key, value)
    }
  }

  /// Writes members that the model does not name, sorted by key; a key that was written already is skipped.
  public mutating func additionalProperties<T: Encodable & Hashable>(_ properties: [String: T]) throws {
    switch target {
    case .json(let encoder):
      guard !properties.isEmpty else { return }
      let written = encoder.node.keys
      for (key, value) in properties.sorted(by: { $0.key < $1.key }) where !written.contains(key) {
        try self.value(WireKey(key), value)
      }
    case .container(var container):
      for (key, value) in properties { try container.encode(value, forKey: WireKey(key)) }
    case .visitor(let visitor): visitor.value(properties)
    }
  }

  /// Writes `null`.
  private mutating func null(_ key: WireKey) throws {
    switch target {
    case .json(let encoder): encoder.node.append(key.stringValue, .value(.null))
    case .container(var container): try container.encodeNil(forKey: key)
    case .visitor(let visitor): visitor.null()
    }
  }

  /// Leaves a key out.
  private func absent() {
    if case .visitor(let visitor) = target { visitor.absent() }
  }
}
