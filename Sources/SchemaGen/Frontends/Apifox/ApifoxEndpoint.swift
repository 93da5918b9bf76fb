import SchemaDescription
import SchemaDocument
import SchemaSource

/// Reads the parts of an endpoint in Apifox's own form: `parameters`, `requestBody` and `responses` objects with the
/// shapes that a project export has.
struct ApifoxEndpoint {
  /// Reads all schemas of the document.
  let schemas: JSONSchemaReader
  /// What was found wrong so far.
  var report: Report
  /// How requests authenticate, as far as a header of the endpoint that was read last shows it.
  var scheme: SecuritySchemeDescription?

  /// Begins to read; references become keys as a project's own table has it, or are kept as the document spells them.
  init(report: Report, keyForReference: @escaping (String) -> SchemaKey = { SchemaKey($0) }) {
    self.report = report
    schemas = JSONSchemaReader(.spelled(keyForReference, localPrefixes: ["#/$defs/", "#/definitions/"]))
    schemas.dialect = .apifox
  }

  /// The parameters of a `parameters` object: `{path, query, header, cookie}`, each an array.
  mutating func parameters(_ node: Node) -> [ParameterDescription] {
    guard let members = node.uniqueMembers else {
      if !node.isNothing { report.addUnexpected(node, "the parameters", "an object") }
      return []
    }
    var parameters: [ParameterDescription] = []
    var known: Set<ParameterKey> = []
    // In the order of an export to OpenAPI, whatever comes first here.
    let order = ParameterLocation.allCases.map(\.rawValue)
    let sorted = order.compactMap { name in members.first { $0.key == name } }
    for member in sorted + members.filter({ !order.contains($0.key) }) {
      guard let location = ParameterLocation(rawValue: member.key) else {
        if !member.value.isNothing {
          report.add(.unsupportedFeature, "parameters in '\(member.key)' are not carried", at: member.keySpan)
        }
        continue
      }
      guard !member.value.isNothing else { continue }
      for element in report.elements(of: member) {
        guard let parameter = parameter(element, location), !setAside(parameter) else { continue }
        if known.insert(ParameterKey(parameter)).inserted { parameters.append(parameter) }
      }
    }
    return parameters
  }

  /// One parameter; `enable: false` documents it all the same.
  mutating func parameter(_ node: Node, _ location: ParameterLocation) -> ParameterDescription? {
    guard let name = node["name"]?.string, !name.isEmpty else {
      if !isEmptyRow(node) { report.addUnexpected(node, "a parameter", "an object with a name") }
      return nil
    }
    var parameter = ParameterDescription(
      name: name,
      location: location,
      isRequired: (report.flag("required", of: node) ?? false) || location == .path,
      span: node.span
    )
    parameter.description = report.filledText("description", of: node)
    let schema = self.schema(ofField: node)
    parameter.schema = schema
    parameter.examples = examples(ofField: node, schema: schema)
    return parameter
  }

  /// Whether a parameter is the empty row that the tool keeps below a table of them.
  func isEmptyRow(_ node: Node) -> Bool {
    node["name"]?.string != nil
      && ["description", "example", "sampleValue", "value"].allSatisfy { node[$0]?.isNothing ?? true }
  }

  /// Whether a header is no parameter: it follows from the bodies, or it is authentication.
  mutating func setAside(_ parameter: ParameterDescription) -> Bool {
    guard parameter.location == .header else { return false }
    switch parameter.name.lowercased() {
    case "content-type", "accept":
      report.add(.ignoredText, "the header \(parameter.name) follows from the bodies", at: parameter.span)
      return true
    case "authorization":
      report.add(.ignoredText, "the header \(parameter.name) is authentication, no parameter", at: parameter.span)
      let evidence = (parameter.examples.compactMap(\.value.string) + [parameter.description ?? ""]).joined()
        .lowercased()
      let kind: SecuritySchemeDescription.Kind =
        if evidence.contains("bearer") {
          .bearer
        } else if evidence.contains("basic ") {
          .basic
        } else {
          .apiKey(name: parameter.name, location: .header)
        }
      let key = kind == .bearer ? "bearer" : kind == .basic ? "basic" : parameter.name
      scheme = SecuritySchemeDescription(
        key: key,
        kind: kind,
        description: parameter.description,
        span: parameter.span
      )
      return true
    default: return false
    }
  }

  /// The schema of a parameter or of a form's field: its `schema`, or its bare `type`.
  mutating func schema(ofField node: Node) -> RawSchema {
    var schema: RawSchema
    if let stated = report.object("schema", of: node) {
      schema = schemas.read(stated, report: &report)
    } else {
      schema = RawSchema(at: node["type"]?.span ?? node.span)
    }
    if schema.types.isEmpty, schema.reference == nil, let type = node.member("type"), !type.value.isNothing {
      schemas.readTypes(type, into: &schema, report: &report)
    }
    if schema.enumeration.isEmpty { schema.enumeration = report.elements("enum", of: node).map { RawEnumValue($0) } }
    return schema
  }

  /// The values that a parameter or a form's field shows, as JSON of its type.
  mutating func examples(ofField node: Node, schema: RawSchema) -> [RawExample] {
    let shown = ["example", "sampleValue", "value", "defaultValue"].lazy.compactMap { node[$0] }
    guard let value = shown.first(where: { !$0.isNull && $0.string != "" }), !value.isVariable else { return [] }
    if schema.types == [.array], let values = value.elements, values.isEmpty { return [] }
    guard let text = value.string, !schema.types.contains(.string), !schema.types.contains(.file), !schema.types.isEmpty
    else { return [RawExample(value)] }
    var trial = Report()
    if let read = JSONReader.readEmbedded(text, at: value.span, report: &trial) { return [RawExample(read)] }
    report.add(.unreadableExample, "'\(text)' is no value of the parameter's type", at: value.span)
    return []
  }
}
