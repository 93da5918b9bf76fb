extension Call {
  /// Sets a path parameter that is JSON text.
  ///
  /// Sending throws `EncodingError` where the value cannot be encoded.
  public mutating func path(_ name: String, json value: some Encodable) {
    take { call in call.pathValues[name] = PercentEncoding.encode(try Self.jsonText(value)) }
  }

  /// Adds a query parameter that is JSON text; nil is left out.
  ///
  /// Sending throws `EncodingError` where the value cannot be encoded.
  public mutating func query(_ name: String, json value: (some Encodable)?) {
    guard let value else { return }
    take { call in
      call.queryItems.append((PercentEncoding.encode(name), PercentEncoding.encode(try Self.jsonText(value))))
    }
  }

  /// Adds a header parameter that is JSON text; nil is left out.
  ///
  /// Sending throws `InvalidCall` where no header can hold the name or the value, `EncodingError` where the value cannot be
  /// encoded.
  public mutating func header(_ name: String, json value: (some Encodable)?) {
    guard let value else { return }
    take { call in try call.headers.append(call.field(name, try Self.jsonText(value))) }
  }

  /// Adds a cookie that is JSON text, percent-encoded; nil is left out.
  ///
  /// Sending throws `EncodingError` where the value cannot be encoded.
  public mutating func cookie(_ name: String, json value: (some Encodable)?) {
    guard let value else { return }
    take { call in
      call.cookies.append((PercentEncoding.encode(name), PercentEncoding.encode(try Self.jsonText(value))))
    }
  }

  /// Makes the whole query of one value as JSON text (OpenAPI 3.2, section 4.12.1); nil is none.
  ///
  /// Sending throws `EncodingError` where the value cannot be encoded.
  public mutating func queryString(json value: (some Encodable)?) {
    guard let value else { return }
    take { call in call.queryText = PercentEncoding.encode(try Self.jsonText(value)) }
  }

  /// Makes the whole query of one value as a form does (OpenAPI 3.2, section 4.12.1); nil is none.
  ///
  /// Sending throws `InvalidCall` where the value is no object, `EncodingError` where it cannot be encoded.
  public mutating func queryString(urlEncoded value: (some Encodable)?) {
    guard let value else { return }
    take { call in call.queryText = try call.formText(value) }
  }

  /// Makes the whole query of a text, percent-encoded where no query can hold it; nil is none.
  public mutating func queryString(text value: String?) {
    guard let value else { return }
    queryText = PercentEncoding.encodeIllegal(value)
  }

  /// A value as JSON text.
  static func jsonText(_ value: some Encodable) throws -> String {
    String(decoding: try JSONCoding.bytes(value), as: UTF8.self)
  }
}
