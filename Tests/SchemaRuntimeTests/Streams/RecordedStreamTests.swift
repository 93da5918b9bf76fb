import Testing

@testable import SchemaRuntime

/// Streams as servers have sent them give the same values, however their bytes are cut into chunks.
@Suite struct RecordedStreamTests {
  /// A stream, and what it holds.
  struct Recording: CustomTestStringConvertible, Sendable {
    /// What its server is like.
    let testDescription: String
    /// The bytes as text.
    let text: String
    /// The name and data of each event before the terminator.
    let events: [String]
  }

  /// Chunks of a chat, a terminator at the end.
  private static let chat = Recording(
    testDescription: "a chat",
    text: """
      data: {"id":"chatcmpl-B4","choices":[{"index":0,"delta":{"role":"assistant","content":""}}]}

      data: {"id":"chatcmpl-B4","choices":[{"index":0,"delta":{"content":"Grüße, 世界 👋"}}]}

      data: {"id":"chatcmpl-B4","choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}

      data: {"id":"chatcmpl-B4","choices":[],"usage":{"prompt_tokens":9,"total_tokens":11}}

      data: [DONE]


      """,
    events: [
      #"message|{"id":"chatcmpl-B4","choices":[{"index":0,"delta":{"role":"assistant","content":""}}]}"#,
      #"message|{"id":"chatcmpl-B4","choices":[{"index":0,"delta":{"content":"Grüße, 世界 👋"}}]}"#,
      #"message|{"id":"chatcmpl-B4","choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}"#,
      #"message|{"id":"chatcmpl-B4","choices":[],"usage":{"prompt_tokens":9,"total_tokens":11}}"#,
    ]
  )

  /// Named events, lines that end in CR LF, a comment that keeps the connection open.
  private static let message = Recording(
    testDescription: "a message",
    text: """
      event: message_start\r
      data: {"type":"message_start","message":{"id":"msg_1","usage":{"input_tokens":25}}}\r
      \r
      : keep-alive\r
      \r
      event: ping\r
      data: {"type": "ping"}\r
      \r
      event: content_block_delta\r
      data: {"type":"content_block_delta","delta":{"type":"text_delta","text":"a\\r\\nb: c"}}\r
      \r
      event: message_stop\r
      data: {"type":"message_stop"}\r
      \r

      """,
    events: [
      #"message_start|{"type":"message_start","message":{"id":"msg_1","usage":{"input_tokens":25}}}"#,
      #"ping|{"type": "ping"}"#,
      #"content_block_delta|{"type":"content_block_delta","delta":{"type":"text_delta","text":"a\r\nb: c"}}"#,
      #"message_stop|{"type":"message_stop"}"#,
    ]
  )

  /// Data over several lines, identifiers, every ending of lines, a byte order mark, no empty line after the terminator.
  private static let log = Recording(
    testDescription: "a log",
    text:
      "\u{FEFF}retry: 1500\rid: 1\rdata: {\rdata:   \"n\": 1\rdata: }\r\rid: 2\r\ndata:[2]\r\n\r\n\n\nid\nevent: end\n"
      + "data: 3\n\ndata: [DONE]\n",
    events: ["message|{\n  \"n\": 1\n}", "message|[2]", "end|3"]
  )

  @Test("10,000 random cuts in all", arguments: [chat, message, log])
  func cuts(_ recording: Recording) async throws {
    let bytes = Array(recording.text.utf8)
    var random = SeededGenerator(seed: 11)
    for round in 0..<3400 {
      let longest = round % 50 == 0 ? 1 : Int.random(in: 1...(bytes.count / 2), using: &random)
      var chunks: [[UInt8]] = []
      var rest = bytes[...]
      while !rest.isEmpty {
        chunks.append(Array(rest.prefix(Int.random(in: 1...longest, using: &random))))
        rest = rest.dropFirst(chunks.last?.count ?? 0)
      }
      let events = try await events(chunks)
      guard events == recording.events else {
        Issue.record("\(events) where the chunks have \(chunks.map(\.count)) bytes")
        return
      }
    }
  }

  @Test("what came before a cut is delivered", arguments: [chat, message, log])
  func cutOff(_ recording: Recording) async throws {
    let bytes = Array(recording.text.utf8)
    var failures = 0
    for length in 0..<bytes.count {
      var events: [String] = []
      do {
        for try await event in try await stream([Array(bytes[..<length])]).events where event.data != "[DONE]" {
          events.append("\(event.event)|\(event.data)")
        }
      } catch let failure as StreamFailure {
        #expect(failure.reason == .cut && failure.element == events.count + 1)
        failures += 1
      }
      guard events == Array(recording.events.prefix(events.count)) else {
        Issue.record("\(events) of the first \(length) bytes")
        return
      }
    }
    // Of most places an event is cut through.
    #expect(failures > bytes.count / 2 && failures < bytes.count)
  }

  /// The name and data of each event before the terminator.
  private func events(_ chunks: [[UInt8]]) async throws -> [String] {
    var result: [String] = []
    for try await event in try await stream(chunks).events where event.data != "[DONE]" {
      result.append("\(event.event)|\(event.data)")
    }
    return result
  }

  /// A stream of chunks.
  private func stream(_ chunks: [[UInt8]]) async throws -> EventStream<String> {
    try await Connection(Chunks(chunks)).events(of: Call("watch", .get, "/"))
  }
}
