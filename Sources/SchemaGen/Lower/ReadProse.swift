import SchemaDescription
import SchemaDocument
import SchemaSource

extension Lowering {
  /// Adds to the schemas what their descriptions say in prose: the values of strings, the fractions of numbers.
  static func readProse(_ description: inout APIDescription, report: inout Report) {
    for index in description.schemas.indices { readProse(&description.schemas[index].schema, report: &report) }
    for index in description.operations.indices {
      for parameter in description.operations[index].parameters.indices {
        let text = description.operations[index].parameters[parameter].description
        if var schema = description.operations[index].parameters[parameter].schema {
          readProse(&schema, text: text, report: &report)
          description.operations[index].parameters[parameter].schema = schema
        }
      }
      if var body = description.operations[index].requestBody {
        readProse(&body.contents, report: &report)
        description.operations[index].requestBody = body
      }
      for response in description.operations[index].responses.indices {
        readProse(&description.operations[index].responses[response].contents, report: &report)
      }
    }
  }

  /// Reads the prose of all media types of a body.
  private static func readProse(_ contents: inout [MediaTypeDescription], report: inout Report) {
    for index in contents.indices {
      guard var schema = contents[index].schema else { continue }
      readProse(&schema, report: &report)
      contents[index].schema = schema
    }
  }

  /// Reads the prose of a schema and of everything in it; `text` is a description that stands beside the schema.
  private static func readProse(_ schema: inout RawSchema, text: String? = nil, depth: Int = 0, report: inout Report) {
    guard depth < 256 else { return }
    readValues(of: &schema, text: [schema.title, schema.description, text], report: &report)
    for index in schema.properties.indices {
      readProse(&schema.properties[index].schema, depth: depth + 1, report: &report)
    }
    if var items = schema.items?.value {
      readProse(&items, depth: depth + 1, report: &report)
      schema.items?.value = items
    }
    if case .schema(var values) = schema.additionalProperties {
      readProse(&values.value, depth: depth + 1, report: &report)
      schema.additionalProperties = .schema(values)
    }
    for index in schema.allOf.indices { readProse(&schema.allOf[index], depth: depth + 1, report: &report) }
    for index in schema.anyOf.indices { readProse(&schema.anyOf[index], depth: depth + 1, report: &report) }
    for index in schema.oneOf.indices { readProse(&schema.oneOf[index], depth: depth + 1, report: &report) }
  }

  /// Reads the prose of one scalar schema.
  private static func readValues(of schema: inout RawSchema, text: [String?], report: inout Report) {
    let types = schema.types.filter { $0 != .null }
    guard types == [.string] || types == [.integer], schema.enumeration.isEmpty, schema.constant == nil,
      schema.reference == nil, schema.format == nil
    else { return }
    let prose = text.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: "\n")
    guard !prose.isEmpty, prose.utf8.count <= 20_000 else { return }
    let reader = ProseReader(prose)
    if types == [.string] {
      let values = reader.listedValues()
      guard !values.isEmpty else { return }
      schema.enumeration = values.map { RawEnumValue(Node(.string($0), at: schema.span)) }
      schema.valuesAreFromProse = true
      report.add(
        .valuesFromProse,
        "the description lists the values \(values.joined(separator: ", "))",
        at: schema.span
      )
    } else if let number = reader.fractionalNumber() {
      schema.types = schema.types.map { $0 == .integer ? .number : $0 }
      report.add(
        .typeFromProse,
        "the type is integer, but the description speaks of \(number); the type becomes number",
        at: schema.span
      )
    }
  }
}
