import SchemaDescription
import SchemaDocument
import SchemaSource

/// The state of reading one Swagger 2.0 document; what the format shares with OpenAPI is read by OpenAPI's context.
final class SwaggerContext {
  /// Reads what both formats have, and gathers what was read.
  let base: OpenAPIContext
  /// Media types of request bodies where an operation names none.
  var consumes = MediaTypeList()
  /// Media types of responses where an operation names none.
  var produces = MediaTypeList()
  /// Where the API is.
  var place = SwaggerPlace()
  /// Lists of media types of which was told that only one is used.
  private var knownLists: Set<SourceSpan> = []

  /// Begins to read a document.
  init(_ base: OpenAPIContext) { self.base = base }

  /// Reads the whole document. Definitions come before operations, so that examples can be read by the schemas they
  /// belong to; the schemas that references name elsewhere come last.
  func readDocument() {
    var paths: Member?
    var definitions: Member?
    var extensions: [Member] = []
    for member in base.root.uniqueMembers ?? [] {
      switch member.key {
      case "info": base.readInfo(member)
      case "host": place.readHost(member, report: &base.report)
      case "basePath": place.readBasePath(member, report: &base.report)
      case "schemes": place.schemes = base.report.strings(of: member).map { $0.string.lowercased() }
      case "consumes": consumes = MediaTypeList(member, report: &base.report)
      case "produces": produces = MediaTypeList(member, report: &base.report)
      case "security":
        base.description.security = base.requirements(of: member)
        base.description.securityRequirements = base.securityRequirements(of: member)
      case "tags": base.readTags(member)
      case "externalDocs": base.description.externalDocumentation = member.value
      case "securityDefinitions": base.readSecuritySchemes(member)
      case "definitions": definitions = member
      case "paths": paths = member
      case "components", "servers", "webhooks":
        let message = "'\(member.key)' belongs to OpenAPI 3 and is left out of a Swagger 2.0 document"
        base.report.add(.unexpectedValue, message, at: member.keySpan)
      case "swagger", "parameters", "responses": continue
      default: base.readOther(member, into: &extensions)
      }
    }
    base.description.extensions = extensions
    base.description.servers = place.servers
    base.tellMissing("info")
    base.tellMissing("paths")
    if let definitions { readDefinitions(definitions) }
    if let paths { readPaths(paths) }
    base.readReferencedSchemas()
    base.tellUnread(base.root.uniqueMembers?.filter { ["parameters", "responses"].contains($0.key) } ?? [])
    QualifiedNames.apply(to: &base.description.schemas, own: ReferenceTarget.prefix(path: base.file.path))
  }

  /// Reads the schemas that have names.
  private func readDefinitions(_ member: Member) {
    for definition in base.members(of: member) {
      let pointer = JSONPointer(["definitions", definition.key])
      let key = ReferenceTarget.key(path: base.file.path, pointer: pointer)
      let schema = base.schemas.read(definition.value, report: &base.report)
      base.add(NamedSchema(key: key, name: definition.key, schema: schema))
    }
  }

  /// The media type of a list that a body is carried in: JSON where it is there, otherwise the first. That others are
  /// left out is told once for each list.
  func mediaType(of list: MediaTypeList) -> String {
    guard let chosen = list.names.first(where: { MediaTypeKind($0) == .json }) ?? list.names.first else {
      return "application/json"
    }
    let others = list.names.filter { $0 != chosen }
    if !others.isEmpty, let span = list.span, knownLists.insert(span).inserted {
      let message = "bodies are carried in \(chosen); \(others.joined(separator: ", ")) is left out"
      base.report.add(Diagnostic(.unsupportedFeature, message, at: span, severity: .note))
    }
    return chosen.contains("*") ? "application/json" : chosen
  }
}
