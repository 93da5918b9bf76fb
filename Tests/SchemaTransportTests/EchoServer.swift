import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdCore
import SchemaRuntime

/// A well-behaved HTTP server that shows what a request looked like when it arrived.
struct EchoServer: Sendable {
  /// What a request looked like.
  struct Echo: Decodable, Sendable {
    let method: String
    let target: String
    let headers: [String: String]
    /// The length of the body, and its bytes where they are few.
    let length: Int
    let body: String
  }

  /// The port.
  let port: Int

  /// The routes; `redirect` is where `/redirect` leads to.
  static func router(redirect: String?) -> Router<BasicRequestContext> {
    let router = Router()
    let methods: [HTTPRequest.Method] = [
      .get, .put, .post, .delete, .options, .patch, .trace, HTTPRequest.Method("QUERY")!,
    ]
    for method in methods {
      router.on("echo", method: method) { request, _ in try await echo(request) }
    }
    router.on("echo", method: .head) { _, _ in
      Response(status: .ok, headers: [HTTPField.Name("X-Method")!: "HEAD", .contentLength: "12"])
    }
    for method in [HTTPRequest.Method.get, .post, .put] {
      router.on("redirect/{status}", method: method) { _, context in
        let status = try context.parameters.require("status", as: Int.self)
        return Response(
          status: .init(code: status),
          headers: [.location: redirect ?? "/echo?redirected"]
        )
      }
    }
    router.get("bytes/{count}") { _, context in
      let count = try context.parameters.require("count", as: Int.self)
      return Response(status: .ok, body: .init(byteBuffer: ByteBuffer(repeating: 97, count: count)))
    }
    router.get("chunks/{count}") { _, context in
      let count = try context.parameters.require("count", as: Int.self)
      return Response(
        status: .ok,
        body: ResponseBody { writer in
          for index in 0..<count { try await writer.write(ByteBuffer(string: "chunk \(index)\n")) }
          try await writer.finish(nil)
        }
      )
    }
    return router
  }

  /// Shows what a request looked like.
  private static func echo(_ request: Request) async throws -> Response {
    var length = 0
    var first: [UInt8] = []
    for try await chunk in request.body {
      length += chunk.readableBytes
      if first.count < 4096 { first += chunk.readableBytesView }
    }
    var headers = request.headers.map { ($0.name.canonicalName, JSONValue.string($0.value)) }
    headers.append(("host", .string(request.head.authority ?? "")))
    let value: JSONValue = [
      "method": .string(request.method.rawValue), "target": .string(request.head.path ?? ""),
      "headers": .object(
        Dictionary(headers) { "\($0.stringValue ?? ""), \($1.stringValue ?? "")" }
      ),
      "length": .number(JSONNumber(length)),
      "body": .string(String(decoding: first, as: UTF8.self)),
    ]
    return Response(
      status: .ok,
      headers: [.contentType: "application/json"],
      body: .init(byteBuffer: ByteBuffer(string: value.description))
    )
  }

  /// Runs a server as long as the function runs.
  ///
  /// - Throws: what the function throws, and what keeps the server from starting.
  static func run(
    redirect: String? = nil,
    server: HTTPServerBuilder = .http1(),
    _ body: @escaping @Sendable (EchoServer) async throws -> Void
  ) async throws {
    let (ports, started) = AsyncStream.makeStream(of: Int.self)
    var starting = Application(
      router: router(redirect: redirect),
      server: server,
      configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
      onServerRunning: { channel in started.yield(channel.localAddress?.port ?? 0) }
    )
    starting.logger.logLevel = .critical
    let application = starting
    try await withThrowingTaskGroup(of: Bool.self) { group in
      group.addTask {
        defer { started.finish() }
        try await application.run()
        return false
      }
      group.addTask {
        for await port in ports {
          try await body(EchoServer(port: port))
          return true
        }
        return false
      }
      defer { group.cancelAll() }
      while let isDone = try await group.next() { if isDone { return } }
      throw NotStarted()
    }
  }

  /// The server ended before it started.
  struct NotStarted: Error {}
}
