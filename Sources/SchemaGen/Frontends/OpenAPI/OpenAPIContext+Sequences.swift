import SchemaDescription
import SchemaDocument
import SchemaSource

extension OpenAPIContext {
  /// Reads the schema of a body. Of a sequence, a list of values, the schema of one value counts (OpenAPI 3.2, section
  /// 4.14.2); of an event that is described with its name or number, that of its data.
  func wholeSchema(of member: Member, _ content: inout MediaTypeDescription) -> RawSchema? {
    let schema = schema(of: member)
    let kind = MediaTypeKind(content.mediaType)
    guard kind == .jsonLines || kind == .eventStream, let schema else { return schema }
    let item = schema.types == [.array] ? schema.items?.value ?? schema : schema
    guard kind == .eventStream else { return item }
    return eventData(of: item, isEvent: false, at: member.keySpan, names: &content.eventNames) ?? item
  }

  /// Reads the schema of one value of a sequence. An event's is that of its data, where it says what they are (section
  /// 4.14.4).
  func itemSchema(of member: Member, _ content: inout MediaTypeDescription) -> RawSchema? {
    guard let item = schema(of: member) else { return nil }
    switch MediaTypeKind(content.mediaType) {
    case .jsonLines: return item
    case .eventStream: return eventData(of: item, isEvent: true, at: member.keySpan, names: &content.eventNames) ?? item
    default:
      let message = "'itemSchema' is left out: \(content.mediaType) is no sequence of values"
      report.add(.unsupportedFeature, message, at: member.keySpan)
      return nil
    }
  }

  /// Takes the data out of the schema of an event, whose names are added; nil where the schema is that of the data.
  private func eventData(of schema: RawSchema, isEvent: Bool, at span: SourceSpan, names: inout [String?]) -> RawSchema?
  {
    // A schema replaces the one before it, names included.
    names = []
    guard let events = EventSchema(of: schema, isEvent: isEvent, schemaFor: { self.schema(for: $0) }) else {
      return nil
    }
    noteUnread("of the schema of an event, that of its data is carried", at: span)
    names = events.names
    return events.data
  }

  /// Reads the stream that an operation answers with on request: `x-fern-streaming`, whose `response-stream` is the
  /// schema of an event's data, or of a line where `format` is `json`.
  func readStream(_ member: Member, into operation: inout OperationDescription) {
    guard let members = member.value.uniqueMembers,
      let part = members.first(where: { $0.key == "response-stream" })
    else { return }
    let isSequence = members.first { $0.key == "format" }?.value.string == "json"
    let mediaType = isSequence ? "application/jsonl" : "text/event-stream"
    let position = operation.responses.firstIndex { response in
      if case .code(200..<300) = response.status { true } else { response.status == .range(2) }
    }
    guard let position, !operation.responses[position].contents.contains(where: { $0.mediaType == mediaType }) else {
      return
    }
    var content = MediaTypeDescription(mediaType: mediaType, span: part.keySpan)
    content.schema = wholeSchema(of: part, &content)
    if let text = members.first(where: { $0.key == "terminator" })?.value.string, !text.isEmpty {
      content.terminators = [text]
    }
    operation.responses[position].contents.append(content)
  }
}
