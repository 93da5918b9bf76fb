public import HTTPTypes

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// How a client sends its calls: where to, with which credentials, through which transport.
public struct Connection: Sendable {
  /// Sends the requests.
  public var transport: any ClientTransport
  /// The base URL.
  public var server: Server
  /// The credentials; nil for none.
  public var authorization: Authorization?
  /// Header fields for every request; parameters and the runtime's own fields replace those of the same name.
  public var headers = HTTPFields()
  /// How many bytes of a response are taken into memory.
  public var bodyLimit = 256 * 1024 * 1024

  /// Makes a connection.
  public init(transport: any ClientTransport, server: Server, authorization: Authorization? = nil) {
    self.transport = transport
    self.server = server
    self.authorization = authorization
  }

  /// Sends a call and decodes the success body from JSON.
  ///
  /// - Throws: `ResponseError` for a documented error response, `UnexpectedResponse` for any other,
  ///   `ResponseDecodingError` where a body is not what the type expects, `TransportFailure` where no response came,
  ///   `InvalidServer` and `InvalidCall` where the call cannot be sent, `CancellationError`.
  public func value<T: Decodable & Sendable>(of call: Call) async throws -> T {
    try await success(of: call).decode(T.self)
  }

  /// Sends a call and returns the success body as text.
  ///
  /// - Throws: as `value(of:)`; `ResponseDecodingError` where the body is not UTF-8.
  public func text(of call: Call) async throws -> String { try await success(of: call).text() }

  /// Sends a call and returns the success body as it is.
  ///
  /// - Throws: as `value(of:)`.
  public func data(of call: Call) async throws -> Data { Data(try await success(of: call).body) }

  /// Sends a call whose success has no body to speak of.
  ///
  /// - Throws: as `value(of:)`.
  public func complete(_ call: Call) async throws { _ = try await success(of: call) }

  /// Sends a call and returns its success response.
  private func success(of call: Call) async throws -> RawResponse {
    let response = try await response(to: call)
    if (200..<300).contains(response.status) { return response }
    guard let failure = call.failure(for: response.status) else { throw UnexpectedResponse(response) }
    throw try failure.error(response)
  }

  /// Sends a call and takes in the response.
  private func response(to call: Call) async throws -> RawResponse {
    let request = try call.request(to: server, authorization: authorization, headers: headers)
    let redaction = Redaction(authorization)
    do {
      try Task.checkCancellation()
      let (response, body) = try await transport.send(request, body: call.body)
      let bytes = try await body.collect(upTo: bodyLimit)
      return RawResponse(
        operation: call.operation,
        status: response.status.code,
        headers: response.headerFields,
        body: bytes,
        excerpt: redaction.excerpt(bytes)
      )
    } catch let error as CancellationError {
      throw error
    } catch {
      if Task.isCancelled { throw CancellationError() }
      throw TransportFailure(operation: call.operation, underlying: error, redaction: redaction)
    }
  }
}
