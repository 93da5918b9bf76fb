import SchemaDescription
import SchemaSource

extension Lowering {
  /// Gives an error that is documented in several media types of JSON, each with a schema of its own, one body that may be
  /// either: an error is thrown with one type, and its shape tells which it is.
  static func joinFailures(_ description: inout APIDescription, report: inout Report) {
    for index in description.operations.indices where description.operations[index].kind == .call {
      let responses = description.operations[index].responses
      let hasSuccess = responses.contains { $0.status.lowered.isSuccess }
      for (position, response) in responses.enumerated() where !response.status.lowered.isSuccess {
        // A document that names the default response alone means the success by it.
        guard hasSuccess || response.status != .default, let contents = joined(response.contents) else { continue }
        description.operations[index].responses[position].contents = contents
        for content in response.contents where content.kind == .json && content.mediaType != contents[0].mediaType {
          let message = "an error in \(content.mediaType) is told from one in \(contents[0].mediaType) by its shape"
          report.add(Diagnostic(.unsupportedFeature, message, at: content.span, severity: .note))
        }
      }
    }
  }

  /// The media types with one of JSON in the place of several whose schemas differ; nil where no schemas do.
  private static func joined(_ contents: [MediaTypeDescription]) -> [MediaTypeDescription]? {
    var schemas: [RawSchema] = []
    for content in contents where content.kind == .json {
      // What allows everything leaves nothing of the others.
      guard let schema = content.schema, !schema.isUnknownBody else { continue }
      if !schemas.contains(where: { $0.saysSame(as: schema) }) { schemas.append(schema) }
    }
    guard schemas.count > 1, var whole = contents.first(where: { $0.kind == .json }) else { return nil }
    var schema = RawSchema(at: schemas[0].span)
    schema.oneOf = schemas
    whole.schema = schema
    whole.examples = contents.filter { $0.kind == .json }.flatMap(\.examples)
    return [whole] + contents.filter { $0.kind != .json }
  }
}
