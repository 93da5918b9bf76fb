import SchemaDocument
import SchemaSource

/// The versions of the specification that are read, and all in which they differ for the reader.
///
/// Real documents mix the keywords of all versions, so schemas are read alike under each of them.
enum OpenAPIVersion: Sendable {
  case v3_0, v3_1, v3_2

  /// The version that a document states; nil, with an error, where it is one that is not read. A document that states
  /// none is read as 3.1, one of a later 3.x as 3.2.
  init?(of root: Node, report: inout Report) {
    guard let member = root.members?.last(where: { $0.key == "openapi" }) else {
      let start = SourceSpan(file: root.span.file, start: root.span.start, end: root.span.start)
      report.add(.unexpectedValue, "the document states no 'openapi' version; it is read as 3.1", at: start)
      self = .v3_1
      return
    }
    let text = report.text(of: member) ?? ""
    let parts = text.split(separator: ".")
    switch (parts.first.flatMap { Int($0) }, parts.dropFirst().first.flatMap { Int($0) }) {
    case (3, 0): self = .v3_0
    case (3, 1), (3, nil): self = .v3_1
    case (3, 2): self = .v3_2
    case (3, _):
      report.add(
        .unsupportedFeature,
        "OpenAPI \(text) is read as 3.2; what is new in it is left out",
        at: member.value.span
      )
      self = .v3_2
    case (nil, _):
      report.add(
        .unexpectedValue,
        "'\(text)' is no version of OpenAPI; the document is read as 3.1",
        at: member.value.span
      )
      self = .v3_1
    default:
      let message = "OpenAPI \(text) is not read; versions 3.0 to 3.2 are, and a later 3.x as 3.2"
      report.add(Diagnostic(.unexpectedValue, message, at: member.value.span, severity: .error))
      return nil
    }
  }

  /// Members of a path item that are operations in every version (OpenAPI 3.1, section 4.8.9).
  static let methods: Set<String> = ["get", "put", "post", "delete", "options", "head", "patch", "trace"]

  /// Other methods of HTTP that documents have operations for (https://www.iana.org/assignments/http-methods).
  static let rareMethods: Set<String> = [
    "acl", "bind", "checkin", "checkout", "connect", "copy", "label", "link", "lock", "merge", "mkcalendar", "mkcol",
    "move", "propfind", "proppatch", "purge", "rebind", "report", "search", "subscribe", "unbind", "unlink", "unlock",
    "unsubscribe", "update",
  ]

  /// Whether the root may describe webhooks (OpenAPI 3.1, section 4.8.1).
  var hasWebhooks: Bool { self != .v3_0 }

  /// Whether a path item may have operations of any method (OpenAPI 3.2, section 4.9).
  var hasAdditionalOperations: Bool { self == .v3_2 }
}
