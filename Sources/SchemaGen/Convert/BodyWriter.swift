import SchemaDescription
import SchemaDocument
import SchemaSource

/// Writes parameters, headers, bodies and responses.
struct BodyWriter {
  var schemas: SchemaWriter

  /// The version that is written.
  private var form: OpenAPIForm { schemas.form }

  /// A parameter (OpenAPI 3.1, section 4.8.12); nil, with a diagnostic, where the version has no place for it.
  mutating func node(of parameter: ParameterDescription) -> Node? {
    if parameter.location == .querystring {
      schemas.lose("the parameter '\(parameter.name)' in 'querystring'", at: parameter.span)
      return nil
    }
    var object = ObjectBuilder()
    object.add("name", parameter.name)
    object.add("in", parameter.location.rawValue)
    addValue(of: parameter, to: &object)
    return object.node
  }

  /// Headers of a response (OpenAPI 3.1, section 4.8.21), which are parameters without name and place.
  private mutating func node(of headers: [ParameterDescription]) -> ObjectBuilder {
    var map = ObjectBuilder()
    for header in headers {
      var object = ObjectBuilder()
      addValue(of: header, to: &object)
      map.add(header.name, object.node)
    }
    return map
  }

  /// Adds what a parameter or header says of its value.
  private mutating func addValue(of parameter: ParameterDescription, to object: inout ObjectBuilder) {
    object.add("description", parameter.description)
    object.add("required", flag: parameter.isRequired)
    object.add("deprecated", flag: parameter.isDeprecated)
    let schema = parameter.schema.map { schemas.node(of: $0) } ?? schemas.inferred(from: parameter.examples)
    if let mediaType = parameter.mediaType {
      var content = ObjectBuilder()
      content.add("schema", schema)
      addExamples(parameter.examples, to: &content)
      object.add("content", .object(mediaType, content.node))
      return
    }
    switch parameter.style {
    case .tabDelimited, .cookie: schemas.lose("the style of '\(parameter.name)'", at: parameter.span)
    case let style: object.add("style", style?.rawValue)
    }
    if let explode = parameter.explode { object.add("explode", Node.flag(explode)) }
    object.add("allowReserved", flag: parameter.allowsReserved && parameter.location == .query)
    object.add("schema", schema)
    addExamples(parameter.examples, to: &object)
  }

  /// A request body (OpenAPI 3.1, section 4.8.13).
  mutating func node(of body: BodyDescription) -> Node {
    var object = ObjectBuilder()
    object.add("description", body.description)
    object.add("required", flag: body.isRequired)
    object.add("content", node(of: body.contents).node)
    return object.node
  }

  /// A response (OpenAPI 3.1, section 4.8.17), which must have a description.
  mutating func node(of response: ResponseDescription) -> Node {
    var object = ObjectBuilder()
    object.add("description", response.description ?? "")
    object.add("headers", object: node(of: response.headers))
    object.add("content", object: node(of: response.contents))
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
      addExamples(isStream ? StreamedExamples.joined(content.examples) : content.examples, to: &object)
      var encoding = ObjectBuilder()
      for field in content.fields {
        var entry = ObjectBuilder()
        entry.add("contentType", field.mediaType)
        entry.add("style", field.style == .tabDelimited || field.style == .cookie ? nil : field.style?.rawValue)
        if let explode = field.explode { entry.add("explode", Node.flag(explode)) }
        encoding.add(field.property, entry.node)
      }
      object.add("encoding", object: encoding)
      map.add(content.mediaType, object.node)
    }
    return map
  }

  /// The schema of a body. One value of a sequence that is an array itself is written within an array: of a sequence, a
  /// list is the list of its values.
  private mutating func schema(_ schema: RawSchema, of content: MediaTypeDescription) -> Node {
    var extensions = ObjectBuilder()
    if schema.reference == nil { extensions.add("x-schemagen-source", schemas.source(of: schema.span)) }
    let node = schemas.node(of: schema, extensions: extensions)
    switch MediaTypeKind(content.mediaType) {
    case .jsonLines, .eventStream:
      guard schema.types == [.array] else { return node }
      var list = ObjectBuilder()
      list.add("type", "array")
      list.add("items", node)
      return list.node
    default: return node
    }
  }

  /// Adds examples: one without a name by itself, others under their names (OpenAPI 3.1, section 4.8.19).
  private func addExamples(_ examples: [RawExample], to object: inout ObjectBuilder) {
    if examples.count == 1, examples[0].name == nil {
      object.add("example", examples[0].value)
      return
    }
    var map = ObjectBuilder()
    var taken: Set<String> = []
    for (position, example) in examples.enumerated() {
      var value = ObjectBuilder()
      var key = example.name ?? "\(position + 1)"
      // A key that is a number gives way to the summary when the name is read.
      if example.name == nil || key.allSatisfy(\.isNumber) { value.add("summary", example.name) }
      var number = 2
      while !taken.insert(key).inserted {
        if number == 2 { value.add("summary", example.name) }
        key = "\(example.name ?? "\(position + 1)") \(number)"
        number += 1
      }
      value.add("value", example.value)
      map.add(key, value.node)
    }
    object.add("examples", object: map)
  }
}
