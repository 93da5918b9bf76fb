#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

extension Connection {
  /// Sends a call and decodes the success body from JSON.
  ///
  /// - Throws: `ResponseError` for a documented error response, `UnexpectedResponse` for any other,
  ///   `ResponseDecodingError` where a body is not what the type expects, `CallTimeout`, `TransportFailure` where no
  ///   response came, `TokenError` where an OAuth server gave no token, `InvalidServer` and `InvalidCall` where the call
  ///   cannot be sent, `CancellationError`.
  public func value<T: Decodable & Sendable>(of call: Call) async throws -> T {
    try await success(of: call).decode(T.self)
  }

  /// Sends a call and decodes the success body from JSON; nil where the status says that there is none (204, 205).
  ///
  /// - Throws: as `value(of:)`.
  public func valueIfAny<T: Decodable & Sendable>(of call: Call) async throws -> T? {
    let response = try await success(of: call)
    return response.head.status == 204 || response.head.status == 205 ? nil : try response.decode(T.self)
  }

  /// Sends a call that has several documented successes.
  ///
  /// - Throws: as `value(of:)` for one success.
  public func value<T: ResponseCases>(of call: Call) async throws -> T {
    try await limited(call) {
      let exchange = try await send(call)
      if !exchange.isSuccess, call.failure(for: exchange.head.status) != nil { throw try await failure(exchange, call) }
      let value: T
      let source = StreamSource(self, call, exchange)
      do {
        value = try T(from: DocumentedResponse(source))
      } catch is DocumentedResponse.NeedsBody {
        value = try T(from: DocumentedResponse(source, collected: try await collect(exchange, call)))
      }
      await options.recorder?.record(exchange)
      return value
    }
  }

  /// Sends a call and returns the success body as text.
  ///
  /// - Throws: as `value(of:)`; `ResponseDecodingError` where the body is not UTF-8.
  public func text(of call: Call) async throws -> String { try await success(of: call).text() }

  /// Sends a call and returns the success body as it is, in memory.
  ///
  /// - Throws: as `value(of:)`.
  public func data(of call: Call) async throws -> Data { Data(try await success(of: call).body) }

  /// Sends a call and returns the success body as soon as the head of the response is there.
  ///
  /// The body arrives as it is read. Reading it throws `TransportFailure` where it breaks off, and `CallTimeout`.
  ///
  /// - Throws: as `value(of:)`.
  public func body(of call: Call) async throws -> HTTPBody {
    let exchange = try await open(call)
    return arriving(exchange, call)
  }

  /// Sends a call whose success has no body to speak of.
  ///
  /// - Throws: as `value(of:)`.
  public func complete(_ call: Call) async throws { _ = try await success(of: call) }

  /// Sends a call and returns its success response.
  private func success(of call: Call) async throws -> RawResponse {
    try await limited(call) {
      let exchange = try await send(call)
      guard exchange.isSuccess else { throw try await failure(exchange, call) }
      let response = try await collect(exchange, call)
      await options.recorder?.record(exchange)
      return response
    }
  }

  /// Sends a call and returns its success response as soon as its head is there.
  func open(_ call: Call) async throws -> Exchange {
    try await limited(call) {
      let exchange = try await send(call)
      guard exchange.isSuccess else { throw try await failure(exchange, call) }
      await options.recorder?.record(exchange)
      return exchange
    }
  }

  /// The error for a response that is no success.
  private func failure(_ exchange: Exchange, _ call: Call) async throws -> any Error {
    try call.error(for: try await collect(exchange, call))
  }

  /// Takes the body of a response into memory.
  func collect(_ exchange: Exchange, _ call: Call) async throws -> RawResponse {
    do {
      let bytes = try await exchange.body.collect(upTo: bodyLimit)
      return RawResponse(operation: call.operation, head: exchange.head, body: bytes, redaction: exchange.redaction)
    } catch {
      throw call.failure(for: error, exchange.redaction)
    }
  }

  /// The body of a response for somebody who reads it later.
  func arriving(_ exchange: Exchange, _ call: Call) -> HTTPBody {
    let body = timeout.map { exchange.body.limited(to: $0, by: clock, of: call.operation) } ?? exchange.body
    return HTTPBody(length: exchange.body.length, isReplayable: false) {
      var chunks = body.makeAsyncIterator()
      return HTTPBody.AsyncIterator {
        do { return try await chunks.next() } catch { throw call.failure(for: error, exchange.redaction) }
      }
    }
  }
}
