public import SchemaRuntime

/// What a call gives, for comparing.
public enum CallResult: Sendable {
  /// A value, encoded again.
  case json(JSONValue)
  /// A text.
  case string(String)
  /// Bytes.
  case data([UInt8])
  /// What came bit by bit, each encoded again.
  case sequence([JSONValue])
  /// Nothing to speak of.
  case nothing

  /// How many bytes of a body are taken into memory.
  private static let limit = 64 << 20

  /// A value.
  ///
  /// - Throws: `EncodingError`.
  public static func value(_ value: some Encodable) throws -> CallResult { .json(try JSONCoding.value(value)) }

  /// A value, or that there is none.
  ///
  /// - Throws: `EncodingError`.
  public static func optional(_ value: (some Encodable)?) throws -> CallResult {
    guard let value else { return .nothing }
    return try Self.value(value)
  }

  /// A text.
  public static func text(_ text: String) -> CallResult { .string(text) }

  /// A body as it is.
  ///
  /// - Throws: where the body breaks off.
  public static func bytes(_ body: HTTPBody) async throws -> CallResult { .data(try await body.collect(upTo: limit)) }

  /// What comes bit by bit.
  ///
  /// - Throws: where the sequence does, `EncodingError`.
  public static func elements<Elements: AsyncSequence>(_ elements: Elements) async throws -> CallResult
  where Elements.Element: Encodable {
    var values: [JSONValue] = []
    for try await element in elements { values.append(try JSONCoding.value(element)) }
    return .sequence(values)
  }

  /// The first of several pages.
  ///
  /// - Throws: where asking for it does, `EncodingError`.
  public static func firstPage<Page: Encodable & Sendable, Item: Sendable>(
    _ pages: PageSequence<Page, Item>
  ) async throws -> CallResult {
    var pages = pages.makeAsyncIterator()
    guard let page = try await pages.next() else { return .nothing }
    return .json(try JSONCoding.value(page))
  }
}
