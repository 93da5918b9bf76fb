import SchemaDescription
import SchemaDocument
import SchemaSource

extension OpenAPIContext {
  /// Reads the named examples of a parameter or media type (OpenAPI 3.1, section 4.8.19).
  func examples(of member: Member, external: inout [ExternalExample]) -> [RawExample] {
    if let elements = member.value.elements {
      report.addUnexpected(member.value, "'examples'", "an object with named examples")
      return elements.map { RawExample($0) }
    }
    var examples: [RawExample] = []
    for entry in members(of: member) {
      guard entry.value.members != nil else {
        report.addUnexpected(entry.value, "the example '\(entry.key)'", "an object with a 'value'")
        examples.append(RawExample(name: entry.key, entry.value))
        continue
      }
      guard let node = resolve(entry.value, as: "example") else { continue }
      if let value = node["dataValue"] ?? node["value"] ?? node["serializedValue"] {
        var example = RawExample(name: name(of: node, key: entry.key), value)
        example.words = words(of: node, example)
        examples.append(example)
      } else if let url = node.members?.last(where: { $0.key == "externalValue" }) {
        noteUncarried("examples outside the document are not read", at: url.keySpan, .warning)
        guard let text = report.filledText(of: url) else { continue }
        var example = ExternalExample(name: entry.key, url: text, span: url.keySpan)
        example.summary = node["summary"]?.string
        example.description = node["description"]?.string
        external.append(example)
      } else if node.members?.isEmpty == false {
        report.add(.unexpectedValue, "the example '\(entry.key)' has no 'value'", at: entry.keySpan)
      }
    }
    return examples
  }

  /// What people read beside the name and the value of an example; nil where there is nothing.
  private func words(of node: Node, _ example: RawExample) -> Indirect<ExampleWords>? {
    var words = ExampleWords()
    for part in node.members ?? [] {
      switch part.key {
      case "summary": words.summary = part.value.string == example.name ? nil : part.value.string
      case "description": words.description = part.value.string
      case "dataValue", "value", "externalValue", "$ref": continue
      case "serializedValue" where node["dataValue"] == nil && node["value"] == nil: continue
      default: readOther(part, into: &words.extensions)
      }
    }
    let isEmpty = words.summary == nil && words.description == nil && words.extensions.isEmpty
    return isEmpty ? nil : Indirect(words)
  }

  /// What an example is called: its key, or its summary where the key is but a number.
  private func name(of node: Node, key: String) -> String? {
    if node[ConvertedKey.nameless]?.boolean == true { return nil }
    if let name = node[ConvertedKey.name]?.string { return name }
    guard key.allSatisfy(\.isNumber), let summary = node["summary"]?.string, !summary.isEmpty else { return key }
    return summary
  }

  /// The values that an example of a body documents: itself; the JSON in it where it is a string and the body is JSON;
  /// one for each event where it is a stream of events.
  func read(_ example: RawExample, of content: MediaTypeDescription) -> [RawExample] {
    guard let text = example.value.string else { return [example] }
    switch MediaTypeKind(content.mediaType) {
    case .eventStream: return events(in: text, of: example, schema: content.schema)
    case .jsonLines: return lines(of: text, of: example)
    case .json, .multipart, .urlEncoded: return json(text, of: example, of: content)
    case .text: return [example]
    case .binary:
      if let schema = content.schema, allows(.string, schema) { return [example] }
      report.add(.ignoredText, "examples in \(content.mediaType) are not read", at: example.value.span)
      return []
    }
  }

  /// The JSON value that a string holds, or the string where the schema allows one. Where it allows objects or arrays as
  /// well, what reads as one of them is one.
  private func json(_ text: String, of example: RawExample, of content: MediaTypeDescription) -> [RawExample] {
    if let schema = content.schema, allows(.string, schema) {
      return [composed(text, schema, at: example.value.span).map { example.with($0) } ?? example]
    }
    guard !text.allSatisfy(\.isWhitespace) else { return [] }
    var failure = Report()
    if let value = JSONReader.readEmbedded(text, at: example.value.span, report: &failure) {
      report.merge(failure)
      return [example.with(value)]
    }
    addUnreadable(
      failure,
      "the body is \(content.mediaType.isEmpty ? "JSON" : content.mediaType)",
      at: example.value.span
    )
    guard let schema = content.schema, saysNothing(schema) else { return [] }
    return [example]
  }

  /// The object or array that a text spells, where a schema allows one; nil otherwise.
  private func composed(_ text: String, _ schema: RawSchema, at span: SourceSpan) -> Node? {
    var ignored = Report()
    guard let value = JSONReader.readEmbedded(text, at: span, report: &ignored) else { return nil }
    let isAllowed =
      value.members != nil && allows(.object, schema) || value.elements != nil && allows(.array, schema)
    return isAllowed ? value : nil
  }

  /// The events of a stream, as far as they hold JSON (or text, where the schema allows a string); `[DONE]` is none.
  private func events(in text: String, of example: RawExample, schema: RawSchema?) -> [RawExample] {
    let span = example.value.span
    let stream = EventStreamText(text)
    var events = stream.events
    if events.isEmpty, !text.allSatisfy(\.isWhitespace) { events = [EventStreamText.Event(data: [text])] }
    var values: [RawExample] = []
    for event in events {
      let whole = event.data.joined(separator: "\n")
      var failure = Report()
      var nodes: [Node] = []
      // The event's name says which of several schemas is that of its data.
      let own = schema?.oneOf.first { $0.eventNames.contains(event.name ?? "message") } ?? schema
      if let own, allows(.string, own) {
        nodes = [composed(whole, own, at: span) ?? Node(.string(whole), at: span)]
      } else if let value = JSONReader.readEmbedded(whole, at: span, report: &failure) {
        nodes = [value]
      } else if case let lines = event.data.map({ JSONReader.readEmbedded($0, at: span, report: &failure) }),
        lines.allSatisfy({ $0 != nil })
      {
        // Pages lose blank lines: each line is an event of its own then.
        nodes = lines.compactMap { $0 }
      } else {
        addUnreadable(failure, "the events of the stream are JSON", at: span)
      }
      for node in nodes {
        let number = "event \(values.count + 1)"
        var value = example.with(node, name: example.name.map { "\($0), \(number)" } ?? number)
        value.event = event.name
        value.eventID = event.id
        values.append(value)
      }
    }
    if !values.isEmpty { values[values.count - 1].terminator = stream.terminator }
    return values
  }

  /// The values of a sequence, one a line; a record separator may stand before each (RFC 7464).
  private func lines(of text: String, of example: RawExample) -> [RawExample] {
    let span = example.value.span
    var values: [Node] = []
    for line in text.split(whereSeparator: { $0.isNewline || $0 == "\u{1E}" }) where !line.allSatisfy(\.isWhitespace) {
      var failure = Report()
      guard let value = JSONReader.readEmbedded(String(line), at: span, report: &failure) else {
        addUnreadable(failure, "the lines of the body are JSON", at: span)
        continue
      }
      values.append(value)
    }
    return values.enumerated().map { position, value in
      let number = "line \(position + 1)"
      return example.with(value, name: example.name.map { "\($0), \(number)" } ?? number)
    }
  }

  /// Reports an example that is no JSON, with the reason that the reader of JSON gave.
  private func addUnreadable(_ failure: Report, _ ground: String, at span: SourceSpan) {
    let reason = failure.diagnostics.first { $0.severity == .error }
    report.add(
      .unreadableExample,
      "the example is no JSON although \(ground)",
      at: span,
      notes: reason.map { [Diagnostic.Note($0.message)] } ?? []
    )
  }

  /// Whether a schema names a type among those that it allows, by itself or by what it refers to.
  func allows(_ type: RawType, _ schema: RawSchema) -> Bool {
    var visited: Set<SchemaKey> = []
    var rest = [schema]
    while let schema = rest.popLast() {
      if schema.types.contains(type) { return true }
      if let key = schema.reference?.key, visited.insert(key).inserted, let target = self.schema(for: key) {
        rest.append(target)
      }
      rest += schema.allOf + schema.anyOf + schema.oneOf
    }
    return false
  }

  /// Whether a schema allows any value because it says nothing of it.
  private func saysNothing(_ schema: RawSchema) -> Bool {
    schema.types.isEmpty && schema.reference == nil && schema.properties.isEmpty && schema.items == nil
      && schema.allOf.isEmpty && schema.anyOf.isEmpty && schema.oneOf.isEmpty && !schema.hasEmptyProperties
      && schema.additionalProperties == nil && schema.required.isEmpty && schema.enumeration.isEmpty
  }
}

extension RawExample {
  /// The example with another value, or under another name.
  fileprivate func with(_ value: Node, name: String? = nil) -> RawExample {
    var example = self
    example.value = value
    example.name = name ?? self.name
    return example
  }
}
