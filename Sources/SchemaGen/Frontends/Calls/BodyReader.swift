import SchemaDescription
import SchemaDocument
import SchemaSource

/// Reads the text of a recorded body.
enum BodyReader {
  /// Texts that are longer, in bytes, show nobody anything.
  private static let textLimit = 4096

  /// What a body is that is written as text; nil where nothing is known of it. `name` is the example's.
  static func read(
    _ text: String,
    mediaType stated: String?,
    name: String? = nil,
    at span: SourceSpan,
    report: inout Report
  ) -> CallBody? {
    let isBlank = text.allSatisfy(\.isWhitespace)
    guard !isBlank || stated != nil else { return nil }
    let mediaType = stated.flatMap { MediaTypeName.normalized($0) } ?? guess(text, at: span)
    var body = CallBody(mediaType, at: span)
    if isBlank { return MediaTypeKind(mediaType) == .json ? nil : body }
    switch MediaTypeKind(mediaType) {
    case .json: readJSON(text, name: name, into: &body, report: &report)
    case .urlEncoded: body.fields = fields(ofEncoded: text, at: span)
    case .multipart: body.fields = MultipartText.fields(in: text, at: span)
    case .eventStream:
      body.examples = EventExamples.nodes(in: text, at: span, report: &report).map { RawExample(name: name, $0) }
    case .jsonLines: readLines(text, name: name, into: &body, report: &report)
    case .text:
      if text.utf8.count <= textLimit {
        body.examples = [RawExample(name: name, Node(.string(text), at: span))]
      } else {
        report.add(.ignoredText, "a text of more than \(textLimit) bytes is no example", at: span)
      }
    case .binary: break
    }
    return body
  }

  /// The fields of a body in URL encoding.
  static func fields(ofEncoded text: String, at span: SourceSpan) -> [CallField] {
    text.split(separator: "&").compactMap { pair in
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = decoded(parts[0]).filter { !$0.isNewline }
      guard !name.isEmpty else { return nil }
      return CallField(name, parts.count > 1 ? decoded(parts[1]) : "", at: span)
    }
  }

  /// A text with its URL encoding undone.
  static func decoded(_ text: some StringProtocol) -> String {
    PathText.withoutPercentEscapes(String(text.map { $0 == "+" ? " " : $0 }))
  }

  /// Reads JSON, with placeholders and comments where a tool allows them.
  private static func readJSON(_ text: String, name: String?, into body: inout CallBody, report: inout Report) {
    var failure = Report()
    guard let node = JSONReader.readEmbedded(text, at: body.span, report: &failure) else {
      let reason = failure.diagnostics.first { $0.severity == .error }.map { [Diagnostic.Note($0.message)] } ?? []
      report.add(
        .unreadableExample,
        "this body is no JSON although its media type is \(body.mediaType)",
        at: body.span,
        notes: reason
      )
      return
    }
    report.merge(failure)
    if let schema = PlaceholderSchema.schema(of: node) {
      body.schema = schema
    } else {
      body.examples = [RawExample(name: name, node)]
    }
  }

  /// Reads JSON values one a line.
  private static func readLines(_ text: String, name: String?, into body: inout CallBody, report: inout Report) {
    for line in text.split(whereSeparator: { $0.isNewline || $0 == "\u{1E}" }) where !line.allSatisfy(\.isWhitespace) {
      var failure = Report()
      if let node = JSONReader.readEmbedded(String(line), at: body.span, report: &failure) {
        body.examples.append(RawExample(name: name, node))
      } else {
        report.add(.unreadableExample, "a line of this body is no JSON", at: body.span)
      }
    }
  }

  /// The media type of a body of which nothing is said.
  private static func guess(_ text: String, at span: SourceSpan) -> String {
    let start = text[...].trimmed
    if start.hasPrefix("{") || start.hasPrefix("[") {
      var trial = Report()
      if JSONReader.readEmbedded(text, at: span, report: &trial) != nil { return "application/json" }
    }
    if start.hasPrefix("data:") || start.hasPrefix("event:") { return "text/event-stream" }
    return start.hasPrefix("<?xml") ? "application/xml" : "text/plain"
  }
}
