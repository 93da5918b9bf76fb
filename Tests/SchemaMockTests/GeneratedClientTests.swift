import Foundation
import GeneratedModels
import HTTPTypes
import SchemaDescription
import SchemaDocument
import SchemaGen
import SchemaRuntime
import Testing

@testable import SchemaMock

/// Every operation of every API in `specs/`, called by its generated client.
@Suite struct GeneratedClientTests {
  /// Sends requests to a mock in this process.
  struct Transport: ClientTransport {
    let site: MockSite

    func send(_ request: HTTPRequest, body: HTTPBody?) async throws -> (HTTPResponse, HTTPBody) {
      let response = site.response(to: request, body: try await body?.collect(upTo: 1 << 24) ?? [])
      return (
        HTTPResponse(status: .init(code: response.status), headerFields: response.headers), HTTPBody(response.bytes)
      )
    }
  }

  /// What a call gives, as JSON.
  typealias Call = @Sendable (any ClientTransport, JSONValue) async throws -> JSONValue

  /// A call with a body.
  private static func call<Body: Decodable & SendableMetatype, Result: Encodable & SendableMetatype>(
    _ function: @escaping @Sendable (any ClientTransport, Body) async throws -> Result
  ) -> Call {
    { transport, body in
      let value = try JSONDecoder().decode(Body.self, from: Data("\(body)".utf8))
      return try JSONValue(parsing: JSONEncoder().encode(await function(transport, value)))
    }
  }

  /// Where APIs are whose documents name no server.
  private static let local: Server = "http://localhost"

  /// A client of the relay.
  private static func relay(_ transport: any ClientTransport) -> Relay.Client {
    Relay.Client(transport: transport, authorization: .bearer("any"))
  }

  /// The operations whose request and response are JSON, by API and path.
  static let calls: [String: Call] = [
    "relay /v1/chat/completions": call { try await relay($0).createChatCompletion($1) },
    "relay /v1/responses": call { try await relay($0).createResponse($1) },
    "relay /v1/messages": call { try await relay($0).createMessage($1, anthropicVersion: "2023-06-01") },
    "relay /v1/images/generations": call { try await relay($0).generateImage($1) },
    "relay /mj/submit/imagine": call { try await relay($0).submitImagine($1) },
    "relay /mj/submit/blend": call { try await relay($0).submitBlend($1) },
    "relay /mj/submit/action": call { try await relay($0).submitAction($1) },
    "relay /mj/task/list-by-condition": call { try await relay($0).fetchTasks($1) },
    "relay /v1/embeddings": call { try await relay($0).createEmbedding($1) },
    "api-docs /v1/chat/completions": call {
      try await APIDocs.Client(transport: $0, authorization: .bearer("any"), server: local).postChatCompletions($1)
    },
    "gpt-4o-audio /v1/chat/completions": call {
      try await GPT4oAudio.Client(transport: $0, authorization: .bearer("any"), server: local).gpt4oAudio($1)
    },
    "uniapi /v1/chat/completions": call {
      try await UniAPI.Client(transport: $0, authorization: .bearer("any")).postChatCompletions($1)
    },
    "wenwen /v1/chat/completions": call {
      try await Wenwen.Client(transport: $0, authorization: .bearer("any")).postChatCompletions($1)
    },
  ]

  /// Calls every operation with each of its documented requests, and compares what comes back.
  static func callAll(_ folder: String, through transport: any ClientTransport) async throws -> Int {
    var count = 0
    let description = try #require(Mock.describe(Mock.spec(folder)).apis.first).description
    for operation in description.operations {
      guard let call = calls["\(folder) \(operation.path)"] else { continue }
      let contents = operation.responses.first { $0.status == .code(200) }?.contents ?? []
      let documented = contents.first { MediaTypeKind($0.mediaType) == .json }?.examples ?? []
      let requests = operation.requestBody?.contents.first { $0.mediaType == "application/json" }?.examples ?? []
      #expect(!requests.isEmpty, "\(operation.path) has no documented request")
      for request in requests where request.value["stream"]?.boolean != true {
        let result = try await call(transport, JSONValue(parsing: request.value.jsonText()))
        let expected = try documented.map { try JSONValue(parsing: $0.value.jsonText()) }
        // What the document gives no example of is made from the schema.
        #expect(expected.isEmpty || expected.contains(result), "\(operation.path) \(request.name ?? "")")
        count += 1
      }
    }
    return count
  }

  @Test(
    "documented requests get documented responses",
    arguments: [("relay", 9), ("api-docs", 1), ("gpt-4o-audio", 1), ("uniapi", 1), ("wenwen", 1)]
  )
  func documentedRequests(_ folder: String, _ least: Int) async throws {
    let site = try Mock.site(Mock.spec(folder))
    #expect(try await Self.callAll(folder, through: Transport(site: site)) >= least)
  }

  @Test func theOtherOperationsOfTheRelay() async throws {
    let client = Self.relay(Transport(site: try Mock.site(Mock.spec("relay"))))
    #expect(try await client.fetchTask(id: "a/b").id == "1320098173412546")
    #expect(try await !client.listTasks().isEmpty)
    _ = try await client.fetchTaskSeed(id: "1")
    let file = FileUpload(data: Data("RIFF".utf8), filename: "a.wav", contentType: "audio/wav")
    #expect(try await !client.createTranscription(.init(file: file, model: "whisper-1")).text.isEmpty)
  }

  @Test func errorsAreTyped() async throws {
    let site = try Mock.site(Mock.spec("relay"))
    var client = Self.relay(Transport(site: site))
    client.connection.headers[HTTPField.Name("Prefer")!] = "status=429"
    let limited = await #expect(throws: ResponseError<Relay.ErrorResponse>.self) {
      try await client.fetchTask(id: "1")
    }
    #expect(limited?.status == 429 && limited?.headers[.retryAfter] != nil)
    let anonymous = Relay.Client(transport: Transport(site: site))
    await #expect(throws: (any Error).self) { try await anonymous.fetchTask(id: "1") }
  }
}
