import Hummingbird
import HummingbirdCore

/// A real HTTP server on the loopback interface, on a port that the system chooses.
package struct LoopbackServer: Sendable {
  /// The port.
  package let port: Int

  /// The base URL, without TLS.
  package var url: String { "http://127.0.0.1:\(port)" }

  /// Runs a function with a server that has these routes.
  ///
  /// - Parameter builder: what the server speaks.
  /// - Throws: what the function throws, and what keeps the server from starting.
  package static func run<Result: Sendable>(
    _ router: Router<BasicRequestContext>,
    speaking builder: HTTPServerBuilder = .http1(),
    _ body: (LoopbackServer) async throws -> Result
  ) async throws -> Result {
    let responder = router.buildResponder()
    return try await withPort { started in
      var application = Application(
        responder: responder,
        server: builder,
        configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
        onServerRunning: { channel in started(channel.localAddress?.port ?? 0) }
      )
      application.logger.logLevel = .critical
      try await application.run()
    } do: { port in
      try await body(LoopbackServer(port: port))
    }
  }
}

/// The server ended before it took connections.
private struct NotStarted: Error {}

/// Runs a function with a server, which then runs on: NIO ends the process where a server is cancelled while it takes a
/// connection.
///
/// - Parameters:
///   - start: runs the server, and tells its port once it takes connections.
///   - body: is told the port.
/// - Throws: what the function throws, and what keeps the server from starting.
package func withPort<Result: Sendable>(
  of start: @escaping @Sendable (_ started: @escaping @Sendable (Int) -> Void) async throws -> Void,
  do body: (_ port: Int) async throws -> Result
) async throws -> Result {
  let (ports, started) = AsyncStream.makeStream(of: Int.self)
  let running = Task.detached {
    defer { started.finish() }
    try await start { started.yield($0) }
  }
  for await port in ports { return try await body(port) }
  try await running.value
  throw NotStarted()
}
