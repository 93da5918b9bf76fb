import SchemaDescription
import SchemaIR
import SchemaSource

extension Lowerer {
  /// Finds out how operations are asked for streams, and of what type the events of these are.
  mutating func findStreams() {
    var choices = OperationChoices(options.streams)
    for index in api.operations.indices where api.operations[index].kind == .call {
      var key = "stream"
      if let choice = choices.choice(for: api.operations[index]) {
        guard case .on(let event, let property, let terminators) = choice.value else { continue }
        key = property ?? key
        choose(event, terminators, for: index, at: choice.span)
      }
      api.operations[index].streaming = request(by: key, of: index)
    }
    choices.reportUnused(&report)
  }

  /// Gives an operation's stream the type and the end that the configuration chooses.
  private mutating func choose(_ event: String?, _ terminators: [String], for index: Int, at span: SourceSpan?) {
    if let event {
      guard let type = namedType(event) else {
        report.add(.unusedSetting, "no schema is called `\(event)`", at: span)
        return
      }
      setEvent(type, of: index)
    }
    guard !terminators.isEmpty, let place = eventPlace(of: index) else { return }
    api.operations[index].responses[place.response].contents[place.content].terminators = terminators
  }

  /// How an operation is asked for its stream; nil where it gives none, or nothing else.
  private mutating func request(by key: String, of index: Int) -> StreamRequest? {
    let operation = api.operations[index]
    let way: StreamRequest?
    if operation.body?.contents.contains(where: { api.streamContent(key, $0) != nil }) ?? false {
      way = .property(key)
    } else if operation.parameters.contains(where: {
      $0.name == key && $0.location == .query && isBoolean($0.type) && $0.coding.isStyled
    }) {
      way = .parameter(key)
    } else {
      way = nil
    }
    if operation.isAnsweredByEvents { return way }
    if operation.eventStream != nil { return way ?? .mediaType }
    guard let way else { return nil }
    guard case .content(let plain) = operation.outcome else { return operation.valueStream == nil ? nil : way }
    if operation.valueStream != nil { return plain.coding == .jsonLines ? nil : way }
    guard plain.coding == .json else { return nil }
    // What answers in JSON unless it is asked otherwise answers in events: of a type that goes by the name, or any.
    setEvent(eventType(like: plain.type) ?? .scalar(.json), of: index)
    return way
  }

  /// Whether a type is that of true and false.
  private func isBoolean(_ type: TypeRef) -> Bool { resolved(type) == .scalar(.boolean) }

  /// Where the events of an operation are documented.
  private func eventPlace(of index: Int) -> (response: Int, content: Int)? {
    for (position, response) in api.operations[index].responses.enumerated() where response.status.isSuccess {
      if let content = response.contents.firstIndex(where: { $0.coding == .eventStream }) {
        return (position, content)
      }
    }
    return nil
  }

  /// Gives the events of an operation a type, their own or their data's; where none are documented, its first success may
  /// be events.
  private mutating func setEvent(_ event: TypeRef, of index: Int) {
    let type = eventData(of: event, operation: index) ?? event
    if let place = eventPlace(of: index) {
      api.operations[index].responses[place.response].contents[place.content].type = type
      return
    }
    let content = Content(mediaType: "text/event-stream", coding: .eventStream, type: type)
    guard let status = api.operations[index].successes.first?.status,
      let position = api.operations[index].responses.firstIndex(where: { $0.status == status })
    else { return }
    api.operations[index].responses[position].contents.append(content)
  }

  /// The named type that goes by the name of an event of what a whole answer is: `ChatCompletionChunk` of
  /// `ChatCompletion`, `CreateChatStreamResponse` of `CreateChatResponse`.
  private mutating func eventType(like type: TypeRef) -> TypeRef? {
    guard case .declared(let id) = type.core, case .component(let name) = api[id].hint else { return nil }
    for name in EventNames.candidates(for: name) {
      if let type = namedType(name) { return type }
    }
    return nil
  }

  /// The type of the schema that is called so; nil where there is none.
  private mutating func namedType(_ name: String) -> TypeRef? {
    let names =
      schemaNames ?? Dictionary(grouping: description.schemas.indices) { description.schemas[$0].name ?? "" }
    schemaNames = names
    for schema in names[name] ?? [] {
      if case .done(let type) = namedTypes[description.schemas[schema].key] { return type }
    }
    return nil
  }
}

extension Parameter.Coding {
  /// Whether the value is written in a style.
  fileprivate var isStyled: Bool { if case .styled = self { true } else { false } }
}
