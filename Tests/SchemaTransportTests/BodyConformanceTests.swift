import Foundation
import HTTPTypes
import SchemaRuntime
import Testing

/// The bodies that operations have, over each transport.
@Suite(.timeLimit(.minutes(15))) struct BodyConformanceTests {
  /// A form of everything.
  private struct Form: Encodable {
    /// Text.
    var prompt = "a b&é"
    /// Several values.
    var sizes = [1, 2]
    /// An object.
    var options = ["k": true]
    /// A file; nil for none.
    var file: FileUpload?
  }

  /// Sends what a function puts into a call, and returns what arrived.
  private static func send(
    _ client: any ClientTransport,
    _ server: EchoServer,
    _ fill: (inout Call) -> Void
  ) async throws -> EchoServer.Echo {
    var call = Call("send", .post, "/echo")
    fill(&call)
    let value: JSONValue = try await Connection(transport: client, server: Server(server.url)).value(of: call)
    return try JSONDecoder().decode(EchoServer.Echo.self, from: Data(value.description.utf8))
  }

  @Test(arguments: Transport.all) func json(_ transport: Transport) async throws {
    try await transport.withServer { client, server in
      let value: JSONValue = ["text": "é\u{1F600}", "number": 12_345_678_901_234_567.5, "none": .null]
      let echo = try await Self.send(client, server) { $0.body(json: value) }
      #expect(echo.headers["content-type"] == "application/json")
      #expect(try JSONValue(parsing: echo.body) == value)
      #expect(echo.headers["content-length"] == "\(echo.length)" && echo.headers["transfer-encoding"] == nil)
    }
  }

  @Test(arguments: Transport.all) func formsAndText(_ transport: Transport) async throws {
    try await transport.withServer { client, server in
      let form = try await Self.send(client, server) { $0.body(urlEncoded: Form()) }
      #expect(form.headers["content-type"] == "application/x-www-form-urlencoded")
      #expect(form.body == "prompt=a+b%26%C3%A9&sizes=1&sizes=2&options=%7B%22k%22%3Atrue%7D")
      let text = try await Self.send(client, server) { $0.body(text: "héllo\r\n") }
      #expect(text.headers["content-type"] == "text/plain; charset=utf-8" && text.body == "héllo\r\n")
    }
  }

  @Test(arguments: Transport.all) func bytesOnTheirWay(_ transport: Transport) async throws {
    try await transport.withServer { client, server in
      let chunks = AsyncStream<[UInt8]> { continuation in
        for index in 0..<30 { continuation.yield([UInt8](repeating: UInt8(index), count: 100_000)) }
        continuation.finish()
      }
      let echo = try await Self.send(client, server) { $0.body(stream: HTTPBody(chunks), mediaType: "audio/wav") }
      #expect(echo.headers["content-type"] == "audio/wav")
      #expect(echo.length == 3_000_000 && echo.sum == 100_000 * (0..<30).reduce(0, +))
    }
  }

  @Test(arguments: Transport.all) func aFormWithAFileOnDisk(_ transport: Transport) async throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("talk-\(UUID().uuidString).wav").path
    let bytes = (0..<2_000_000).map { UInt8(truncatingIfNeeded: $0) }
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    try await transport.withServer { client, server in
      let file = try FileUpload(file: path, filename: "talk.wav", contentType: "audio/wav")
      let echo = try await Self.send(client, server) { $0.body(multipart: Form(file: file)) }
      let type = try #require(echo.headers["content-type"])
      let boundary = try #require(type.split(separator: "multipart/form-data; boundary=").first)
      let head = "--\(boundary)\r\nContent-Disposition: form-data; name="
      let before =
        "\(head)\"prompt\"\r\n\r\na b&é\r\n\(head)\"sizes\"\r\n\r\n1\r\n\(head)\"sizes\"\r\n\r\n2\r\n"
        + "\(head)\"options\"\r\nContent-Type: application/json\r\n\r\n{\"k\":true}\r\n"
        + "\(head)\"file\"; filename=\"talk.wav\"\r\nContent-Type: audio/wav\r\n\r\n"
      let after = "\r\n--\(boundary)--\r\n"
      #expect(echo.body.utf8.starts(with: before.utf8))
      #expect(echo.length == before.utf8.count + bytes.count + after.utf8.count)
      let sum = [before, after].map { $0.utf8.reduce(0) { $0 + Int($1) } }.reduce(0, +)
      #expect(echo.sum == sum + bytes.reduce(0) { $0 + Int($1) })
      // All of it is in files and in memory, so its length is known before it is sent.
      #expect(echo.headers["content-length"] == "\(echo.length)")
    }
  }

  @Test(arguments: Transport.all) func aBodyThatFailsOnTheWay(_ transport: Transport) async throws {
    struct Broken: Error {}
    try await transport.withServer { client, server in
      let chunks = AsyncThrowingStream<[UInt8], any Error> { continuation in
        continuation.yield([1, 2, 3])
        continuation.finish(throwing: Broken())
      }
      let error = await #expect(throws: TransportFailure.self) {
        try await Self.send(client, server) { $0.body(stream: HTTPBody(chunks)) }
      }
      #expect(error?.underlying is Broken)
    }
  }
}
