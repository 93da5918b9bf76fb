import SchemaDescription
import SchemaDocument
import SchemaSource

/// Writes what a document says of its tags (OpenAPI 3.1, section 4.8.22).
enum TagWriter {
  /// The tags that are described, each once.
  static func tags(of description: APIDescription, form: OpenAPIForm, report: inout Report) -> [Node] {
    var names: Set<String> = []
    return description.tags.filter { names.insert($0.name).inserted }.map { node(of: $0, form, &report) }
  }

  /// One tag. Its short title is where other tools look for it; what only OpenAPI 3.2 knows is an extension.
  private static func node(of tag: TagDescription, _ form: OpenAPIForm, _ report: inout Report) -> Node {
    var object = ObjectBuilder()
    object.add("name", tag.name)
    object.add("description", tag.description)
    object.add("externalDocs", DocumentationWriter.node(tag.externalDocumentation, report: &report))
    object.add(ConvertedKey.displayName, tag.summary)
    for (word, key, value) in [
      ("parent", ConvertedKey.tagParent, tag.parent), ("kind", ConvertedKey.tagKind, tag.kind),
    ] {
      guard let value else { continue }
      object.add(key, value)
      let message = "'\(word)' of a tag is no part of OpenAPI \(form.rawValue)"
      let notes = [SchemaWriter.advice(key)]
      report.add(Diagnostic(.unsupportedFeature, message, at: tag.span, severity: .note, notes: notes))
    }
    object.add(extensions: tag.extensions)
    return object.node
  }
}
