import SchemaDescription
import SchemaLower

/// Streams that a document does not describe and yet asks for: what answers in JSON, and is asked for a stream by a
/// boolean, answers in events. Generated clients have a method for it.
enum UndocumentedStreams {
  /// What asks for a stream.
  private static let key = "stream"

  /// Adds the streams to the operations of an API.
  static func add(to description: inout APIDescription) {
    var flattener = SchemaFlattener(description)
    let names = Dictionary(
      description.schemas.compactMap { schema in schema.name.map { ($0, schema.key) } },
      uniquingKeysWith: { first, _ in first }
    )
    let schemas = Dictionary(description.schemas.map { ($0.key, $0.schema) }, uniquingKeysWith: { first, _ in first })
    let keys = Dictionary(names.map { ($0.value, $0.key) }, uniquingKeysWith: { first, _ in first })
    for index in description.operations.indices where description.operations[index].kind == .call {
      let operation = description.operations[index]
      guard let position = answer(of: operation), isAsked(of: operation, &flattener) else { continue }
      let json = operation.responses[position].contents.first { MediaTypeKind($0.mediaType) == .json }
      guard let json else { continue }
      var stream = MediaTypeDescription(mediaType: "text/event-stream", span: json.span)
      let name = json.schema?.reference.flatMap { keys[$0.key] }
      if let event = name.map(EventNames.candidates)?.lazy.compactMap({ names[$0] }).first {
        var schema = RawSchema(at: json.span)
        schema.reference = RawReference(event, at: json.span)
        let events = EventSchema(of: schema, isEvent: false) { key in schemas[key] }
        if let events, events.isNamed {
          schema = events.data
          stream.eventNames = events.names
        }
        stream.schema = schema
      } else {
        // Nothing says what an event is: the whole answer is one.
        stream.schema = json.schema
        stream.examples = json.examples
      }
      description.operations[index].responses[position].contents.append(stream)
    }
  }

  /// The success that is answered in JSON; nil where the operation has a stream, or answers otherwise.
  private static func answer(of operation: OperationDescription) -> Int? {
    let successes = operation.responses.indices.filter { index in
      switch operation.responses[index].status {
      case .code(let code): (200..<300).contains(code)
      case .range(let digit): digit == 2
      case .default: false
      }
    }
    let kinds = successes.flatMap { operation.responses[$0].contents }.map { MediaTypeKind($0.mediaType) }
    guard !kinds.contains(.eventStream), !kinds.contains(.jsonLines) else { return nil }
    return successes.first { operation.responses[$0].contents.contains { MediaTypeKind($0.mediaType) == .json } }
  }

  /// Whether a boolean of the body or the query asks for a stream.
  private static func isAsked(of operation: OperationDescription, _ flattener: inout SchemaFlattener) -> Bool {
    var schemas = operation.parameters.filter { $0.location == .query && $0.name == key }.map(\.schema)
    for content in operation.requestBody?.contents ?? [] {
      guard [.json, .multipart, .urlEncoded].contains(MediaTypeKind(content.mediaType)) else { continue }
      schemas.append(ValueTypes(content.schema, &flattener).properties[key])
      // Pages without a schema show in an example what may be sent.
      if content.examples.contains(where: { $0.value[key]?.boolean != nil }) { return true }
    }
    return schemas.contains { schema in
      guard let schema else { return false }
      return ValueTypes(schema, &flattener).types.subtracting([.null]) == [.boolean]
    }
  }
}
