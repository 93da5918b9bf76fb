#if Tracing
  import HTTPTypes
  import InMemoryTracing
  import SchemaRuntime
  import SchemaTracing
  import Testing
  import Tracing

  /// What spans say of calls, and what they do not.
  @Suite struct TracingMiddlewareTests {
    /// An error that shows more than it should.
    private struct Leaking: Error, CustomStringConvertible {
      var description: String { "https://api.example.com/?key=sesame-1" }
    }

    /// Remembers requests.
    private actor Requests {
      /// Those that have come.
      private(set) var all: [HTTPRequest] = []

      /// Another one has come.
      func add(_ request: HTTPRequest) { all.append(request) }
    }

    /// Sends a call to a server that answers with a status, or not at all (0, or 1 where nobody waits); the span, and the
    /// request that arrived.
    private func span(
      _ status: Int = 200,
      server: Server = "https://api.example.com/v1",
      method: Call.Method = .get
    ) async throws -> (FinishedInMemorySpan, HTTPRequest?) {
      let (tracer, requests) = (InMemoryTracer(idGenerator: .incrementing), Requests())
      let transport = InProcessTransport { request, _ in
        await requests.add(request)
        if status == 0 { throw Leaking() }
        if status == 1 { throw CancellationError() }
        return (HTTPResponse(status: .init(code: status)), HTTPBody("sesame-1"))
      }
      var connection = Connection(
        transport: transport,
        server: server,
        authorization: .all(.bearer("sesame-1"), .apiKey("sesame-1", name: "key", in: .query))
      )
      connection.middleware = [TracingMiddleware(tracer: tracer)]
      var call = Call("listPets", method, "/pets")
      call.query("limit", 10)
      do { try await connection.complete(call) } catch {}
      let spans = tracer.finishedSpans
      #expect(spans.count == 1 && tracer.activeSpans.isEmpty)
      return (try #require(spans.first), await requests.all.first)
    }

    /// The attributes of a span as text.
    private func attributes(_ span: FinishedInMemorySpan) -> [String: String] {
      var result: [String: String] = [:]
      span.attributes.forEach { key, value in
        switch value {
        case .string(let text): result[key] = text
        case .int64(let number): result[key] = "\(number)"
        default: result[key] = "\(value)"
        }
      }
      return result
    }

    @Test func aSuccess() async throws {
      let (span, _) = try await span()
      #expect(span.operationName == "listPets" && span.kind == .client && span.status == nil && span.events.isEmpty)
      #expect(
        attributes(span) == [
          "http.request.method": "GET", "http.response.status_code": "200", "server.address": "api.example.com",
          "server.port": "443", "url.full": "https://api.example.com/v1/pets?limit=REDACTED&key=REDACTED",
        ]
      )
    }

    @Test func anErrorOfTheServer() async throws {
      let (span, _) = try await span(429)
      #expect(span.status == SpanStatus(code: .error))
      #expect(attributes(span)["http.response.status_code"] == "429" && attributes(span)["error.type"] == "429")
    }

    @Test func noResponse() async throws {
      let (span, _) = try await span(0)
      #expect(span.status == SpanStatus(code: .error))
      #expect(attributes(span)["error.type"] == "Leaking" && attributes(span)["http.response.status_code"] == nil)
      #expect(span.events.map(\.name) == ["exception"])
      #expect(span.errors.isEmpty && !"\(span)".contains("sesame"))
    }

    @Test func aCallThatNobodyWaitsForHasNotFailed() async throws {
      let (span, _) = try await span(1)
      #expect(span.status == nil && attributes(span)["error.type"] == "CancellationError" && span.events.isEmpty)
    }

    @Test(
      "hosts and ports",
      arguments: [
        ("http://localhost:8080", "localhost", "8080"), ("http://localhost", "localhost", "80"),
        ("http://[::1]:81", "::1", "81"), ("https://[2001:db8::2]", "2001:db8::2", "443"),
      ]
    )
    func places(_ server: String, _ host: String, _ port: String) async throws {
      let (span, _) = try await span(server: Server(server))
      #expect(attributes(span)["server.address"] == host && attributes(span)["server.port"] == port)
    }

    @Test func methodsThatFewKnow() async throws {
      let (span, _) = try await span(method: "PURGE")
      #expect(attributes(span)["http.request.method"] == "_OTHER")
      #expect(attributes(span)["http.request.method_original"] == "PURGE")
    }

    @Test func theServerIsToldOfTheSpan() async throws {
      let (span, request) = try await span()
      let fields = try #require(request?.headerFields)
      #expect(fields[HTTPField.Name(InMemoryTracer.traceIDKey)!] == span.traceID)
      #expect(fields[HTTPField.Name(InMemoryTracer.spanIDKey)!] == span.spanID)
    }

    @Test func spansLieInsideThoseOfTheCaller() async throws {
      let tracer = InMemoryTracer(idGenerator: .incrementing)
      var connection = Connection(transport: InProcessTransport("{}"), server: "https://api.example.com")
      connection.middleware = [TracingMiddleware(tracer: tracer)]
      let prepared = connection
      try await tracer.withSpan("order") { _ in try await prepared.complete(Call("listPets", .get, "/pets")) }
      let spans = tracer.finishedSpans
      #expect(spans.map(\.operationName) == ["listPets", "order"])
      #expect(spans.first?.parentSpanID == spans.last?.spanID && spans.first?.traceID == spans.last?.traceID)
    }

    @Test func eachAttemptHasItsSpan() async throws {
      let tracer = InMemoryTracer(idGenerator: .incrementing)
      var connection = Connection(transport: InProcessTransport(status: 503, ""), server: "https://api.example.com")
      let policy = RetryPolicy(attempts: 3, baseDelay: .zero)
      connection.middleware = [RetryMiddleware(policy), TracingMiddleware(tracer: tracer)]
      await #expect(throws: UnexpectedResponse.self) { try await connection.complete(Call("listPets", .get, "/pets")) }
      #expect(tracer.finishedSpans.map(\.operationName) == ["listPets", "listPets", "listPets"])
    }

    @Test func theTracerOfTheProcessIsTheUsualOne() async throws {
      var connection = Connection(transport: InProcessTransport("{}"), server: "https://api.example.com")
      connection.middleware = [TracingMiddleware()]
      let prepared = connection
      let tracer = InMemoryTracer(idGenerator: .incrementing)
      try await withTracer(tracer) {
        try await prepared.complete(Call("listPets", .get, "/pets"))
      }
      #expect(tracer.finishedSpans.count == 1)
    }
  }
#endif
