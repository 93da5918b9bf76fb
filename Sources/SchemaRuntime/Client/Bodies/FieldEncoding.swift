import HTTPTypes

/// How one property of a form is sent (OpenAPI 3.2, section 4.15).
enum FieldEncoding: Hashable, Sendable {
  /// As a parameter of this style is; each element or member by itself where `explode` is true.
  case style(ParameterStyle, explode: Bool)
  /// In this media type: JSON where it is one of JSON's, otherwise as text or bytes.
  case mediaType(String)
}

extension Call {
  /// Says in which style the body's form holds a property; comes before the body.
  public mutating func field(_ name: String, style: ParameterStyle, explode: Bool = true) {
    fieldEncodings[name] = .style(style, explode: explode)
  }

  /// Says in which media type the body's form holds a property; comes before the body.
  public mutating func field(_ name: String, mediaType: String) { fieldEncodings[name] = .mediaType(mediaType) }

  /// Adds a header field to the parts in which the body's multipart form holds a property; nil is none; comes before the
  /// body.
  ///
  /// Sending throws `InvalidCall` where no header can hold the name or the value, `EncodingError` where the value cannot be
  /// encoded.
  public mutating func field(
    _ name: String,
    header: String,
    _ value: (some Encodable)?,
    style: ParameterStyle = .simple,
    explode: Bool = false
  ) {
    take { call in
      guard let value, let text = try StyledParameter(header, value, style: style, explode: explode).headerText else {
        return
      }
      try call.partHeaders[name, default: HTTPFields()].append(call.field(header, text))
    }
  }

  /// Adds a header field that is JSON text to the parts in which the body's multipart form holds a property; nil is none;
  /// comes before the body.
  ///
  /// Sending throws `InvalidCall` where no header can hold the name or the value, `EncodingError` where the value cannot be
  /// encoded.
  public mutating func field(_ name: String, header: String, json value: (some Encodable)?) {
    guard let value else { return }
    take { call in
      try call.partHeaders[name, default: HTTPFields()].append(call.field(header, try Self.jsonText(value)))
    }
  }
}
