import SchemaDescription
import SchemaDocument
import SchemaSource

extension ApifoxEndpoint {
  /// The body of a `requestBody` object; nil where its type is `none` or empty.
  mutating func requestBody(_ node: Node, method: String) -> BodyDescription? {
    guard node.members != nil else {
      if !node.isNothing { report.addUnexpected(node, "the request body", "an object") }
      return nil
    }
    let type = report.filledText("type", of: node) ?? ""
    noteExtensions(of: node)
    guard type != "none" else { return nil }
    let fields = report.elements("parameters", of: node)
    // Fields without a type of body are those of a form.
    let form = fields.isEmpty ? type : "application/x-www-form-urlencoded"
    let stated = report.filledText("mediaType", of: node) ?? (type.isEmpty ? form : type)
    let mediaType = MediaTypeName.normalized(stated) ?? Self.mediaType(ofContent: type)
    var content = MediaTypeDescription(mediaType: mediaType, span: node.span)
    if MediaTypeName.isForm(mediaType) {
      content.schema = formSchema(fields, at: node["parameters"]?.span ?? node.span)
    } else {
      content.schema = schema("jsonSchema", of: node)
    }
    guard !type.isEmpty || content.schema != nil else { return nil }
    content.examples = requestExamples(node, mediaType)
    let isRequired = report.flag("required", of: node) ?? !["GET", "HEAD", "DELETE"].contains(method)
    return BodyDescription(
      isRequired: isRequired,
      description: report.filledText("description", of: node),
      contents: [content],
      span: node.span
    )
  }

  /// The schema in a member; nil where it says nothing at all.
  private mutating func schema(_ key: String, of node: Node) -> RawSchema? {
    guard let member = node.member(key), !member.value.isNothing else { return nil }
    return schemas.read(member.value, report: &report)
  }

  /// Says, for those who ask, that extensions which an export to OpenAPI would have are not read.
  mutating func noteExtensions(of node: Node) {
    guard let member = node.member("oasExtensions"), !member.value.isNothing else { return }
    let message = "extensions for OpenAPI exports are left out"
    report.add(Diagnostic(.ignoredText, message, at: member.keySpan, severity: .note))
  }

  /// The schema of a form's fields.
  private mutating func formSchema(_ fields: [Node], at span: SourceSpan) -> RawSchema {
    var schema = RawSchema(at: span)
    schema.types = [.object]
    for field in fields { add(field, to: &schema) }
    let positions = Dictionary(schema.properties.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { $1 })
    // Of two with one name the later counts.
    guard positions.count < schema.properties.count else { return schema }
    schema.properties = schema.properties.enumerated().filter { positions[$1.key] == $0 }.map(\.element)
    return schema
  }

  /// Adds a field of a form to its schema.
  mutating func add(_ field: Node, to schema: inout RawSchema) {
    guard let name = field["name"]?.string, !name.isEmpty else {
      if !isEmptyRow(field) { report.addUnexpected(field, "a field of the form", "an object with a name") }
      return
    }
    var property = self.schema(ofField: field)
    property.description = property.description ?? report.filledText("description", of: field)
    property.examples = examples(ofField: field, schema: property)
    let nameSpan = field["name"]?.span ?? field.span
    schema.properties.append(RawProperty(key: name, keySpan: nameSpan, schema: property))
    if report.flag("required", of: field) == true { schema.required.append(RequiredName(name, at: nameSpan)) }
  }

  /// The examples of a request body, under any of the names that exports give them.
  private mutating func requestExamples(_ node: Node, _ mediaType: String) -> [RawExample] {
    var examples: [RawExample] = []
    for example in report.elements("examples", of: node) {
      guard example.members != nil else {
        report.addUnexpected(example, "an example", "an object with a 'value'")
        continue
      }
      let name = report.filledText("name", of: example) ?? report.filledText("description", of: example)
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

  /// The responses of a `responses` array; `examples` is what a project export has in `responseExamples`.
  mutating func responses(_ node: Node, examples: [Node] = []) -> [ResponseDescription] {
    guard let elements = node.elements else {
      if !node.isNothing { report.addUnexpected(node, "the responses", "an array") }
      return []
    }
    var examplesByID: [String: [Node]] = [:]
    for example in examples {
      guard example.members != nil else {
        report.addUnexpected(example, "an example of a response", "an object with 'data'")
        continue
      }
      if let id = report.identifier("responseId", of: example) { examplesByID[id, default: []].append(example) }
    }
    var responses: [ResponseDescription] = []
    var positions: [ResponseStatus: Int] = [:]
    for element in elements {
      guard let status = status(element["code"]) else {
        report.addUnexpected(element, "a response", "an object with a status code")
        continue
      }
      let id = report.identifier("id", of: element)
      let response = response(element, status, examples: id.flatMap { examplesByID[$0] } ?? [])
      if let position = positions[status] {
        responses[position].add(response)
      } else {
        positions[status] = responses.count
        responses.append(response)
      }
    }
    return responses
  }

  /// One response.
  private mutating func response(_ node: Node, _ status: ResponseStatus, examples: [Node]) -> ResponseDescription {
    let kind = report.filledText("contentType", of: node) ?? "json"
    let name = report.filledText("name", of: node)
    let description = report.filledText("description", of: node) ?? name
    var response = ResponseDescription(status: status, description: description, contents: [], span: node.span)
    noteExtensions(of: node)
    for header in report.elements("headers", of: node) {
      if let parameter = parameter(header, .header) { response.headers.append(parameter) }
    }
    guard kind != "none", kind != "noContent" else { return response }
    let mediaType =
      report.filledText("mediaType", of: node).flatMap { MediaTypeName.normalized($0) }
      ?? Self.mediaType(ofContent: kind)
    var content = MediaTypeDescription(mediaType: mediaType, span: node.span)
    content.schema = schema("jsonSchema", of: node)
    if let item = schema("itemSchema", of: node) {
      switch MediaTypeKind(mediaType) {
      case .eventStream, .jsonLines: content.schema = item
      default:
        let message = "'itemSchema' is left out: \(mediaType) is no sequence of values"
        let span = node.member("itemSchema")?.keySpan ?? node.span
        report.add(Diagnostic(.unsupportedFeature, message, at: span, severity: .note))
      }
    }
    for example in examples {
      let name = report.filledText("name", of: example)
      if let data = example["data"] { add(data, name: name, mediaType, to: &content.examples) }
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
