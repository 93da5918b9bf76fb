// The shape of a generated client, without its comments.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

public import Foundation
public import SchemaRuntime

extension Relay {
  /// Calls the API.
  public struct Client: APIClient {
    public var connection: Connection

    public init(
      transport: any ClientTransport,
      authorization: Authorization? = nil,
      server: Server = "https://api.example.com"
    ) {
      connection = Connection(transport: transport, server: server, authorization: authorization)
    }

    public func createChatCompletion(
      _ body: ChatRequest,
      id: String,
      limit: Int? = nil,
      trace: String? = nil,
      session: String? = nil
    ) async throws -> Message {
      var call = Call("createChatCompletion", .post, "/v1/chat/{id}/completions")
      call.path("id", id)
      call.query("limit", limit)
      call.header("X-Trace", trace)
      call.cookie("session", session)
      call.body(json: body)
      call.failure(.code(429), TextPart.self)
      call.failure(.range(4), JSONValue.self)
      call.failure(.default, String.self)
      return try await connection.value(of: call)
    }

    public func speech(_ body: Message?) async throws -> Data {
      var call = Call("speech", .post, "/v1/audio/speech", accept: ["audio/mpeg"], authorized: false)
      call.body(urlEncoded: body, mediaType: "application/x-www-form-urlencoded")
      return try await connection.data(of: call)
    }

    public func greeting() async throws -> String {
      try await connection.text(of: Call("greeting", .get, "/", accept: ["text/plain"]))
    }

    public func delete(_ ids: [Int]) async throws {
      var call = Call("delete", "PURGE", "/v1/chat")
      call.query("ids", ids, style: .pipeDelimited, explode: false)
      try await connection.complete(call)
    }
  }
}
