import HTTPTypes

extension Call {
  /// Sets a path parameter.
  ///
  /// - Throws: `InvalidCall` where the value is empty, `EncodingError` where it cannot be encoded.
  public mutating func path(
    _ name: String,
    _ value: some Encodable,
    style: ParameterStyle = .simple,
    explode: Bool = false
  ) throws {
    let text = try StyledParameter(name, value, style: style, explode: explode).pathText
    guard !text.isEmpty else { throw invalid("the path parameter \"\(name)\" is empty") }
    pathValues[name] = text
  }

  /// Adds a query parameter; nil is left out.
  ///
  /// - Throws: `EncodingError` where the value cannot be encoded.
  public mutating func query(
    _ name: String,
    _ value: (some Encodable)?,
    style: ParameterStyle = .form,
    explode: Bool = true
  ) throws {
    guard let value else { return }
    queryItems += try StyledParameter(name, value, style: style, explode: explode).pairs
  }

  /// Adds a header parameter; nil is left out.
  ///
  /// - Throws: `InvalidCall` where no header can hold the name or the value, `EncodingError` where the value cannot be
  ///   encoded.
  public mutating func header(
    _ name: String,
    _ value: (some Encodable)?,
    style: ParameterStyle = .simple,
    explode: Bool = false
  ) throws {
    guard let value, let text = try StyledParameter(name, value, style: style, explode: explode).headerText else {
      return
    }
    try headers.append(field(name, text))
  }

  /// Adds a cookie; nil is left out.
  ///
  /// - Throws: `EncodingError` where the value cannot be encoded.
  public mutating func cookie(
    _ name: String,
    _ value: (some Encodable)?,
    style: ParameterStyle = .form,
    explode: Bool = true
  ) throws {
    guard let value else { return }
    cookies += try StyledParameter(name, value, style: style, explode: explode).pairs
  }

  /// A header field.
  ///
  /// - Throws: `InvalidCall` where no header can hold the name or the value; the value is not shown.
  func field(_ name: String, _ value: String) throws -> HTTPField {
    guard let fieldName = HTTPField.Name(name) else { throw invalid("\"\(name)\" is no name of a header") }
    guard HTTPField.isValidValue(value) else { throw invalid("the header \"\(name)\" cannot hold its value") }
    return HTTPField(name: fieldName, value: value)
  }
}
