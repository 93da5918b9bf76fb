import Foundation
import SchemaRuntime
import Testing

/// Streams of events over each transport, from a server that waits for its client.
@Suite(.timeLimit(.minutes(15))) struct StreamsOverLoopbackTests {
  /// What the events hold.
  private struct Chunk: Codable, Hashable, Sendable {
    var n: Int
  }

  /// The head of a stream.
  private static let head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"

  /// Text as one of HTTP's chunks.
  private static func chunk(_ text: String) -> String { "\(String(text.utf8.count, radix: 16))\r\n\(text)\r\n" }

  /// The stream that a server sends.
  private func stream(
    _ client: any ClientTransport,
    _ server: RawServer,
    timeout: Duration? = nil
  ) async throws -> EventStream<Chunk> {
    var connection = Connection(transport: client, server: "http://127.0.0.1:\(server.port)")
    connection.timeout = timeout
    return try await connection.events(of: Call("watch", .get, "/", accept: ["text/event-stream"]))
  }

  @Test(
    "an event is handed over before anything else comes",
    arguments: Transport.overSockets
  )
  func lockStep(_ transport: Transport) async throws {
    let seen = DispatchSemaphore(value: 0)
    // The last byte of an event may be that of an empty line in any of its forms.
    let endings = ["\n\n", "\r\n\r\n", "\r\r", "\r\n\r"]
    let server = try RawServer { connection in
      guard !connection.readHeader().isEmpty else { return }
      connection.send(Self.head)
      for number in 0..<40 {
        connection.send(Self.chunk("data: {\"n\":\(number)}\(endings[number % 4])"))
        // Nothing more is sent before the client has said that it has the event.
        seen.wait()
      }
      connection.send(Self.chunk("data: [DONE]\n\n") + "0\r\n\r\n")
    }
    var numbers: [Int] = []
    for try await chunk in try await stream(transport.make(), server) {
      numbers.append(chunk.n)
      seen.signal()
    }
    #expect(numbers == Array(0..<40))
  }

  @Test("a stream that is cut", arguments: Transport.overSockets, [true, false])
  func cut(_ transport: Transport, _ isChunked: Bool) async throws {
    let server = try RawServer { connection in
      guard !connection.readHeader().isEmpty else { return }
      // Without chunks the end of the connection is the end of the body: only the event itself shows that it is cut.
      let head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n"
      connection.send(isChunked ? Self.head : head)
      for text in ["data: {\"n\":1}\n\nda", "ta: {\"n\":2}\n\n", "data: {\"n\""] {
        connection.send(isChunked ? Self.chunk(text) : text)
      }
    }
    var numbers: [Int] = []
    do {
      for try await chunk in try await stream(transport.make(), server) {
        numbers.append(chunk.n)
      }
      Issue.record("the stream has ended")
    } catch let failure as StreamFailure {
      #expect(failure.reason == .cut && failure.element == 3 && !isChunked)
    } catch let failure as TransportFailure {
      #expect(failure.operation == "watch" && isChunked)
    }
    #expect(numbers == [1, 2])
  }

  @Test("who reads a cut stream slowly has all of its events", arguments: Transport.overSockets)
  func slowly(_ transport: Transport) async throws {
    let server = try RawServer { connection in
      guard !connection.readHeader().isEmpty else { return }
      connection.send(Self.head)
      for number in 0..<300 {
        connection.send(Self.chunk("data: {\"n\":\(number)}\n\n"))
        // What is sent in one go is read in one go.
        if number % 100 == 0 { usleep(20_000) }
      }
    }
    var numbers: [Int] = []
    await #expect(throws: TransportFailure.self) {
      for try await chunk in try await stream(transport.make(), server) {
        numbers.append(chunk.n)
        if chunk.n < 3 { try await Task.sleep(for: .milliseconds(200)) }
      }
    }
    #expect(numbers == Array(0..<300))
  }

  /// A server that sends an event, or some one by one, and says when its connection was closed.
  private func waitingServer(events: Int = 1) throws -> (RawServer, AsyncStream<Void>) {
    let (closings, closed) = AsyncStream.makeStream(of: Void.self)
    let server = try RawServer { connection in
      guard !connection.readHeader().isEmpty else { return }
      connection.send(Self.head)
      for number in 1...events { connection.send(Self.chunk("data: {\"n\":\(number)}\n\n")) }
      while connection.read() != nil {}
      closed.yield()
    }
    return (server, closings)
  }

  @Test(
    "who is cancelled leaves the connection",
    arguments: Transport.overSockets,
    [nil, 60]
  )
  func cancellation(_ transport: Transport, _ timeout: Int?) async throws {
    let (server, closings) = try waitingServer()
    let (arrivals, arrived) = AsyncStream.makeStream(of: Int.self)
    let reading = Task {
      let timeout = timeout.map { Duration.seconds($0) }
      for try await chunk in try await stream(transport.make(), server, timeout: timeout) { arrived.yield(chunk.n) }
    }
    for await number in arrivals {
      #expect(number == 1)
      break
    }
    reading.cancel()
    await #expect(throws: CancellationError.self) { try await reading.value }
    for await _ in closings { break }
  }

  @Test("who stops reading leaves the connection", arguments: Transport.overSockets, [nil, 60])
  func stopping(_ transport: Transport, _ timeout: Int?) async throws {
    let (server, closings) = try waitingServer(events: 3)
    // It is there for longer than the stream: what ends the transfer is the end of the reading.
    let client = transport.make()
    for try await _ in try await stream(client, server, timeout: timeout.map { .seconds($0) }) { break }
    for await _ in closings { break }
    withExtendedLifetime(client) {}
  }
}
