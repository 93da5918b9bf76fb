import SchemaRuntime

/// An error whose body was decoded and can be encoded again.
protocol EncodableFailure: Error {
  /// The status code.
  var status: Int { get }

  /// The body, encoded again.
  func json() throws -> JSONValue
}

extension ResponseError: EncodableFailure where Body: Encodable {
  func json() throws -> JSONValue { try JSONCoding.value(body) }
}
