import Hummingbird

/// A real HTTP server on the loopback interface, on a port that the system chooses.
struct LoopbackServer: Sendable {
  /// The port.
  let port: Int

  /// The base URL.
  var url: String { "http://127.0.0.1:\(port)" }

  /// Runs a server as long as the function runs.
  ///
  /// - Throws: what the function throws, and what keeps the server from starting.
  static func run<Result: Sendable>(
    _ router: Router<BasicRequestContext>,
    _ body: @escaping @Sendable (LoopbackServer) async throws -> Result
  ) async throws -> Result {
    let (ports, started) = AsyncStream.makeStream(of: Int.self)
    var starting = Application(
      router: router,
      configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
      onServerRunning: { channel in started.yield(channel.localAddress?.port ?? 0) }
    )
    starting.logger.logLevel = .critical
    let application = starting
    return try await withThrowingTaskGroup(of: Result?.self) { group in
      group.addTask {
        defer { started.finish() }
        try await application.run()
        return nil
      }
      group.addTask {
        for await port in ports { return try await body(LoopbackServer(port: port)) }
        return nil
      }
      defer { group.cancelAll() }
      while let finished = try await group.next() {
        if let result = finished { return result }
      }
      throw NotStarted()
    }
  }

  /// The server ended before it started.
  struct NotStarted: Error {}
}
