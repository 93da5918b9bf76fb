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
  /// `isEvent` says that an object with `data` is an event; otherwise it needs a name or a number, and nothing else. The
  /// names of events go with their data where they tell them apart.
  private func eventData(of schema: RawSchema, isEvent: Bool, at span: SourceSpan, names: inout [String?]) -> RawSchema?
  {
    var visited: Set<SchemaKey> = []
    guard var found = eventData(of: schema, isEvent: isEvent, &visited), !found.isEmpty else { return nil }
    noteUnread("of the schema of an event, that of its data is carried", at: span)
    let areToldByNames = areToldByNames(found)
    if !areToldByNames {
      var known: Set<SchemaKey> = []
      found = found.filter { $0.reference.map { known.insert($0.key).inserted } ?? true }
    }
    names = found.map(\.eventNames.first)
    if !areToldByNames {
      for index in found.indices { found[index].eventNames = [] }
    }
    if found.count == 1 { return found[0] }
    var union = RawSchema(at: schema.span)
    union.description = schema.description
    union.oneOf = found
    return union
  }

  /// Whether each of several events has names of its own, and these are not what the data says anyway.
  private func areToldByNames(_ data: [RawSchema]) -> Bool {
    var names: Set<String> = []
    guard data.count > 1,
      data.allSatisfy({ !$0.eventNames.isEmpty && $0.eventNames.allSatisfy { names.insert($0).inserted } })
    else { return false }
    guard let first = data[0].reference, data.allSatisfy({ $0.reference?.key == first.key }),
      let target = schema(for: first.key)
    else { return true }
    // All events have one type: one of several, or with a property that lists the names.
    let isToldInside = target.properties.contains { property in
      names.isSubset(of: property.schema.enumeration.compactMap(\.value.string))
    }
    return !isToldInside && target.oneOf.isEmpty && target.anyOf.isEmpty
  }

  /// The schemas of the data of all events that a schema describes, with the events' names where they have some; nil
  /// where one is none. A reference is followed once.
  private func eventData(of schema: RawSchema, isEvent: Bool, _ visited: inout Set<SchemaKey>) -> [RawSchema]? {
    var event = schema
    if let reference = schema.reference {
      guard visited.insert(reference.key).inserted else { return [] }
      guard let target = self.schema(for: reference.key) else { return nil }
      event = target
    }
    let alternatives = event.oneOf + event.anyOf
    if !alternatives.isEmpty, event.properties.isEmpty {
      var found: [RawSchema] = []
      for alternative in alternatives {
        guard var data = eventData(of: alternative, isEvent: isEvent, &visited) else { return nil }
        if data.count == 1, data[0].eventNames.isEmpty {
          data[0].eventNames = Self.eventNames(of: alternative, event.discriminator)
        }
        found += data
      }
      return found
    }
    let isStated = event.properties.allSatisfy { Self.eventFields.contains($0.key) }
    guard let data = event.properties.first(where: { $0.key == "data" })?.schema else {
      return isStated && !event.properties.isEmpty ? [] : nil
    }
    guard isEvent || isStated && event.properties.count > 1 else { return nil }
    var result = data.contentSchema ?? data
    result.eventNames = eventNames(of: event)
    return [result]
  }

  /// The names that an event may have by its own schema; none where it may have any.
  private func eventNames(of event: RawSchema) -> [String] {
    guard var name = event.properties.first(where: { $0.key == "event" })?.schema else { return [] }
    if let reference = name.reference, let target = schema(for: reference.key) { name = target }
    if let constant = name.constant?.string { return [constant] }
    let names = name.enumeration.compactMap(\.value.string)
    return names.count == name.enumeration.count ? names : []
  }

  /// The names that a discriminator maps to one of several events.
  private static func eventNames(of event: RawSchema, _ discriminator: RawDiscriminator?) -> [String] {
    guard let discriminator, discriminator.propertyName == "event", let key = event.reference?.key else { return [] }
    return discriminator.mapping.filter { $0.reference.key == key }.map(\.value)
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
