import Hummingbird

/// A real HTTP server on the loopback interface, on a port that the system chooses.
struct LoopbackServer: Sendable {
  /// The port.
  let port: Int

  /// The base URL.
  var url: String { "http://127.0.0.1:\(port)" }

  /// Runs a function with a server, which then runs on: NIO ends the process where a server is cancelled while it takes a
  /// connection.
  ///
  /// - Throws: what the function throws, and `NotStarted`.
  static func run<Result: Sendable>(
    _ router: Router<BasicRequestContext>,
    _ body: @Sendable (LoopbackServer) async throws -> Result
  ) async throws -> Result {
    let (ports, started) = AsyncStream.makeStream(of: Int.self)
    var application = Application(
      router: router,
      configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
      onServerRunning: { channel in started.yield(channel.localAddress?.port ?? 0) }
    )
    application.logger.logLevel = .critical
    Task.detached { [application] in
      defer { started.finish() }
      try await application.run()
    }
    for await port in ports { return try await body(LoopbackServer(port: port)) }
    throw NotStarted()
  }

  /// The server ended before it started.
  struct NotStarted: Error {}
}
