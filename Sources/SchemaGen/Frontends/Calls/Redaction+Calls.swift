import SchemaDescription
import SchemaDocument
import SchemaSource

/// Takes credentials out of what is carried on.
extension Redaction {
  /// Takes them out of calls.
  func redact(_ calls: inout [RecordedCall]) {
    for index in calls.indices { redact(&calls[index]) }
  }

  /// Takes them out of a call and all that belongs to it.
  func redact(_ call: inout RecordedCall) {
    redact(&call.title)
    redact(&call.description)
    redact(&call.server)
    redact(&call.pathFields)
    redact(&call.query)
    redact(&call.headers)
    redact(&call.cookies)
    redact(&call.body)
    for index in call.responses.indices {
      redact(&call.responses[index].description)
      redact(&call.responses[index].headers)
      redact(&call.responses[index].body)
    }
  }

  /// Takes them out of what a document says of an API as a whole.
  func redact(_ description: inout APIDescription) {
    redact(&description.title)
    redact(&description.description)
    for index in description.servers.indices {
      description.servers[index].url = secrets.redacted(description.servers[index].url)
      redact(&description.servers[index].description)
    }
    for index in description.tags.indices { redact(&description.tags[index].description) }
  }

  /// A value with its secrets replaced: texts that are credentials elsewhere, and those whose names say so.
  func redacted(_ node: Node, name: String? = nil) -> Node {
    var node = node
    switch node.value {
    case .string(let text):
      guard isSecret(text) || name.map({ Credential.isSecret($0) }) == true && FieldKind(text) != .placeholder(nil)
      else { return node }
      node.value = .string(Secrets.placeholder)
    case .array(let elements): node.value = .array(elements.map { redacted($0, name: name) })
    case .object(var members):
      for index in members.indices { members[index].value = redacted(members[index].value, name: members[index].key) }
      node.value = .object(members)
    case .null, .boolean, .number: break
    }
    return node
  }

  /// Takes them out of a text.
  private func redact(_ text: inout String?) { text = text.map(secrets.redacted) }

  /// Takes them out of fields: a value that holds one shows nobody anything.
  private func redact(_ fields: inout [CallField]) {
    for index in fields.indices {
      if Credential.isSecret(fields[index].name) || isSecret(fields[index].value) { fields[index].isSecret = true }
      redact(&fields[index].description)
    }
  }

  /// Takes them out of a body; a text that holds one is no example.
  private func redact(_ body: inout CallBody?) {
    guard var changed = body else { return }
    changed.examples = changed.examples.compactMap { example in
      if let text = example.value.string, isSecret(text) { return nil }
      return RawExample(name: example.name.map(secrets.redacted), redacted(example.value))
    }
    if var fields = changed.fields {
      redact(&fields)
      changed.fields = fields
    }
    body = changed
  }
}
