#if AsyncHTTPClient
  public import AsyncHTTPClient
  public import HTTPTypes
  import NIOCore
  public import SchemaRuntime

  /// Sends requests with AsyncHTTPClient: HTTP/1.1, and HTTP/2 where the server has it over TLS.
  ///
  /// Bodies are streamed both ways, each chunk when the other side has room for it. Compressed responses arrive as they
  /// were before. A redirect to another origin loses its credentials: `Authorization`, `Cookie`, `Proxy-Authorization`
  /// and every field whose `indexingStrategy` is `.disallow`.
  public struct AsyncHTTPClientTransport: ClientTransport {
    /// How many redirects are followed.
    private static let redirectLimit = 10
    /// How many bytes of a redirect's own body are read, so that its connection can be used again.
    private static let drainLimit = 64 * 1024

    /// Ends the client with the last transport that uses it.
    private final class Owner: Sendable {
      /// The client.
      let client: HTTPClient

      /// Starts a client.
      init(_ configuration: HTTPClient.Configuration) {
        client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
      }

      deinit { client.shutdown { _ in } }
    }

    /// The client.
    private let owner: Owner

    /// Makes a transport with a client of its own.
    ///
    /// - Parameter configuration: how the client is set up: TLS, proxy, timeouts, pool, decompression; nil for the
    ///   usual setup, which decompresses whatever is sent and has a connection for each of many calls at once. Redirects
    ///   are the transport's own matter.
    public init(configuration: HTTPClient.Configuration? = nil) {
      var configuration = configuration ?? Self.usualConfiguration
      configuration.redirectConfiguration = .disallow
      configuration.http1_1ConnectionDebugInitializer = Self.adding(to: configuration.http1_1ConnectionDebugInitializer)
      configuration.http2StreamChannelDebugInitializer = Self.adding(
        to: configuration.http2StreamChannelDebugInitializer
      )
      owner = Owner(configuration)
    }

    /// How a client is set up where nobody says so.
    private static var usualConfiguration: HTTPClient.Configuration {
      var configuration = HTTPClient.Configuration(decompression: .enabled(limit: .none))
      // A stream keeps its connection as long as it lasts, and what waits for one fails as if nothing could be reached.
      configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 256
      return configuration
    }

    /// What is done with a new connection or stream: what the configuration says, and a handler for breaks.
    private static func adding(
      to initializer: (@Sendable (any Channel) -> EventLoopFuture<Void>)?
    ) -> @Sendable (any Channel) -> EventLoopFuture<Void> {
      guard let initializer else { return BreakHandler.add }
      return { channel in initializer(channel).flatMap { BreakHandler.add(to: channel) } }
    }

    /// Sends a request and returns once the response's header fields are there.
    ///
    /// - Throws: `CancellationError` where the task was cancelled, else AsyncHTTPClient's error. The response's body throws
    ///   `BrokenResponse` behind what came before its connection broke.
    public func send(_ request: HTTPRequest, body: HTTPBody?) async throws -> (
      HTTPResponse, HTTPBody
    ) {
      let first = request
      var (request, body) = (request, body)
      for _ in 0..<Self.redirectLimit {
        let response = try await execute(request, body)
        guard let next = Redirect(of: request, body, response, first: first) else {
          return Self.result(response)
        }
        try await drain(response.body)
        (request, body) = (next.request, next.body)
      }
      throw TooManyRedirects()
    }

    /// Sends one request.
    private func execute(_ request: HTTPRequest, _ body: HTTPBody?) async throws
      -> HTTPClientResponse
    {
      var outgoing = HTTPClientRequest(
        url: "\(request.scheme ?? "")://\(request.authority ?? "")\(request.legalPath)"
      )
      outgoing.method = .init(rawValue: request.method.rawValue)
      for field in request.headerFields {
        outgoing.headers.add(name: field.name.rawName, value: field.value)
      }
      if !request.headerFields.contains(.acceptEncoding) {
        outgoing.headers.add(name: "Accept-Encoding", value: "gzip, deflate")
      }
      if let bytes = body?.bytes {
        outgoing.body = .bytes(ByteBuffer(bytes: bytes))
      } else if let body {
        outgoing.body = .stream(body.buffers, length: body.length.map { .known($0) } ?? .unknown)
      }
      do {
        try Task.checkCancellation()
        return try await owner.client.execute(outgoing, deadline: .distantFuture)
      } catch {
        throw Task.isCancelled ? CancellationError() : error
      }
    }

    /// Reads what is left of a response that nobody wants.
    private func drain(_ body: HTTPClientResponse.Body) async throws {
      var count = 0
      for try await chunk in ResponseChunks(body) {
        count += chunk.count
        // Leaving the loop early closes the connection.
        if count > Self.drainLimit { return }
      }
    }

    /// A response as the runtime has it.
    private static func result(_ response: HTTPClientResponse) -> (HTTPResponse, HTTPBody) {
      var fields = HTTPFields()
      for (name, value) in response.headers {
        guard let name = HTTPField.Name(name) else { continue }
        fields.append(HTTPField(name: name, value: value))
      }
      // The length is that of the compressed bytes.
      let length =
        fields.contains(.contentEncoding) ? nil : fields[.contentLength].flatMap { Int64($0) }
      let body = HTTPBody(ResponseChunks(response.body), length: length)
      return (
        HTTPResponse(status: .init(code: Int(response.status.code)), headerFields: fields), body
      )
    }
  }

  extension HTTPBody {
    /// The chunks as AsyncHTTPClient takes them.
    fileprivate var buffers: AsyncMapSequence<HTTPBody, ByteBuffer> {
      map { ByteBuffer(bytes: $0) }
    }
  }
#endif
