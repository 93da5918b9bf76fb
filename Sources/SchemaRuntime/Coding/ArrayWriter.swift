/// Writes the elements of one JSON array, one after another.
public struct ArrayWriter {
  /// Where the elements go.
  private enum Target {
    /// An encoder.
    case container(any UnkeyedEncodingContainer)
    /// A comparison or a hash.
    case visitor(FieldVisitor)
  }

  /// Where the elements go.
  private var target: Target
  /// How many elements were left out since the last one that was written.
  private var gap = 0

  /// Opens an array in an encoder.
  init(_ encoder: any Encoder) { target = .container(encoder.unkeyedContainer()) }

  /// Gives the elements to a visitor.
  init(_ visitor: FieldVisitor) { target = .visitor(visitor) }

  /// Writes an element.
  public mutating func value<T: Encodable & Hashable>(_ value: T) throws {
    try fillGap()
    switch target {
    case .container(var container):
      try container.encode(value)
      target = .container(container)
    case .visitor(let visitor): visitor.value(value)
    }
  }

  /// Writes an element, nil as `null`.
  public mutating func nullable<T: Encodable & Hashable>(_ value: T?) throws {
    if let value { try self.value(value) } else { try null() }
  }

  /// Writes an element unless it is nil; where more elements follow, `null` stands in its place.
  public mutating func valueIfPresent<T: Encodable & Hashable>(_ value: T?) throws {
    if let value { try self.value(value) } else { absent() }
  }

  /// Writes an element or a `null` unless it is nil.
  public mutating func nullableIfPresent<T: Encodable & Hashable>(_ value: Nullable<T>?) throws {
    switch value {
    case nil: absent()
    case .null?: try null()
    case .value(let value)?: try self.value(value)
    }
  }

  /// Writes the elements behind all others.
  public mutating func rest<T: Encodable & Hashable>(_ values: [T]) throws {
    for value in values { try self.value(value) }
  }

  /// Writes `null`.
  private mutating func null() throws {
    try fillGap()
    switch target {
    case .container(var container):
      try container.encodeNil()
      target = .container(container)
    case .visitor(let visitor): visitor.null()
    }
  }

  /// Leaves an element out.
  private mutating func absent() {
    if case .visitor(let visitor) = target { visitor.absent() } else { gap += 1 }
  }

  /// Writes `null` for what was left out before an element.
  private mutating func fillGap() throws {
    while gap > 0 {
      gap -= 1
      guard case .container(var container) = target else { return }
      try container.encodeNil()
      target = .container(container)
    }
  }
}
