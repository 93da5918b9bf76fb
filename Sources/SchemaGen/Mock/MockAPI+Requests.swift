import SchemaDescription
import SchemaDocument
import SchemaLower

/// What a client would send, for whoever tries every operation.
extension MockAPI {
  /// A documented body that is more than placeholders.
  package struct DocumentedBody: Sendable {
    /// The name that the document gives it; nil where it has none.
    package let name: String?
    /// One value, or of a sequence its values in order.
    package let values: [Node]
  }

  /// The documented bodies in a media type.
  package func documentedValues(of content: MediaTypeDescription) -> [DocumentedBody] {
    DocumentedExample.examples(of: content).compactMap { example in
      example.values.contains { $0.value.isSkeleton }
        ? nil : DocumentedBody(name: example.name, values: example.values.map(\.value))
    }
  }

  /// A body that the schema of a request allows; where it has none, the placeholders that the document shows, nil where
  /// it shows nothing.
  package func requestValue(operation: Int, content: Int) -> Node? {
    guard let contents = description.operations[operation].requestBody?.contents else { return nil }
    return samples.request(of: contents[content], at: .requestBody(operation: operation, content: content))
      ?? contents[content].examples.first?.value
  }

  /// A value of a header of a form's part: the documented one, else one that its schema allows; nil where none can be made.
  package func partHeaderValue(operation: Int, property: String, header: String) -> Node? {
    let fields = description.operations[operation].requestBody?.contents.flatMap(\.fields) ?? []
    let headers = fields.first { $0.property == property }?.headers
    guard let parameter = headers?.first(where: { $0.name == header }) else { return nil }
    if let example = parameter.examples.first(where: { !$0.value.isSkeleton }) { return example.value }
    let place = OperationRules.Place.parameter(
      operation: operation,
      index: description.operations[operation].parameters.count
    )
    return samples.parameter(of: parameter.schema, at: place)
  }

  /// A value of a parameter: the documented one, else one that its schema allows; nil where none can be made.
  package func parameterValue(operation: Int, name: String, location: String) -> Node? {
    let parameters = description.operations[operation].parameters
    guard let index = parameters.firstIndex(where: { $0.name == name && $0.location.rawValue == location }) else {
      return nil
    }
    if let example = parameters[index].examples.first(where: { !$0.value.isSkeleton }) { return example.value }
    return samples.parameter(of: parameters[index].schema, at: .parameter(operation: operation, index: index))
  }
}
