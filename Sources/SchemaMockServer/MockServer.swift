#if MockServer
  import HTTPTypes
  import Hummingbird
  import SchemaMock
  import SchemaRuntime

  /// A mock behind a real HTTP server.
  package struct MockServer: Sendable {
    private let site: @Sendable () -> MockSite
    private let host: String
    private let port: Int
    private let log: @Sendable (String) -> Void

    /// Makes a server.
    ///
    /// - Parameters:
    ///   - site: the mock to ask, for each request anew, so that it can change while the server runs.
    ///   - port: the port; 0 for one that the system chooses.
    ///   - log: told a line for each request.
    package init(
      host: String = "127.0.0.1",
      port: Int = 0,
      log: @escaping @Sendable (String) -> Void = { _ in },
      site: @escaping @Sendable () -> MockSite
    ) {
      self.site = site
      self.host = host
      self.port = port
      self.log = log
    }

    /// Runs until the process is told to end, or the task is cancelled; `started` is told the port.
    ///
    /// - Throws: what keeps the server from starting, for example a port that is taken.
    package func run(started: @escaping @Sendable (Int) async -> Void) async throws {
      let responder = CallbackResponder<BasicRequestContext> { [self] request, _ in
        try await respond(to: request)
      }
      var application = Application(
        responder: responder,
        configuration: ApplicationConfiguration(address: .hostname(host, port: port), serverName: "schemagen-mock"),
        onServerRunning: { await started($0.localAddress?.port ?? 0) }
      )
      application.logger.logLevel = .critical
      try await application.runService()
    }

    /// Answers a request.
    private func respond(to request: Request) async throws -> Response {
      let exchange = site().exchange(for: request.head)
      let answer = exchange.response(to: try await body(of: request, for: exchange.bodyUse))
      log(
        "\(request.method.rawValue) \(request.head.pathWithoutValues) \(answer.status)"
          + (answer.remark.map { ": \($0)" } ?? "")
      )
      if answer.latency > .zero { try await Task.sleep(for: answer.latency) }
      return Response(
        status: HTTPResponse.Status(code: answer.status),
        headers: answer.headers,
        body: Self.body(of: answer)
      )
    }

    /// Takes in the body of a request; nil for one that is too large.
    private func body(of request: Request, for use: MockExchange.BodyUse) async throws -> [UInt8]? {
      switch use {
      case .ignored:
        for try await _ in request.body {}
        return []
      case .collected(let limit):
        var bytes: [UInt8] = []
        var isTooLarge = false
        // What is too large is read to its end all the same, so that the client gets to know.
        for try await chunk in request.body {
          isTooLarge = isTooLarge || chunk.readableBytes > limit - bytes.count
          if !isTooLarge { bytes += chunk.readableBytesView }
        }
        return isTooLarge ? nil : bytes
      }
    }

    /// The body of a response.
    private static func body(of answer: MockResponse) -> ResponseBody {
      switch answer.body {
      case .none: return ResponseBody()
      case .bytes(let bytes) where answer.breaks:
        return ResponseBody(contentLength: max(bytes.count, 2)) { writer in
          try await writer.write(ByteBuffer(bytes: bytes.prefix(bytes.count / 2)))
          throw BrokenConnection()
        }
      case .bytes(let bytes): return ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
      case .stream(let pieces, let pause):
        return ResponseBody { writer in
          for (index, piece) in pieces.enumerated() {
            if answer.breaks, index >= pieces.count / 2 { throw BrokenConnection() }
            if pause > .zero { try await Task.sleep(for: pause) }
            try await writer.write(ByteBuffer(bytes: piece))
          }
          try await writer.finish(nil)
        }
      }
    }

    /// Ends a connection in the middle of a response.
    private struct BrokenConnection: Error {}
  }
#endif
