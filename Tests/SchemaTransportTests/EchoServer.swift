import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Loopback
import SchemaRuntime

/// A well-behaved HTTP server that shows what a request looked like when it arrived.
struct EchoServer: Sendable {
  /// What a request looked like.
  struct Echo: Decodable, Sendable {
    /// The method.
    let method: String
    /// The path and query.
    let target: String
    /// The header fields by their names in lower case.
    let headers: [String: String]
    /// The length of the body.
    let length: Int
    /// The first bytes of the body, as text.
    let body: String
    /// The sum of all bytes.
    let sum: Int
  }

  /// `http` or `https`.
  let scheme: String
  /// The host and port.
  let authority: String

  /// The base URL.
  var url: String { "\(scheme)://\(authority)" }

  /// A request to the server.
  func request(_ method: HTTPRequest.Method = .get, _ path: String = "/", fields: [HTTPField] = []) -> HTTPRequest {
    var request = HTTPRequest(method: method, scheme: scheme, authority: authority, path: path)
    for field in fields { request.headerFields.append(field) }
    return request
  }

  /// The routes; `redirect` is where `/redirect` leads to.
  private static func router(redirect: String?) -> Router<BasicRequestContext> {
    let router = Router()
    let methods: [HTTPRequest.Method] = [
      .get, .put, .post, .delete, .options, .patch, .trace, HTTPRequest.Method("QUERY")!,
    ]
    for method in methods {
      router.on("echo", method: method) { request, _ in
        let head = request.head
        let text = try await echo(head, request.body)
        return Response(
          status: .ok,
          headers: [.contentType: "application/json"],
          body: .init(byteBuffer: ByteBuffer(string: text))
        )
      }
      router.on("redirect/{status}", method: method) { _, context in
        let status = try context.parameters.require("status", as: Int.self)
        return Response(status: .init(code: status), headers: [.location: redirect ?? "/echo?redirected"])
      }
    }
    router.on("echo", method: .head) { _, _ in
      Response(status: .ok, headers: [HTTPField.Name("X-Method")!: "HEAD", .contentLength: "12"])
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

  /// Shows what a request looked like, in JSON.
  static func echo<Chunks: AsyncSequence>(_ request: HTTPRequest, _ body: Chunks) async throws -> String
  where Chunks.Element: BodyChunk {
    var (length, sum) = (0, 0)
    var first: [UInt8] = []
    for try await chunk in body {
      let bytes = chunk.byteArray
      length += bytes.count
      for byte in bytes { sum += Int(byte) }
      if first.count < 4096 { first += bytes }
    }
    var headers = request.headerFields.map { ($0.name.canonicalName, JSONValue.string($0.value)) }
    headers.append(("host", .string(request.authority ?? "")))
    let value: JSONValue = [
      "method": .string(request.method.rawValue), "target": .string(request.path ?? ""),
      "headers": .object(Dictionary(headers) { .string("\($0.stringValue ?? ""), \($1.stringValue ?? "")") }),
      "length": .number(JSONNumber(length)), "sum": .number(JSONNumber(sum)),
      "body": .string(String(decoding: first, as: UTF8.self)),
    ]
    return value.description
  }

  /// Runs a function with a server.
  ///
  /// - Parameter routes: adds routes.
  /// - Throws: what the function throws, and what keeps the server from starting.
  static func run(
    scheme: String = "http",
    redirect: String? = nil,
    server: HTTPServerBuilder = .http1(),
    routes: (Router<BasicRequestContext>) -> Void = { _ in },
    _ body: @Sendable (EchoServer) async throws -> Void
  ) async throws {
    let router = router(redirect: redirect)
    routes(router)
    // A certificate is one of a name.
    let host = scheme == "https" ? "localhost" : "127.0.0.1"
    try await LoopbackServer.run(router, speaking: server) {
      try await body(EchoServer(scheme: scheme, authority: "\(host):\($0.port)"))
    }
  }
}

/// A piece of a body, as a server and as the runtime have it.
protocol BodyChunk {
  /// The bytes.
  var byteArray: [UInt8] { get }
}

extension ByteBuffer: BodyChunk {
  var byteArray: [UInt8] { Array(readableBytesView) }
}

extension [UInt8]: BodyChunk {
  var byteArray: [UInt8] { self }
}
