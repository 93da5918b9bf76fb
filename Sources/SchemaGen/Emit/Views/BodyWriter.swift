import SchemaIR

/// Writes what a client's method does with the body that it sends.
struct BodyWriter {
  let layout: Layout
  let types: TypePrinter
  /// Where the statements begin within the client's text.
  let indent: Int

  /// The type of what a caller gives in one media type.
  func type(of content: Content) -> String {
    switch content.coding {
    case .json, .multipart, .urlEncoded: types.text(content.type)
    case .jsonLines: "ValueSequence<\(types.text(content.type))>"
    case .text, .eventStream: "String"
    case .binary: "HTTPBody"
    }
  }

  /// The parameter for a body of a type.
  func parameter(_ type: String, _ presence: Presence) -> String {
    presence == .required ? "_ body: \(type)" : "_ body: \(type.hasSuffix("?") ? type : type + "?") = nil"
  }

  /// The statements that add a body in its one media type to the call, those for the fields of a form first.
  func statements(_ content: Content) -> [String] { statements(content, value: "body", indent: indent) }

  /// The statement that adds a body in the media type that the caller has chosen; `names` are those of the cases, and
  /// `changes` gives what is changed in a value of one media type before it is sent.
  func choice(
    _ body: Body,
    names: [SwiftName],
    changes: (_ content: Content, _ value: String, _ indent: Int) -> [String]
  ) -> String {
    let margin = String(repeating: " ", count: indent)
    var lines = ["switch body {"]
    let suffix = body.presence == .required ? "" : "?"
    for (content, name) in zip(body.contents, names) {
      let changes = changes(content, "value", indent + 2)
      let head = "case .\(name.text)(\(changes.isEmpty ? "let" : "var") value)\(suffix):"
      let inner = changes + statements(content, value: "value", indent: indent + 2)
      if inner.count == 1, !inner[0].contains("\n"), layout.fits("\(head) \(inner[0])", indent: indent) {
        lines.append("\(margin)\(head) \(inner[0])")
      } else {
        lines.append(margin + head)
        lines += inner.map { "\(margin)  \($0)" }
      }
    }
    if body.presence == .optional { lines.append("\(margin)case nil: break") }
    return lines.joined(separator: "\n") + "\n\(margin)}"
  }

  /// The statements that add a value to the call.
  private func statements(_ content: Content, value: String, indent: Int) -> [String] {
    let coding = BodyWriter.coding(content.coding)
    var arguments = ["\(coding.label): \(value)"]
    // A range of media types is no type of one body.
    if content.mediaType != coding.mediaType, !content.mediaType.isEmpty, !content.mediaType.contains("*") {
      arguments.append("mediaType: \(StringLiteral.quoted(content.mediaType))")
    }
    return content.fields.map { statement($0, indent: indent) }
      + [layout.call("call.body", arguments, indent: indent)]
  }

  /// The statement that says how a form holds a property.
  private func statement(_ field: Content.Field, indent: Int) -> String {
    var arguments = [StringLiteral.quoted(field.property)]
    switch field.coding {
    case .styled(let style, let explode):
      arguments.append("style: .\(style.rawValue)")
      if !explode { arguments.append("explode: false") }
    case .mediaType(let mediaType): arguments.append("mediaType: \(StringLiteral.quoted(mediaType))")
    }
    return layout.call("call.field", arguments, indent: indent)
  }

  /// The label of the body's argument and the media type that needs no mention.
  private static func coding(_ coding: Content.Coding) -> (label: String, mediaType: String) {
    switch coding {
    case .json: ("json", "application/json")
    case .multipart: ("multipart", "multipart/form-data")
    case .urlEncoded: ("urlEncoded", "application/x-www-form-urlencoded")
    case .jsonLines: ("values", "application/jsonl")
    case .text, .eventStream: ("text", "text/plain")
    case .binary: ("stream", "application/octet-stream")
    }
  }
}
