/// The values of a request's body that holds one after the other, in memory or on their way: JSON lines
/// (`application/jsonl`, `application/x-ndjson`) or a JSON text sequence (`application/json-seq`, RFC 7464).
public struct ValueSequence<Value: Encodable & Sendable>: Sendable, ExpressibleByArrayLiteral {
  /// Makes the body out of what turns a value into bytes.
  private let makeBody: @Sendable (_ bytes: @escaping @Sendable (Value) throws -> [UInt8]) throws -> HTTPBody

  /// Values in memory.
  public init(_ values: some Sequence<Value>) {
    let values = Array(values)
    makeBody = { bytes in HTTPBody(try values.flatMap(bytes)) }
  }

  /// Values in memory.
  public init(arrayLiteral values: Value...) { self.init(values) }

  /// Values on their way: each is sent as soon as it is there. They can be sent once.
  public init<Values: AsyncSequence & Sendable>(_ values: Values) where Values.Element == Value {
    makeBody = { bytes in HTTPBody(values.map { try bytes($0) }) }
  }

  /// The body in which the values are told apart in a way.
  ///
  /// - Throws: `EncodingError` where a value in memory cannot be encoded.
  func body(_ framing: ValueFraming) throws -> HTTPBody {
    let start = framing == .sequence ? [JSONSequenceRecord.separator] : []
    return try makeBody { start + (try JSONCoding.bytes($0)) + [UInt8(ascii: "\n")] }
  }
}
