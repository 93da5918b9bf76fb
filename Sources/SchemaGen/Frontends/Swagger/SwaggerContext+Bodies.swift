import SchemaDescription
import SchemaDocument
import SchemaSource

extension SwaggerContext {
  /// The request body that parameters describe: the one in the body, or the form of those in `formData`; nil where there
  /// is neither.
  func requestBody(of parameters: [SwaggerParameter], _ consumes: MediaTypeList) -> BodyDescription? {
    let fields = parameters.filter { $0.place == .formData }
    guard let body = parameters.first(where: { $0.place == .body }) else {
      return fields.isEmpty ? nil : form(of: fields, consumes)
    }
    for field in fields {
      let message = "a request with a body has no form; the field '\(field.name)' is left out"
      base.report.add(.unexpectedValue, message, at: field.span)
    }
    let mediaType = mediaType(of: consumes)
    var content = MediaTypeDescription(mediaType: mediaType, schema: body.schema, span: body.span)
    for example in body.examples {
      // `x-examples` has either media types or names.
      if let name = example.name, name.contains("/"), !Self.isSame(name, mediaType) { continue }
      content.examples += base.read(example, of: content)
    }
    return BodyDescription(isRequired: body.isRequired, description: body.text, contents: [content], span: body.span)
  }

  /// The body that fields of a form make. It is sent in parts where there is a file, otherwise as the operation says.
  private func form(of fields: [SwaggerParameter], _ consumes: MediaTypeList) -> BodyDescription {
    let forms = consumes.names.filter { [.multipart, .urlEncoded].contains(MediaTypeKind($0)) }
    let hasFile = fields.contains { $0.schema?.types.contains(.file) == true }
    let mediaType =
      hasFile
      ? forms.first { MediaTypeKind($0) == .multipart } ?? "multipart/form-data"
      : forms.first ?? "application/x-www-form-urlencoded"
    var schema = RawSchema(at: fields[0].span)
    schema.types = [.object]
    var content = MediaTypeDescription(mediaType: mediaType, span: fields[0].span)
    for field in fields {
      var property = field.schema ?? RawSchema(at: field.span)
      property.description = property.description ?? field.text
      property.examples += field.examples
      schema.properties.append(RawProperty(key: field.name, keySpan: field.span, schema: property))
      if field.isRequired { schema.required.append(RequiredName(field.name, at: field.span)) }
      guard property.types.contains(.array) else { continue }
      var sent = FieldDescription(property: field.name, span: field.span)
      (sent.style, sent.explode) = SwaggerParameter.style(of: field.collectionFormat ?? .csv, in: .query)
      content.fields.append(sent)
    }
    content.schema = schema
    return BodyDescription(isRequired: fields.contains(where: \.isRequired), contents: [content], span: fields[0].span)
  }

  /// Reads responses (Swagger 2.0, responses object) in the document's order.
  func responses(of member: Member, _ produces: MediaTypeList) -> [ResponseDescription] {
    var responses: [ResponseDescription] = []
    var statuses: Set<ResponseStatus> = []
    for entry in base.members(of: member) {
      guard let status = base.status(of: entry), let node = base.resolve(entry.value, as: "response"),
        let members = node.uniqueMembers
      else { continue }
      guard statuses.insert(status).inserted else {
        let message = "the status \(entry.key) is there twice, the first one is used"
        base.report.add(.duplicateKey, message, at: entry.keySpan)
        continue
      }
      var response = ResponseDescription(status: status, contents: [], span: entry.keySpan)
      var schema: RawSchema?
      var examples: Member?
      for part in members {
        switch part.key {
        case "description": response.description = base.report.filledText(of: part)
        case "schema": schema = base.schema(of: part)
        case "examples": examples = part
        case "headers": response.headers = base.headers(of: part)
        case "content":
          let message = "'content' belongs to OpenAPI 3; it is read all the same"
          base.report.add(.unexpectedValue, message, at: part.keySpan)
          response.contents = base.contents(of: part)
        default: break
        }
      }
      if schema != nil || examples?.value.members?.isEmpty == false {
        response.contents = contents(schema, examples, produces, at: entry.keySpan)
      } else if let examples, examples.value.members == nil {
        base.report.addUnexpected(examples.value, "'examples'", "an object with an example for each media type")
      }
      responses.append(response)
    }
    return responses
  }

  /// The body of a response: what the schema and the examples by media type say of it. A file may come in each media type
  /// of bytes, anything else comes in one.
  private func contents(
    _ schema: RawSchema?,
    _ member: Member?,
    _ produces: MediaTypeList,
    at span: SourceSpan
  ) -> [MediaTypeDescription] {
    let isFile = schema?.types == [.file]
    let entries = member.map { base.report.members(of: $0) } ?? []
    var mediaTypes: [String]
    if isFile {
      mediaTypes = fileTypes(of: produces)
    } else {
      mediaTypes = [mediaType(of: produces)]
      if schema == nil,
        let named = entries.map({ OpenAPIContext.bareMediaType($0.key) }).first(where: { $0.contains("/") }),
        !produces.names.contains(mediaTypes[0])
      {
        mediaTypes = [named]
      }
    }
    var contents = mediaTypes.map { MediaTypeDescription(mediaType: $0, schema: isFile ? nil : schema, span: span) }
    for entry in entries {
      let isNamed = entry.key.contains("/")
      guard let index = isNamed ? mediaTypes.firstIndex(where: { Self.isSame(entry.key, $0) }) : 0 else {
        let message = "the example in \(entry.key) is left out"
        base.report.add(Diagnostic(.unsupportedFeature, message, at: entry.keySpan, severity: .note))
        continue
      }
      let example = RawExample(name: isNamed ? nil : entry.key, entry.value)
      contents[index].examples += base.read(example, of: contents[index])
    }
    return contents
  }

  /// The media types that a file may have: those of bytes, else the one of text; any bytes where none is named.
  private func fileTypes(of produces: MediaTypeList) -> [String] {
    let named = produces.names.filter { !$0.contains("*") }
    let bytes = named.filter { MediaTypeKind($0) == .binary }
    if !bytes.isEmpty { return bytes }
    let texts = named.filter { MediaTypeKind($0) == .text }
    return texts.count == 1 ? texts : ["application/octet-stream"]
  }

  /// Whether an example's media type is that of the body; one kind of JSON is as good as another.
  private static func isSame(_ name: String, _ mediaType: String) -> Bool {
    let name = OpenAPIContext.bareMediaType(name)
    return name == mediaType || MediaTypeKind(name) == .json && MediaTypeKind(mediaType) == .json
  }
}
