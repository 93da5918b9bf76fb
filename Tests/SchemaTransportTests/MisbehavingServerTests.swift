import Foundation
import HTTPTypes
import SchemaRuntime
import Testing

/// Each transport against a server that sends exactly the bytes that the test says.
@Suite struct MisbehavingServerTests {
  /// A response with a body of fixed length.
  private static func response(_ body: String, length: Int? = nil, more: String = "") -> String {
    "HTTP/1.1 200 OK\r\n\(more)Content-Length: \(length ?? body.utf8.count)\r\n\r\n\(body)"
  }

  /// A server that answers each request with the same bytes and closes.
  private static func server(_ answer: String) throws -> RawServer {
    try RawServer { connection in
      guard !connection.readHeader().isEmpty else { return }
      connection.send(answer)
    }
  }

  @Test(arguments: Transport.allCases) func aConnectionThatIsClosedAtOnce(_ transport: Transport)
    async throws
  {
    let server = try RawServer { connection in _ = connection.readHeader() }
    await #expect(throws: (any Error).self) {
      try await transport.make().exchange(port: server.port)
    }
  }

  @Test(arguments: Transport.beyondFoundation) func aHeaderThatBreaksOff(_ transport: Transport)
    async throws
  {
    let server = try Self.server("HTTP/1.1 200 OK\r\nContent-Le")
    await #expect(throws: (any Error).self) {
      try await transport.make().exchange(port: server.port)
    }
  }

  @Test(arguments: Transport.allCases) func whatIsNoHTTP(_ transport: Transport) async throws {
    let server = try Self.server("SSH-2.0-OpenSSH_9.6\r\n\r\n")
    await #expect(throws: (any Error).self) {
      try await transport.make().exchange(port: server.port)
    }
  }

  @Test(arguments: Transport.allCases) func aBodyThatIsShorterThanItSays(_ transport: Transport)
    async throws
  {
    let server = try Self.server(Self.response("0123456789", length: 100))
    await #expect(throws: (any Error).self) {
      try await transport.make().exchange(port: server.port)
    }
  }

  @Test(arguments: Transport.allCases) func chunksWithoutAnEnd(_ transport: Transport) async throws {
    let server = try Self.server(
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n"
    )
    await #expect(throws: (any Error).self) {
      try await transport.make().exchange(port: server.port)
    }
  }

  @Test(arguments: Transport.allCases) func whatCameBeforeABreakIsDelivered(_ transport: Transport)
    async throws
  {
    let server = try Self.server(
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n7\r\n worl"
    )
    let client = transport.make()
    let (_, body) = try await client.send(client.request(port: server.port), body: nil)
    var bytes: [UInt8] = []
    await #expect(throws: (any Error).self) { for try await chunk in body { bytes += chunk } }
    #expect(String(decoding: bytes, as: UTF8.self).hasPrefix("hello"))
  }

  @Test(arguments: Transport.beyondFoundation) func chunksOfEverySize(_ transport: Transport)
    async throws
  {
    let server = try Self.server(
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n00A;x=y\r\n0123456789\r\n0\r\nX-Trailer: t\r\n\r\n"
    )
    let result = try await transport.make().exchange(port: server.port)
    #expect(String(decoding: result.body, as: UTF8.self) == "a0123456789")
  }

  @Test(arguments: Transport.allCases) func aBodyThatEndsWithTheConnection(_ transport: Transport)
    async throws
  {
    let server = try Self.server("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nto the end")
    let result = try await transport.make().exchange(port: server.port)
    #expect(String(decoding: result.body, as: UTF8.self) == "to the end")
  }

  @Test(arguments: Transport.allCases) func aServerThatSendsByteByByte(_ transport: Transport)
    async throws
  {
    let server = try RawServer { connection in
      guard !connection.readHeader().isEmpty else { return }
      connection.dribble(Self.response("slowly", more: "X-A: 1\r\n"))
    }
    let result = try await transport.make().exchange(port: server.port)
    #expect(String(decoding: result.body, as: UTF8.self) == "slowly")
    #expect(result.response.headerFields[HTTPField.Name("X-A")!] == "1")
  }

  @Test(arguments: Transport.beyondFoundation) func interimResponses(_ transport: Transport)
    async throws
  {
    let server = try Self.server("HTTP/1.1 100 Continue\r\n\r\n" + Self.response("final"))
    let field = HTTPField(name: .expect, value: "100-continue")
    let result = try await transport.make().exchange(
      .post,
      port: server.port,
      fields: [field],
      body: HTTPBody(Array("question".utf8))
    )
    #expect(
      result.response.status.code == 200 && String(decoding: result.body, as: UTF8.self) == "final"
    )
  }

  @Test(arguments: Transport.allCases) func compressedBodies(_ transport: Transport) async throws {
    // "hello hello hello hello" as gzip (RFC 1952).
    let packed: [UInt8] = [
      0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0xFF, 0xCB, 0x48, 0xCD, 0xC9, 0xC9,
      0x57, 0xC8, 0x40,
      0x27, 0x01, 0xE3, 0x51, 0x3D, 0x8D, 0x17, 0x00, 0x00, 0x00,
    ]
    let server = try RawServer { connection in
      guard !connection.readHeader().isEmpty else { return }
      connection.send(
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: \(packed.count)\r\n\r\n"
      )
      connection.send(packed)
    }
    let client = transport.make()
    let (_, body) = try await client.send(client.request(port: server.port), body: nil)
    // The length is that of other bytes.
    #expect(body.length == nil)
    #expect(
      try await String(decoding: body.collect(upTo: 1000), as: UTF8.self)
        == "hello hello hello hello"
    )
  }

  @Test(arguments: Transport.allCases) func anAnswerBeforeTheRequestEnds(_ transport: Transport)
    async throws
  {
    let server = try RawServer { connection in
      guard !connection.readHeader().isEmpty else { return }
      connection.send(
        "HTTP/1.1 413 Content Too Large\r\nConnection: close\r\nContent-Length: 3\r\n\r\nbig"
      )
      // What was sent too much is read, or the answer would be lost with the connection.
      while connection.read() != nil {}
    }
    let result = try await transport.make().exchange(
      .post,
      port: server.port,
      body: HTTPBody([UInt8](repeating: 1, count: 1_000_000))
    )
    #expect(
      result.response.status.code == 413 && String(decoding: result.body, as: UTF8.self) == "big"
    )
  }

  @Test(arguments: Transport.allCases) func cancellationWhileWaiting(_ transport: Transport)
    async throws
  {
    let (arrivals, arrived) = AsyncStream.makeStream(of: String.self)
    let server = try RawServer { connection in
      guard !connection.readHeader().isEmpty else { return }
      arrived.yield("request")
      while connection.read() != nil {}
      arrived.yield("closed")
    }
    let client = transport.make()
    let call = Task { try await client.exchange(port: server.port) }
    var events = arrivals.makeAsyncIterator()
    #expect(await events.next() == "request")
    call.cancel()
    await #expect(throws: CancellationError.self) { try await call.value }
    #expect(await events.next() == "closed")
  }

  @Test(arguments: Transport.allCases) func aBodyThatNobodyReads(_ transport: Transport)
    async throws
  {
    let (closings, closed) = AsyncStream.makeStream(of: Void.self)
    let server = try RawServer { connection in
      guard !connection.readHeader().isEmpty else { return }
      connection.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n")
      while connection.send("1\r\na\r\n") { usleep(10_000) }
      closed.yield()
    }
    let client = transport.make()
    do {
      let (_, body) = try await client.send(client.request(port: server.port), body: nil)
      for try await _ in body { break }
    }
    var events = closings.makeAsyncIterator()
    await events.next()
  }

  @Test(arguments: Transport.allCases) func redirectsInACircle(_ transport: Transport) async throws {
    let server = try RawServer { connection in
      while !connection.readHeader().isEmpty {
        connection.send("HTTP/1.1 302 Found\r\nLocation: /again\r\nContent-Length: 0\r\n\r\n")
      }
    }
    await #expect(throws: (any Error).self) {
      try await transport.make().exchange(port: server.port)
    }
  }
}
