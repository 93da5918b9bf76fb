import SchemaDocument
import SchemaSource

/// The versions of the specification that are read, and all in which they differ for the reader.
///
/// Real documents mix the keywords of all versions, so schemas are read alike under each of them.
enum OpenAPIVersion: Sendable {
  case v3_0, v3_1

  /// The version that a document states; nil, with an error, where it is one that is not read. A document that states
  /// none, or a later 3.x, is read as 3.1.
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
    case (3, _):
      report.add(.unsupportedFeature, "OpenAPI \(text) is read as 3.1", at: member.value.span)
      self = .v3_1
    case (nil, _):
      report.add(
        .unexpectedValue,
        "'\(text)' is no version of OpenAPI; the document is read as 3.1",
        at: member.value.span
      )
      self = .v3_1
    default:
      let message = "OpenAPI \(text) is not read"
      report.add(Diagnostic(.unsupportedFeature, message, at: member.value.span, severity: .error))
      return nil
    }
  }

  /// The members of a path item that are operations (section 4.8.9 in both versions).
  var methods: Set<String> {
    switch self {
    case .v3_0, .v3_1: ["get", "put", "post", "delete", "options", "head", "patch", "trace"]
    }
  }

  /// Whether the root may describe webhooks (OpenAPI 3.1, section 4.8.1).
  var hasWebhooks: Bool { self != .v3_0 }
}
