public import HTTPTypes

/// The result of a call with the head of its response.
public struct Response<Value> {
  /// The result.
  public let value: Value
  /// The status code.
  public let status: Int
  /// The header fields.
  public let headers: HTTPFields

  /// The header fields as a model whose properties are called as the fields are; see `ResponseHeaders.decode`.
  ///
  /// - Throws: `DecodingError` where a field is missing that must be there, or is of another type.
  public func decodeHeaders<Model: Decodable>(as type: Model.Type) throws -> Model {
    try ResponseHeaders.decode(type, from: headers)
  }
}

extension Response: Sendable where Value: Sendable {}
