import Loopback
import SchemaMockServer

#if MockServer
  extension MockServer {
    /// Runs a function with the server, which then runs on.
    ///
    /// - Parameter body: is told the port.
    /// - Throws: what the function throws, and what keeps the server from starting.
    package func withServer<Result: Sendable>(_ body: (_ port: Int) async throws -> Result) async throws -> Result {
      try await withPort(of: { started in try await run { started($0) } }, do: body)
    }
  }
#endif
