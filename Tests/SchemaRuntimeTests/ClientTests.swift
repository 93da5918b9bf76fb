import Foundation
import HTTPTypes
import SchemaRuntime
import Testing

/// A client of the generated shape through a transport of a user's own.
@Suite struct ClientTests {
  /// Answers each request with a status and a text, and shows the request in a header field.
  private struct Answering: ClientTransport {
    var status = 200
    var text: String
    var contentType = "application/json"

    func send(_ request: HTTPRequest, body: HTTPBody?) async throws -> (HTTPResponse, HTTPBody) {
      if status == 0 { throw CancellationError() }
      let fields: HTTPFields = [.contentType: contentType]
      return (HTTPResponse(status: .init(code: status), headerFields: fields), HTTPBody(Array(text.utf8)))
    }
  }

  /// The smallest request.
  private let request = Relay.ChatRequest(model: "m", messages: [], logprobs: .null)

  @Test func successes() async throws {
    let message = try await Relay.Client(transport: Answering(text: #"{"role":"user"}"#)).createChatCompletion(
      request,
      id: "1"
    )
    #expect(message == .init(role: .user))
    let client = Relay.Client(transport: Answering(status: 206, text: "é", contentType: "text/plain"))
    #expect(try await client.greeting() == "é")
    #expect(try await client.speech(nil) == Data("é".utf8))
    try await client.delete([1, 2])
  }

  @Test func errors() async throws {
    let call = { (status: Int, text: String, contentType: String) in
      let transport = Answering(status: status, text: text, contentType: contentType)
      _ = try await Relay.Client(transport: transport).createChatCompletion(request, id: "1")
    }
    let exact = await #expect(throws: ResponseError<Relay.TextPart>.self) {
      try await call(429, #"{"type":"t","text":"slow"}"#, "application/json")
    }
    #expect(exact?.body.text == "slow")
    await #expect(throws: ResponseError<JSONValue>.self) { try await call(404, "{}", "application/json") }
    let text = await #expect(throws: ResponseError<String>.self) { try await call(502, "down", "text/html") }
    #expect(text?.body == "down")
    let quoted = await #expect(throws: ResponseError<String>.self) {
      try await call(502, #""down""#, "application/json")
    }
    #expect(quoted?.body == "down")
    let other = await #expect(throws: ResponseError<String>.self) {
      try await call(502, #"{"title":"down"}"#, "application/problem+json")
    }
    #expect(other?.body == #"{"title":"down"}"#)
    let page = await #expect(throws: ResponseError<String>.self) { try await call(502, "<p>", "application/json") }
    #expect(page?.body == "<p>")
    await #expect(throws: CancellationError.self) { try await call(0, "", "") }
  }
}
