/// Where the elements of a stream come from.
struct StreamSource: Sendable {
  /// The connection.
  let connection: Connection
  /// The call.
  let call: Call
  /// The response.
  let exchange: Exchange
  /// The body, which can be read once.
  let body: HTTPBody

  /// Takes the response to a call.
  init(_ connection: Connection, _ call: Call, _ exchange: Exchange) {
    self.connection = connection
    self.call = call
    self.exchange = exchange
    body = connection.arriving(exchange, call)
  }

  /// An error at an element.
  func failure(_ element: Int, _ reason: StreamFailure.Reason) -> StreamFailure {
    StreamFailure(exchange, operation: call.operation, element: element, reason)
  }

  /// An element as a response of its own.
  func response(_ bytes: [UInt8], _ element: Int) -> RawResponse {
    RawResponse(
      operation: call.operation,
      head: exchange.head,
      body: bytes,
      element: element,
      redaction: exchange.redaction
    )
  }

  /// Decodes an element from JSON.
  ///
  /// Where a type takes anything, an object with an `error` that the type drops is an error all the same.
  ///
  /// - Throws: the documented error where the element is one of those and no value, else `StreamFailure` for an error that
  ///   would be dropped and `ResponseDecodingError` for what is not the type.
  func decode<T: Decodable>(
    _ type: T.Type,
    _ bytes: [UInt8],
    _ element: Int,
    of event: EventData? = nil
  ) throws -> T {
    var response = response(bytes, element)
    response.event = event
    guard let value = Self.parse(bytes, of: event, as: type),
      let decoded = try? JSONCoding.decode(type, from: value, of: event)
    else {
      if let error = documentedError(response, onlySpecific: true) { throw error }
      return try response.decode(type)
    }
    guard let error = value["error"], error != .null, Self.drops("error", decoded) else { return decoded }
    if let documented = documentedError(response, onlySpecific: true) { throw documented }
    throw failure(element, .error(ServerSentEvent(data: String(decoding: bytes, as: UTF8.self))))
  }

  /// Whether a value that was decoded from an object does not hold one of its members.
  private static func drops(_ key: String, _ value: some Decodable) -> Bool {
    guard let value = value as? any Encodable, let encoded = try? JSONCoding.value(value) else { return false }
    return encoded[key] == nil
  }

  /// Decodes the data of an event: text as it is where the type is one, else JSON. What is no JSON may be a variant that
  /// is text.
  ///
  /// - Throws: as `decode`.
  func decode<T: Decodable>(_ type: T.Type, dataOf event: EventData, _ element: Int) throws -> T {
    if type == String.self, let text = event.text as? T { return text }
    return try decode(type, event.bytes, element, of: event)
  }

  /// An element as JSON; nil where it is none.
  private static func parse(_ bytes: [UInt8], of event: EventData?, as type: Any.Type) -> JSONValue? {
    if let value = try? JSONValue(parsing: bytes) { return value }
    guard let event, type is any SchemaUnion.Type else { return nil }
    return .string(event.text)
  }

  /// The first of the documented errors that an element can be read as, those first that not everything can be; nil for
  /// none.
  func documentedError(_ response: RawResponse, onlySpecific: Bool) -> (any Error)? {
    let specific = call.documentedFailures.filter { $0.content == .specific }
    let others = onlySpecific ? [] : call.documentedFailures.filter { $0.content == .anything }
    for failure in specific + others {
      if let error = try? failure.error(response) { return error }
    }
    return nil
  }
}
