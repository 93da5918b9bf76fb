import SchemaDescription
import SchemaDocument
import SchemaSource

/// Reads the parts of an endpoint in Apifox's own form: `parameters`, `requestBody` and `responses` objects with the
/// shapes that a project export has.
struct ApifoxEndpoint {
  /// Reads all schemas of the document.
  var schemas: JSONSchemaReader
  /// What was found wrong so far.
  var report: Report
  /// How requests authenticate, as far as a header shows it.
  private(set) var scheme: SecuritySchemeDescription?

  /// Begins to read; references are kept as the document spells them.
  init(report: Report) {
    self.report = report
    schemas = JSONSchemaReader(.spelled({ SchemaKey($0) }, localPrefixes: ["#/$defs/"]))
  }

  /// The parameters of a `parameters` object: `{path, query, header, cookie}`, each an array.
  mutating func parameters(_ node: Node) -> [ParameterDescription] {
    guard let members = node.uniqueMembers else {
      if !node.isNull { report.addUnexpected(node, "the parameters", "an object") }
      return []
    }
    var parameters: [ParameterDescription] = []
    for member in members {
      guard let location = ParameterLocation(rawValue: member.key) else {
        if member.value.elements?.isEmpty == false {
          report.add(.unsupportedFeature, "parameters in '\(member.key)' are not carried", at: member.keySpan)
        }
        continue
      }
      for element in report.elements(of: member) {
        guard let parameter = parameter(element, location), !setAside(parameter) else { continue }
        guard !parameters.contains(where: { $0.name == parameter.name && $0.location == location }) else { continue }
        parameters.append(parameter)
      }
    }
    return parameters
  }

  /// One parameter; `enable: false` documents it all the same.
  private mutating func parameter(_ node: Node, _ location: ParameterLocation) -> ParameterDescription? {
    guard let name = node["name"]?.string, !name.isEmpty else {
      report.addUnexpected(node, "a parameter", "an object with a name")
      return nil
    }
    var parameter = ParameterDescription(
      name: name,
      location: location,
      isRequired: location == .path || node["required"]?.boolean == true,
      span: node.span
    )
    parameter.description = text(node["description"])
    let schema = self.schema(ofField: node)
    parameter.schema = schema
    parameter.examples = examples(ofField: node, schema: schema)
    return parameter
  }

  /// Whether a header is no parameter: it follows from the bodies, or it is authentication.
  private mutating func setAside(_ parameter: ParameterDescription) -> Bool {
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
    if let stated = node["schema"], stated.members?.isEmpty == false {
      schema = schemas.read(stated, report: &report)
    } else {
      schema = RawSchema(at: node["type"]?.span ?? node.span)
    }
    if schema.types.isEmpty, schema.reference == nil, let type = node["type"]?.string.flatMap({ RawType(rawValue: $0) })
    {
      schema.types = [type]
    }
    if schema.enumeration.isEmpty, let values = node["enum"]?.elements {
      schema.enumeration = values.map { RawEnumValue($0) }
    }
    return schema
  }

  /// The values that a parameter or a form's field shows, as JSON of its type.
  mutating func examples(ofField node: Node, schema: RawSchema) -> [RawExample] {
    guard let value = node["example"] ?? node["sampleValue"], !value.isNull, value.string != "" else { return [] }
    guard let text = value.string, !schema.types.contains(.string), !schema.types.contains(.file), !schema.types.isEmpty
    else { return [RawExample(value)] }
    var trial = Report()
    if let read = JSONReader.readEmbedded(text, at: value.span, report: &trial) { return [RawExample(read)] }
    report.add(.unreadableExample, "'\(text)' is no value of the parameter's type", at: value.span)
    return []
  }

  /// A text that is not blank.
  func text(_ node: Node?) -> String? {
    guard let text = node?.string, !text.allSatisfy(\.isWhitespace) else { return nil }
    return text
  }
}
