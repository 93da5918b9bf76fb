import HTTPTypes
import SchemaRuntime

extension EchoServer {
  /// Answers as the server does, without one.
  static func answer(_ request: HTTPRequest, _ body: HTTPBody?) async throws -> (HTTPResponse, HTTPBody) {
    let parts = (request.path ?? "").split(separator: "?")[0].split(separator: "/")
    let count = parts.last.flatMap { Int($0) } ?? 0
    switch (request.method, parts.first) {
    case (.head, "echo"):
      return (
        HTTPResponse(status: .ok, headerFields: [HTTPField.Name("X-Method")!: "HEAD", .contentLength: "12"]), .empty
      )
    case (_, "echo"):
      var arrived = request
      // What a length becomes on the way.
      if let length = body?.length { arrived.headerFields[.contentLength] = "\(length)" }
      let text = try await echo(arrived, body ?? .empty)
      return (HTTPResponse(status: .ok, headerFields: [.contentType: "application/json"]), HTTPBody(text))
    case (.get, "bytes"): return (HTTPResponse(status: .ok), HTTPBody([UInt8](repeating: 97, count: count)))
    case (.get, "chunks"):
      let chunks = AsyncStream { continuation in
        for index in 0..<count { continuation.yield(Array("chunk \(index)\n".utf8)) }
        continuation.finish()
      }
      return (HTTPResponse(status: .ok), HTTPBody(chunks))
    default: return (HTTPResponse(status: .notFound), .empty)
    }
  }
}
