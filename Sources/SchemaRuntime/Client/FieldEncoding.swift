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
}
