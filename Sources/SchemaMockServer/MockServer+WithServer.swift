#if MockServer
  extension MockServer {
    /// The server ended before it was ready.
    private struct NotStarted: Error {}

    /// Runs a function with the server, which then runs on: NIO ends the process where a server is cancelled while it takes
    /// a connection.
    ///
    /// - Parameter body: is told the port.
    /// - Throws: what the function throws, and what keeps the server from starting.
    package func withServer<Result: Sendable>(_ body: (_ port: Int) async throws -> Result) async throws -> Result {
      let (ports, started) = AsyncStream.makeStream(of: Int.self)
      let running = Task.detached {
        defer { started.finish() }
        try await run { started.yield($0) }
      }
      for await port in ports { return try await body(port) }
      try await running.value
      throw NotStarted()
    }
  }
#endif
