import SchemaDescription
import SchemaSource

/// An endpoint that is being read.
struct DocumentationEndpoint {
  /// Upper case; nil before the page has said it.
  var method: String?
  /// The address; nil before the page has said it.
  var url: EndpointURL?
  /// Where both stand.
  var span: SourceSpan
  /// What the endpoint is called.
  var title: PageLine?
  /// The media type of the body where the page says it before the body.
  var mediaType: String?
  /// Everything else.
  var contents = PageContents()

  /// Whether the page has said where the endpoint is.
  var isComplete: Bool { method != nil && url != nil }

  /// Whether something was documented already.
  var hasContents: Bool {
    !contents.parameters.isEmpty || !contents.bodies.isEmpty || !contents.responses.isEmpty || !contents.curls.isEmpty
      || !contents.requestSamples.isEmpty || !contents.responseSamples.isEmpty
  }

  /// The method and the address; without a method `POST` where something is sent, else `GET`.
  var head: PageHead? {
    guard let url else { return nil }
    let sends = !contents.bodies.isEmpty || !contents.requestSamples.isEmpty
    let known = method ?? contents.curls.first?.method ?? (sends ? "POST" : "GET")
    return PageHead(method: known, url: url, title: title, first: 0, end: 0, span: span)
  }
}
