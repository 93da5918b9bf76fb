#if MockServer
  extension MockServer {
    /// The server ended before it was ready.
    private struct NotStarted: Error {}

    /// Runs the server for as long as a function runs, which is told the port.
    ///
    /// - Throws: what the function throws, and what keeps the server from starting.
    package func whileRunning<Result: Sendable>(
      _ body: @escaping @Sendable (_ port: Int) async throws -> Result
    ) async throws -> Result {
      let (ports, started) = AsyncStream.makeStream(of: Int.self)
      return try await withThrowingTaskGroup(of: Result?.self) { group in
        group.addTask {
          defer { started.finish() }
          try await run { started.yield($0) }
          return nil
        }
        group.addTask {
          for await port in ports { return try await body(port) }
          return nil
        }
        defer { group.cancelAll() }
        while let finished = try await group.next() {
          if let finished { return finished }
        }
        throw NotStarted()
      }
    }
  }
#endif
