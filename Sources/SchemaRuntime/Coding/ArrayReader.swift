/// Reads the elements of one JSON array, one after another.
public struct ArrayReader {
  /// The decoder of the array.
  private let decoder: JSONValueDecoder
  /// The elements.
  private let elements: [JSONValue]
  /// The place of the next element.
  private var next = 0

  /// Opens the array that a decoder holds.
  init(_ decoder: any Decoder) throws {
    self.decoder = try ValueReader(decoder).decoder
    elements = try self.decoder.array()
  }

  /// A decoder of the next element; nil where the array has ended.
  private mutating func element() -> JSONValueDecoder? {
    guard next < elements.count else { return nil }
    next += 1
    return decoder.element(next - 1, elements[next - 1])
  }

  /// Reads an element that must be there; `null` is left to the value's type.
  public mutating func value<T: Decodable>() throws -> T {
    guard let element = element() else { throw decoder.missing(IndexKey(next)) }
    return try element.decode(T.self)
  }

  /// Reads an element that must be there but may be `null`; nil for `null`.
  public mutating func nullable<T: Decodable>() throws -> T? {
    guard let element = element() else { throw decoder.missing(IndexKey(next)) }
    return element.value.isNull ? nil : try element.decode(T.self)
  }

  /// Reads an element; nil where the array has ended or the element is `null`.
  public mutating func valueIfPresent<T: Decodable>() throws -> T? {
    guard let element = element(), !element.value.isNull else { return nil }
    return try element.decode(T.self)
  }

  /// Reads any JSON; nil where the array has ended.
  public mutating func valueIfPresent() throws -> JSONValue? { element()?.value }

  /// Reads an element that may be missing (nil) or `null` (`.null`).
  public mutating func nullableIfPresent<T: Decodable>() throws -> Nullable<T>? {
    guard let element = element() else { return nil }
    return element.value.isNull ? .null : .value(try element.decode(T.self))
  }

  /// Refuses elements that are left.
  ///
  /// - Throws: `DecodingError` at the first of them.
  public func refuseOthers() throws {
    guard next < elements.count else { return }
    throw decoder.element(next, elements[next]).mismatch(JSONValue.self, expected: "no such element")
  }

  /// Reads all elements that are left.
  public mutating func rest<T: Decodable>() throws -> [T] {
    var result: [T] = []
    while let element = element() { result.append(try element.decode(T.self)) }
    return result
  }
}
