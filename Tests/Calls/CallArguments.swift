public import SchemaRuntime

/// The arguments of a call, as JSON.
public struct CallArguments: Codable, Sendable {
  /// The body; nil for none.
  public var bodyValue: JSONValue?
  /// The other arguments by location and name.
  public var values: [String: JSONValue] = [:]

  /// No arguments.
  public init() {}

  /// Adds a parameter.
  public mutating func add(_ value: JSONValue, location: String, name: String) { values["\(location) \(name)"] = value }

  /// The body as its type.
  ///
  /// - Throws: `DecodingError`.
  public func body<T: Decodable>() throws -> T { try Self.decode(bodyValue) }

  /// The body as bytes: those of a text, or of any other value's JSON.
  public func bytes() -> HTTPBody {
    HTTPBody(bodyValue.map { $0.stringValue ?? $0.description } ?? "")
  }

  /// The values of a body that holds one after the other, each as its type.
  ///
  /// - Throws: `DecodingError`, `JSONParsingError` where a line of a text is no JSON.
  public func elements<T: Decodable>() throws -> [T] {
    guard let text = bodyValue?.stringValue else { return try Self.decode(bodyValue) }
    return try text.split(separator: "\n").map { try Self.decode(JSONValue(parsing: String($0))) }
  }

  /// A parameter of the path as its type.
  ///
  /// - Throws: `DecodingError`.
  public func path<T: Decodable>(_ name: String) throws -> T { try parameter("path", name) }

  /// A parameter of the query as its type.
  ///
  /// - Throws: `DecodingError`.
  public func query<T: Decodable>(_ name: String) throws -> T { try parameter("query", name) }

  /// A header as its type.
  ///
  /// - Throws: `DecodingError`.
  public func header<T: Decodable>(_ name: String) throws -> T { try parameter("header", name) }

  /// A cookie as its type.
  ///
  /// - Throws: `DecodingError`.
  public func cookie<T: Decodable>(_ name: String) throws -> T { try parameter("cookie", name) }

  /// A header of a form's part as its type.
  ///
  /// - Throws: `DecodingError`.
  public func part<T: Decodable>(_ name: String) throws -> T { try parameter("part", name) }

  /// The whole query as its type.
  ///
  /// - Throws: `DecodingError`.
  public func querystring<T: Decodable>(_ name: String) throws -> T { try parameter("querystring", name) }

  /// A parameter as its type; null where it is not given.
  private func parameter<T: Decodable>(_ location: String, _ name: String) throws -> T {
    try Self.decode(values["\(location) \(name)"])
  }

  /// A value as a type.
  private static func decode<T: Decodable>(_ value: JSONValue?) throws -> T {
    try JSONCoding.decode(T.self, from: value ?? .null)
  }
}
