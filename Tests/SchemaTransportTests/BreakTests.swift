import Foundation
import Hummingbird
import SchemaRuntime
import Testing

/// What came before a connection broke, for who reads it only afterwards.
@Suite(.timeLimit(.minutes(15))) struct BreakTests {
  /// How a server says where the body ends; `chunk` is one of which there is but a part.
  enum Framing: String, CaseIterable { case chunks, chunk, length, gzip }

  /// How a server breaks off.
  enum Break: String, CaseIterable { case close, reset, nonsense }

  /// The pieces of a body; together more than is read at once, and more of them than are handed on at once.
  private static let pieces = (0..<200).map { index in [UInt8](repeating: UInt8(index), count: 200) }

  /// The head of a response that holds the pieces, and how each of them looks on the wire.
  private static func wire(_ framing: Framing) -> (head: String, pieces: [[UInt8]]) {
    let head = "HTTP/1.1 200 OK\r\n"
    switch framing {
    case .chunks:
      let (start, end) = (Array("C8\r\n".utf8), Array("\r\n".utf8))
      let chunks: [[UInt8]] = pieces.map { start + $0 + end }
      return (head + "Transfer-Encoding: chunked\r\n\r\n", chunks)
    case .chunk:
      return (head + "Transfer-Encoding: chunked\r\n\r\nF4240\r\n", pieces)
    case .length:
      return (head + "Content-Length: 1000000\r\n\r\n", pieces)
    case .gzip:
      // The header of a member (RFC 1952), and blocks that are stored as they are (RFC 1951, section 3.2.4).
      let stored: [[UInt8]] = pieces.map { [0, 200, 0, 55, 255] + $0 }
      let member: [UInt8] = [0x1F, 0x8B, 0x08, 0, 0, 0, 0, 0, 0, 0xFF]
      return (
        head + "Content-Encoding: gzip\r\nContent-Length: 1000000\r\n\r\n", [member + stored[0]] + stored.dropFirst()
      )
    }
  }

  /// Reads a body: the first chunk at once, the others after all has been sent and the connection is broken.
  ///
  /// - Parameter first: called after the first chunk; returns once the rest has been sent.
  /// - Returns: the bytes before the error.
  /// - Throws: where there was none.
  private static func readLate(_ body: HTTPBody, first: () async -> Void) async throws -> [UInt8] {
    var chunks = body.makeAsyncIterator()
    var bytes = try await chunks.next() ?? []
    await first()
    try await Task.sleep(for: .milliseconds(400))
    await #expect(throws: (any Error).self) {
      while let chunk = try await chunks.next() { bytes += chunk }
    }
    return bytes
  }

  /// A break that is tried over a transport.
  struct Case: Sendable {
    var transport: Transport
    var framing: Framing
    var kind: Break
  }

  /// What is tried with a server of raw sockets; with Foundation, only that a connection is closed.
  private static let cases: [Case] = {
    var cases: [Case] = []
    for transport in Transport.overSockets {
      for framing in Framing.allCases {
        for kind in Break.allCases {
          // Nonsense is noticed where there are chunks to be told apart from it.
          if kind == .nonsense && framing != .chunks { continue }
          if transport == .urlSession && (kind != .close || framing == .gzip) { continue }
          cases.append(Case(transport: transport, framing: framing, kind: kind))
        }
      }
    }
    return cases
  }()

  @Test(arguments: cases)
  func aLateReaderMissesNothing(_ test: Case) async throws {
    let (seen, (events, told)) = (DispatchSemaphore(value: 0), AsyncStream.makeStream(of: Void.self))
    let (head, pieces) = Self.wire(test.framing)
    let server = try RawServer { connection in
      let request = connection.readHeader()
      if request.hasPrefix("GET /whole ") { connection.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok") }
      guard request.hasPrefix("GET / ") else { return }
      connection.send(Array(head.utf8) + pieces[0])
      seen.wait()
      // What is sent in one go is read in one go: the rest comes in several.
      for start in stride(from: 1, to: pieces.count, by: 40) {
        connection.send(Array(pieces[start..<min(start + 40, pieces.count)].joined()))
        usleep(20_000)
      }
      switch test.kind {
      case .close: break
      case .reset: connection.resetOnClose()
      case .nonsense: connection.send("nonsense\r\n")
      }
      told.yield()
    }
    let client = test.transport.make()
    let (_, body) = try await client.send(client.request(port: server.port), body: nil)
    let bytes = try await Self.readLate(body) {
      seen.signal()
      for await _ in events { break }
    }
    #expect(bytes == Array(Self.pieces.joined()))
    // The broken connection is not used again.
    #expect(try await client.exchange(.get, "/whole", port: server.port).body == Array("ok".utf8))
  }

  @Test(arguments: Transport.overNetwork.filter { $0 != .urlSession })
  func aLateReaderOfAServerThatFailsMissesNothing(_ transport: Transport) async throws {
    let (seen, (events, told)) = (AsyncStream.makeStream(of: Void.self), AsyncStream.makeStream(of: Void.self))
    try await transport.withServer { router in
      router.get("breaking") { _, _ in
        Response(
          status: .ok,
          body: ResponseBody { writer in
            try await writer.write(ByteBuffer(bytes: Self.pieces[0]))
            for await _ in seen.stream { break }
            for piece in Self.pieces.dropFirst() { try await writer.write(ByteBuffer(bytes: piece)) }
            told.yield()
            throw CocoaError(.fileReadUnknown)
          }
        )
      }
    } _: { client, server in
      let (_, body) = try await client.send(server.request(.get, "/breaking"), body: nil)
      let bytes = try await Self.readLate(body) {
        seen.continuation.yield()
        for await _ in events { break }
      }
      #expect(bytes == Array(Self.pieces.joined()))
      #expect(try await client.exchange(.get, "/echo", at: server).response.status == .ok)
    }
  }
}
