/// How the bytes of a media type and values correspond.
package enum MediaTypeKind: Hashable, Sendable {
  case json, multipart, urlEncoded, text, binary
  /// Server-sent events.
  case eventStream
  /// JSON values one after another (OpenAPI 3.2, section 4.14.2).
  case jsonLines

  /// Media types of JSON values one after another, as servers name them.
  private static let sequences: Set<String> = [
    "application/jsonl", "application/x-jsonl", "application/jsonlines", "application/x-jsonlines",
    "application/ndjson", "application/x-ndjson", "application/json-seq", "application/stream+json",
    "application/x-json-stream", "text/jsonl", "text/ndjson",
  ]

  /// Whether a media type, lower case and without parameters, is one of XML (RFC 7303): nothing reads or writes it, and
  /// its own declaration says how its text is coded, so that it is bytes. Pictures are bytes whatever they are made of.
  package static func isXML(_ mediaType: String) -> Bool {
    mediaType == "application/xml" || mediaType == "text/xml"
      || mediaType.hasSuffix("+xml") && !mediaType.hasPrefix("image/")
  }

  /// The kind of a media type, lower case and without parameters; what says nothing, such as `*/*`, is JSON.
  package init(_ mediaType: String) {
    switch mediaType {
    case "", "*", "*/*", "application/*": self = .json
    case "application/x-www-form-urlencoded": self = .urlEncoded
    case "text/event-stream": self = .eventStream
    case _ where Self.sequences.contains(mediaType) || mediaType.hasSuffix("+json-seq"): self = .jsonLines
    case _ where mediaType.hasSuffix("json"): self = .json
    case _ where mediaType.hasPrefix("multipart/"): self = .multipart
    case _ where Self.isXML(mediaType): self = .binary
    case _ where mediaType.hasPrefix("text/"): self = .text
    default: self = .binary
    }
  }
}

extension MediaTypeDescription {
  /// How the bytes of the body and values correspond. Bytes are bytes in a media type of JSON as well: documents write
  /// `type: string, format: binary` there for a file, and mean no string in quotes. What examples show to be no text is
  /// JSON all the same.
  package var kind: MediaTypeKind {
    let kind = MediaTypeKind(mediaType)
    guard kind == .json, let schema, schema.reference == nil, schema.format?.lowercased() == "binary",
      schema.types.contains(.string), schema.types.allSatisfy({ $0 == .string || $0 == .null }),
      (examples + schema.examples).allSatisfy({ $0.value.string != nil })
    else { return kind }
    return .binary
  }
}
