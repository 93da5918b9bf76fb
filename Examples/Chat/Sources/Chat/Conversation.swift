import Foundation
import SchemaRuntime

/// What was said so far, and with whom.
struct Conversation {
  /// How often a model may ask for tools before it has to answer.
  private static let rounds = 8

  /// Calls the relay.
  let client: Relay.Client
  /// The model that writes.
  let model: String
  /// The model that speaks.
  let voiceModel: String
  /// What a mock is to answer the next requests with, one for each: `example=tools`, `status=429`.
  var preferences: [String] = []
  /// Everything that was said.
  private var messages: [Relay.ChatMessage] = [.system("Answer briefly.")]

  /// Starts a conversation.
  init(client: Relay.Client, model: String, voiceModel: String) {
    (self.client, self.model, self.voiceModel) = (client, model, voiceModel)
  }

  /// Says something and hands over the answer piece by piece, as it comes.
  ///
  /// The model may ask for tools first, any number of times; what they give is sent back to it.
  mutating func answer(_ text: String, print: (String) -> Void) async throws {
    var turn = messages + [.user(.init(content: .string(text)))]
    for _ in 0..<Self.rounds {
      var reply = Reply()
      let request = Relay.ChatCompletionRequest(model: model, messages: turn, tools: Tool.all.map(\.definition))
      for try await chunk in try await nextClient().streamChatCompletion(request) {
        guard let delta = chunk.choices.first?.delta else { continue }
        print(delta.content ?? "")
        reply.add(delta)
      }
      turn.append(.assistant(reply.message))
      if reply.toolCalls.isEmpty {
        // A turn that failed in the middle leaves nothing behind.
        messages = turn
        return
      }
      for call in reply.toolCalls {
        let result = Tool.run(call.function)
        print("(\(call.function.name) \(call.function.arguments) gives \(result))\n")
        turn.append(.tool(.init(toolCallID: call.id, content: result)))
      }
    }
    throw Failure("the model asks for tools again and again")
  }

  /// Says something and returns the answer as sound, with its text.
  mutating func speak(_ text: String) async throws -> (sound: Data, transcript: String) {
    let turn = messages + [.user(.init(content: .string(text)))]
    let reply = try await nextClient().createChatCompletion(
      .init(
        model: voiceModel,
        messages: turn,
        modalities: [.text, .audio],
        audio: .init(voice: .alloy, format: .wav)
      )
    )
    guard let audio = reply.choices.first?.message.audio?.value, let sound = Data(base64Encoded: audio.data) else {
      throw Failure("the answer has no sound in it")
    }
    messages = turn + [.assistant(.init(content: .value(audio.transcript)))]
    return (sound, audio.transcript)
  }

  /// The client for the next request, which says so where a certain answer of a mock is wanted.
  private mutating func nextClient() -> Relay.Client {
    guard !preferences.isEmpty else { return client }
    return client.with(headers: ["Prefer": preferences.removeFirst()])
  }
}
