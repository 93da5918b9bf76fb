import Foundation
import HTTPTypes
import Hummingbird
import Loopback
import SchemaRuntime
import SchemaURLSession
import Testing

/// Bodies that are never whole in memory.
@Suite(.timeLimit(.minutes(15))) struct StreamingTests {
  /// Chunks as they are asked for.
  private struct Chunks: AsyncSequence, AsyncIteratorProtocol, Sendable {
    var rest: Int
    var size = 65_536
    var error: (any Error)?

    mutating func next() async throws -> [UInt8]? {
      guard rest > 0 else {
        if let error { throw error }
        return nil
      }
      rest -= 1
      return [UInt8](repeating: UInt8(truncatingIfNeeded: rest), count: size)
    }

    func makeAsyncIterator() -> Chunks { self }
  }

  /// Something went wrong.
  private struct Broken: Error {}

  /// Counts what it is sent, redirects, and sends much.
  private static func router() -> Router<BasicRequestContext> {
    let router = Router()
    for method in [HTTPRequest.Method.post, .put] {
      router.on("count", method: method) { request, _ in
        var (count, sum) = (0, 0)
        for try await chunk in request.body {
          count += chunk.readableBytes
          sum += chunk.readableBytesView.reduce(0) { $0 + Int($1) }
        }
        let length = request.headers[.contentLength] ?? "none"
        let coding = request.headers[.transferEncoding] ?? "none"
        let text = "\(request.method) \(count) \(sum) length=\(length) coding=\(coding)"
        return Hummingbird.Response(status: .ok, body: .init(byteBuffer: .init(string: text)))
      }
    }
    router.post("redirect/{status}") { request, context in
      for try await _ in request.body {}
      let status = try context.parameters.require("status", as: Int.self)
      return Hummingbird.Response(status: .init(code: status), headers: [.location: "/count"])
    }
    router.get("count") { _, _ in "GET" }
    router.get("bytes/{count}") { _, context in
      let count = try context.parameters.require("count", as: Int.self)
      return Hummingbird.Response(
        status: .ok,
        body: ResponseBody(contentLength: count * 1000) { writer in
          for number in 0..<count {
            try await writer.write(ByteBuffer(repeating: UInt8(truncatingIfNeeded: number), count: 1000))
          }
          try await writer.finish(nil)
        }
      )
    }
    return router
  }

  /// Runs a connection against the server.
  private func withConnection(_ body: @escaping @Sendable (Connection) async throws -> Void) async throws {
    try await LoopbackServer.run(Self.router()) { server in
      try await body(Connection(transport: URLSessionTransport(), server: Server(server.url)))
    }
  }

  /// Runs a function with a file that is deleted afterwards.
  private static func withFile(_ bytes: [UInt8], _ body: (String) async throws -> Void) async throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("schema-\(UUID().uuidString)").path
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    try await body(path)
  }

  /// What the server says about a body.
  private static func send(
    _ body: HTTPBody?,
    _ connection: Connection,
    path: String = "/count",
    _ method: Call.Method = .post
  ) async throws -> String {
    var call = Call("send", method, path, accept: ["text/plain"])
    call.body(stream: body)
    return try await connection.text(of: call)
  }

  @Test func bodiesOfEveryKindGoUpWithTheirLength() async throws {
    try await withConnection { connection in
      #expect(try await Self.send(HTTPBody([1, 2, 3]), connection) == "POST 3 6 length=3 coding=none")
      #expect(try await Self.send(HTTPBody(Chunks(rest: 3, size: 5)), connection) == "POST 15 15 length=15 coding=none")
      let large = "POST 1310720 12451840 length=1310720 coding=none"
      #expect(try await Self.send(HTTPBody(Chunks(rest: 20)), connection) == large)
      #expect(try await Self.send(HTTPBody(Chunks(rest: 20), length: 1_310_720), connection) == large)
      try await Self.withFile([UInt8](repeating: 2, count: 500_000)) { path in
        let body = try HTTPBody(file: path)
        #expect(try await Self.send(body, connection, .put) == "PUT 500000 1000000 length=500000 coding=none")
        #expect(try await Self.send(body, connection) == "POST 500000 1000000 length=500000 coding=none")
      }
      try await Self.withFile([]) { path in
        let body = try HTTPBody(file: path)
        #expect(try await Self.send(body, connection) == "POST 0 0 length=0 coding=none")
      }
    }
  }

  @Test func formsGoUpWithTheirLength() async throws {
    struct Form: Encodable {
      var prompt = "p"
      var file: FileUpload
    }
    try await withConnection { connection in
      try await Self.withFile([UInt8](repeating: 0, count: 300_000)) { path in
        var call = Call("send", .post, "/count", accept: ["text/plain"])
        call.body(multipart: Form(file: try FileUpload(file: path)))
        let words = try await connection.text(of: call).split(separator: " ")
        let count = try #require(Int(words[1]))
        #expect(count > 300_000 && words[3] == "length=\(count)" && words[4] == "coding=none")
      }
    }
  }

  @Test func bodiesThatBreakOff() async throws {
    try await withConnection { connection in
      for count in [1, 20] {
        let error = await #expect(throws: TransportFailure.self) {
          try await Self.send(HTTPBody(Chunks(rest: count, error: Broken())), connection)
        }
        #expect(error?.underlying is Broken)
      }
      for length in [65_535, 65_537] as [Int64] {
        let error = await #expect(throws: TransportFailure.self) {
          try await Self.send(HTTPBody(Chunks(rest: 1), length: length), connection)
        }
        let mismatch = error?.underlying as? BodyLengthMismatch
        #expect(mismatch == BodyLengthMismatch(expected: length, found: 65_536))
      }
      try await Self.withFile([1, 2, 3]) { path in
        let body = try HTTPBody(file: path)
        try Data([1]).write(to: URL(fileURLWithPath: path))
        let error = await #expect(throws: TransportFailure.self) { _ = try await Self.send(body, connection) }
        #expect(error?.underlying is FileUnreadable)
      }
    }
  }

  @Test("redirects keep the body where they keep the method", arguments: [301, 302, 303, 307, 308])
  func redirects(_ status: Int) async throws {
    try await withConnection { connection in
      for body in [HTTPBody([1, 2, 3]), HTTPBody(Chunks(rest: 3, size: 1))] {
        let text = try await Self.send(body, connection, path: "/redirect/\(status)")
        let sum = body.bytes == nil ? 3 : 6
        #expect(text == (status < 307 ? "GET" : "POST 3 \(sum) length=3 coding=none"))
      }
    }
  }

  @Test func aResponseThatIsReadSlowlyIsWhole() async throws {
    try await withConnection { connection in
      let body = try await connection.body(of: Call("get", .get, "/bytes/5000", accept: []))
      #expect(body.length == 5_000_000)
      // More comes than may wait in memory.
      try await Task.sleep(for: .milliseconds(500))
      var bytes: [UInt8] = []
      for try await chunk in body {
        bytes += chunk
        if bytes.count % 7 == 0 { await Task.yield() }
      }
      #expect(bytes.count == 5_000_000)
      #expect(
        stride(from: 0, to: bytes.count, by: 500).allSatisfy { bytes[$0] == UInt8(truncatingIfNeeded: $0 / 1000) }
      )
    }
  }

  @Test func aResponseThatNobodyReadsToItsEnd() async throws {
    try await withConnection { connection in
      for _ in 0..<3 {
        let body = try await connection.body(of: Call("get", .get, "/bytes/100000", accept: []))
        for try await _ in body { break }
      }
      // What was not read is in nobody's way.
      #expect(try await Self.send(HTTPBody([1]), connection) == "POST 1 1 length=1 coding=none")
    }
  }

  @Test func whoIsCancelledStopsReading() async throws {
    try await withConnection { connection in
      let reading = Task {
        let body = try await connection.body(of: Call("get", .get, "/bytes/100000", accept: []))
        var count = 0
        for try await chunk in body {
          count += chunk.count
          withUnsafeCurrentTask { $0?.cancel() }
        }
        return count
      }
      await #expect(throws: CancellationError.self) { try await reading.value }
    }
  }
}
