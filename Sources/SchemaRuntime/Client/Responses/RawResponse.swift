import HTTPTypes

/// A response whose body has arrived.
struct RawResponse: Sendable {
  /// The operation that was called.
  let operation: String
  /// What comes before the body.
  let head: ResponseHead
  /// The body, or the part of it that is looked at.
  let body: [UInt8]
  /// The number of the event or value that the body is in a stream, from 1; nil where it is the whole body.
  var element: Int?
  /// The event whose data the body is; nil where it is something else.
  var event: EventData?
  /// Blacks out credentials.
  let redaction: Redaction

  /// The start of the body without credentials.
  var excerpt: String { redaction.excerpt(body) }

  /// Whether the body says of itself that it is JSON, or does not say what it is.
  private var isJSON: Bool {
    guard let type = head.mediaType else { return true }
    return type == "application/json" || type.contains("json")
  }

  /// The body as a value; text and bytes as they are where the type asks for them and the body is not JSON.
  ///
  /// - Throws: `ResponseDecodingError`.
  func decode<T: Decodable>(_ type: T.Type) throws -> T {
    if !isJSON, let text = (try? text()) as? T { return text }
    do {
      return try JSONCoding.decode(type, from: JSONValue(parsing: body), of: event)
    } catch let error as JSONParsingError {
      let found = body.isEmpty ? "an empty body" : "text that is not (\(error))"
      throw ResponseDecodingError(self, keyPath: "", expected: "JSON", found: found, underlying: error)
    } catch {
      let mismatch = ValueMismatch(error)
      throw ResponseDecodingError(
        self,
        keyPath: mismatch?.keyPath ?? "",
        expected: mismatch?.expected ?? "\(type)",
        found: mismatch?.found ?? "\(error)",
        underlying: error
      )
    }
  }

  /// The body of a documented error as a value; where the document says text, any text is one, JSON as well: whatever
  /// stands between client and server answers in a form of its own.
  ///
  /// - Throws: `ResponseDecodingError`.
  func decodeError<T: Decodable>(_ type: T.Type) throws -> T {
    do {
      return try decode(type)
    } catch {
      guard let text = (try? text()) as? T else { throw error }
      return text
    }
  }

  /// The body as text in UTF-8.
  ///
  /// - Throws: `ResponseDecodingError` where it is not UTF-8.
  func text() throws -> String {
    if let invalid = UTF8Check.firstInvalid(in: body) {
      throw ResponseDecodingError(
        self,
        keyPath: "",
        expected: "text in UTF-8",
        found: "another byte at offset \(invalid)",
        underlying: nil
      )
    }
    return String(decoding: body, as: UTF8.self)
  }
}
