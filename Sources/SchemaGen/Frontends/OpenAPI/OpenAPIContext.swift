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
  /// Finds what references name.
  private var index: PointerIndex
  /// Where each key stands in the description's schemas.
  private(set) var schemaPositions: [SchemaKey: Int] = [:]

  /// Begins to read a document.
  init(_ root: Node, in file: SourceFile, version: OpenAPIVersion, report: Report) {
    self.root = root
    self.file = file
    self.version = version
    self.report = report
    index = PointerIndex(root)
    let path = file.path
    let missing = ["$defs", "definitions"].filter { root[$0] == nil }
    schemas = JSONSchemaReader(localPrefixes: missing.map { "#/\($0)/" }) { reference in
      guard let pointer = JSONPointer(reference: reference) else { return SchemaKey(reference) }
      return SchemaKey(path + pointer.fragment)
    }
  }

  /// Reads the whole document. Components come first, so that examples can be read by the schemas they belong to;
  /// the schemas that references name elsewhere come last.
  func readDocument() {
    var paths: Member?
    var components: [Member] = []
    for member in root.uniqueMembers ?? [] {
      switch member.key {
      case "info": readInfo(member)
      case "servers": description.servers = servers(of: member)
      case "security": description.security = requirements(of: member)
      case "components": components = report.members(of: member)
      case "paths": paths = member
      case "webhooks" where version.hasWebhooks && member.value.members?.isEmpty == false:
        report.add(.unsupportedFeature, "webhooks are not carried into the output", at: member.keySpan)
      default: break
      }
    }
    for member in components where member.key == "securitySchemes" { readSecuritySchemes(member) }
    for member in components where member.key == "schemas" { readComponentSchemas(member) }
    if let paths { readPaths(paths) }
    readReferencedSchemas()
  }

  /// Reads title, description and version of the API.
  private func readInfo(_ member: Member) {
    for part in report.members(of: member) {
      switch part.key {
      case "title": description.title = report.filledText(of: part)
      case "description": description.description = report.filledText(of: part)
      case "version": description.version = report.filledText(of: part)
      default: break
      }
    }
  }

  /// Reads the schemas that have names.
  private func readComponentSchemas(_ member: Member) {
    for component in report.members(of: member) {
      let pointer = JSONPointer(["components", "schemas", component.key])
      let key = SchemaKey(file.path + pointer.fragment)
      add(NamedSchema(key: key, name: component.key, schema: schemas.read(component.value, report: &report)))
    }
  }

  /// Reads the schemas that references name and that are no components, and those that these name in turn. What names
  /// nothing is left to the lowering, which knows whether the reference is used.
  private func readReferencedSchemas() {
    var position = 0
    while position < schemas.targets.count {
      let target = schemas.targets[position]
      position += 1
      guard schemaPositions[target.key] == nil, let pointer = JSONPointer(reference: target.reference) else { continue }
      let found: Node?
      if let scope = target.scope {
        var local = PointerIndex(scope)
        found = local.node(at: pointer)
      } else {
        found = pointer.tokens.isEmpty ? nil : index.node(at: pointer)
      }
      guard let found, found.members != nil || found.boolean != nil else { continue }
      let schema = schemas.read(found, within: target.scope, report: &report)
      add(NamedSchema(key: target.key, name: nil, schema: schema))
    }
  }

  /// Adds a schema that references can name.
  private func add(_ schema: NamedSchema) {
    schemaPositions[schema.key] = description.schemas.count
    description.schemas.append(schema)
  }

  /// The schema of a key, as far as it is read.
  func schema(for key: SchemaKey) -> RawSchema? {
    schemaPositions[key].map { description.schemas[$0].schema }
  }

  /// The object that a node is or that its reference names (OpenAPI 3.1, section 4.8.23), by way of other references
  /// where need be; nil, with a diagnostic, where that leads nowhere, in a circle or to no object. `kind` is for people.
  func resolve(_ node: Node, as kind: String) -> Node? {
    var current = node
    var visited: Set<JSONPointer> = []
    while let member = current.members?.last(where: { $0.key == "$ref" }) {
      guard let text = member.value.string else {
        report.addUnexpected(member.value, "'$ref'", "a string")
        return nil
      }
      guard let pointer = JSONPointer(reference: text) else {
        report.add(
          .unresolvedReference,
          "'\(text)' leads out of this document, which is not followed",
          at: member.value.span
        )
        return nil
      }
      guard visited.insert(pointer).inserted else {
        report.add(.circularReference, "the references of this \(kind) lead in a circle", at: member.value.span)
        return nil
      }
      guard let target = index.node(at: pointer) else {
        report.add(.unresolvedReference, "no \(kind) at '\(text)' in this document", at: member.value.span)
        return nil
      }
      current = target
    }
    guard current.members != nil else {
      report.addUnexpected(current, "a \(kind)", "an object")
      return nil
    }
    return current
  }
}
