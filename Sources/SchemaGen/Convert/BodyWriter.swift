import SchemaDescription
import SchemaDocument
import SchemaSource

/// Writes parameters, headers, bodies and responses.
struct BodyWriter {
  var schemas: SchemaWriter
  /// What operations share.
  var shared = SharedComponents()
  private let links: LinkWriter

  init(schemas: SchemaWriter, links: LinkWriter) {
    self.schemas = schemas
    self.links = links
  }

  /// The version that is written.
  private var form: OpenAPIForm { schemas.form }

  /// A parameter (OpenAPI 3.1, section 4.8.12). One that is the whole query is the nearest that the version has: an object
  /// of which each property is a parameter, or a parameter with the same content.
  mutating func node(of parameter: ParameterDescription) -> Node {
    var object = ObjectBuilder()
    object.add("name", parameter.name)
    guard parameter.location == .querystring else {
      object.add("in", parameter.location.rawValue)
      addValue(of: parameter, to: &object)
      return object.node
    }
    object.add("in", "query")
    var nearest = parameter
    let isForm = parameter.mediaType.map { MediaTypeKind($0) == .urlEncoded } ?? true
    if isForm, parameter.fields.isEmpty {
      nearest.mediaType = nil
      (nearest.style, nearest.explode) = (.form, true)
    }
    addValue(of: nearest, to: &object)
    object.add(ConvertedKey.querystring, flag: true)
    let place = nearest.mediaType == nil ? "an exploded object" : "one parameter with the same content"
    let message = "'querystring' is no part of OpenAPI \(form.rawValue)"
    let note = Diagnostic.Note("for other tools '\(parameter.name)' is \(place) in the query")
    schemas.report.add(.unsupportedFeature, message, at: parameter.span, notes: [note])
    return object.node
  }

  /// Headers (OpenAPI 3.1, section 4.8.21).
  private mutating func node(of headers: [ParameterDescription]) -> ObjectBuilder {
    var map = ObjectBuilder()
    for header in headers { map.add(header.name, reference(toHeader: header) ?? node(ofHeader: header)) }
    return map
  }

  /// A header, which is a parameter without name and place.
  mutating func node(ofHeader header: ParameterDescription) -> Node {
    var object = ObjectBuilder()
    addValue(of: header, to: &object)
    return object.node
  }

  /// Adds what a parameter or header says of its value.
  private mutating func addValue(of parameter: ParameterDescription, to object: inout ObjectBuilder) {
    object.add("description", parameter.description)
    object.add("required", flag: parameter.isRequired)
    object.add("deprecated", flag: parameter.isDeprecated)
    object.add("allowEmptyValue", flag: parameter.allowsEmptyValue && parameter.location == .query)
    let schema = parameter.schema.map { schemas.node(of: $0) } ?? schemas.inferred(from: parameter.examples)
    if let mediaType = parameter.mediaType {
      var content = ObjectBuilder()
      content.add("schema", schema)
      ExampleWriter.add(parameter.examples, parameter.externalExamples, to: &content)
      content.add("encoding", object: encoding(of: parameter.fields))
      object.add("content", Node.object([Member(mediaType, content.node)]))
    } else {
      addStyle(parameter.style, of: parameter.name, at: parameter.span, to: &object)
      if let explode = parameter.explode { object.add("explode", Node.boolean(explode)) }
      if parameter.allowsReserved, parameter.location != .query {
        schemas.lose("'allowReserved' outside of the query", at: parameter.span)
      } else {
        object.add("allowReserved", flag: parameter.allowsReserved)
      }
      object.add("schema", schema)
      ExampleWriter.add(parameter.examples, parameter.externalExamples, to: &object)
    }
    object.add(extensions: parameter.extensions)
  }

  /// Adds a style; one that the version has no name for is kept, and the usual one of the place stands for it.
  private mutating func addStyle(
    _ style: ParameterStyle?,
    of name: String,
    at span: SourceSpan,
    to object: inout ObjectBuilder
  ) {
    switch style {
    case .tabDelimited, .cookie:
      object.add(ConvertedKey.style, style?.rawValue)
      let message = "the style '\(style?.rawValue ?? "")' of '\(name)' is no part of OpenAPI \(form.rawValue)"
      let note = Diagnostic.Note("it is written to '\(ConvertedKey.style)'; other tools take the usual style")
      schemas.report.add(.unsupportedFeature, message, at: span, notes: [note])
    case let style: object.add("style", style?.rawValue)
    }
  }

  /// A request body (OpenAPI 3.1, section 4.8.13).
  mutating func node(of body: BodyDescription) -> Node {
    var object = ObjectBuilder()
    object.add("description", body.description)
    object.add("required", flag: body.isRequired)
    object.add("content", node(of: body.contents).node)
    object.add(extensions: body.extensions)
    return object.node
  }

  /// A response (OpenAPI 3.1, section 4.8.17), which must have a description.
  mutating func node(of response: ResponseDescription) -> Node {
    var object = ObjectBuilder()
    object.add("description", response.description ?? "")
    if response.summary != response.description { object.add(ConvertedKey.summary, response.summary) }
    object.add("headers", object: node(of: response.headers))
    object.add("content", object: node(of: response.contents))
    object.add("links", object: links.node(of: response.links, report: &schemas.report))
    object.add(extensions: response.extensions)
    return object.node
  }

  /// Media types (OpenAPI 3.1, section 4.8.14).
  private mutating func node(of contents: [MediaTypeDescription]) -> ObjectBuilder {
    var map = ObjectBuilder()
    for content in contents {
      var object = ObjectBuilder()
      if let schema = content.schema {
        object.add("schema", self.schema(schema, of: content))
      } else if !content.examples.isEmpty {
        object.add("schema", schemas.inferred(from: content.examples))
      }
      let isStream = MediaTypeKind(content.mediaType) == .eventStream
      let examples = isStream ? StreamedExamples.joined(content.examples) : content.examples
      ExampleWriter.add(examples, content.externalExamples, to: &object)
      object.add("encoding", object: encoding(of: content.fields))
      object.add(extensions: content.extensions)
      map.add(content.spelling ?? content.mediaType, object.node)
    }
    return map
  }

  /// How the properties of a form are sent (OpenAPI 3.1, section 4.8.15).
  private mutating func encoding(of fields: [FieldDescription]) -> ObjectBuilder {
    var encoding = ObjectBuilder()
    for field in fields {
      var entry = ObjectBuilder()
      entry.add("contentType", field.spelling ?? field.mediaType)
      entry.add("headers", object: node(of: field.headers))
      addStyle(field.style, of: field.property, at: field.span, to: &entry)
      if let explode = field.explode { entry.add("explode", Node.boolean(explode)) }
      entry.add("allowReserved", flag: field.allowsReserved)
      entry.add(extensions: field.extensions)
      encoding.add(field.property, entry.node)
    }
    return encoding
  }

  /// The schema of a body. That of a sequence is a list of its values (OpenAPI 3.2, section 4.14.2); that of a stream of
  /// events is, as documents have it, the schema of their data, unless that is a list itself.
  private mutating func schema(_ schema: RawSchema, of content: MediaTypeDescription) -> Node {
    var extensions = ObjectBuilder()
    if schema.reference == nil { extensions.add(ConvertedKey.source, schemas.source(of: schema.span)) }
    let node = schemas.node(of: schema, extensions: extensions)
    switch MediaTypeKind(content.mediaType) {
    case .jsonLines, .eventStream:
      guard MediaTypeKind(content.mediaType) == .jsonLines || schema.types == [.array] else { return node }
      var list = ObjectBuilder()
      list.add("type", "array")
      list.add("items", node)
      return list.node
    default: return node
    }
  }
}
