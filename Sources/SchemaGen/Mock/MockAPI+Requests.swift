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

  /// A value of a parameter: the documented one, else one that its schema allows; nil where none can be made. `property` is
  /// that of the form in whose parts the parameter is a header.
  package func parameterValue(operation: Int, name: String, location: String, property: String? = nil) -> Node? {
    let described = description.operations[operation]
    var parameters = described.parameters.map { (property: String?.none, parameter: $0) }
    for field in described.requestBody?.contents.flatMap(\.fields) ?? [] {
      parameters += field.headers.map { (field.property, $0) }
    }
    let index = parameters.firstIndex { candidate in
      candidate.property == property && candidate.parameter.name == name
        && (property != nil || candidate.parameter.location.rawValue == location)
    }
    guard let index else { return nil }
    let parameter = parameters[index].parameter
    if let example = parameter.examples.first(where: { !$0.value.isSkeleton }) { return example.value }
    return samples.parameter(of: parameter.schema, at: .parameter(operation: operation, index: index))
  }
}
