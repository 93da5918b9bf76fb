import SchemaDescription
import SchemaDocument
import SchemaSource

/// The state of reading one OpenAPI document.
final class OpenAPIContext {
  /// The document.
  let root: Node
  /// The file that holds the document.
  let file: SourceFile
  /// The version of the specification that the document follows.
  let version: OpenAPIVersion
  /// What was found wrong so far.
  var report: Report
  /// What was read so far.
  var description = APIDescription()
  /// Reads all schemas of the document.
  let schemas: JSONSchemaReader
  /// Finds what references lead to.
  let resolver: ReferenceResolver
  /// Where each key stands in the description's schemas.
  private(set) var schemaPositions: [SchemaKey: Int] = [:]
  /// What components that are but references call their targets.
  private(set) var aliasNames: [SchemaKey: String] = [:]

  /// Where each `operationId` was read first.
  var operationIDs: [String: SourceSpan] = [:]
  /// The responses that references lead to, by where they stand; many operations share one.
  var sharedResponses: [SourceSpan: ResponseDescription] = [:]
  /// Where everything stands that references lead to, but for schemas.
  var usedTargets: Set<SourceSpan> = []
  /// Where the callbacks stand that were read: several operations may refer to one.
  var knownCallbacks: [SourceSpan: OperationDescription.Kind] = [:]

  /// Begins to read a document; the library opens those that it refers to.
  init(
    _ root: Node,
    in file: SourceFile,
    version: OpenAPIVersion,
    library: (any DocumentLibrary)? = nil,
    report: Report
  ) {
    self.root = root
    self.file = file
    self.version = version
    self.report = report
    let document = LoadedDocument(file: file, root: root, location: .file(file.path))
    resolver = ReferenceResolver(document, library: library)
    schemas = JSONSchemaReader(.located(resolver))
  }

  /// Reads the whole document. Components come first, so that examples can be read by the schemas they belong to;
  /// the schemas that references name elsewhere come last.
  func readDocument() {
    var paths: Member?
    var webhooks: [Member] = []
    var components: [Member] = []
    var extensions: [Member] = []
    for member in root.uniqueMembers ?? [] {
      switch member.key {
      case "info": readInfo(member)
      case "servers": description.servers = servers(of: member)
      case "security":
        description.security = requirements(of: member)
        description.securityRequirements = securityRequirements(of: member)
      case "tags": readTags(member)
      case "externalDocs": description.externalDocumentation = member.value
      case "components": components = members(of: member)
      case "paths": paths = member
      case "webhooks", ConvertedKey.webhooks: webhooks.append(member)
      case "openapi", "$self", "jsonSchemaDialect": continue
      default: readOther(member, into: &extensions)
      }
    }
    description.extensions = extensions
    tellMissing("info")
    let isLibrary = version.hasWebhooks && (!components.isEmpty || !webhooks.isEmpty)
    if paths == nil, !isLibrary { tellMissing("paths") }
    for member in components where member.key == "securitySchemes" { readSecuritySchemes(member) }
    for member in components where member.key == "schemas" { readComponentSchemas(member) }
    if let paths { readPaths(paths) }
    for member in webhooks { readWebhooks(member) }
    readReferencedSchemas()
    tellUnread(components)
    QualifiedNames.apply(to: &description.schemas, own: ReferenceTarget.prefix(path: file.path))
  }

  /// Reads title, description and version of the API. A title that a conversion made up is none.
  func readInfo(_ member: Member) {
    let parts = members(of: member)
    var extensions: [Member] = []
    let isUntitled = parts.contains { $0.key == ConvertedKey.inferred && $0.value.boolean == true }
    for part in parts where !(isUntitled && part.key == "title") {
      switch part.key {
      case "title": description.title = report.filledText(of: part)
      case "description": description.description = report.filledText(of: part)
      case "version": description.version = report.filledText(of: part)
      case "summary", "termsOfService", "contact", "license": description.information.append(part)
      case ConvertedKey.summary:
        description.information.append(Member(key: "summary", keySpan: part.keySpan, value: part.value))
      default: readOther(part, into: &extensions)
      }
    }
    description.information += extensions
  }

  /// Reads the schemas that have names. They may stand in another document, all of them behind one reference.
  private func readComponentSchemas(_ member: Member) {
    let place =
      resolver.hasOwnComponents ? nil : try? resolver.target(of: "#/components/schemas", in: resolver.ownRoot).get()
    let path = place?.document.file.path ?? file.path
    let tokens = place?.pointer.tokens ?? ["components", "schemas"]
    for component in members(of: member) {
      let key = ReferenceTarget.key(path: path, pointer: JSONPointer(tokens + [component.key]))
      let schema = schemas.read(component.value, report: &report)
      if let target = schema.reference?.key, component.value.members?.count == 1, aliasNames[target] == nil {
        aliasNames[target] = component.key
      }
      let name = ConvertedKey.name(ofComponent: component)
      var named = NamedSchema(key: key, name: name, schema: schema)
      let part = component.value[ConvertedKey.jsonSchema]?.string
      named.allowsAnyTypeUnlessStated = part != nil
      named.isWholeDocument = part == "document"
      named.readSample(component.value)
      add(named)
    }
  }

  /// Adds a schema that references can name.
  func add(_ schema: NamedSchema) {
    schemaPositions[schema.key] = description.schemas.count
    description.schemas.append(schema)
  }

  /// The schema of a key, as far as it is read.
  func schema(for key: SchemaKey) -> RawSchema? {
    schemaPositions[key].map { description.schemas[$0].schema }
  }
}
