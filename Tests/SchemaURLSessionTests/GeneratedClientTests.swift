import Foundation
import GeneratedModels
import HTTPTypes
import Hummingbird
import Loopback
import SchemaRuntime
import SchemaURLSession
import Testing

/// The clients that `specs/` becomes, against a real server.
@Suite(.timeLimit(.minutes(15))) struct GeneratedClientTests {
  /// Answers as the relay's documentation says it would.
  private static func router() -> Router<BasicRequestContext> {
    let router = Router()
    router.post("/v1/chat/completions") { request, _ in
      guard request.headers[.authorization] == "Bearer key-1" else {
        return answer(
          .unauthorized,
          #"{"error":{"message":"no such key","type":"invalid_request_error","code":"invalid_api_key"}}"#
        )
      }
      let body = try JSONValue(parsing: String(buffer: try await request.body.collect(upTo: 1 << 20)))
      switch body["model"] {
      case "busy":
        return answer(
          .tooManyRequests,
          #"{"error":{"message":"slow down","type":"rate_limit","param":null,"code":429}}"#
        )
      case "teapot": return answer(.init(code: 418), "short and stout")
      case "broken": return answer(.ok, #"{"id":"x","object":"chat.completion","created":"soon"}"#)
      default:
        let content = body["messages"]?[0]?["content"] ?? .null
        return answer(
          .ok,
          #"{"id":"c-1","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,"message":"#
            + #"{"role":"assistant","content":\#(content)},"finish_reason":"new_reason"}]}"#
        )
      }
    }
    router.get("/mj/task/:id/fetch") { _, context in
      let id = try context.parameters.require("id").removingPercentEncoding ?? ""
      return answer(.ok, #"{"id":"\#(id)","action":"IMAGINE","status":"SUCCESS"}"#)
    }
    router.get("/mj/task/list") { request, _ in
      answer(.ok, #"[{"id":"\#(request.uri.query ?? "")","action":"BLEND","status":"FAILURE"}]"#)
    }
    router.post("/v1/audio/transcriptions") { request, _ in
      let body = String(buffer: try await request.body.collect(upTo: 1 << 20))
      let isForm = request.headers[.contentType]?.hasPrefix("multipart/form-data; boundary=") == true
      let parts = ["name=\"file\"; filename=\"a.wav\"", "name=\"model\"", "RIFF", "whisper-1"]
      return answer(.ok, #"{"text":"\#(isForm && parts.allSatisfy { body.contains($0) } ? "heard" : "nothing")"}"#)
    }
    return router
  }

  /// A response with a JSON body.
  private static func answer(_ status: HTTPResponse.Status, _ json: String) -> Hummingbird.Response {
    Hummingbird.Response(
      status: status,
      headers: [.contentType: "application/json"],
      body: .init(byteBuffer: ByteBuffer(string: json))
    )
  }

  /// Runs a relay client against a server.
  private func withRelay(
    key: String = "key-1",
    _ body: @escaping @Sendable (Relay.Client) async throws -> Void
  ) async throws {
    try await LoopbackServer.run(Self.router()) { server in
      try await body(
        Relay.Client(transport: URLSessionTransport(), authorization: .bearer(key), server: Server(server.url))
      )
    }
  }

  /// A conversation of one message.
  private func request(_ model: String) -> Relay.ChatCompletionRequest {
    Relay.ChatCompletionRequest(model: model, messages: [.user(.init(content: .string("hello")))])
  }

  @Test func `a typed request goes out and a typed response comes back`() async throws {
    try await withRelay { client in
      let reply = try await client.createChatCompletion(request("m"))
      #expect(reply.choices.first?.message.content?.value == "hello")
      #expect(reply.choices.first?.finishReason == "new_reason")
    }
  }

  @Test func `documented errors are typed by status`() async throws {
    try await withRelay { client in
      let error = await #expect(throws: ResponseError<Relay.ErrorResponse>.self) {
        try await client.createChatCompletion(request("busy"))
      }
      #expect(error?.status == 429)
      #expect(error?.body.error.message == "slow down")
      #expect(error?.body.error.code == .value(.integer(429)))
    }
    try await withRelay(key: "secret-2") { client in
      let error = await #expect(throws: ResponseError<Relay.ErrorResponse>.self) {
        try await client.createChatCompletion(request("m"))
      }
      #expect(error?.status == 401)
      #expect(error.map { "\($0)" }?.contains("secret-2") == false)
    }
  }

  @Test func `an undocumented status keeps the body`() async throws {
    try await withRelay { client in
      let error = await #expect(throws: UnexpectedResponse.self) {
        try await client.createChatCompletion(request("teapot"))
      }
      #expect(error.map { "\($0)" }?.contains("createChatCompletion") == true)
      #expect(error.map { String(decoding: $0.body, as: UTF8.self) } == "short and stout")
    }
  }

  @Test func `an unexpected response says which key of which operation`() async throws {
    try await withRelay { client in
      let error = await #expect(throws: ResponseDecodingError.self) {
        try await client.createChatCompletion(request("broken"))
      }
      let text = error.map { "\($0)" } ?? ""
      #expect(text.contains("createChatCompletion") && text.contains("created") && text.contains("200"), "\(text)")
      #expect(error.map { String(decoding: $0.body, as: UTF8.self) }?.contains("soon") == true)
    }
  }

  @Test func `path and query parameters and forms arrive`() async throws {
    try await withRelay { client in
      #expect(try await client.fetchTask(id: "a b").id == "a b")
      #expect(try await client.fetchTask(id: "a/b?c").id == "a/b?c")
      let tasks = try await client.listTasks(status: [.success, "NEW"], limit: 5)
      #expect(tasks.first?.id == "status=SUCCESS,NEW&limit=5")
      let file = FileUpload(data: Data("RIFF".utf8), filename: "a.wav", contentType: "audio/wav")
      let heard = try await client.createTranscription(.init(file: file, model: "whisper-1"))
      #expect(heard.text == "heard")
    }
  }

  @Test func `a page's own server and path meet without doubling`() async throws {
    try await LoopbackServer.run(Self.router()) { server in
      let client = GPT4oAudio.Client(
        transport: URLSessionTransport(),
        authorization: .bearer("key-1"),
        server: Server(server.url)
      )
      let reply = try await client.gpt4oAudio(
        .init(model: "m", audio: .init(voice: .alloy, format: "wav"), messages: [.init(role: "user", content: "hi")])
      )
      #expect(reply["choices"]?[0]?["message"]?["content"] == "hi")
    }
    let documented = Wenwen.Client(transport: URLSessionTransport()).connection.server
    #expect("\(documented)".contains("https://api.wenwen-ai.com") && !"\(documented)".contains("/v1"))
  }
}
