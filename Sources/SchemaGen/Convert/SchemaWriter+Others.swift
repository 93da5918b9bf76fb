import SchemaDescription
import SchemaDocument
import SchemaSource

extension SchemaWriter {
  /// Adds what says nothing of values in JSON.
  mutating func addOthers(of schema: RawSchema, to object: inout ObjectBuilder) {
    if let inner = schema.contentSchema {
      addLater("contentSchema", node(of: inner), at: inner.span, to: &object)
    }
    object.add("externalDocs", DocumentationWriter.node(schema.externalDocumentation, report: &report))
    if let xml = schema.xml { object.add("xml", object: self.xml(xml)) }
    if let comment = schema.comment {
      switch form {
      case .v3_1: object.add("$comment", comment)
      case .v3_0: object.keep("$comment", .text(comment))
      }
    }
    object.add(extensions: schema.extensions)
  }

  /// How a value is written in XML (OpenAPI 3.1, section 4.8.26). What OpenAPI 3.2 calls a type of node is an attribute or
  /// none before.
  private mutating func xml(_ node: Node) -> ObjectBuilder {
    var object = ObjectBuilder()
    for member in node.members ?? [] {
      switch member.key {
      case "name", "namespace", "prefix", "attribute", "wrapped": object.add(member.key, member.value)
      case "nodeType" where member.value.string == "attribute": object.add("attribute", flag: true)
      case "nodeType" where member.value.string == "element": continue
      case _ where member.key.hasPrefix("x-"): object.add(extensions: [member])
      default: lose("'\(member.key)' of 'xml'", at: member.keySpan)
      }
    }
    return object
  }
}
