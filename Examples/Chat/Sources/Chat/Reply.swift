import SchemaRuntime

/// An answer while it comes.
struct Reply {
  /// The text so far.
  private var text = ""
  /// The tools that the model asks for, as far as is known.
  private(set) var toolCalls: [Relay.ToolCall] = []

  /// Goes on with a piece.
  mutating func add(_ delta: Relay.ChatDelta) {
    text += delta.content ?? ""
    for part in delta.toolCalls ?? [] {
      // The first piece of a call has its name, the others go on with its arguments.
      if let id = part.id { toolCalls.append(.init(id: id, function: .init(name: "", arguments: ""))) }
      guard let last = toolCalls.indices.last else { continue }
      toolCalls[last].function.name += part.function?.name ?? ""
      toolCalls[last].function.arguments += part.function?.arguments ?? ""
    }
  }

  /// The answer as a message of the conversation.
  var message: Relay.AssistantMessage {
    .init(content: .init(text.isEmpty ? nil : text), toolCalls: toolCalls.isEmpty ? nil : toolCalls)
  }
}
