#if Tracing
  public import HTTPTypes
  public import SchemaRuntime
  public import Tracing

  /// Makes a span of each request, and tells the server which one it belongs to.
  ///
  /// The span is named after the operation, has the kind `client` and OpenTelemetry's attributes of HTTP clients, and ends
  /// once the response's header fields are there. Of a query only the names are shown, of an error only its type, of header
  /// fields and bodies nothing: all of them may hold secrets.
  public struct TracingMiddleware: ClientMiddleware {
    /// Makes the spans; nil for whatever the process has set up.
    private let tracer: (any Tracer)?

    /// Makes the middleware; first among others it makes a span of each call, last of each attempt of a call.
    ///
    /// - Parameter tracer: makes the spans; nil for the one that `InstrumentationSystem` has when a request is sent.
    public init(tracer: (any Tracer)? = nil) { self.tracer = tracer }

    /// Passes a request on inside a span.
    ///
    /// - Throws: what passing on throws.
    public func intercept(
      _ request: HTTPRequest,
      body: HTTPBody?,
      operation: String,
      next: @Sendable (HTTPRequest, HTTPBody?) async throws -> (HTTPResponse, HTTPBody)
    ) async throws -> (HTTPResponse, HTTPBody) {
      let tracer = tracer ?? InstrumentationSystem.tracer
      return try await send(request, body, operation, tracer, next).get()
    }

    /// Passes a request on inside a span of a tracer.
    ///
    /// What goes wrong is returned, as a span would show all of an error that is thrown.
    private func send(
      _ request: HTTPRequest,
      _ body: HTTPBody?,
      _ operation: String,
      _ tracer: some Tracer,
      _ next: @Sendable (HTTPRequest, HTTPBody?) async throws -> (HTTPResponse, HTTPBody)
    ) async -> Result<(HTTPResponse, HTTPBody), any Error> {
      await tracer.withSpan(operation, ofKind: .client) { span in
        var request = request
        span.updateAttributes { $0.describe(request) }
        tracer.inject(span.context, into: &request.headerFields, using: HeaderInjector())
        do {
          let response = try await next(request, body)
          span.finish(status: response.0.status.code)
          return .success(response)
        } catch {
          span.finish(error)
          return .failure(error)
        }
      }
    }
  }
#endif
