import HTTPTypes

extension Connection {
  /// Runs what a call does, no longer than the timeout allows.
  func limited<Result: Sendable>(
    _ call: Call,
    _ body: @escaping @Sendable () async throws -> Result
  ) async throws -> Result {
    guard let timeout else { return try await body() }
    return try await Deadline.run(
      within: timeout,
      by: clock,
      else: CallTimeout(operation: call.operation, limit: timeout)
    ) {
      try await body()
    }
  }

  /// Sends a call and returns once the head of the response is there, whatever it says.
  ///
  /// A token that the server refuses is replaced once, where the body can be sent again.
  func send(_ call: Call) async throws -> Exchange {
    if let problem = call.problem { throw problem }
    let schemes = call.credentials(of: authorization, usual: security)
    var options = options
    options.idempotencyKey = options.idempotencyKey?.settled
    try Task.checkCancellation()
    let exchange = try await send(call, schemes, options)
    guard exchange.head.status == 401, !exchange.tokens.isEmpty, call.body?.isReplayable ?? true else {
      return exchange
    }
    for (provider, token) in exchange.tokens { await provider.reject(token) }
    return try await send(call, schemes, options)
  }

  /// Sends a call with the tokens of now.
  private func send(_ call: Call, _ schemes: [Authorization.Scheme], _ options: CallOptions) async throws -> Exchange {
    var secrets = schemes.flatMap(\.secrets)
    var credentials: [Credential] = []
    var tokens: [(provider: any TokenProvider, token: String)] = []
    do {
      for scheme in schemes {
        switch scheme {
        case .fixed(let credential): credentials.append(credential)
        case .provider(let provider):
          let token = try await provider.token(using: transport)
          tokens.append((provider, token))
          secrets.append(token)
          credentials.append(.bearer(token))
        case .all: break
        }
      }
    } catch {
      throw call.failure(for: error, Redaction(secrets))
    }
    let request = try call.request(to: server, credentials: credentials, headers: headers, options: options)
    let redaction = Redaction(secrets)
    do {
      let (response, body) = try await pass(request, call.body, call.operation, middleware[...])
      return Exchange(
        head: ResponseHead(status: response.status.code, headers: response.headerFields),
        body: body,
        request: request,
        redaction: redaction,
        // A page elsewhere was asked for without credentials.
        tokens: request.headerFields.contains(.authorization) ? tokens : []
      )
    } catch {
      throw call.failure(for: error, redaction)
    }
  }

  /// Passes a request through the rest of the middleware to the transport.
  private func pass(
    _ request: HTTPRequest,
    _ body: HTTPBody?,
    _ operation: String,
    _ rest: ArraySlice<any ClientMiddleware>
  ) async throws -> (HTTPResponse, HTTPBody) {
    guard let first = rest.first else { return try await transport.send(request, body: body) }
    return try await first.intercept(request, body: body, operation: operation) { request, body in
      try await pass(request, body, operation, rest.dropFirst())
    }
  }
}

extension Call {
  /// What a call throws for an error that came up on the way.
  func failure(for error: any Error, _ redaction: Redaction) -> any Error {
    if error is CancellationError || Task.isCancelled { return CancellationError() }
    if error is CallTimeout || error is TransportFailure || error is TokenError { return error }
    return TransportFailure(operation: operation, underlying: error, redaction: redaction)
  }
}
