import SchemaDescription
import SchemaDocument
import SchemaSource

@testable import SchemaFrontends

/// A description as a few lines of text, for comparison in tests.
enum DescriptionText {
  /// The whole description without its prose.
  static func text(_ description: APIDescription) -> String {
    var lines: [String] = []
    lines += description.servers.map { "server \($0.url)" }
    lines += description.securitySchemes.map { "scheme \($0.key) \($0.kind)" }
    for operation in description.operations { lines += self.lines(operation) }
    for schema in description.schemas {
      lines.append("model \(schema.key.text)")
      lines += self.lines(schema.schema, indent: "  ")
    }
    return lines.joined(separator: "\n")
  }

  /// An operation with all its parts.
  static func lines(_ operation: OperationDescription) -> [String] {
    var lines = ["\(operation.method) \(operation.path) '\(operation.title ?? "")'"]
    if let security = operation.security { lines.append("  security \(security.joined(separator: " "))") }
    for parameter in operation.parameters {
      let type = parameter.schema.map { summary($0) } ?? "?"
      lines.append("  \(parameter.location.rawValue) \(parameter.name)\(parameter.isRequired ? "!" : "") \(type)")
    }
    if let body = operation.requestBody {
      lines.append("  body\(body.isRequired ? "!" : "")")
      lines += body.contents.flatMap { self.lines($0) }
    }
    for response in operation.responses {
      lines.append("  response \(response.status)")
      lines += response.contents.flatMap { self.lines($0) }
    }
    return lines
  }

  /// A body in one media type: its schema and how many examples it has.
  private static func lines(_ content: MediaTypeDescription) -> [String] {
    var lines = ["    \(content.mediaType) \(content.examples.count) examples"]
    if let schema = content.schema { lines += self.lines(schema, indent: "      ") }
    return lines
  }

  /// A schema, its properties below it; an exclamation mark stands behind required names.
  static func lines(_ schema: RawSchema, indent: String) -> [String] {
    var lines = [indent + summary(schema)]
    if indent.utf8.count > 200 { return lines }
    let required = Set(schema.required.map(\.name))
    let holder = schema.items?.value ?? schema
    let inner = holder.items?.value ?? holder
    let names = required.union(inner.required.map(\.name)).union(holder.required.map(\.name))
    for property in inner.properties {
      let below = self.lines(property.schema, indent: indent + "  ")
      lines.append(
        "\(indent)  \(property.key)\(names.contains(property.key) ? "!" : "") \(below[0].drop { $0 == " " })"
      )
      lines += below.dropFirst()
    }
    return lines
  }

  /// The type of a schema on one line.
  static func summary(_ schema: RawSchema) -> String {
    var text = schema.types.map(\.rawValue).joined(separator: "|")
    if let reference = schema.reference { text += "->" + reference.key.text }
    if let items = schema.items?.value { text += "[" + summary(items) + "]" }
    if let format = schema.format { text += "<\(format)>" }
    if schema.isTypeLost { text += "~" }
    if schema.hasEmptyProperties { text += "{}" }
    if !schema.enumeration.isEmpty {
      text += "(" + schema.enumeration.map { $0.value.jsonText() }.joined(separator: ",") + ")"
    }
    if let value = schema.defaultValue { text += "=" + value.jsonText() }
    if !schema.examples.isEmpty {
      text += " e.g. " + schema.examples.map { $0.value.jsonText() }.joined(separator: ",")
    }
    if schema.isDeprecated { text += " deprecated" }
    return text
  }
}
