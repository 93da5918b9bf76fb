#if MockServer
  import CallProof
  import Foundation
  import HTTPTypes
  import SchemaMockServer
  import SchemaRuntime
  import SchemaURLSession
  import Testing

  @testable import SchemaMock

  #if canImport(FoundationNetworking)
    import FoundationNetworking
  #endif

  /// The mock behind a real server.
  @Suite(.timeLimit(.minutes(15))) struct MockServerTests {
    /// Runs a server as long as the function runs, which is told the base URL.
    static func run(_ site: MockSite, _ body: @escaping @Sendable (String) async throws -> Void) async throws {
      try await MockServer { site }.withServer { port in try await body("http://127.0.0.1:\(port)") }
    }

    /// A document of a stream, a file and a plain answer.
    private static let document = #"""
      openapi: 3.1.0
      info: { title: A, version: '1' }
      paths:
        /stream:
          get: { responses: { '200': { description: ok, content: { text/event-stream: { example: "data: {\"n\":1}\n\ndata: {\"n\":2}\n\n" } } } } }
        /plain:
          get: { responses: { '200': { description: ok, content: { text/plain: { example: hello } } } } }
        /upload:
          put:
            requestBody: { content: { application/octet-stream: {} } }
            responses: { '204': { description: done } }
      """#

    /// Sends a request.
    private static func send(_ method: HTTPRequest.Method, _ url: String, body: HTTPBody? = nil) async throws
      -> (HTTPResponse, HTTPBody)
    {
      let parts = try #require(URLComponents(string: url))
      var request = HTTPRequest(
        method: method,
        scheme: "http",
        authority: "127.0.0.1:\(parts.port ?? 80)",
        path: parts.path
      )
      if body != nil { request.headerFields[.contentType] = "application/octet-stream" }
      return try await URLSessionTransport().send(request, body: body)
    }

    @Test func headersAndBodies() async throws {
      try await Self.run(try Mock.site(Self.document)) { url in
        let (head, nothing) = try await Self.send(.head, url + "/plain")
        #expect(head.status.code == 200 && head.headerFields[.contentLength] == "5")
        #expect(try await nothing.collect(upTo: 100).isEmpty)
        let (plain, body) = try await Self.send(.get, url + "/plain")
        #expect(plain.headerFields[.contentType] == "text/plain; charset=utf-8")
        #expect(try await String(decoding: body.collect(upTo: 100), as: UTF8.self) == "hello")
        let (done, _) = try await Self.send(
          .put,
          url + "/upload",
          body: HTTPBody([UInt8](repeating: 0, count: 5_000_000))
        )
        #expect(done.status.code == 204)
        let (missing, _) = try await Self.send(.get, url + "/nowhere")
        #expect(missing.status.code == 404)
      }
    }

    @Test func streamsArrive() async throws {
      try await Self.run(try Mock.site(Self.document)) { url in
        let (response, body) = try await Self.send(.get, url + "/stream")
        #expect(response.headerFields[.contentType] == "text/event-stream")
        let text = try await String(decoding: body.collect(upTo: 1000), as: UTF8.self)
        #expect(text == "data: {\"n\":1}\n\ndata: {\"n\":2}\n\n")
      }
    }

    @Test func brokenResponsesEndWithAnError() async throws {
      var options = MockOptions()
      options.failRate = 1
      try await Self.run(try Mock.site(Self.document, options: options)) { url in
        var statuses: Set<Int> = []
        var broken = 0
        for _ in 0..<30 {
          do {
            let (response, body) = try await Self.send(.get, url + "/plain")
            _ = try await body.collect(upTo: 1000)
            statuses.insert(response.status.code)
          } catch {
            broken += 1
          }
        }
        #expect(statuses.isSubset(of: [500, 502, 503]) && !statuses.isEmpty && broken > 0, "\(statuses) \(broken)")
      }
    }
  }
#endif
