import SchemaDescription
import SchemaDocument

/// What a document declares, counted from its nodes or from its description; the two must agree.
struct DocumentCensus: Equatable {
  /// Methods of paths and webhooks.
  var operations = 0
  /// Schemas among the components.
  var schemas = 0
  /// Properties within the components' schemas.
  var properties = 0
  /// References within the components' schemas.
  var references = 0
  /// Parameters of operations and their paths, without those that are no parameters.
  var parameters = 0
  /// Responses of operations.
  var responses = 0
  /// Media types of requests and responses.
  var mediaTypes = 0

  /// Counts what nodes hold.
  init(_ root: Node) {
    for component in root["components"]?["schemas"]?.members ?? [] {
      schemas += 1
      count(schema: component.value)
    }
    for path in (root["paths"]?.members ?? []) + (root["webhooks"]?.members ?? []) where !path.key.hasPrefix("x-") {
      let item = Self.resolved(path.value, in: root)
      for method in ["get", "put", "post", "delete", "options", "head", "patch", "trace"] {
        guard let operation = item[method] else { continue }
        operations += 1
        var names: Set<[String]> = []
        for list in [item["parameters"], operation["parameters"]] {
          for parameter in list?.elements ?? [] {
            let target = Self.resolved(parameter, in: root)
            let name = [target["in"]?.string ?? "", target["name"]?.string ?? ""]
            let isHeader =
              name[0] == "header" && ["accept", "content-type", "authorization"].contains(name[1].lowercased())
            if !isHeader { names.insert(name) }
          }
        }
        parameters += names.count
        count(content: operation["requestBody"].map { Self.resolved($0, in: root) })
        for response in operation["responses"]?.members ?? [] where !response.key.hasPrefix("x-") {
          responses += 1
          count(content: Self.resolved(response.value, in: root))
        }
      }
    }
  }

  /// Counts what a description holds.
  init(_ description: APIDescription) {
    for schema in description.schemas where schema.name != nil {
      schemas += 1
      count(schema: schema.schema)
    }
    operations = description.operations.count
    for operation in description.operations {
      parameters += operation.parameters.count
      responses += operation.responses.count
      mediaTypes += operation.requestBody?.contents.count ?? 0
      mediaTypes += operation.responses.reduce(0) { $0 + $1.contents.count }
    }
  }

  /// Counts the media types of a body.
  private mutating func count(content node: Node?) { mediaTypes += node?["content"]?.members?.count ?? 0 }

  /// Counts the properties and references in a schema's nodes.
  private mutating func count(schema node: Node) {
    for member in node.members ?? [] {
      switch (member.key, member.value.value) {
      case ("properties", .object(let members)):
        properties += members.count
        for property in members { count(schema: property.value) }
      case ("items", _), ("additionalProperties", _): count(schema: member.value)
      case ("allOf", .array(let nodes)), ("anyOf", .array(let nodes)), ("oneOf", .array(let nodes)):
        for node in nodes { count(schema: node) }
      case ("$ref", .string), ("$dynamicRef", .string), ("$recursiveRef", .string): references += 1
      default: break
      }
    }
  }

  /// Counts the properties and references in a schema.
  private mutating func count(schema: RawSchema) {
    properties += schema.properties.count
    references += schema.reference == nil ? 0 : 1
    for property in schema.properties { count(schema: property.schema) }
    for part in schema.allOf + schema.anyOf + schema.oneOf { count(schema: part) }
    if let items = schema.items { count(schema: items.value) }
    if case .schema(let values) = schema.additionalProperties { count(schema: values.value) }
  }

  /// The node that a reference within the document names.
  private static func resolved(_ node: Node, in root: Node) -> Node {
    guard let text = node["$ref"]?.string, text.hasPrefix("#/") else { return node }
    var target: Node? = root
    for token in text.dropFirst(2).split(separator: "/") {
      target = target?[String(token).replacing("~1", with: "/").replacing("~0", with: "~")]
    }
    return target.map { resolved($0, in: root) } ?? node
  }
}
