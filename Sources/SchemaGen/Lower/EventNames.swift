/// Names by which documents call an event of what a whole answer is.
package enum EventNames {
  /// What the schema of an event may be called, the likeliest first: `ChatCompletionChunk` of `ChatCompletion`,
  /// `CreateChatStreamResponse` of `CreateChatResponse`.
  package static func candidates(for name: String) -> [String] {
    let names = ["Chunk", "StreamEvent", "StreamResponse", "Delta", "Event"].map { name + $0 }
    guard name.hasSuffix("Response") else { return names }
    let stem = name.dropLast("Response".count)
    return ["StreamResponse", "ChunkResponse", "Chunk", "StreamEvent", "Event"].map { stem + $0 } + names
  }
}
