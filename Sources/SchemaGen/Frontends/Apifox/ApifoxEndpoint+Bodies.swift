import SchemaDescription
import SchemaDocument
import SchemaSource

extension ApifoxEndpoint {
  /// The body of a `requestBody` object; nil where its type is `none` or empty.
  mutating func requestBody(_ node: Node, method: String) -> BodyDescription? {
    guard node.members != nil else {
      if !node.isNull { report.addUnexpected(node, "the request body", "an object") }
      return nil
    }
    let type = text(node["type"]) ?? ""
    guard type != "none" else { return nil }
    let fields = node["parameters"]?.elements ?? []
    let hasSchema = node["jsonSchema"]?.members?.isEmpty == false
    guard !type.isEmpty || hasSchema || !fields.isEmpty else { return nil }
    let stated = text(node["mediaType"]) ?? type
    let mediaType = MediaTypeName.normalized(stated) ?? Self.mediaType(ofContent: type)
    var content = MediaTypeDescription(mediaType: mediaType, span: node.span)
    if MediaTypeName.isForm(mediaType) {
      content.schema = formSchema(fields, at: node["parameters"]?.span ?? node.span)
    } else if hasSchema, let schema = node["jsonSchema"] {
      content.schema = schemas.read(schema, report: &report)
    }
    content.examples = requestExamples(node, mediaType)
    let isRequired = node["required"]?.boolean ?? !["GET", "HEAD", "DELETE"].contains(method)
    return BodyDescription(
      isRequired: isRequired,
      description: text(node["description"]),
      contents: [content],
      span: node.span
    )
  }

  /// The schema of a form's fields.
  private mutating func formSchema(_ fields: [Node], at span: SourceSpan) -> RawSchema {
    var schema = RawSchema(at: span)
    schema.types = [.object]
    for field in fields {
      guard let name = field["name"]?.string, !name.isEmpty else {
        report.addUnexpected(field, "a field of the form", "an object with a name")
        continue
      }
      guard !schema.properties.contains(where: { $0.key == name }) else { continue }
      var property = self.schema(ofField: field)
      property.description = property.description ?? text(field["description"])
      property.examples = examples(ofField: field, schema: property)
      let nameSpan = field["name"]?.span ?? field.span
      schema.properties.append(RawProperty(key: name, keySpan: nameSpan, schema: property))
      if field["required"]?.boolean == true { schema.required.append(RequiredName(name, at: nameSpan)) }
    }
    return schema
  }

  /// The examples of a request body, under any of the names that exports give them.
  private mutating func requestExamples(_ node: Node, _ mediaType: String) -> [RawExample] {
    var examples: [RawExample] = []
    for example in node["examples"]?.elements ?? [] {
      let name = text(example["name"]) ?? text(example["description"])
      if let value = example["value"] { add(value, name: name, mediaType, to: &examples) }
    }
    for key in ["example", "sampleValue"] {
      if let value = node[key], !value.isNull { add(value, name: nil, mediaType, to: &examples) }
    }
    return examples
  }

  /// Adds an example unless it is there already; the value of a JSON body is a string that holds JSON.
  private mutating func add(_ value: Node, name: String?, _ mediaType: String, to examples: inout [RawExample]) {
    guard let text = value.string else {
      if !examples.contains(where: { $0.value.isSameValue(as: value) }) {
        examples.append(RawExample(name: name, value))
      }
      return
    }
    guard !text.allSatisfy(\.isWhitespace) else { return }
    if mediaType == "text/event-stream" {
      let events = EventExamples.nodes(in: text, at: value.span, report: &report)
      examples += events.map { RawExample(name: name, $0) }
      return
    }
    guard MediaTypeName.isJSON(mediaType) || MediaTypeName.isForm(mediaType) else {
      if mediaType.hasPrefix("text/") { examples.append(RawExample(name: name, value)) }
      return
    }
    var failure = Report()
    guard let read = JSONReader.readEmbedded(text, at: value.span, report: &failure) else {
      let reason = failure.diagnostics.first { $0.severity == .error }.map { [Diagnostic.Note($0.message)] } ?? []
      report.add(
        .unreadableExample,
        "this example is no JSON although its media type is",
        at: value.span,
        notes: reason
      )
      return
    }
    if !examples.contains(where: { $0.value.isSameValue(as: read) }) { examples.append(RawExample(name: name, read)) }
  }

  /// The responses of a `responses` array; `examples` is the `responseExamples` array of a project export.
  mutating func responses(_ node: Node, examples: Node? = nil) -> [ResponseDescription] {
    guard let elements = node.elements else {
      if !node.isNull { report.addUnexpected(node, "the responses", "an array") }
      return []
    }
    var responses: [ResponseDescription] = []
    for element in elements {
      guard let status = status(element["code"]) else {
        report.addUnexpected(element, "a response", "an object with a status code")
        continue
      }
      guard !responses.contains(where: { $0.status == status }) else {
        let message = "a second response with this status is left out"
        report.add(.unsupportedFeature, message, at: element["code"]?.span ?? element.span)
        continue
      }
      responses.append(response(element, status, examples: examples?.elements ?? []))
    }
    return responses
  }

  /// One response.
  private mutating func response(_ node: Node, _ status: ResponseStatus, examples: [Node]) -> ResponseDescription {
    let kind = text(node["contentType"]) ?? "json"
    let description = text(node["description"]) ?? text(node["name"])
    var response = ResponseDescription(status: status, description: description, contents: [], span: node.span)
    guard kind != "none", kind != "noContent" else { return response }
    let mediaType = text(node["mediaType"]).flatMap { MediaTypeName.normalized($0) } ?? Self.mediaType(ofContent: kind)
    var content = MediaTypeDescription(mediaType: mediaType, span: node.span)
    let isStream = mediaType == "text/event-stream" && node["itemSchema"]?.members?.isEmpty == false
    if let schema = node[isStream ? "itemSchema" : "jsonSchema"], schema.members?.isEmpty == false {
      content.schema = schemas.read(schema, report: &report)
    }
    let id = identifier(node["id"])
    for example in examples where id != nil && identifier(example["responseId"]) == id {
      if let data = example["data"] { add(data, name: text(example["name"]), mediaType, to: &content.examples) }
    }
    response.contents = [content]
    return response
  }

  /// The status that a `code` stands for: a number, also as a string.
  private func status(_ node: Node?) -> ResponseStatus? {
    guard let text = node?.number ?? node?.string else { return nil }
    if let code = Int(text), (100..<600).contains(code) { return .code(code) }
    if text == "0" || text.lowercased() == "default" { return .default }
    let bytes = Array(text.utf8)
    guard bytes.count == 3, text.lowercased().hasSuffix("xx"), (0x31...0x35).contains(bytes[0]) else { return nil }
    return .range(Int(bytes[0]) - 0x30)
  }

  /// An id, which is a number at one place and a string at another.
  private func identifier(_ node: Node?) -> String? { node?.number ?? node?.string }

  /// The media type for the word that Apifox has for a kind of content.
  private static func mediaType(ofContent kind: String) -> String {
    switch kind.lowercased() {
    case "json": "application/json"
    case "xml": "application/xml"
    case "html": "text/html"
    case "raw", "text": "text/plain"
    case "binary": "application/octet-stream"
    case "msgpack": "application/x-msgpack"
    case "eventstream", "event-stream": "text/event-stream"
    default: MediaTypeName.normalized(kind) ?? "application/json"
    }
  }
}
