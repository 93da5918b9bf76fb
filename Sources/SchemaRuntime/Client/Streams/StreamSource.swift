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
  /// - Throws: the documented error where the element is one of those and no value, else `ResponseDecodingError`.
  func decode<T: Decodable>(_ type: T.Type, _ bytes: [UInt8], _ element: Int) throws -> T {
    let value: JSONValue
    do { value = try JSONValue(parsing: bytes) } catch { return try response(bytes, element).decode(type) }
    do { return try JSONCoding.decode(type, from: value) } catch {
      let response = response(bytes, element)
      if let documented = documentedError(response, onlySpecific: true) { throw documented }
      return try response.decode(type)
    }
  }

  /// Decodes the data of an event: text as it is where the type is one, else JSON.
  ///
  /// - Throws: as `decode`.
  func decode<T: Decodable>(_ type: T.Type, dataOf bytes: [UInt8], _ element: Int) throws -> T {
    if type == String.self, let text = String(decoding: bytes, as: UTF8.self) as? T { return text }
    return try decode(type, bytes, element)
  }

  /// The first of the documented errors that an element can be read as; nil for none.
  func documentedError(_ response: RawResponse, onlySpecific: Bool) -> (any Error)? {
    for failure in call.failures where failure.isSpecific || !onlySpecific {
      if let error = try? failure.error(response) { return error }
    }
    return nil
  }
}
