extension APIClient {
  /// A copy of the client whose calls differ in what is given here.
  ///
  /// - Parameters:
  ///   - timeout: how long a call may take as a whole; of a stream, how long until its head, then between two chunks.
  ///   - headers: header fields, which replace all others of the same name.
  ///   - idempotencyKey: by what the server tells a repeated request from a new one; `.random` is another in each call.
  ///   - server: the base URL, also for operations that have one of their own.
  ///   - middleware: runs inside of the client's own.
  public func with(
    timeout: Duration? = nil,
    headers: [String: String] = [:],
    idempotencyKey: IdempotencyKey? = nil,
    server: Server? = nil,
    middleware: [any ClientMiddleware] = []
  ) -> Self {
    var copy = self
    if let timeout { copy.connection.timeout = timeout }
    copy.connection.options.headers += headers.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    if let idempotencyKey { copy.connection.options.idempotencyKey = idempotencyKey }
    if let server { copy.connection.options.server = server }
    copy.connection.middleware += middleware
    return copy
  }

  /// The result of a call with the head of its response: `try await client.response { try await $0.listPets() }`.
  ///
  /// - Throws: what the call throws, `InvalidCall` where there is no call among what the function does. Of several calls,
  ///   the head of the last counts.
  public func response<Value>(
    isolation: isolated (any Actor)? = #isolation,
    to call: (Self) async throws -> Value
  ) async throws -> Response<Value> {
    let recorder = ResponseRecorder(within: connection.options.recorder)
    var copy = self
    copy.connection.options.recorder = recorder
    let value = try await call(copy)
    guard let head = await recorder.head else {
      throw InvalidCall(operation: "response", reason: "no call was made with the client that the function is given")
    }
    return Response(value: value, status: head.status, headers: head.headers)
  }
}
