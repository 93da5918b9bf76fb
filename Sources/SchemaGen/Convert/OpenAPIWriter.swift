import SchemaDescription
import SchemaDocument
import SchemaSource

/// Writes what documents say of an API as one OpenAPI document.
package enum OpenAPIWriter {
  /// The document. `name` is what the API is called where no document says so; `wanted` are the schemas that are written
  /// for themselves, nil for all that have a name. What cannot be written is a diagnostic at its place.
  package static func document(
    _ description: APIDescription,
    name: String,
    form: OpenAPIForm,
    wanted: Set<SchemaKey>? = nil,
    sources: SourceMap,
    report: inout Report
  ) -> Node {
    let components = ComponentTable(description, wanted: wanted)
    let security = SecurityWriter(description.securitySchemes, form: form)
    let schemas = SchemaWriter(description, form: form, components: components, sources: sources, report: report)
    var operations = OperationWriter(
      description,
      bodies: BodyWriter(schemas: schemas, links: LinkWriter(description.operations)),
      security: security
    )
    for diagnostic in description.unread { operations.bodies.schemas.report.add(diagnostic) }
    var root = ObjectBuilder()
    root.add("openapi", form.number)
    root.add("info", info(of: description, name: name, form: form, report: &operations.bodies.schemas.report))
    root.add("servers", list: description.servers.map(ServerWriter.node))
    if let needed = description.security {
      root.add("security", security.requirements(needed, description.securityRequirements))
    }
    root.add("tags", list: TagWriter.tags(of: description, form: form, report: &operations.bodies.schemas.report))
    root.add("paths", operations.paths(of: description.operations))
    let webhooks = operations.webhooks(of: description.operations)
    root.add(form == .v3_1 ? "webhooks" : ConvertedKey.webhooks, object: webhooks)
    var parts = ObjectBuilder()
    var named = ObjectBuilder()
    for (schema, key) in components.schemas {
      named.add(key, node(of: schema, key: key, with: &operations.bodies.schemas))
    }
    parts.add("schemas", object: named)
    let shared = operations.bodies.shared
    for kind in SharedComponents.Kind.allCases { parts.add(kind.rawValue, object: shared.object(of: kind)) }
    parts.add("callbacks", object: operations.callbacks.components)
    parts.add("securitySchemes", object: security.components(report: &operations.bodies.schemas.report))
    root.add("components", object: parts)
    let documentation = description.externalDocumentation
    root.add("externalDocs", DocumentationWriter.node(documentation, report: &operations.bodies.schemas.report))
    root.add(extensions: description.extensions)
    operations.tellUnwritten(of: description)
    report = operations.bodies.schemas.report
    return root.node
  }

  /// What the document says of itself (OpenAPI 3.1, section 4.8.2); a title that no document gives is marked.
  private static func info(
    of description: APIDescription,
    name: String,
    form: OpenAPIForm,
    report: inout Report
  ) -> Node {
    var info = ObjectBuilder()
    info.add("title", description.title ?? name)
    info.add("version", description.version ?? "0.0.0")
    info.add("description", description.description)
    for part in description.information {
      switch part.key {
      case "contact" where part.value.members != nil: info.add(part.key, part.value)
      case "license": info.add(part.key, license(part.value, form, &report))
      case "summary" where part.value.string != nil:
        info.add(form == .v3_1 ? part.key : ConvertedKey.summary, part.value)
        if form == .v3_0 { tell("the summary of an API", at: part.keySpan, &report, [ConvertedKey.summary]) }
      case "termsOfService" where part.value.string != nil: info.add(part.key, part.value)
      case _ where part.key.hasPrefix("x-"): info.add(extensions: [part])
      default:
        report.add(.unexpectedValue, "'\(part.key)' has a value of a wrong type; it is left out", at: part.keySpan)
      }
    }
    info.add(ConvertedKey.inferred, flag: description.title == nil)
    return info.node
  }

  /// A license, nil where it has no name. It has an identifier or a URL (OpenAPI 3.1, section 4.8.4); OpenAPI 3.0 knows no
  /// identifier.
  private static func license(_ license: Node, _ form: OpenAPIForm, _ report: inout Report) -> Node? {
    guard license["name"]?.string != nil else {
      report.add(.unexpectedValue, "a license must have a 'name'; it is left out", at: license.span)
      return nil
    }
    var object = ObjectBuilder()
    object.add("name", license["name"])
    let (identifier, url) = (license["identifier"], license["url"])
    switch form {
    case .v3_1 where identifier != nil:
      object.add("identifier", identifier)
      if let url { tell("the 'url' of a license beside its 'identifier'", at: url.span, &report) }
    case .v3_1: object.add("url", url)
    case .v3_0:
      object.add("url", url)
      if let identifier { tell("the 'identifier' of a license", at: identifier.span, &report) }
    }
    object.add(extensions: license.members?.filter { $0.key.hasPrefix("x-") } ?? [])
    return object.node
  }

  /// Notes that something is not written, or to an extension.
  private static func tell(_ what: String, at span: SourceSpan, _ report: inout Report, _ keys: [String] = []) {
    let message = "\(what) has no place in this version of OpenAPI"
    let notes = keys.map(SchemaWriter.advice)
    report.add(Diagnostic(.unsupportedFeature, message, at: span, severity: .note, notes: notes))
  }

  /// A named schema, with what a key cannot say of its name and where it stood.
  private static func node(of named: NamedSchema, key: String, with schemas: inout SchemaWriter) -> Node {
    var extensions = ObjectBuilder()
    if let name = named.name, name != key { extensions.add(ConvertedKey.name, name) }
    extensions.add(ConvertedKey.nameless, flag: named.name == nil)
    if named.allowsAnyTypeUnlessStated {
      extensions.add(ConvertedKey.jsonSchema, named.isWholeDocument ? "document" : "definition")
    }
    extensions.add(ConvertedKey.source, schemas.source(of: named.schema.span))
    if named.isSample { return schemas.sample(named.schema, extensions: extensions) }
    return schemas.node(of: named.schema, extensions: extensions)
  }
}
