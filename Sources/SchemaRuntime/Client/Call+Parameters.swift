import HTTPTypes

extension Call {
  /// Sets a path parameter.
  ///
  /// Sending throws `InvalidCall` where the value is empty, `EncodingError` where it cannot be encoded.
  public mutating func path(
    _ name: String,
    _ value: some Encodable,
    style: ParameterStyle = .simple,
    explode: Bool = false,
    allowReserved: Bool = false
  ) {
    take { call in
      let parameter = try StyledParameter(name, value, style: style, explode: explode, allowReserved: allowReserved)
      var text = parameter.pathText
      // A slash or a question mark would lead to another operation.
      if text.utf8.contains(where: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") }) {
        text = text.replacing("/", with: "%2F").replacing("?", with: "%3F")
      }
      guard !text.isEmpty else { throw call.invalid("the path parameter \"\(name)\" is empty") }
      call.pathValues[name] = text
    }
  }

  /// Adds a query parameter; nil is left out.
  ///
  /// Sending throws `EncodingError` where the value cannot be encoded.
  public mutating func query(
    _ name: String,
    _ value: (some Encodable)?,
    style: ParameterStyle = .form,
    explode: Bool = true,
    allowReserved: Bool = false
  ) {
    guard let value else { return }
    take { call in
      let parameter = try StyledParameter(name, value, style: style, explode: explode, allowReserved: allowReserved)
      call.queryItems += parameter.pairs
    }
  }

  /// Adds a header parameter; nil is left out.
  ///
  /// Sending throws `InvalidCall` where no header can hold the name or the value, `EncodingError` where the value cannot be
  /// encoded.
  public mutating func header(
    _ name: String,
    _ value: (some Encodable)?,
    style: ParameterStyle = .simple,
    explode: Bool = false
  ) {
    take { call in
      guard let value, let text = try StyledParameter(name, value, style: style, explode: explode).headerText else {
        return
      }
      try call.headers.append(call.field(name, text))
    }
  }

  /// Adds a cookie; nil is left out.
  ///
  /// Sending throws `InvalidCall` where the style encodes nothing and no cookie can hold the value, `EncodingError` where the
  /// value cannot be encoded.
  public mutating func cookie(
    _ name: String,
    _ value: (some Encodable)?,
    style: ParameterStyle = .form,
    explode: Bool = true,
    allowReserved: Bool = false
  ) {
    guard let value else { return }
    take { call in
      let parameter = try StyledParameter(name, value, style: style, explode: explode, allowReserved: allowReserved)
      let pairs = parameter.pairs
      guard pairs.allSatisfy({ Self.isCookieText($0.name) && !$0.name.contains("=") && Self.isCookieText($0.value) })
      else { throw call.invalid("the cookie \"\(name)\" cannot hold its value") }
      call.cookies += pairs
    }
  }

  /// Whether a text ends no cookie before its end (RFC 6265, section 4.2.1).
  private static func isCookieText(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: ";") }
  }

  /// A header field.
  ///
  /// - Throws: `InvalidCall` where no header can hold the name or the value; the value is not shown.
  func field(_ name: String, _ value: String) throws -> HTTPField {
    guard let fieldName = HTTPField.Name(name) else { throw invalid("\"\(name)\" is no name of a header") }
    return try field(fieldName, value)
  }

  /// A header field.
  ///
  /// - Throws: `InvalidCall` where no header can hold the value, which is not shown.
  func field(_ name: HTTPField.Name, _ value: String) throws -> HTTPField {
    guard HTTPField.isValidValue(value) else { throw invalid("the header \"\(name.rawName)\" cannot hold its value") }
    return HTTPField(name: name, value: value)
  }
}
