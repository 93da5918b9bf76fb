import Foundation
import HTTPTypes
import SchemaRuntime
import Testing

/// Each transport against a server that sends exactly the bytes that the test says.
@Suite(.timeLimit(.minutes(15))) struct MisbehavingServerTests {
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

  @Test(arguments: Transport.overSockets) func aConnectionThatIsClosedAtOnce(_ transport: Transport)
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

  @Test(arguments: Transport.overSockets) func whatIsNoHTTP(_ transport: Transport) async throws {
    let server = try Self.server("SSH-2.0-OpenSSH_9.6\r\n\r\n")
    await #expect(throws: (any Error).self) {
      try await transport.make().exchange(port: server.port)
    }
  }

  @Test(
    "a response that asks for credentials is the response",
    arguments: Transport.overSockets,
    ["Basic realm=\"a\"", "Digest realm=\"a\", nonce=\"b\"", "Bearer", "Negotiate", "NTLM", "Basic"]
  )
  func challenges(_ transport: Transport, _ challenge: String) async throws {
    for (status, field) in [(401, "WWW-Authenticate"), (407, "Proxy-Authenticate")] {
      for body in ["who are you?", ""] {
        let server = try Self.server(
          "HTTP/1.1 \(status) No\r\n\(field): \(challenge)\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
        )
        let result = try await transport.make().exchange(port: server.port)
        #expect(result.response.status.code == status && result.body == Array(body.utf8))
      }
    }
  }

  @Test(arguments: Transport.overSockets) func aBodyThatIsShorterThanItSays(_ transport: Transport)
    async throws
  {
    let server = try Self.server(Self.response("0123456789", length: 100))
    await #expect(throws: (any Error).self) {
      try await transport.make().exchange(port: server.port)
    }
  }

  @Test(arguments: Transport.overSockets) func chunksWithoutAnEnd(_ transport: Transport) async throws {
    let server = try Self.server(
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n"
    )
    await #expect(throws: (any Error).self) {
      try await transport.make().exchange(port: server.port)
    }
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

  @Test(arguments: Transport.overSockets) func aBodyThatEndsWithTheConnection(_ transport: Transport)
    async throws
  {
    let server = try Self.server("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nto the end")
    let result = try await transport.make().exchange(port: server.port)
    #expect(String(decoding: result.body, as: UTF8.self) == "to the end")
  }

  @Test(arguments: Transport.overSockets) func aServerThatSendsByteByByte(_ transport: Transport)
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

  @Test(
    "interim responses",
    arguments: Transport.overSockets,
    ["100 Continue\r\n", "103 Early Hints\r\nLink: </style.css>; rel=preload\r\n", "102 Processing\r\n"]
  )
  func interimResponses(_ transport: Transport, _ interim: String) async throws {
    let server = try Self.server("HTTP/1.1 \(interim)\r\n" + Self.response("final"))
    let result = try await transport.make().exchange(port: server.port)
    #expect(result.response.status.code == 200 && String(decoding: result.body, as: UTF8.self) == "final")
    #expect(result.response.headerFields[HTTPField.Name("Link")!] == nil)
  }

  @Test(arguments: Transport.overSockets) func aBodyThatIsAskedFor(_ transport: Transport) async throws {
    let server = try RawServer { connection in
      var text = connection.readHeader()
      guard text.lowercased().contains("expect: 100-continue") else { return }
      connection.send("HTTP/1.1 100 Continue\r\n\r\n")
      while !text.hasSuffix("question"), let more = connection.read() { text += String(decoding: more, as: UTF8.self) }
      connection.send(Self.response("answer"))
    }
    let field = HTTPField(name: .expect, value: "100-continue")
    let body = HTTPBody("question")
    let result = try await transport.make().exchange(.post, port: server.port, fields: [field], body: body)
    #expect(result.response.status.code == 200 && String(decoding: result.body, as: UTF8.self) == "answer")
  }

  @Test(arguments: Transport.overSockets) func compressedBodies(_ transport: Transport) async throws {
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

  /// Asks a server for bytes that are not what their coding says.
  private static func read(compressed text: String, _ transport: Transport) async throws -> [UInt8] {
    let bytes = text.unicodeScalars.map { UInt8($0.value) }
    let server = try RawServer { connection in
      guard !connection.readHeader().isEmpty else { return }
      connection.send("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: \(bytes.count)\r\n\r\n")
      connection.send(bytes)
    }
    return try await transport.make().exchange(port: server.port).body
  }

  @Test(arguments: Transport.overSockets, ["not gzip at all", "\u{1F}\u{8B}\u{9}\u{0}unknown method"])
  func bodiesThatAreNotCompressed(_ transport: Transport, _ text: String) async throws {
    await #expect(throws: (any Error).self) { try await Self.read(compressed: text, transport) }
  }

  /// libcurl, which works below Foundation on Linux, takes what is there for all of it.
  @Test(arguments: Transport.beyondFoundation) func aCompressedBodyThatEndsEarly(_ transport: Transport) async throws {
    let text = "\u{1F}\u{8B}\u{8}\u{0}\u{0}\u{0}\u{0}\u{0}\u{2}\u{FF}\u{CB}\u{48}"
    await #expect(throws: (any Error).self) { try await Self.read(compressed: text, transport) }
  }

  @Test(
    "heads without an end",
    arguments: Transport.overSockets,
    ["X-A: \(String(repeating: "a", count: 1000))\r\n", String(repeating: "a", count: 1000)]
  )
  func headsWithoutAnEnd(_ transport: Transport, _ piece: String) async throws {
    let server = try RawServer { connection in
      guard !connection.readHeader().isEmpty else { return }
      connection.send("HTTP/1.1 200 OK\r\nX-B: ")
      // A client that took all of it would have 100 MB in memory.
      for _ in 0..<100_000 { guard connection.send(piece) else { return } }
    }
    await #expect(throws: (any Error).self) { try await transport.make().exchange(port: server.port) }
  }

  @Test(
    "heads that are none",
    arguments: Transport.overSockets,
    [
      "HTTP/1.1 abc\r\nContent-Length: 2\r\n\r\nok",
      "HTTP/1.1 200 OK\r\nno colon\r\nContent-Length: 2\r\n\r\nok", "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nabc",
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\na\r\n", "\r\n\r\n", "200 OK\r\n\r\n",
    ]
  )
  func headsThatAreNone(_ transport: Transport, _ answer: String) async throws {
    let server = try Self.server(answer)
    await #expect(throws: (any Error).self) { try await transport.make().exchange(port: server.port) }
  }

  @Test(arguments: Transport.overSockets)
  func aStatusThatIsNone(_ transport: Transport) async throws {
    let server = try Self.server("HTTP/1.1 099 Odd\r\nContent-Length: 2\r\n\r\nok")
    await #expect(throws: (any Error).self) { try await transport.make().exchange(port: server.port) }
  }

  @Test(
    "responses without a body, whatever they say",
    arguments: Transport.overSockets,
    ["204 No Content\r\nContent-Length: 3\r\n\r\n", "304 Not Modified\r\nETag: x\r\n\r\n"]
  )
  func responsesWithoutABody(_ transport: Transport, _ answer: String) async throws {
    let server = try Self.server("HTTP/1.1 \(answer)")
    let result = try await transport.make().exchange(port: server.port)
    #expect("\(result.response.status.code)" == answer.prefix(3) && result.body.isEmpty)
  }

  @Test(arguments: Transport.overSockets) func anAnswerBeforeTheRequestEnds(_ transport: Transport)
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

  @Test(arguments: Transport.overSockets) func cancellationWhileWaiting(_ transport: Transport)
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

  @Test(arguments: Transport.overSockets) func aBodyThatNobodyReads(_ transport: Transport)
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
}
