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

  /// The schema of the data of an event, or of one of several events, whose names are added; nil where the schema is that of
  /// the data.
  ///
  /// `isEvent` says that an object with `data` is an event; otherwise it needs a name or a number, and nothing else.
  private func eventData(of schema: RawSchema, isEvent: Bool, at span: SourceSpan, names: inout [String?]) -> RawSchema?
  {
    var visited: Set<SchemaKey> = []
    guard let found = eventData(of: schema, isEvent: isEvent, &visited), let first = found.first else { return nil }
    noteUnread("of the schema of an event, that of its data is carried", at: span)
    var known: Set<SchemaKey> = []
    let distinct = found.filter { $0.schema.reference.map { known.insert($0.key).inserted } ?? true }
    names = distinct.map(\.name)
    if distinct.count == 1 { return first.schema }
    var union = RawSchema(at: schema.span)
    union.description = schema.description
    union.oneOf = distinct.map(\.schema)
    return union
  }

  /// The data of all events that a schema describes, each with the event's name; nil where one is none. A reference is
  /// followed once.
  private func eventData(
    of schema: RawSchema,
    isEvent: Bool,
    _ visited: inout Set<SchemaKey>
  ) -> [(name: String?, schema: RawSchema)]? {
    var event = schema
    if let reference = schema.reference {
      guard visited.insert(reference.key).inserted else { return [] }
      guard let target = self.schema(for: reference.key) else { return nil }
      event = target
    }
    let alternatives = event.oneOf + event.anyOf
    if !alternatives.isEmpty, event.properties.isEmpty {
      var found: [(name: String?, schema: RawSchema)] = []
      for alternative in alternatives {
        guard let data = eventData(of: alternative, isEvent: isEvent, &visited) else { return nil }
        found += data
      }
      return found
    }
    let isStated = event.properties.allSatisfy { Self.eventFields.contains($0.key) }
    guard let data = event.properties.first(where: { $0.key == "data" })?.schema else {
      return isStated && !event.properties.isEmpty ? [] : nil
    }
    guard isEvent || isStated && event.properties.count > 1 else { return nil }
    let name = event.properties.first { $0.key == "event" }.flatMap { Self.fixedText(of: $0.schema) }
    return [(name, data.contentSchema ?? data)]
  }

  /// The one text that a schema allows; nil where it allows others.
  private static func fixedText(of schema: RawSchema) -> String? {
    if let text = schema.constant?.string { return text }
    return schema.enumeration.count == 1 ? schema.enumeration[0].value.string : nil
  }

  /// The fields of an event (WHATWG HTML, section 9.2.6).
  private static let eventFields: Set<String> = ["event", "data", "id", "retry"]

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
