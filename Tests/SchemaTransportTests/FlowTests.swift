import Foundation
import HTTPTypes
import Hummingbird
import NIOPosix
import SchemaRuntime
import Testing

/// Who waits for whom, and who is told when nobody waits any more.
@Suite(.timeLimit(.minutes(15))) struct FlowTests {
  /// Counts, and tells who asks how far it is. `@unchecked`: the lock guards what changes.
  private final class Counter: @unchecked Sendable {
    /// Guards `number`.
    private let lock = NSLock()
    /// How many there were.
    private var number = 0

    /// The number of what comes next, from 1.
    func next() -> Int {
      lock.withLock {
        number += 1
        return number
      }
    }

    /// How many there were.
    var count: Int { lock.withLock { number } }

    /// Waits until there was at least one, and then none for a while.
    func rest() async throws {
      var last = 0
      while case let now = count, now == 0 || now != last {
        last = now
        try await Task.sleep(for: .milliseconds(400))
      }
    }
  }

  /// How many pieces of a megabyte are sent: more than any buffer between holds.
  private static let count = 150
  /// A piece.
  private static let piece = [UInt8](repeating: 97, count: 1 << 20)

  /// Waits until all that was handed to NIO has been dealt with.
  ///
  /// A writer learns that it has to wait from an event loop; where the machine leaves a loop no time, it would send everything
  /// before it learns of it.
  private static func settle() async {
    for loop in MultiThreadedEventLoopGroup.singleton.makeIterator() { try? await loop.submit {}.get() }
  }

  /// The routes of the tests below.
  private static func routes(
    _ sent: Counter,
    _ produced: Counter,
    _ told: AsyncStream<String>.Continuation
  ) -> @Sendable (Router<BasicRequestContext>) -> Void {
    { router in
      router.get("much") { _, _ in
        Response(
          status: .ok,
          body: ResponseBody { writer in
            do {
              for _ in 0..<count {
                try await writer.write(ByteBuffer(bytes: piece))
                await settle()
                _ = sent.next()
              }
              try await writer.finish(nil)
            } catch {
              told.yield("nobody reads")
              throw error
            }
          }
        )
      }
      router.get("silence") { _, _ in
        told.yield("request")
        try await Task.sleep(for: .seconds(100_000))
        return Response(status: .ok)
      }
      router.post("slowly") { request, _ in
        // Nothing is read until the client has stopped to send.
        try await produced.rest()
        told.yield("\(produced.count)")
        var length = 0
        for try await chunk in request.body { length += chunk.readableBytes }
        return Response(status: .ok, body: .init(byteBuffer: ByteBuffer(string: "\(length)")))
      }
    }
  }

  /// The transports that wait, and are waited for.
  private static let waiting = Transport.overNetwork.filter { $0 != .urlSession }

  @Test(arguments: waiting) func aSlowReaderSlowsTheSenderDown(_ transport: Transport) async throws {
    let (sent, (_, told)) = (Counter(), AsyncStream.makeStream(of: String.self))
    try await transport.withServer(routes: Self.routes(sent, Counter(), told)) { client, server in
      let (_, body) = try await client.send(server.request(.get, "/much"), body: nil)
      var chunks = body.makeAsyncIterator()
      var length = try await chunks.next()?.count ?? 0
      try await sent.rest()
      #expect(sent.count < Self.count)
      while let chunk = try await chunks.next() { length += chunk.count }
      #expect(length == Self.count << 20 && sent.count == Self.count)
    }
  }

  @Test(arguments: waiting) func aSlowServerSlowsTheUploadDown(_ transport: Transport) async throws {
    let (produced, (events, told)) = (Counter(), AsyncStream.makeStream(of: String.self))
    try await transport.withServer(routes: Self.routes(Counter(), produced, told)) { client, server in
      let chunks = AsyncStream<[UInt8]> {
        await Self.settle()
        return produced.next() <= Self.count ? Self.piece : nil
      }
      let result = try await client.exchange(.post, "/slowly", at: server, body: HTTPBody(chunks))
      #expect(String(decoding: result.body, as: UTF8.self) == "\(Self.count << 20)")
      for await count in events {
        #expect(try #require(Int(count)) < Self.count)
        break
      }
    }
  }

  @Test(arguments: Transport.overNetwork) func whoStopsReadingEndsTheTransfer(_ transport: Transport) async throws {
    let (events, told) = AsyncStream.makeStream(of: String.self)
    try await transport.withServer(routes: Self.routes(Counter(), Counter(), told)) { client, server in
      do {
        let (_, body) = try await client.send(server.request(.get, "/much"), body: nil)
        for try await _ in body { break }
      }
      // What a session takes in advance may be all there is.
      if transport != .urlSession { for await _ in events { break } }
      #expect(try await client.exchange(.get, "/echo", at: server).response.status == .ok)
    }
  }

  @Test(arguments: Transport.overNetwork) func cancellationEndsWaitingAndReading(_ transport: Transport) async throws {
    let (events, told) = AsyncStream.makeStream(of: String.self)
    try await transport.withServer(routes: Self.routes(Counter(), Counter(), told)) { client, server in
      let call = Task { try await client.exchange(.get, "/silence", at: server) }
      for await _ in events { break }
      call.cancel()
      await #expect(throws: CancellationError.self) { try await call.value }
      let reading = Task {
        let (_, body) = try await client.send(server.request(.get, "/much"), body: nil)
        for try await _ in body { withUnsafeCurrentTask { $0?.cancel() } }
      }
      await #expect(throws: CancellationError.self) { try await reading.value }
      let early = Task {
        withUnsafeCurrentTask { $0?.cancel() }
        return try await client.exchange(.get, "/echo", at: server)
      }
      await #expect(throws: CancellationError.self) { try await early.value }
    }
  }

  /// Some are cancelled before anything is sent, some while the last bytes are on their way, some when all is over. Over HTTP/2
  /// the pool of AsyncHTTPClient hands out no stream any more after some hundred of them.
  @Test(arguments: Transport.overSockets)
  func callsThatAreCancelledAtAnyMoment(_ transport: Transport) async throws {
    try await transport.withServer { client, server in
      for number in 0..<1200 {
        let call = Task { try await client.exchange(.get, "/echo", at: server) }
        try await Task.sleep(for: .microseconds(number * 37 % 4000))
        call.cancel()
        if case .failure(let error) = await call.result { #expect(error is CancellationError, "\(error)") }
      }
      // The client is as good as it was.
      #expect(try await client.exchange(.get, "/echo", at: server).response.status == .ok)
    }
  }

  @Test func aFunctionIsCancelledAndWaitedForAsWell() async throws {
    let (asked, produced) = (Counter(), Counter())
    let client = InProcessTransport { _, body in
      if let body {
        for try await _ in body where asked.next() == 3 { break }
        return (HTTPResponse(status: .ok), .empty)
      }
      _ = asked.next()
      try await Task.sleep(for: .seconds(100_000))
      return (HTTPResponse(status: .ok), .empty)
    }
    let server = EchoServer(scheme: "http", authority: "in.process")
    let chunks = AsyncStream<[UInt8]> { produced.next() <= Self.count ? [1] : nil }
    _ = try await client.exchange(.post, at: server, body: HTTPBody(chunks))
    #expect(produced.count == 3)
    let call = Task { try await client.exchange(at: server) }
    while asked.count == 3 { await Task.yield() }
    call.cancel()
    await #expect(throws: CancellationError.self) { try await call.value }
  }
}
